// What kind a tie is, and which people are one family.
// Invariant: pure; the order of people and ties changes nothing.
import { termOf } from "../../model/index.ts";
import type { NetworkEdge, TieKind } from "./views.ts";

const kin = new Set([
  "spouse",
  "parent",
  "child",
  "sibling",
  "grandparent",
  "grandchild",
  "uncle-aunt",
  "nephew-niece",
  "cousin",
  "in-law",
  "relative",
]);
const held = new Set(["co-detainee", "same-case"]);
const speaks = new Set(["testifies-for", "lawyer"]);
/** Not a tie between two people. */
const none = new Set(["self", "no-relation"]);

/** The kind of a term of `relationship-kind`; null for one that is no tie. */
export function tieKind(code: string | null): TieKind | null {
  if (code === null) return "other";
  if (none.has(code)) return null;
  const broader = termOf("relationship-kind", code)?.broader ?? code;
  if (kin.has(code) || kin.has(broader)) return "kin";
  if (held.has(code)) return "held";
  return speaks.has(code) ? "speaks" : "other";
}

/** For each person the smallest id among those connected with them by kin. */
export function familiesOf(
  people: readonly string[],
  edges: readonly Pick<NetworkEdge, "from" | "to" | "kind">[],
): Map<string, string> {
  const near = new Map<string, string[]>(people.map((id) => [id, []]));
  for (const { from, to, kind } of edges) {
    if (kind !== "kin") continue;
    near.get(from)?.push(to);
    near.get(to)?.push(from);
  }
  const families = new Map<string, string>();
  for (const first of [...people].sort()) {
    if (families.has(first)) continue;
    const group = [first];
    families.set(first, first);
    for (const one of group)
      for (const next of near.get(one) ?? [])
        if (near.has(next) && !families.has(next)) {
          families.set(next, first);
          group.push(next);
        }
  }
  return families;
}
