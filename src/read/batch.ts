// Reading in bulk: lines of JSON in, lines of JSON out, in the format of `guwah read --batch`.
// Invariant: one line in, one line out, in order; a bad line gives an error line and the rest goes on.
import { ReadError } from "./errors.ts";
import { pageOf } from "./page/page-of.ts";
import { readText } from "./read-text.ts";
import type { Reading, Received, Span, StatementSuggestion } from "./reading.ts";

interface BatchInput {
  readonly id: string;
  readonly text?: string;
  readonly html?: string;
  readonly lang?: string;
  readonly published?: string;
  readonly url?: string;
  readonly name?: string;
}

type Pair = readonly [start: number, end: number];

function pairs(spans: readonly Span[]): Pair[] {
  return spans.map(({ start, end }) => [start, end]);
}

function parse(line: string): BatchInput {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ReadError("bad-line", "Expected a line of JSON.", { cause });
  }
  const input = value as Partial<BatchInput>;
  if (
    typeof value !== "object" ||
    value === null ||
    (typeof input.text !== "string" && typeof input.html !== "string")
  )
    throw new ReadError("bad-line", 'Expected an object with "id" and "text" or "html".');
  return { ...input, id: String(input.id ?? "") };
}

function attribution(one: StatementSuggestion): Record<string, unknown> {
  return {
    id: one.id,
    source: pairs(one.source),
    cue: pairs(one.cue),
    content: pairs(one.content),
    stance: one.stance,
    kind: one.act,
    mode: one.mode,
    ...(one.parent ? { parent: one.parent } : {}),
    ...(one.addressee ? { addressee: pairs([one.addressee])[0] } : {}),
    ...(one.evidential ? { evidential: true } : {}),
    ...(one.speakerLost ? { speakerLost: true } : {}),
    rule: one.rule,
    band: one.band,
    confidence: one.confidence,
  };
}

function output(id: string, reading: Reading, html: string | null): Record<string, unknown> {
  const { meta } = reading;
  const value = (key: "headline" | "publisher" | "author" | "date"): string | null =>
    meta[key]?.value ?? null;
  return {
    id,
    meta: {
      headline: value("headline"),
      publisher: value("publisher"),
      author: value("author"),
      date: value("date"),
    },
    mask: reading.mask,
    attributions: reading.statements.map(attribution),
    figures: reading.figures,
    mentions: reading.mentions,
    dates: reading.dates,
    acts: reading.acts,
    language: reading.language,
    pack: reading.pack,
    // For a page the received text is what was taken from its markup; offsets point into it.
    ...(html === null ? {} : { text: html }),
  };
}

/**
 * One line of `{id, text | html, lang?, published?, url?, name?}` to one line of the reading.
 * Offsets are UTF-16 units into the text given, or for `html` into the `text` of the answer. Error `bad-line`.
 */
export function readBatchLine(line: string): string {
  const input = parse(line);
  const options = {
    ...(input.lang === undefined ? {} : { language: input.lang }),
    ...(input.published === undefined ? {} : { published: input.published }),
    ...(input.url === undefined ? {} : { url: input.url }),
    ...(input.name === undefined ? {} : { name: input.name }),
  };
  if (typeof input.html === "string") {
    const { text } = pageOf(input.html);
    const received: Received = {
      kind: "html",
      mime: "text/html",
      text,
      html: input.html,
      encoding: "utf-8",
      notes: [],
    };
    return JSON.stringify(output(input.id, readText(received, options), text));
  }
  return JSON.stringify(output(input.id, readText(input.text ?? "", options), null));
}

/**
 * Reads line after line; a bad one answers `{id, error}` in its place, with an empty id where it has none. `null` stands
 * for a line too long to be given.
 */
export async function* readBatch(lines: AsyncIterable<string | null>): AsyncIterable<string> {
  for await (const line of lines) {
    if (line?.trim() === "") continue;
    try {
      if (line === null)
        throw new ReadError("too-large", "Expected a line short enough to be read whole.");
      yield readBatchLine(line);
    } catch (error) {
      const code = error instanceof ReadError ? error.code : "bad-line";
      yield JSON.stringify({ id: idOf(line), error: code });
    }
  }
}

/** The id of a line that could not be read, so that its sender finds it; nothing else of it. */
function idOf(line: string | null): string {
  try {
    const { id } = JSON.parse(line ?? "{}") as { id?: unknown };
    return typeof id === "string" || typeof id === "number" ? String(id) : "";
  } catch {
    return "";
  }
}
