// What the reader asks for, by one cache key each.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../api/index.ts";
import type { SourceMark, SourceReading, SourceText, SourceView } from "../../api/views.ts";

const path = (id: string): string => `/api/sources/${encodeURIComponent(id)}`;
export const sourceKey = (id: string) => ["source", id] as const;
export const readingKey = (id: string) => ["source-reading", id] as const;

export function useSource(id: string) {
  return useQuery({
    queryKey: sourceKey(id),
    queryFn: async ({ signal }) => get<SourceView>(path(id), { signal }),
  });
}

/** The text never changes, so it is asked for once. */
export function useText(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ["source-text", id],
    queryFn: async ({ signal }) => get<SourceText>(`${path(id)}/text`, { signal }),
    staleTime: Infinity,
    enabled,
  });
}

export function useReading(id: string, enabled: boolean) {
  return useQuery({
    queryKey: readingKey(id),
    queryFn: async ({ signal }) => get<SourceReading>(`${path(id)}/reading`, { signal }),
    staleTime: 30_000,
    enabled,
  });
}

export const answersKey = (id: string) => ["source-answers", id] as const;
const marksKey = (id: string) => ["source-marks", id] as const;

/** What stands of this source by its passages: statements and claims. */
export function useMarks(id: string) {
  return useQuery({
    queryKey: marksKey(id),
    queryFn: async ({ signal }) => get<readonly SourceMark[]>(`${path(id)}/marks`, { signal }),
    placeholderData: (before) => before,
  });
}

/** Makes everything that shows this source ask again. */
export function useSourceChanged(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: sourceKey(id) }),
      client.invalidateQueries({ queryKey: marksKey(id) }),
      client.invalidateQueries({ queryKey: answersKey(id) }),
      client.invalidateQueries({ queryKey: ["sources"] }),
      client.invalidateQueries({ queryKey: ["find"] }),
    ]);
  };
}
