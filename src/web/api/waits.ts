// What was written down until a second member confirms it.
import { useQuery } from "@tanstack/react-query";
import { get } from "./client.ts";
import type { DecisionsView } from "./views.ts";

/** Whether an answer of the server says that it waits so. */
export function waitsForSecond(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "waits" in answer;
}

/** All that waits, and which kinds of change do. */
export function useDecisions() {
  return useQuery({
    queryKey: ["decisions"],
    queryFn: async ({ signal }) => get<DecisionsView>("/api/decisions", { signal }),
  });
}
