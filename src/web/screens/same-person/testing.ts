// Pairs for tests. Everyone is invented.
import type { PersonItem, QueueItem } from "../../api/views.ts";

function person(id: string): PersonItem {
  return {
    id,
    number: `P-${id}`,
    formerly: [],
    label: `Person ${id}`,
    names: [],
    records: 1,
    claims: 1,
    sources: 1,
  };
}

/** `pairOf("a b")`: the records a and b, each a person of its own. */
export function pairOf(key: string, band = "likely"): QueueItem {
  const [left = "", right = ""] = key.split(" ");
  return {
    left,
    right,
    leftPerson: person(left),
    rightPerson: person(right),
    score: 0.8,
    band,
    reasons: [],
    standing: null,
  };
}
