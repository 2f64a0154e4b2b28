// A picture or a scanned PDF is read by machine, on request: its text becomes a file derived from it, and a source of its own.
// Invariant: the text is always known as machine-read and repeats its picture, so that the two never count as two origins.
import { draft, type FileHash, type SourceId } from "../../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { cut } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { unknownSource } from "../errors.ts";
import { keepSource } from "../keep-source.ts";
import { mayAdd } from "../may-add.ts";
import { pictureBytes } from "../pictures/look-at-picture.ts";
import { runApart } from "../pictures/run-apart.ts";
import { keepReading, suggestionIds } from "../reading-cache.ts";
import { kindOf, sourceFacts, type SourceFacts, titleOf } from "../source-items.ts";
import { OcrError } from "./errors.ts";
import type { Tesseract } from "./find-tesseract.ts";
import type { OcrLanguage } from "./languages.ts";
import { OCR_PAGES } from "./limits.ts";
import type { PageAsk, PagesFound } from "./page-program.ts";
import { type OcrCaps, readPage } from "./read-page.ts";

const program = new URL("./page-program.ts", import.meta.url);
/** Drawing a large page, and looking for text on every page of a long PDF, may take longer than a thumbnail. */
const drawMs = 60_000;

export interface RecogniseInput {
  readonly source: string;
  /** All that are installed where none are named. */
  readonly languages?: readonly OcrLanguage[];
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** Tests only. */
  readonly caps?: Partial<OcrCaps>;
}

/** The source that holds the machine-read text. */
export interface RecognisedSource {
  readonly source: string;
  readonly title: string;
  /** False: the same text was in the vault already, under this source. */
  readonly isNew: boolean;
  readonly tool: string;
  readonly languages: readonly OcrLanguage[];
  /** Pages that were read, counted from 1, and how many more are waiting behind the limit. */
  readonly pages: readonly number[];
  readonly left: number;
  readonly suggestions: number;
}

/**
 * Reads one source by machine. Throws AccessError, CollectError `source-unknown`, OcrError, PictureError, RuntimeError
 * `cancelled`, StoreError. Until everything is read no entry is written.
 */
export async function recogniseSource(
  deps: CollectDeps,
  tesseract: Tesseract | null,
  input: RecogniseInput,
): Promise<RecognisedSource> {
  mayAdd(deps.actor);
  const [fact] = await sourceFacts(deps.ledger.deps.engine.db, [input.source]);
  if (fact === undefined) throw unknownSource();
  if (tesseract === null) throw new OcrError("ocr/no-tesseract");
  const languages = languagesOf(tesseract, input.languages);
  const { hash, mime, bytes } = await pictureBytes(deps, fact.id);
  if (!/^image\/|^application\/pdf/.test(mime)) throw new OcrError("ocr/not-for-this");
  const { pages, left, isPdf } = await pagesOf(bytes);
  const texts: string[] = [];
  const progress = input.progress ?? noProgress;
  for (const [i, page] of pages.entries()) {
    stopIfAborted(input.signal);
    progress(i, pages.length, "ocr");
    const ask: PageAsk = { task: "draw", bytes, page };
    const png = await runApart<Uint8Array>(program, ask, { timeMs: drawMs });
    texts.push(await readPage(tesseract, { png, languages, isPdf, ...capsOf(input) }));
  }
  progress(pages.length, pages.length, "ocr");
  const text = texts.filter((one) => one !== "").join("\n\n");
  if (text === "") throw new OcrError("ocr/nothing");
  const made = { languages, pages, tool: tesseract.tool };
  return { ...made, left, ...(await keepText(deps, { fact, hash, text, ...made })) };
}

/** Throws OcrError `ocr/no-language`. */
function languagesOf(
  { languages: installed }: Tesseract,
  asked: readonly OcrLanguage[] = installed,
): readonly OcrLanguage[] {
  const all = new Set(installed);
  if (asked.length === 0 || asked.some((code) => !all.has(code)))
    throw new OcrError("ocr/no-language");
  return [...new Set(asked)];
}

async function pagesOf(bytes: Uint8Array) {
  const ask: PageAsk = { task: "pages", bytes };
  const { isPdf, withoutText } = await runApart<PagesFound>(program, ask, { timeMs: drawMs });
  if (withoutText.length === 0) throw new OcrError("ocr/has-text");
  const pages = withoutText.slice(0, OCR_PAGES);
  return { isPdf, pages, left: withoutText.length - pages.length };
}

function capsOf({ signal, caps }: RecogniseInput) {
  return { ...(signal === undefined ? {} : { signal }), ...(caps === undefined ? {} : { caps }) };
}

interface ReadText {
  readonly fact: SourceFacts;
  readonly hash: FileHash;
  readonly text: string;
  readonly languages: readonly OcrLanguage[];
  readonly pages: readonly number[];
  readonly tool: string;
}

async function keepText(
  deps: CollectDeps,
  { fact, hash, text, languages, pages, tool }: ReadText,
): Promise<Pick<RecognisedSource, "source" | "title" | "isNew" | "suggestions">> {
  const read = await deps.reader.read({
    bytes: Buffer.from(text, "utf8"),
    mime: "text/plain; charset=utf-8",
    keptText: text,
  });
  const { reading, cues, notes, links, shingles } = read;
  const title = cut(`Machine-read: ${titleOf(fact)}`, 2_000);
  const kind = kindOf(fact);
  const language = reading?.language;
  const { source, isNew } = await keepSource(
    deps,
    {
      kind: kind === "photo" || kind === "satellite-image" ? "other" : kind,
      title,
      text,
      textMade: {
        derivedFrom: hash,
        tool,
        parameters: { languages: languages.join("+"), pages: cut(pages.join(","), 2_000) },
      },
      ...(language === undefined || language === "und" ? {} : { language }),
    },
    (id) => [draft("source.described", id, describing(id, fact))],
  );
  if (reading === null) return { source, title, isNew, suggestions: 0 };
  if (isNew) {
    const kept = { reading, pages: read.pages, cues, notes, links, shingles };
    await keepReading(deps.ledger.deps.engine, source, kept);
  }
  return { source, title, isNew, suggestions: suggestionIds(reading).length };
}

/** What people said of the picture holds for its text; their passages do not. */
function describing(id: SourceId, { id: original, description: d }: SourceFacts) {
  const said = (["publisher", "author", "published", "url"] as const).flatMap((field) => {
    const value = d?.[field]?.value;
    return value === undefined ? [] : [[field, { value }] as const];
  });
  const relays = [{ source: original as SourceId, words: "read by machine from this file" }];
  return { id, ...Object.fromEntries(said), relays };
}
