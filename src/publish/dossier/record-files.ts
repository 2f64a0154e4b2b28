// What goes, as canonical JSON a program can read: one file a record, a statement, a source.
// Invariant: made of the plan alone; a name or a label comes only from a claim or a source that goes.
import { canonicalJson } from "../../proof/index.ts";
import type { ClaimView, PropertyView, StatementView } from "../../weigh/index.ts";
import type { BagFile } from "./bag.ts";
import { statementsOf } from "./footnotes.ts";
import type { DossierPlan, PlannedSource } from "./plan-dossier.ts";

const json = (path: string, value: unknown): BagFile => ({
  path,
  bytes: `${canonicalJson(value)}\n`,
});

/** data/people/NUMBER.json, data/records/…, data/statements/…, data/sources/…, data/held-back.json. */
export function* recordFiles(
  plan: DossierPlan,
  kept: ReadonlyMap<string, string>,
): Generator<BagFile> {
  const claims = new Map<string, ClaimView>();
  const statements = new Map<string, StatementView>();
  for (const person of plan.people) {
    const { file } = person;
    yield json(`data/people/${file.number}.json`, {
      number: file.number,
      records: file.records.map(({ id }) => id).filter((id) => person.records.has(id)),
      properties: file.properties.map(propertyJson),
      related: file.related.map(({ id, schema, properties }) => ({
        id,
        schema,
        properties: properties.map(propertyJson),
      })),
      heldBack: person.heldBack,
    });
    const all = [...file.properties, ...file.related.flatMap(({ properties }) => properties)];
    for (const claim of all.flatMap((property) => property.claims)) claims.set(claim.id, claim);
    for (const said of statementsOf(person)) statements.set(said.id, said);
  }
  for (const [record, own] of Map.groupBy(claims.values(), (claim) => claim.record))
    yield json(`data/records/${record}.json`, { id: record, claims: own.map(claimJson) });
  for (const said of statements.values())
    yield json(`data/statements/${said.id}.json`, statementJson(said));
  for (const source of plan.sources)
    yield json(`data/sources/${source.id}.json`, sourceJson(source, kept));
  yield json("data/held-back.json", {
    people: plan.people.map(({ file, heldBack }) => ({ number: file.number, heldBack })),
    notIncluded: plan.heldBack,
  });
}

const propertyJson = ({ name, headlines, others, denials, claims }: PropertyView) => ({
  name,
  headlines: headlines.map((headline) => ({
    value: headline.value,
    state: headline.state,
    claims: headline.claims,
    origins: headline.origins.length,
  })),
  others: others.map((other) => ({ claims: other.claims, origins: other.origins.length })),
  denials: denials.map(({ statement, namesThePerson }) => ({ statement, namesThePerson })),
  claims: claims.map(({ id }) => id),
});

const claimJson = ({
  id,
  property,
  value,
  review,
  source,
  passage,
  statement,
  knows,
  said,
  grade,
  seq,
}: ClaimView) =>
  defined({
    id,
    property,
    value,
    review,
    source,
    passage,
    statement,
    knows,
    said,
    grade,
    entry: seq,
  });

const statementJson = ({
  id,
  source,
  speaker,
  cue,
  content,
  mode,
  stance,
  addressee,
  said,
  passage,
  seq,
}: StatementView) =>
  defined({
    id,
    source,
    speaker,
    cue,
    content,
    mode,
    stance,
    addressee,
    said,
    passage,
    entry: seq,
  });

const sourceJson = (
  { files, blackedOut, ...source }: PlannedSource,
  kept: ReadonlyMap<string, string>,
) =>
  defined({
    ...source,
    files: files.map((hash) => kept.get(hash)),
    // A copy with parts blacked out stands in the place of the original.
    blackedOut: blackedOut ? true : undefined,
  });

const defined = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
