// Figures and acts that nobody says are so: told inside a denial, or said not to have happened.
// Invariant: what is denied is never offered as asserted; it is decided with the statement that denies it.
import type { Reading } from "../read/index.ts";

type Parts = Pick<Reading, "statements" | "figures" | "acts">;

/** Ids of the figures and acts of a reading that must not be accepted by themselves. */
export function notOffered({ statements, figures, acts }: Parts): string[] {
  const byId = new Map(statements.map((s) => [s.id, s]));
  const isDenied = (id: string | undefined): boolean => {
    // A quotation inside a denial is denied with it; `seen` ends a circle that a damaged reading may hold.
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = byId.get(at)?.parent) {
      if (byId.get(at)?.stance === "denies") return true;
      seen.add(at);
    }
    return false;
  };
  return [
    ...figures.filter((f) => isDenied(f.statement)),
    ...acts.filter((a) => a.denied || a.negated || isDenied(a.statement)),
  ].map(({ id }) => id);
}
