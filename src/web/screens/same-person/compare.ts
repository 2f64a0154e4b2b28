// Two files side by side: what both say, what only one says, and which way it speaks.
// Invariant: it decides nothing. What the matching weighs (names, births, places …) is told by its reasons, as in the queue; of the
// rest "agree" means that both have a value that reads the same.
import type { PropertyView, ReasonView, RecordFile } from "../../api/views.ts";
import { reasonsAbout } from "./evidence.ts";

type RowVerdict = "agree" | "differ" | "one-sided" | "speaksFor" | "speaksAgainst" | "open";

export interface ComparedRow {
  readonly property: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** `open`: both say something, and the matching takes it neither way. */
  readonly verdict: RowVerdict;
}

/** Which reasons weigh which property: first parts of their rules. */
const topicOf: Readonly<Record<string, string>> = {
  name: "name",
  birthDate: "birth",
  age: "birth",
  sex: "sex",
  origin: "place",
  birthPlace: "place",
  residence: "place",
  registration: "place",
};

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

/**
 * Rows in the order of the left file, then what only the right one has. Sealed values are never compared here. `reasons` are
 * undefined until the server has weighed the two.
 */
export function compareFiles(
  left: RecordFile,
  right: RecordFile,
  reasons: readonly ReasonView[] | undefined,
): readonly ComparedRow[] {
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
    const shares = [...keys(b)].some((key) => leftKeys.has(key));
    return {
      property: name,
      left: values(a),
      right: values(b),
      verdict: a === undefined || b === undefined ? "one-sided" : verdictOn(name, shares, reasons),
    };
  });
}

function verdictOn(
  property: string,
  shares: boolean,
  reasons: readonly ReasonView[] | undefined,
): RowVerdict {
  const topic = topicOf[property];
  if (topic === undefined) return shares ? "agree" : "differ";
  const about = reasonsAbout([topic], reasons ?? []);
  if (about.length === 0) return shares ? "agree" : "open";
  return about.reduce((sum, { bits }) => sum + bits, 0) < 0 ? "speaksAgainst" : "speaksFor";
}
