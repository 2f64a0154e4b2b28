// What the editor asks for, and the boxes in hand with their undo.
import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { Box, RedactionView, RedactPages } from "../../api/views.ts";
import type { DrawnBox } from "./boxes.ts";

export const sourcePath = (id: string, what: string): string =>
  `/api/sources/${encodeURIComponent(id)}/${what}`;

const copiesKey = (id: string) => ["redactions", id] as const;

export function usePages(id: string) {
  return useQuery({
    queryKey: ["redact-pages", id],
    queryFn: async ({ signal }) => get<RedactPages>(sourcePath(id, "pages"), { signal }),
    staleTime: Infinity,
  });
}

export function useCopies(id: string) {
  return useQuery({
    queryKey: copiesKey(id),
    queryFn: async ({ signal }) =>
      get<readonly RedactionView[]>(sourcePath(id, "redactions"), { signal }),
  });
}

/** Words that are blacked out wherever they stand, and where that is. */
export interface MarkedWords {
  readonly words: string;
  readonly places: readonly Box[];
}

export interface Marked {
  readonly boxes: readonly DrawnBox[];
  readonly every: readonly MarkedWords[];
}

const nothing: Marked = { boxes: [], every: [] };

/** What is marked, and every state of it before. */
export function useMarked() {
  const [states, setStates] = useState<readonly Marked[]>([nothing]);
  const now = states.at(-1) ?? nothing;
  return {
    now,
    canUndo: states.length > 1,
    change: (next: Marked): void => setStates([...states, next].slice(-200)),
    undo: (): void => setStates(states.length > 1 ? states.slice(0, -1) : states),
  };
}

export function useFind(id: string, onFound: (found: MarkedWords) => void) {
  return useMutation({
    mutationFn: async (words: string): Promise<MarkedWords> => ({
      words,
      places: await post<readonly Box[]>(sourcePath(id, "find-words"), { words }),
    }),
    onSuccess: onFound,
  });
}

export function useMake(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ marked, leave }: { readonly marked: Marked; readonly leave: boolean }) =>
      post<RedactionView>(sourcePath(id, "redact"), {
        boxes: marked.boxes.map(({ key: _key, ...box }) => box),
        every: marked.every.map((one) => one.words),
        leaveElsewhere: leave,
      }),
    onSuccess: async () => client.invalidateQueries({ queryKey: copiesKey(id) }),
  });
}
