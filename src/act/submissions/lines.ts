// Values of a file as lines of a form.
// Invariant: a line leads to its claims; where claims disagree both sides stand in it; what is sealed or points elsewhere makes none.
import type { Value } from "../../model/index.ts";
import type { ClaimView, PropertyView, RelatedView } from "../../weigh/index.ts";

/** A value with the claims that say so; `against`: it stands against the one before it. */
export interface Part {
  readonly property: string;
  readonly value: Value;
  readonly claims: readonly ClaimView[];
  readonly against?: true;
}

export type Line =
  | { readonly kind: "values"; readonly parts: readonly Part[] }
  | { readonly kind: "state"; readonly code: string; readonly claims: readonly ClaimView[] }
  | { readonly kind: "said"; readonly statement: string }
  | { readonly kind: "text"; readonly text: string }
  /** A sentence of the frames; values that begin with `term:` are codes of a vocabulary, with `day:` ISO days. */
  | {
      readonly kind: "sentence";
      readonly key: string;
      readonly values?: Readonly<Record<string, string>>;
    };

/** One line for each headline of a property, with what stands against it. */
export function valueLines(properties: readonly PropertyView[], name: string): Line[] {
  const property = properties.find((one) => one.name === name);
  return property === undefined
    ? []
    : partsOf(property).map((parts) => ({ kind: "values", parts }));
}

/** Sexual violence is told by the person or not at all: no form is filled with it of itself. */
const neverOfItself = new Set(["rape", "sexual-violence", "sexual-abuse"]);

/** All told properties of one record in one line. */
export function recordLine(one: RelatedView, names: readonly string[]): Line[] {
  const properties = names.flatMap((name) => one.properties.find((p) => p.name === name) ?? []);
  const parts = properties.flatMap(partsOf).flat();
  const closed = parts.some(({ value }) => value.kind === "code" && neverOfItself.has(value.code));
  return closed || parts.length === 0 ? [] : [{ kind: "values", parts }];
}

function partsOf(property: PropertyView): Part[][] {
  const byId = new Map(property.claims.map((claim) => [claim.id, claim]));
  const claimsOf = (ids: readonly string[]): ClaimView[] => ids.flatMap((id) => byId.get(id) ?? []);
  const others = property.others.flatMap(({ claims }): Part[] => {
    const found = claimsOf(claims);
    const value = found[0]?.value;
    return value === undefined || !tells(value)
      ? []
      : [{ property: property.name, value, claims: found, against: true }];
  });
  return property.headlines
    .filter(({ value }) => tells(value))
    .map((headline, i) => [
      { property: property.name, value: headline.value, claims: claimsOf(headline.claims) },
      ...(i === 0 ? others : []),
    ]);
}

/** Whether a value says something that may stand in a form. */
function tells(value: Value): boolean {
  if (value.kind === "sealed" || value.kind === "ref") return false;
  if (value.kind === "code") return value.code !== "unknown";
  return value.kind !== "date" || value.edtf !== "XXXX";
}
