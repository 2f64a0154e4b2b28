// The received text of a source, what a reading of it suggests, and what people decided on each suggestion.
// Invariant: the text is the one that was kept, byte for byte; a reading made anew points into that same text.
import type { FileHash } from "../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../runtime/index.ts";
import { capturedDom } from "./capture/show-capture.ts";
import { decisionsOf } from "./decisions.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError, unknownSource } from "./errors.ts";
import { withSuggestions } from "./language-model/merge-readings.ts";
import { modelReadings } from "./language-model/model-readings.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import { notOffered } from "./not-offered.ts";
import {
  type CachedReading,
  cachedReading,
  forgetReadings,
  keepReading,
  readingSummaries,
} from "./reading-cache.ts";
import { type SourceFacts, sourceFacts } from "./source-items.ts";
import type { SourceReading, SourceText } from "./views.ts";

type Deps = Pick<CollectDeps, "ledger" | "files" | "reader">;

/** Throws CollectError `source-unknown` or `no-text` (pictures, recordings, tables). */
export async function sourceText(deps: Deps, { id }: { readonly id: string }): Promise<SourceText> {
  const fact = await withText(deps, id);
  const { pages, cues } = await readingOf(deps, fact);
  return { text: await keptText(deps, fact), pages, cues };
}

/** Throws as sourceText. */
export async function sourceReading(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<SourceReading> {
  const fact = await withText(deps, id);
  const { engine } = deps.ledger.deps;
  const { reading: ruled } = await readingOf(deps, fact);
  const reading = withSuggestions(ruled, await modelReadings(engine, id));
  const decisions = (await decisionsOf(engine.db, [id])).get(id);
  return {
    reading,
    decisions: Object.fromEntries(decisions ?? []),
    notOffered: notOffered(reading),
  };
}

/** What citations are found in: text, reading and the links of a page. Throws as sourceText. */
export async function readParts(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<Pick<CachedReading, "reading" | "links"> & { readonly text: string }> {
  const fact = await withText(deps, id);
  const { reading, links } = await readingOf(deps, fact);
  return { text: await keptText(deps, fact), reading, links };
}

type TextFacts = SourceFacts & { readonly text: string };

async function withText(deps: Deps, id: string): Promise<TextFacts> {
  const [fact] = await sourceFacts(deps.ledger.deps.engine.db, [id]);
  if (fact === undefined) throw unknownSource();
  if (fact.text === null)
    throw new CollectError(
      "no-text",
      "Expected a source with a text; this one is a table, a picture or a recording.",
    );
  return { ...fact, text: fact.text };
}

async function keptText({ files }: Deps, { text }: TextFacts): Promise<string> {
  return (await files.bytes(text as FileHash, MAX_DOCUMENT_BYTES * 3)).toString("utf8");
}

/**
 * Reads again every source whose reading is missing or of an older reader: after a restore or a new version.
 * What cannot be read is passed over. Throws RuntimeError `cancelled`.
 */
export async function readAgain(
  deps: Deps,
  {
    signal,
    progress = noProgress,
  }: { readonly signal?: AbortSignal; readonly progress?: Progress } = {},
): Promise<{ readonly read: number; readonly failed: number }> {
  const { engine } = deps.ledger.deps;
  const facts = (await sourceFacts(engine.db)).filter((f): f is TextFacts => f.text !== null);
  const known = await readingSummaries(
    engine,
    facts.map((f) => f.id),
  );
  const missing = facts.filter((f) => !known.has(f.id));
  let failed = 0;
  for (const [i, fact] of missing.entries()) {
    stopIfAborted(signal);
    await readingOf(deps, fact).catch((cause: unknown) => {
      if (!(cause instanceof CollectError)) throw cause;
      failed += 1;
    });
    progress(i + 1, missing.length, "read");
  }
  return { read: missing.length - failed, failed };
}

/** Reads a source again because what is known of it (language, date, address) changed how it is read. */
export async function readAnew(deps: Deps, id: string): Promise<void> {
  await forgetReadings(deps.ledger.deps.engine, [id]);
  await sourceReading(deps, { id });
}

/** The kept reading, or a new one where there is none of this version. */
async function readingOf(deps: Deps, fact: TextFacts): Promise<CachedReading> {
  const { engine } = deps.ledger.deps;
  const known = await cachedReading(engine, fact.id);
  if (known !== null) return known;
  const name = await fileNameOf(deps, fact.file);
  const { description: d } = fact;
  // A capture is a package; its text is that of the page in it.
  const dom = await capturedDom(deps, fact.file);
  const { reading, pages, cues, notes, links, shingles } = await deps.reader.read({
    bytes: await deps.files.bytes(
      dom?.hash ?? ((fact.file ?? fact.text) as FileHash),
      MAX_DOCUMENT_BYTES,
    ),
    keptText: await keptText(deps, fact),
    ...(dom === null ? {} : { mime: dom.mime }),
    ...(name === undefined ? {} : { name }),
    ...(d?.language === undefined ? {} : { language: d.language.value }),
    ...(d?.published === undefined ? {} : { published: d.published.value }),
    ...(d?.url === undefined ? {} : { url: d.url.value }),
  });
  if (reading === null)
    throw new CollectError("no-text", "Expected a source with a text; there is none in its file.");
  const made = { reading, pages, cues, notes, links };
  await keepReading(engine, fact.id, { ...made, shingles });
  return made;
}

async function fileNameOf({ ledger }: Deps, hash: string | null): Promise<string | undefined> {
  if (hash === null) return undefined;
  const row = await ledger.deps.engine.db
    .selectFrom("files")
    .select("name")
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row?.name ?? undefined;
}
