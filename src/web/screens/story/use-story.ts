// The story of a person as the server tells it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { StoryView } from "../../api/views.ts";

export function useStory(id: string) {
  return useQuery({
    queryKey: ["story", id],
    queryFn: async ({ signal }) =>
      get<StoryView>(`/api/people/${encodeURIComponent(id)}/story`, { signal }),
  });
}

/** After an episode was written down or taken back. */
export function useStoryChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey }) =>
        ["story", "file", "history", "people", "records", "home", "leads", "network"].includes(
          String(queryKey[0]),
        ),
    });
  };
}
