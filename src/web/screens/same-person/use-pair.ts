// What is read about one pair: both files, and why the two may be one person.
import { useEffect } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import type { CompareView, QueueItem } from "./views.ts";

/** The same key as the person's own screen, so that what one asked the other need not ask again. */
const fileQuery = (id: string) => ({
  queryKey: ["file", id],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
    get<RecordFile>(`/api/records/${encodeURIComponent(id)}`, { signal }),
});

const compareQuery = ({ left, right }: Pick<QueueItem, "left" | "right">) => ({
  queryKey: ["compare", left, right],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
    get<CompareView>(`/api/compare/${encodeURIComponent(left)}/${encodeURIComponent(right)}`, {
      signal,
    }),
});

function readAhead(client: QueryClient, item: QueueItem): void {
  void client.prefetchQuery(compareQuery(item));
  for (const { id } of [item.leftPerson, item.rightPerson])
    void client.prefetchQuery(fileQuery(id));
}

/** Reads the pair that is shown, and the next one ahead, so that it is there when its turn comes. */
export function usePair(item: QueueItem, next: QueueItem | undefined) {
  const client = useQueryClient();
  const left = useQuery(fileQuery(item.leftPerson.id));
  const right = useQuery(fileQuery(item.rightPerson.id));
  const compared = useQuery(compareQuery(item));
  const ready = compared.data !== undefined;
  useEffect(() => {
    if (ready && next !== undefined) readAhead(client, next);
  }, [client, ready, next]);
  return { left, right, compared };
}
