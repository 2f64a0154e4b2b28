// Interventions, and what must be asked anew when one changes.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { InterventionItem, InterventionView } from "../../api/views.ts";

export interface InterventionFilter {
  readonly person?: string;
  readonly addressee?: string;
  readonly state?: string;
  readonly silentDays?: number;
}

export function useInterventions(filter: InterventionFilter) {
  return useQuery({
    queryKey: ["interventions", "list", filter],
    queryFn: async ({ signal }) =>
      (
        await post<{ readonly items: readonly InterventionItem[] }>(
          "/api/interventions/list",
          filter,
          { signal },
        )
      ).items,
    placeholderData: keepPreviousData,
  });
}

export function useIntervention(id: string) {
  return useQuery({
    queryKey: ["interventions", "one", id],
    queryFn: async ({ signal }) =>
      get<InterventionView>(`/api/interventions/${encodeURIComponent(id)}`, { signal }),
    retry: false,
  });
}

/** After one was written down or answered. */
export function useInterventionChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey }) =>
        ["interventions", "consents", "file"].includes(String(queryKey[0])),
    });
  };
}

/** One on each line, empty ones left out. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
