// What an appeal says, as entries: the sender's statement, a record for every person named, and their claims.
// Invariant: every claim is proposed and points to its words; the sender's name and contact are written sealed or not at all.
import type { SealedValue } from "../../access/index.ts";
import {
  type Appeal,
  type AppealPerson,
  type ClaimId,
  draft,
  type Draft,
  parseCell,
  type Passage,
  propertyOf,
  type RecordId,
  type SourceId,
  type Value,
} from "../../model/index.ts";
import { cleanLine, cut } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import type { ToldAppeal, ToldPerson } from "./appeal-text.ts";

export interface AppealDrafts {
  readonly drafts: readonly Draft[];
  /** The record of each person named, in the order of the appeal. */
  readonly people: readonly RecordId[];
  readonly sender: RecordId;
}

export interface Written {
  readonly source: SourceId;
  readonly appeal: Appeal;
  readonly told: ToldAppeal;
  /** What the sender's record is called; no name of a person. */
  readonly senderLabel: string;
  /** Name and contact of the sender. */
  readonly sender?: SealedValue;
}

/** The entries beside `source.added`. */
export function appealDrafts({ ids }: Pick<CollectDeps, "ids">, written: Written): AppealDrafts {
  const { source, appeal, told } = written;
  const statement = ids.next<RecordId>("rec");
  const write = writer(ids, source, statement, appeal.made.slice(0, 10));
  const people = appeal.people.map((person, i) =>
    personDrafts(write, person, told.people[i] ?? { names: [] }),
  );
  // Somebody who writes for themselves is the sender; else the sender is a person of their own.
  const self = appeal.people.findIndex(({ relation }) => relation === "self");
  const sender = people[self] ?? write.record("Person", written.senderLabel);
  if (written.sender !== undefined) write.claim("Person", sender, "contactAbroad", written.sender);
  appeal.people.forEach((person, i) => {
    const record = people[i];
    if (record !== undefined && record !== sender)
      kinDrafts(write, { person, record, sender, passage: told.people[i]?.relation });
  });
  write.drafts.push(
    draft("statement.added", statement, {
      id: statement,
      source,
      passage: { start: 0, end: told.text.length },
      speaker: { words: written.senderLabel, record: sender },
      content: cut(told.text, 20_000),
      mode: "direct",
      stance: "asserts",
      said: appeal.made.slice(0, 10),
      targets: people.map((record) => ({ record })),
      answers: [],
    }),
  );
  return { drafts: write.drafts, people, sender };
}

interface Writer {
  readonly drafts: Draft[];
  record(schema: string, label: string): RecordId;
  claim(
    schema: string,
    record: RecordId,
    property: string,
    value: Value,
    about?: { readonly passage?: Passage | undefined; readonly knows?: string | undefined },
  ): void;
}

function writer(
  ids: CollectDeps["ids"],
  source: SourceId,
  statement: RecordId,
  said: string,
): Writer {
  const drafts: Draft[] = [];
  return {
    drafts,
    record(schema, label) {
      const id = ids.next<RecordId>("rec");
      drafts.push(draft("record.added", id, { id, schema, source, label: cut(label, 1_000) }));
      return id;
    },
    claim(schema, record, property, value, { passage, knows } = {}) {
      drafts.push(
        draft("claim.added", record, {
          id: ids.next<ClaimId>("clm"),
          record,
          schema,
          property,
          value,
          source,
          statement,
          said,
          review: "proposed",
          ...(passage === undefined ? {} : { passage }),
          ...(knows === undefined ? {} : { knows }),
        }),
      );
    },
  };
}

function personDrafts(write: Writer, person: AppealPerson, told: ToldPerson): RecordId {
  const label = cleanLine(person.names[0] ?? "", 1_000) || "…";
  const record = write.record("Person", label);
  const { knows } = person;
  for (const passage of told.names) said(write, "Person", record, { name: passage }, knows);
  if (person.sex !== undefined) {
    const value = { kind: "code", vocabulary: "sex", code: person.sex } as const;
    write.claim("Person", record, "sex", value, { passage: told.sex, knows });
  }
  said(write, "Person", record, { birthDate: told.born, origin: told.from }, knows);
  said(write, "Person", record, { lastConfirmedAlive: told.lastHeard }, knows);
  const { taken, takenFrom, takenBy, heldAt, happened } = told;
  if (taken ?? takenFrom ?? takenBy) {
    // What happened is asked for beside the taking: a form's "how" is filled from there.
    const places = { from: taken, place: takenFrom, holder: takenBy, note: happened };
    episode(write, { record, label, kind: { code: "taken" }, told: places, knows });
  } else said(write, "Person", record, { note: happened }, knows);
  if (heldAt !== undefined) {
    const kind = { code: "other", words: "thought to be held" };
    episode(write, { record, label, kind, told: { place: heldAt }, knows });
  }
  return record;
}

interface Happening {
  readonly record: RecordId;
  readonly label: string;
  readonly kind: { readonly code: string; readonly words?: string };
  readonly told: Readonly<Record<string, Passage | undefined>>;
  readonly knows: string | undefined;
}

function episode(write: Writer, { record, label, kind, told, knows }: Happening): void {
  const id = write.record("Episode", label);
  write.claim("Episode", id, "person", { kind: "ref", record });
  write.claim("Episode", id, "kind", { kind: "code", vocabulary: "episode-kind", ...kind });
  said(write, "Episode", id, told, knows);
}

function said(
  write: Writer,
  schema: string,
  record: RecordId,
  told: Readonly<Record<string, Passage | undefined>>,
  knows: string | undefined,
): void {
  for (const [name, passage] of Object.entries(told)) {
    const value = passage?.quote === undefined ? undefined : valueOf(schema, name, passage.quote);
    if (value !== undefined) write.claim(schema, record, name, value, { passage, knows });
  }
}

/** Words as a value of the property; a date nobody can read is a date not known, in these words. */
function valueOf(schema: string, name: string, words: string): Value | undefined {
  const property = propertyOf(schema, name);
  if (property === undefined) return undefined;
  const value = parseCell(property, words);
  if (!("error" in value)) return value;
  return property.type === "date"
    ? { kind: "date", edtf: "XXXX", words: cut(words, 2_000) || "…" }
    : undefined;
}

interface Kin {
  readonly person: AppealPerson;
  readonly record: RecordId;
  readonly sender: RecordId;
  readonly passage: Passage | undefined;
}

/** "`record` is the `relation` of `sender`", as the schema Relationship reads. */
function kinDrafts(write: Writer, { person, record, sender, passage }: Kin): void {
  const { relation } = person;
  if (relation === undefined) return;
  const id = write.record("Relationship", cleanLine(person.names[0] ?? "", 1_000) || "…");
  write.claim("Relationship", id, "from", { kind: "ref", record });
  write.claim("Relationship", id, "to", { kind: "ref", record: sender });
  const value = { kind: "code", vocabulary: "relationship-kind", code: relation } as const;
  write.claim("Relationship", id, "kind", value, { passage });
}
