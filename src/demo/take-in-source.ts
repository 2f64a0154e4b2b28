// One source comes in: its text, what it is, and whom it repeats.
import {
  addFile,
  addTestimony,
  addText,
  describeSource,
  type IntakeItem,
  showSource,
} from "../collect/index.ts";
import type { Described, RecordId, SourceId } from "../model/index.ts";
import { DemoError } from "./errors.ts";
import { findPassage } from "./find-passage.ts";
import { known } from "./key-book.ts";
import type { SourcePlan, TestimonyPlan } from "./plan.ts";
import { readText, type Workbench } from "./workbench.ts";

/** Throws DemoError `demo/intake-failed` and those of `findPassage`. */
export async function takeInSource(bench: Workbench, plan: SourcePlan): Promise<SourceId> {
  const text = await readText(plan.file);
  const { source, error } = await takeIn(bench, plan, text);
  if (source === undefined) {
    const wanted = "Expected the text to come in as a new source.";
    throw new DemoError("demo/intake-failed", wanted, plan.key, error?.code);
  }
  const id = source as SourceId;
  bench.book.sources.set(plan.key, id);
  if (plan.testimony !== undefined) await noteStatement(bench, plan.key, id);
  await describe(bench, plan, id);
  return id;
}

function takeIn(bench: Workbench, plan: SourcePlan, bytes: Buffer): Promise<IntakeItem> {
  const deps = bench.collect(plan.by);
  const { kind, language } = plan;
  const title = plan.title === undefined ? {} : { title: plan.title };
  if (plan.intake === "file") return addFile(deps, { name: plan.file, bytes, kind });
  const text = bytes.toString("utf8");
  if (plan.testimony === undefined) return addText(deps, { kind, text, language, ...title });
  return takeTestimony(bench, plan, plan.testimony, text);
}

async function takeTestimony(
  bench: Workbench,
  plan: SourcePlan,
  { testifier, people, ...rest }: TestimonyPlan,
  text: string,
): Promise<IntakeItem> {
  const { records, ...item } = await addTestimony(bench.collect(plan.by), {
    ...rest,
    ...(plan.title === undefined ? {} : { title: plan.title }),
    text,
    language: plan.language,
    testifier: testifier.name,
    people: people.map(({ name, relation }) => ({
      name,
      ...(relation === undefined ? {} : { relation }),
    })),
  });
  for (const [i, { as }] of [testifier, ...people].entries()) {
    const record = records[i];
    if (record !== undefined) bench.book.records.set(`${plan.key}/${as}`, record as RecordId);
  }
  return item;
}

/** A testimony is one statement as a whole; it came in with the source. */
async function noteStatement({ weigh, book }: Workbench, key: string, source: SourceId) {
  const { id } = await weigh.db
    .selectFrom("statements")
    .select("id")
    .where("source", "=", source)
    .executeTakeFirstOrThrow();
  book.statements.set(`${key}/testimony`, id as RecordId);
}

async function describe(bench: Workbench, plan: SourcePlan, id: SourceId): Promise<void> {
  const { key } = plan;
  const text = await bench.textOf(id);
  const field = (value: string | undefined, quote = value): Described | undefined => {
    if (value === undefined || quote === undefined) return undefined;
    // A byline's words may stand elsewhere too; the passage is for the reader, the value is what counts.
    const once = text.text.split(quote).length === 2;
    return once ? { value, passage: findPassage(text, { quote }, key) } : { value };
  };
  const fields = {
    // A file without a headline of its own is listed under what people call it.
    headline: field(plan.headline ?? plan.title),
    publisher: field(plan.publisher),
    author: field(plan.author),
    published: plan.published === undefined ? undefined : field(...plan.published),
  };
  const said = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  const relays = (plan.relays ?? []).map(({ source, words, ...quoted }) => ({
    words,
    passage: findPassage(text, quoted, key),
    ...(source === undefined ? {} : { source: known(bench.book.sources, source) }),
  }));
  const lines = { interviewer: plan.interviewer, interpreter: plan.interpreter, note: plan.note };
  const more = Object.fromEntries(Object.entries(lines).filter(([, value]) => value !== undefined));
  if (Object.keys({ ...said, ...more }).length === 0 && relays.length === 0) return;
  const { seq } = await showSource(bench.collect(plan.by), { id });
  await describeSource(bench.collect(plan.by), {
    id,
    expect: seq,
    ...said,
    ...more,
    relays,
    language: { value: plan.language },
  });
}
