// What the page of submissions shows, and telling it that something changed.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { SubmissionsOf } from "../../api/views.ts";

const key = (id: string) => ["submissions", id] as const;

export const useSubmissions = (id: string) =>
  useQuery({
    queryKey: key(id),
    queryFn: async ({ signal }) =>
      get<SubmissionsOf>(`/api/people/${encodeURIComponent(id)}/submissions`, { signal }),
  });

/** Reads everything about the person's submissions anew. */
export function useChanged(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => client.invalidateQueries({ queryKey: key(id) });
}
