// Ids of suggestions: a hash of what is suggested and where, so that the same text read again gives the same ids.
// Invariant: an id tells nothing of the words it stands for.
import type { Unmarked, Span } from "./reading.ts";

// FNV-1a, 53 bits from two 32-bit runs: an id, not a proof.
export function stableId(kind: string, spans: readonly (readonly Span[])[]): string {
  const key = `${kind}|${spans.map((list) => list.map(({ start, end }) => `${start}-${end}`).join(",")).join("|")}`;
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < key.length; i++) {
    a = Math.imul(a ^ key.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ key.charCodeAt(i), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}

/** Gives each suggestion its id; `what` is the part of it that tells it from another one over the same words. */
export function withIds<S extends Span & { readonly id: string }>(
  kind: string,
  found: readonly Unmarked<S>[],
  what: (one: Unmarked<S>) => string,
): S[] {
  // The finder's object with its id is the suggestion; TypeScript does not see through Omit of a type parameter.
  return found.map(
    (one) => ({ ...one, id: stableId(`${kind}/${what(one)}`, [[one]]) }) as unknown as S,
  );
}
