// A typed or pasted text comes in as a source, with what the person says about it.
import { draft } from "../model/index.ts";
import { StoreError } from "../store/index.ts";
import { cleanLine, cut } from "./clean-line.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError, itemError } from "./errors.ts";
import { keepSource } from "./keep-source.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import { mayAdd } from "./may-add.ts";
import { keepReading, suggestionIds } from "./reading-cache.ts";
import { requireKind } from "./source-kind.ts";
import type { IntakeItem } from "./views.ts";

export interface TextInput {
  readonly kind: string;
  readonly title?: string;
  readonly text: string;
  readonly publisher?: string;
  /** EDTF. */
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
}

/**
 * Takes a text in. What is wrong with the text is in the answer's `error`.
 * Throws AccessError, CollectError `kind-unknown`, StoreError `closed` or `engine-lost`.
 */
export async function addText(deps: CollectDeps, input: TextInput): Promise<IntakeItem> {
  mayAdd(deps.actor);
  requireKind(input.kind);
  const given = cleanLine(input.title ?? "");
  try {
    return await takeIn(deps, input, given);
  } catch (cause) {
    if (cause instanceof StoreError && (cause.code === "closed" || cause.code === "engine-lost"))
      throw cause;
    return { name: given, error: itemError(cause) };
  }
}

async function takeIn(deps: CollectDeps, input: TextInput, given: string): Promise<IntakeItem> {
  const text = receivedText(input.text);
  const { reading, pages, cues, notes, links, shingles } = await deps.reader.read({
    bytes: Buffer.from(text, "utf8"),
    mime: "text/plain; charset=utf-8",
    keptText: text,
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(input.published === undefined ? {} : { published: input.published }),
    ...(input.url === undefined ? {} : { url: input.url }),
  });
  const title = given || cleanLine(reading?.meta.headline?.value ?? "") || firstLine(text);
  const language = input.language ?? reading?.language;
  const { source, isNew } = await keepSource(
    deps,
    {
      kind: input.kind,
      title,
      text,
      ...(language === undefined || language === "und" ? {} : { language }),
    },
    (id) => {
      const said = {
        ...field("publisher", input.publisher),
        ...field("published", input.published),
        ...field("url", input.url),
      };
      if (Object.keys(said).length === 0) return [];
      return [draft("source.described", id, { id, ...said, relays: [] })];
    },
  );
  if (!isNew) return { name: title, title, kind: input.kind, duplicateOf: source };
  if (reading !== null)
    await keepReading(deps.ledger.deps.engine, source, {
      reading,
      pages,
      cues,
      notes,
      links,
      shingles,
    });
  return {
    name: title,
    source,
    title,
    kind: input.kind,
    suggestions: reading === null ? 0 : suggestionIds(reading).length,
  };
}

/** The text as it will be kept: whole characters only, no byte-order mark. Throws CollectError `empty` or `too-large`. */
export function receivedText(typed: string): string {
  const text = (typed.startsWith("\uFEFF") ? typed.slice(1) : typed).toWellFormed();
  if (text.trim() === "")
    throw new CollectError("empty", "Expected a text; it holds only white space.");
  if (Buffer.byteLength(text, "utf8") > MAX_DOCUMENT_BYTES) {
    throw new CollectError(
      "too-large",
      `Expected a text of at most ${MAX_DOCUMENT_BYTES} bytes, got more. Split it.`,
    );
  }
  return text;
}

export function firstLine(text: string): string {
  return cleanLine(cut(text.trimStart(), 2_000).split(/[\r\n]/)[0] ?? "", 120) || "…";
}

function field<K extends string>(
  name: K,
  value: string | undefined,
): Partial<Record<K, { value: string }>> {
  const line = cleanLine(value ?? "");
  return line === "" ? {} : ({ [name]: { value: line } } as Partial<Record<K, { value: string }>>);
}
