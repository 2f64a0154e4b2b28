// Whom the dossier is about: the person of the address, and those added to it.
// Invariant: the address holds them all, so that a reload or a link shows the same dossier.
import { useQueries } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";

const route = getRouteApi("/people/$id/dossier");

export interface DossierPeople {
  readonly files: readonly RecordFile[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly add: (id: string) => void;
  readonly remove: (id: string) => void;
}

export function usePeople(): DossierPeople {
  const { id } = route.useParams();
  const { with: more = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const others = more.split(".").filter((one) => one !== "" && one !== id);
  const asked = useQueries({
    queries: [id, ...new Set(others)].map((one) => ({
      queryKey: ["file", one],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        get<RecordFile>(`/api/records/${encodeURIComponent(one)}`, { signal }),
    })),
  });
  const files = asked.flatMap(({ data }) => data ?? []);
  const go = (ids: readonly string[]): void =>
    void navigate({
      to: ".",
      search: ids.length === 0 ? {} : { with: ids.join(".") },
      replace: true,
      resetScroll: false,
    });
  return {
    // Two records of one person are one person.
    files: [...new Map(files.map((file) => [file.id, file])).values()],
    error: asked.find(({ error }) => error !== null)?.error ?? null,
    isPending: asked.some(({ isPending }) => isPending),
    add: (one) => go([...new Set([...others, one])]),
    remove: (one) => go(others.filter((other) => other !== one)),
  };
}
