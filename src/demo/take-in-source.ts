// One source comes in: its text, what it is, and whom it repeats.
import { addFile, addTestimony, addText, describeSource, showSource } from "../collect/index.ts";
import type { Described, RecordId, SourceId } from "../model/index.ts";
import { DemoError } from "./errors.ts";
import { findPassage } from "./find-passage.ts";
import { known } from "./key-book.ts";
import type { SourcePlan } from "./plan.ts";
import { readText, type Workbench } from "./workbench.ts";

/** Throws DemoError `demo/intake-failed` and those of `findPassage`. */
export async function takeInSource(bench: Workbench, plan: SourcePlan): Promise<SourceId> {
  const bytes = await readText(plan.file);
  const deps = bench.collect(plan.by);
  const { key, kind, language } = plan;
  const title = plan.title === undefined ? {} : { title: plan.title };
  let source: string | undefined;
  if (plan.intake === "file")
    source = (await addFile(deps, { name: plan.file, bytes, kind })).source;
  else if (plan.intake === "text")
    source = (await addText(deps, { kind, text: bytes.toString("utf8"), language, ...title }))
      .source;
  else source = await takeTestimony(bench, plan, bytes.toString("utf8"));
  if (source === undefined)
    throw new DemoError("demo/intake-failed", "Expected the text to come in as a new source.", key);
  const id = source as SourceId;
  bench.book.sources.set(key, id);
  await describe(bench, plan, id);
  return id;
}

async function takeTestimony(
  bench: Workbench,
  plan: SourcePlan,
  text: string,
): Promise<string | undefined> {
  const { testimony } = plan;
  if (testimony === undefined)
    throw new DemoError(
      "demo/intake-failed",
      "Expected a testimony's people in the plan.",
      plan.key,
    );
  const { testifier, people, ...rest } = testimony;
  const { source, records } = await addTestimony(bench.collect(plan.by), {
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
  for (const [i, { as }] of [testifier, ...people].entries())
    bench.book.records.set(`${plan.key}/${as}`, records[i] as RecordId);
  const statement = await bench.weigh.db
    .selectFrom("statements")
    .select("id")
    .where("source", "=", source ?? "")
    .executeTakeFirstOrThrow();
  bench.book.statements.set(`${plan.key}/testimony`, statement.id as RecordId);
  return source;
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
