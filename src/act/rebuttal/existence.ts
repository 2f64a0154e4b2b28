// How it is known that a person exists: who says so, in which papers, who knew them, since when.
// Invariant: a function of the file and its origins; the person's records are only as many witnesses as they have origins.
import { parseDate } from "../../model/index.ts";
import type { ClaimView, OriginView, RecordFile } from "../../weigh/index.ts";

export interface Existence {
  /** Independent of one another; each with the claims that go back to it. */
  readonly origins: readonly { readonly label: string; readonly claims: readonly string[] }[];
  /** Sources that are papers, by id. */
  readonly papers: readonly string[];
  /** Those who speak of the person and how they know, each once, with one claim of theirs. */
  readonly knew: readonly {
    readonly speaker: string;
    readonly knows: string;
    readonly claim: string;
  }[];
  /** The first day on which a source speaks of the person (ISO, the earliest it may mean). */
  readonly earliest: { readonly day: string; readonly claim: string } | null;
}

const paperKinds = new Set(["court-paper", "official-statement", "leaked-document", "letter"]);

/** `origins`: of the claims on the person's own records, weighed together. */
export function existenceOf(
  file: Pick<RecordFile, "properties" | "related">,
  origins: readonly Pick<OriginView, "label" | "claims">[],
  kindOf: (source: string) => string | undefined,
): Existence {
  const claims = file.properties.flatMap((property) => property.claims);
  const all = [
    ...claims,
    ...file.related.flatMap((one) => one.properties.flatMap((p) => p.claims)),
  ];
  const papers = new Set(
    claims.map(({ source }) => source).filter((id) => paperKinds.has(kindOf(id) ?? "")),
  );
  return {
    origins: origins.map(({ label, claims: behind }) => ({ label, claims: behind })),
    papers: [...papers].toSorted(),
    knew: knewOf(all),
    earliest: earliestOf(claims),
  };
}

function knewOf(claims: readonly ClaimView[]): Existence["knew"] {
  const known = new Map<string, Existence["knew"][number]>();
  for (const { id, speaker, knows } of claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (speaker === undefined || speaker === "" || knows === undefined || knows === "unknown")
      continue;
    const key = `${speaker}\n${knows}`;
    if (!known.has(key)) known.set(key, { speaker, knows, claim: id });
  }
  return [...known.values()].toSorted((a, b) => (a.speaker < b.speaker ? -1 : 1));
}

function earliestOf(claims: readonly ClaimView[]): Existence["earliest"] {
  const days = claims.flatMap(({ id, said, published }) => {
    const when = said ?? published;
    const day = when === undefined ? null : (parseDate(when)?.min ?? null);
    return day === null ? [] : [{ day, claim: id }];
  });
  return (
    days.toSorted((a, b) =>
      a.day === b.day ? (a.claim < b.claim ? -1 : 1) : a.day < b.day ? -1 : 1,
    )[0] ?? null
  );
}
