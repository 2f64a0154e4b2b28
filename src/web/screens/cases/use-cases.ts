// Cases as the server tells them, and what must be asked anew when one changes.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type {
  BoardView,
  CalendarItem,
  CalendarView,
  CaseFilter,
  CaseFindings,
  CaseItem,
  CaseView,
  WorkloadView,
} from "../../api/views.ts";

export function useBoard(filter: CaseFilter) {
  return useQuery({
    queryKey: ["cases", "board", filter],
    queryFn: async ({ signal }) => post<BoardView>("/api/cases/board", filter, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: ["cases", "one", id],
    queryFn: async ({ signal }) =>
      get<CaseView>(`/api/cases/${encodeURIComponent(id)}`, { signal }),
    retry: false,
  });
}

export function useCalendar(from: string, to: string) {
  return useQuery({
    queryKey: ["cases", "calendar", from, to],
    queryFn: async ({ signal }) =>
      get<CalendarView>(`/api/cases/calendar?from=${from}&to=${to}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** What waits and comes next; `mine`: only in cases and tasks that are mine. */
export function useNearest(limit: number, mine = false) {
  return useQuery({
    queryKey: ["cases", "nearest", limit, mine],
    queryFn: async ({ signal }) =>
      (
        await get<{ readonly items: readonly CalendarItem[] }>(
          `/api/cases/nearest?limit=${limit}${mine ? "&mine=true" : ""}`,
          { signal },
        )
      ).items,
  });
}

export function useWorkload() {
  return useQuery({
    queryKey: ["cases", "workload"],
    queryFn: async ({ signal }) => get<WorkloadView>("/api/cases/workload", { signal }),
  });
}

/** How much is to settle in these cases; at most forty are asked about. */
export function useFindings(ids: readonly string[]) {
  const cases = [...new Set(ids)].slice(0, 40).toSorted();
  return useQuery({
    queryKey: ["cases", "findings", cases],
    queryFn: async ({ signal }) =>
      (
        await post<{ readonly items: readonly CaseFindings[] }>(
          "/api/cases/findings",
          { cases },
          { signal },
        )
      ).items,
    enabled: cases.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function useCasesOf(person: string) {
  return useQuery({
    queryKey: ["cases", "person", person],
    queryFn: async ({ signal }) =>
      (
        await get<{ readonly items: readonly CaseItem[] }>(
          `/api/people/${encodeURIComponent(person)}/cases`,
          { signal },
        )
      ).items,
  });
}

/** After any change to a case: the board, the days, the page, what is at home. */
export function useCasesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey }) => ["cases", "home"].includes(String(queryKey[0])),
    });
  };
}
