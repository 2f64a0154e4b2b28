// The consents about one thing, and what must be asked anew when one changes.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { ConsentView } from "../../api/views.ts";

export function useConsents(about: string) {
  return useQuery({
    queryKey: ["consents", about],
    queryFn: async ({ signal }) =>
      (
        await get<{ readonly items: readonly ConsentView[] }>(
          `/api/consents/${encodeURIComponent(about)}`,
          { signal },
        )
      ).items,
  });
}

/** After a consent was given or withdrawn: the list, and what would go. */
export function useConsentChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey }) => ["consents", "dossier"].includes(String(queryKey[0])),
    });
  };
}
