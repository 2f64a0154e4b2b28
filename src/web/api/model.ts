// Whether a language model may be asked, and at which address.
import { useQuery } from "@tanstack/react-query";
import { get } from "./client.ts";
import type { ModelView } from "./views.ts";

export const modelKey = ["language-model"] as const;

export function useModel() {
  return useQuery({
    queryKey: modelKey,
    queryFn: async ({ signal }) => get<ModelView>("/api/language-model", { signal }),
    staleTime: 60_000,
  });
}
