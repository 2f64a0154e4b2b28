// What a screen remembers while one looks elsewhere: the words in a search line, a chosen filter.
// Invariant: in memory only and gone when the vault locks, because search words are names.
import { useSyncExternalStore } from "react";
import { onLocked } from "../api/client.ts";

const kept = new Map<string, string>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function forgetKept(): void {
  kept.clear();
  tell();
}
onLocked(forgetKept);

/** Like `useState("")`, but it outlives the screen. `key` is the screen's, as `people.q`. */
export function useKept(key: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept.get(key) ?? "",
  );
  return [
    value,
    (next) => {
      if (next === "") kept.delete(key);
      else kept.set(key, next);
      tell();
    },
  ];
}
