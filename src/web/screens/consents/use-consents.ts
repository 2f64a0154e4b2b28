// A person's consents, and what must be asked anew when one changes.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { DueConsent, PersonConsents, Wording } from "../../api/views.ts";

export function useConsentState(about: string) {
  return useQuery({
    queryKey: ["consents", "state", about],
    queryFn: async ({ signal }) =>
      get<PersonConsents>(`/api/consents/${encodeURIComponent(about)}/state`, { signal }),
  });
}

export function useDueConsents(days: number) {
  return useQuery({
    queryKey: ["consents", "due", days],
    queryFn: async ({ signal }) =>
      (
        await get<{ readonly items: readonly DueConsent[] }>(`/api/consents/due?days=${days}`, {
          signal,
        })
      ).items,
  });
}

export function useWordings() {
  return useQuery({
    queryKey: ["wordings"],
    queryFn: async ({ signal }) =>
      (await get<{ readonly items: readonly Wording[] }>("/api/consents/wordings", { signal }))
        .items,
    staleTime: Infinity,
  });
}

/** After a consent was given or withdrawn: every list of them, and whatever is planned on them. */
export function useConsentChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey }) =>
        ["consents", "dossier", "letter", "release", "submissions"].includes(String(queryKey[0])),
    });
  };
}
