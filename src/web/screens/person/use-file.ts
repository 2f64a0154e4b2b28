// The file of one record or person, and what must be asked anew after a decision.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { ClusterView, HistoryView, RecordFile } from "../../api/views.ts";

export function useFile(id: string) {
  return useQuery({
    queryKey: ["file", id],
    queryFn: async ({ signal }) =>
      get<RecordFile>(`/api/records/${encodeURIComponent(id)}`, { signal }),
  });
}

/** The records of a file, what holds them together, and what would come off. */
export function useCluster(id: string) {
  return useQuery({
    queryKey: ["cluster", id],
    queryFn: async ({ signal }) =>
      get<ClusterView>(`/api/people/${encodeURIComponent(id)}/cluster`, { signal }),
  });
}

export function useHistory(id: string) {
  return useQuery({
    queryKey: ["history", id],
    queryFn: async ({ signal }) =>
      get<readonly HistoryView[]>(`/api/records/${encodeURIComponent(id)}/history`, { signal }),
  });
}

/** After any change to a file: the file, its history, and every list that counts it. */
export function useFileChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey }) =>
        ["file", "history", "people", "records", "home", "cluster", "decisions"].includes(
          String(queryKey[0]),
        ),
    });
  };
}
