// When what is being typed becomes a version. Invariant: at most one a minute in one sitting, and no word waits longer than one.

/** Milliseconds of rest after which what was typed is saved, where a version may be made. */
const restMs = 2_500;
const minuteMs = 60_000;

export interface Typed {
  /** Milliseconds since 1970, as all times here: the last key. */
  readonly now: number;
  /** The last version of this sitting; null: none yet. */
  readonly savedAt: number | null;
  /** The first word that is not in a version yet. */
  readonly dirtySince: number;
}

/** Milliseconds from the last key to the next version. */
export function saveDelay({ now, savedAt, dirtySince }: Typed): number {
  const atFirst = savedAt === null ? 0 : savedAt + minuteMs;
  const atLast = Math.max(atFirst, dirtySince + minuteMs);
  return Math.max(0, Math.min(Math.max(now + restMs, atFirst), atLast) - now);
}
