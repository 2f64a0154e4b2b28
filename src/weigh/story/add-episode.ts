// A stretch of a person's story is written down from one source: the episode, what was done in it, and by whom.
// Invariant: all of it or nothing, in one transaction; every value is a claim of that source with its passage.
import { type Actor, requireRight } from "../../access/index.ts";
import { clusterOf } from "../../link/index.ts";
import { draft, type Passage, type RecordId, type SourceId, termOf } from "../../model/index.ts";
import { type NewClaim, recordDrafts } from "../add-record.ts";
import type { WeighDeps } from "../deps.ts";
import { WeighError } from "../errors.ts";

/** A value of the form: which property, what it says, and its own words where they are not those of the whole. */
export type EpisodeValue = Pick<NewClaim, "property" | "value" | "words" | "passage">;

export interface NewAct {
  /** Code of `act-type`. */
  readonly type: string;
  readonly values: readonly EpisodeValue[];
  /** Who did it, as stated; the part each had is a record of its own. */
  readonly perpetrators: readonly {
    readonly name: string;
    readonly kind?: string | undefined;
    readonly degree?: string | undefined;
  }[];
  readonly passage?: Passage | undefined;
}

export interface AddEpisode {
  readonly person: RecordId;
  readonly source: SourceId;
  /** Code of `episode-kind`. */
  readonly kind: string;
  readonly values: readonly EpisodeValue[];
  readonly acts: readonly NewAct[];
  /** The words of the source the whole rests on, where a value has none of its own. */
  readonly passage?: Passage | undefined;
  /** The statement through which it was said. */
  readonly statement?: RecordId | undefined;
  readonly knows?: string | undefined;
}

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/** Writes the episode with its acts. Gives every record opened, the episode's first. Throws WeighError. */
export async function addEpisode(
  deps: Deps,
  actor: Actor,
  input: AddEpisode,
): Promise<{ episode: RecordId; records: RecordId[] }> {
  requireRight(actor, "add");
  await requirePerson(deps, input.person);
  const episode = deps.ids.next<RecordId>("rec");
  const common = { statement: input.statement, knows: input.knows };
  const claim = (value: EpisodeValue, passage: Passage | undefined): NewClaim => ({
    ...common,
    ...value,
    passage: value.passage ?? passage ?? input.passage,
  });
  const plans = [
    {
      id: episode,
      schema: "Episode",
      label: labelOf("episode-kind", input.kind),
      claims: [
        ref("person", input.person),
        code("kind", "episode-kind", input.kind),
        ...input.values,
      ].map((value) => claim(value, undefined)),
    },
    ...input.acts.flatMap((act) => actPlans(deps, input.person, episode, act, claim)),
  ];
  const made = [];
  const once = { ...deps, textOf: readOnce(deps.textOf) };
  for (const plan of plans)
    made.push(await recordDrafts(once, { ...plan, source: input.source }, null));
  await deps.ledger.append(
    actor.member,
    made.flatMap(({ record, claims }) => [record, ...claims]),
  );
  return { episode, records: made.map(({ id }) => id) };
}

/** The text is decrypted once, however many records rest on it. */
function readOnce(textOf: Deps["textOf"]): Deps["textOf"] {
  const texts = new Map<string, Promise<string | null>>();
  return (source) => {
    const text = texts.get(source) ?? textOf(source);
    texts.set(source, text);
    return text;
  };
}

function actPlans(
  deps: Deps,
  person: RecordId,
  episode: RecordId,
  act: NewAct,
  claim: (value: EpisodeValue, passage: Passage | undefined) => NewClaim,
) {
  const id = deps.ids.next<RecordId>("rec");
  const who = act.perpetrators.filter(({ name }) => name.trim() !== "");
  const kinds = [...new Set(who.flatMap(({ kind }) => kind ?? []))];
  const values: EpisodeValue[] = [
    ref("person", person),
    ref("episode", episode),
    code("type", "act-type", act.type),
    ...act.values,
    ...who.map(({ name }) => text("perpetrator", name)),
    ...kinds.map((kind) => code("perpetratorKind", "holder-kind", kind)),
  ];
  const parts = who.flatMap(({ name, kind, degree }) =>
    degree === undefined
      ? []
      : [
          {
            id: deps.ids.next<RecordId>("rec"),
            schema: "Involvement",
            label: name.trim().slice(0, 200),
            claims: [
              ref("person", person),
              ref("act", id),
              text("perpetrator", name),
              ...(kind === undefined ? [] : [code("perpetratorKind", "holder-kind", kind)]),
              code("degree", "involvement", degree),
            ].map((value) => claim(value, act.passage)),
          },
        ],
  );
  return [
    {
      id,
      schema: "Act",
      label: labelOf("act-type", act.type),
      claims: values.map((value) => claim(value, act.passage)),
    },
    ...parts,
  ];
}

/**
 * Takes back records written together; each can be brought back by itself. Own work needs no reviewer.
 * Throws WeighError `weigh/no-such-record`.
 */
export async function takeBackEpisode(
  deps: Pick<WeighDeps, "ledger" | "db">,
  actor: Actor,
  input: { records: readonly RecordId[]; reason: string },
): Promise<void> {
  requireRight(actor, "add");
  const ids = [...new Set(input.records)];
  const rows = await deps.db
    .selectFrom("records")
    .innerJoin("entries", "entries.seq", "records.seq")
    .select(["records.id", "entries.author"])
    .where("records.id", "in", ids)
    .execute();
  if (ids.length === 0 || rows.length < ids.length)
    throw new WeighError(
      "weigh/no-such-record",
      "There is nothing with this id in the vault that could be taken back. Open the file again.",
    );
  if (rows.some(({ author }) => author !== actor.member)) requireRight(actor, "review");
  await deps.ledger.append(
    actor.member,
    ids.map((id) =>
      draft("withdrawn", id, { target: id, subject: id, back: false, reason: input.reason }),
    ),
  );
}

/** The schema decides what a pointer may lead to; an episode of something that is no person would show nowhere. */
async function requirePerson({ db }: Pick<Deps, "db">, person: RecordId): Promise<void> {
  const [first = person] = await clusterOf(db, person);
  const row = await db
    .selectFrom("records")
    .select("schema")
    .where("id", "=", first)
    .executeTakeFirst();
  if (row?.schema !== "Person")
    throw new WeighError(
      "weigh/no-such-record",
      "There is no person with this id in the vault. Search for them by name.",
    );
}

function labelOf(vocabulary: string, term: string): string {
  const found = termOf(vocabulary, term);
  if (found === undefined)
    throw new WeighError(
      "weigh/not-this-type",
      `Expected a term of the list “${vocabulary}”. Pick one from the list.`,
    );
  return found.label;
}

const ref = (property: string, record: RecordId): EpisodeValue => ({
  property,
  value: { kind: "ref", record },
});
const text = (property: string, words: string): EpisodeValue => ({
  property,
  value: { kind: "text", text: words.trim() },
});

function code(property: string, vocabulary: string, term: string): EpisodeValue {
  labelOf(vocabulary, term);
  return { property, value: { kind: "code", vocabulary, code: term } };
}
