// Remembers what was worked out for a word, because the same few thousand words make up most names.
// Invariant: only speed depends on it: results are the same with an empty memory. The memory is bounded and can be emptied.

const LIMIT = 50_000;
const LONGEST_KEY = 64;

const memories: Map<string, unknown>[] = [];

/** A function that remembers its answers; `compute` must depend on the key alone. */
export function remember<T>(compute: (key: string) => T): (key: string) => T {
  const memory = new Map<string, T>();
  memories.push(memory);
  return (key) => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const answer = compute(key);
    // Long keys are hostile or rare: not worth the room.
    if (key.length <= LONGEST_KEY) {
      if (memory.size >= LIMIT) memory.clear();
      memory.set(key, answer);
    }
    return answer;
  };
}

/** Empties every memory of this room: for when a vault is locked and no name may stay behind. */
export function forgetNames(): void {
  for (const memory of memories) memory.clear();
}
