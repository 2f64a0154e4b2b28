// Small questions about properties that several parts of the file ask.
// Invariant: nothing here weighs; it only reads what the server weighed.
import type { ClaimView, OriginView, PropertyView, RelatedView } from "../../api/views.ts";
import { sourcesIn } from "./evidence-branches.ts";

/** How many independent origins, in how many sources, and how many of these only repeat them. */
export function sumOrigins(origins: readonly OriginView[]): {
  readonly origins: number;
  readonly retellings: number;
  readonly sources: number;
} {
  return {
    origins: origins.length,
    sources: sourcesIn(origins),
    retellings: origins.reduce((all, origin) => all + origin.retellings, 0),
  };
}

/** The claim whose passage speaks for a value: the first that has words to show. */
export function bestClaim(
  ids: readonly string[],
  claims: readonly ClaimView[],
): string | undefined {
  const own = claims.filter((claim) => ids.includes(claim.id));
  return (own.find((claim) => claim.passage !== undefined) ?? own[0])?.id;
}

/** One claim and nothing against it: there is nothing to explain. */
export function isPlain(property: PropertyView): boolean {
  return (
    property.claims.length === 1 &&
    property.denials.length === 0 &&
    property.others.length === 0 &&
    !property.headlines.some((headline) => headline.pinned)
  );
}

/** A pointer back to the file that is shown says nothing there. */
export function pointsBack(property: PropertyView, own: ReadonlySet<string>): boolean {
  return (
    property.claims.length > 0 &&
    property.claims.every((claim) => claim.value.kind === "ref" && own.has(claim.value.record))
  );
}

/** What a related record is called by: the property its label comes from. */
export function namingProperty(related: RelatedView): PropertyView | undefined {
  return ["kind", "type"]
    .map((name) => related.properties.find((property) => property.name === name))
    .find((property) => property !== undefined);
}

/** The properties worth a row: not the pointer back, not the name the heading already gives when nothing stands against it. */
export function shownProperties(
  related: RelatedView,
  own: ReadonlySet<string>,
): readonly PropertyView[] {
  const naming = namingProperty(related);
  return related.properties.filter(
    (property) => !pointsBack(property, own) && !(property === naming && isPlain(property)),
  );
}

const summaryParts = 3;

/** A related record in one line: its first values, without dates and what its heading says. */
export function summaryOf(related: RelatedView, own: ReadonlySet<string>): readonly string[] {
  const naming = namingProperty(related);
  return related.properties
    .filter((property) => property !== naming && !property.sealed)
    .flatMap((property) => property.headlines)
    .filter(
      ({ value }) => value.kind !== "date" && !(value.kind === "ref" && own.has(value.record)),
    )
    .map((headline) => headline.text)
    .slice(0, summaryParts);
}
