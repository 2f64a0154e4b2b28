// Long lists, a page at a time: the search in the address, "Show more" at the foot, the keyboard through the rows.
import { useInfiniteQuery } from "@tanstack/react-query";
import { post } from "../api/index.ts";

interface ListPage<T> {
  readonly total: number;
  readonly items: readonly T[];
  readonly next: string | null;
  readonly matched?: Readonly<Record<string, string>>;
  readonly alike?: Readonly<Record<string, unknown>>;
}

const pageSize = 60;

/** Pages of a POST list; `body` is part of the cache key. */
export function usePages<T>(kind: string, path: string, body: Readonly<Record<string, unknown>>) {
  const pages = useInfiniteQuery({
    queryKey: [kind, path, body],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) =>
      post<ListPage<T>>(
        path,
        { ...body, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const all = pages.data?.pages ?? [];
  return {
    ...pages,
    items: all.flatMap((page) => page.items),
    total: all[0]?.total,
    matched: Object.assign({}, ...all.map((page) => page.matched ?? {})) as Readonly<
      Record<string, string>
    >,
    /** Those of the rows that only sound like what was asked for. */
    alike: new Set(all.flatMap((page) => Object.keys(page.alike ?? {}))),
  };
}
