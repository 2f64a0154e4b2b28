// Two files side by side: what both say, what only one says, where they differ.
// Invariant: it decides nothing. "Agree" means that both have a value that reads the same.
import type { PropertyView, RecordFile } from "../../api/views.ts";

export interface ComparedRow {
  readonly property: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly verdict: "agree" | "differ" | "one-sided";
}

/** Every value of a property, headlines first, the ones that lost after them. */
function values(property: PropertyView | undefined): readonly string[] {
  if (property === undefined) return [];
  return [
    ...new Set([
      ...property.headlines.map((headline) => headline.text),
      ...property.others.map((other) => other.text),
    ]),
  ];
}

function keys(property: PropertyView | undefined): ReadonlySet<string> {
  return new Set(
    (property?.claims ?? [])
      .filter((claim) => claim.review !== "rejected")
      .map((claim) => claim.text.normalize("NFKC").toLowerCase().trim()),
  );
}

/** Rows in the order of the left file, then what only the right one has. Sealed values are never compared here. */
export function compareFiles(left: RecordFile, right: RecordFile): readonly ComparedRow[] {
  const other = new Map(right.properties.map((property) => [property.name, property]));
  const names = new Set(
    [...left.properties, ...right.properties]
      .filter((property) => !property.sealed)
      .map((property) => property.name),
  );
  return [...names].map((name) => {
    const a = left.properties.find((property) => property.name === name);
    const b = other.get(name);
    const leftKeys = keys(a);
    const shared = [...keys(b)].some((key) => leftKeys.has(key));
    return {
      property: name,
      left: values(a),
      right: values(b),
      verdict: a === undefined || b === undefined ? "one-sided" : shared ? "agree" : "differ",
    };
  });
}
