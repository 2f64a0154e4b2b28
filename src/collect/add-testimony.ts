// A testimony typed in by hand: the text, who gave it, and the people it is about.
// Invariant: the whole text is one statement of the testifier; every person named starts as a record of this source
// with a name claim that points to the place in the text where the name stands, if it stands there.
import {
  type ClaimId,
  draft,
  type Draft,
  findTerm,
  type Passage,
  type RecordId,
  type SourceId,
  termOf,
} from "../model/index.ts";
import { StoreError } from "../store/index.ts";
import { firstLine, receivedText } from "./add-text.ts";
import { cleanLine, cut } from "./clean-line.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError, itemError } from "./errors.ts";
import { keepSource } from "./keep-source.ts";
import { mayAdd } from "./may-add.ts";
import { keepReading, suggestionIds } from "./reading-cache.ts";
import type { IntakeItem } from "./views.ts";

export interface TestimonyInput {
  readonly title?: string;
  readonly text: string;
  readonly testifier?: string;
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly language?: string;
  /** When it was given, EDTF. */
  readonly given?: string;
  /** How the testifier knows, a code of the vocabulary `knows`. */
  readonly knows?: string;
  readonly people: readonly { readonly name: string; readonly relation?: string }[];
}

/** Answers with the source and the records of the testifier (first, where named) and of the people. Throws as addText. */
export async function addTestimony(
  deps: CollectDeps,
  input: TestimonyInput,
): Promise<IntakeItem & { readonly records: readonly string[] }> {
  mayAdd(deps.actor);
  if (input.knows !== undefined && termOf("knows", input.knows) === undefined) {
    throw new CollectError(
      "described-invalid",
      "Expected a code of the vocabulary knows. Choose one from the list.",
    );
  }
  const given = cleanLine(input.title ?? "");
  try {
    return await takeIn(deps, input, given);
  } catch (cause) {
    if (cause instanceof StoreError && (cause.code === "closed" || cause.code === "engine-lost"))
      throw cause;
    return { name: given, error: itemError(cause), records: [] };
  }
}

async function takeIn(deps: CollectDeps, input: TestimonyInput, given: string) {
  const text = receivedText(input.text);
  const { reading, pages, cues, notes, links, shingles } = await deps.reader.read({
    bytes: Buffer.from(text, "utf8"),
    mime: "text/plain; charset=utf-8",
    keptText: text,
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(input.given === undefined ? {} : { published: input.given }),
  });
  const title = given || firstLine(text);
  const language = input.language ?? reading?.language;
  const made: RecordId[] = [];
  const { source, isNew } = await keepSource(
    deps,
    {
      kind: "testimony",
      title,
      text,
      ...(language === undefined || language === "und" ? {} : { language }),
    },
    (id) => {
      const { drafts, records } = testimonyDrafts(deps, id, text, input);
      made.push(...records);
      return drafts;
    },
  );
  if (!isNew) return { name: title, title, kind: "testimony", duplicateOf: source, records: [] };
  if (reading !== null)
    await keepReading(deps.ledger.deps.engine, source, {
      reading,
      pages,
      cues,
      notes,
      links,
      shingles,
    });
  const suggestions = reading === null ? 0 : suggestionIds(reading).length;
  return { name: title, source, title, kind: "testimony", suggestions, records: made };
}

function testimonyDrafts(
  { ids }: Pick<CollectDeps, "ids">,
  source: SourceId,
  text: string,
  input: TestimonyInput,
): { drafts: Draft[]; records: RecordId[] } {
  const statement = ids.next<RecordId>("rec");
  const testifier = cleanLine(input.testifier ?? "", 1_000);
  const said = input.given === undefined ? {} : { said: input.given };
  const drafts: Draft[] = [describe(source, input)];
  const records: RecordId[] = [];

  const person = (name: string): RecordId => {
    const record = ids.next<RecordId>("rec");
    records.push(record);
    const passage = passageOf(text, name);
    drafts.push(
      draft("record.added", record, { id: record, schema: "Person", source, label: name }),
      draft("claim.added", record, {
        id: ids.next<ClaimId>("clm"),
        record,
        schema: "Person",
        property: "name",
        value: { kind: "name", text: name },
        source,
        statement,
        review: "accepted",
        ...said,
        ...(passage === undefined ? {} : { passage }),
        ...(input.knows === undefined ? {} : { knows: input.knows }),
      }),
    );
    return record;
  };

  const speaker = testifier === "" ? undefined : person(testifier);
  const targets: RecordId[] = [];
  for (const { name, relation } of input.people) {
    const label = cleanLine(name, 1_000);
    if (label === "") continue;
    const record = person(label);
    targets.push(record);
    const words = cleanLine(relation ?? "");
    if (speaker !== undefined && words !== "") {
      const kin = relationshipDrafts(ids, {
        source,
        statement,
        from: record,
        to: speaker,
        words,
        label: `${label} – ${testifier}`,
      });
      drafts.push(...kin);
    }
  }
  drafts.push(
    draft("statement.added", statement, {
      id: statement,
      source,
      passage: { start: 0, end: text.length },
      ...(speaker === undefined ? {} : { speaker: { words: testifier, record: speaker } }),
      content: cut(text, 20_000),
      mode: "direct",
      stance: "asserts",
      ...said,
      targets: targets.slice(0, 500).map((record) => ({ record })),
      answers: [],
    }),
  );
  return { drafts, records };
}

function describe(source: SourceId, input: TestimonyInput): Draft {
  const testifier = cleanLine(input.testifier ?? "");
  const interviewer = cleanLine(input.interviewer ?? "");
  const interpreter = cleanLine(input.interpreter ?? "");
  const given = cleanLine(input.given ?? "");
  return draft("source.described", source, {
    id: source,
    ...(testifier === "" ? {} : { author: { value: testifier } }),
    ...(given === "" ? {} : { published: { value: given } }),
    ...(interviewer === "" ? {} : { interviewer }),
    ...(interpreter === "" ? {} : { interpreter }),
    relays: [],
  });
}

interface Kinship {
  readonly source: SourceId;
  readonly statement: RecordId;
  readonly from: RecordId;
  readonly to: RecordId;
  readonly words: string;
  readonly label: string;
}

/** "`from` is the `words` of `to`", as the schema Relationship reads. Words no term stands for go into the note. */
function relationshipDrafts(ids: CollectDeps["ids"], kin: Kinship): Draft[] {
  const { source, statement } = kin;
  const record = ids.next<RecordId>("rec");
  const code = findTerm("relationship-kind", kin.words)?.code ?? null;
  const claim = (property: string, value: Draft<"claim.added">["body"]["value"]): Draft =>
    draft("claim.added", record, {
      id: ids.next<ClaimId>("clm"),
      record,
      schema: "Relationship",
      property,
      value,
      source,
      statement,
      review: "accepted",
    });
  return [
    draft("record.added", record, {
      id: record,
      schema: "Relationship",
      source,
      label: cut(kin.label, 1_000),
    }),
    claim("from", { kind: "ref", record: kin.from }),
    claim("to", { kind: "ref", record: kin.to }),
    code === null
      ? claim("note", { kind: "text", text: kin.words })
      : claim("kind", { kind: "code", vocabulary: "relationship-kind", code, words: kin.words }),
  ];
}

/** Where the name first stands in the text. */
function passageOf(text: string, name: string): Passage | undefined {
  const start = text.indexOf(name);
  return start < 0 ? undefined : { start, end: start + name.length, quote: name };
}
