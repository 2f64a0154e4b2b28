// Which program's file a source is.
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/index.ts";

export function useForeign(id: string) {
  return useQuery({
    queryKey: ["foreign", id],
    queryFn: async ({ signal }) =>
      (
        await get<{ readonly format: string | null }>(
          `/api/sources/${encodeURIComponent(id)}/foreign`,
          { signal },
        )
      ).format,
    staleTime: Infinity,
  });
}
