// What is read about one pair: both files, and why the two may be one person.
import { useEffect } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { CompareView, QueueItem, RecordFile } from "../../api/views.ts";

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

/** Two people of one's own choice, by all of their records. */
export function useComparedPeople(left: string, right: string) {
  return useQuery({
    queryKey: ["compare", "people", left, right],
    queryFn: async ({ signal }) =>
      get<CompareView>(
        `/api/people/${encodeURIComponent(left)}/compare/${encodeURIComponent(right)}`,
        { signal },
      ),
    enabled: left !== right,
  });
}

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
