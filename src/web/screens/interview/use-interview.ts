// What this screen asks for, by one cache key each.
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { InterviewView, SourceMoment } from "../../api/views.ts";

const path = (id: string): string => `/api/interviews/${encodeURIComponent(id)}`;
export const interviewKey = (id: string) => ["interview", id] as const;
export const momentsKey = (id: string) => ["interview-moments", id] as const;

export function useInterview(id: string) {
  return useQuery({
    queryKey: interviewKey(id),
    queryFn: async ({ signal }) => get<InterviewView>(path(id), { signal }),
    // What is typed here stands on what was read; nothing may change under it unasked.
    staleTime: Infinity,
    refetchOnMount: "always",
  });
}

export function useMoments(id: string) {
  return useQuery({
    queryKey: momentsKey(id),
    queryFn: async ({ signal }) => get<readonly SourceMoment[]>(`${path(id)}/moments`, { signal }),
    placeholderData: (before) => before,
  });
}
