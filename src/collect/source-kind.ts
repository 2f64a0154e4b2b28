// A first guess at what kind of source a file is; a person can say otherwise.
import { vocabularyOf } from "../model/index.ts";
import { CollectError } from "./errors.ts";
import type { ReadAnswer } from "./reader.ts";

const terms = vocabularyOf("source-kind")?.terms ?? [];
const wordsOf = (text: string): string =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
// The longest name first, so that "official statement" is not read as "statement".
const names = terms
  .flatMap(({ code, names }) =>
    Object.values(names ?? {})
      .flat()
      .map((name) => ({ code, words: wordsOf(name) })),
  )
  .filter(({ code }) => code !== "other")
  .sort((a, b) => b.words.length - a.words.length);

/** The kind, by the file's name, then by what its text is. */
export function guessKind(name: string, read: Pick<ReadAnswer, "kind" | "reading">): string {
  if (read.kind === "image") return "photo";
  if (read.kind === "audio" || read.kind === "video") return "recording";
  const said = kindInName(name);
  if (said !== null) return said;
  if (read.kind === "vtt" || read.kind === "srt") return "recording";
  const meta = read.reading?.meta ?? {};
  if (read.kind === "html" || meta.publisher !== undefined || (meta.headline && meta.date))
    return "article";
  return read.kind === "pdf" ? "report" : "other";
}

function kindInName(name: string): string | null {
  const words = wordsOf(name.replace(/\.[a-z0-9]{1,8}$/i, ""));
  // Chinese is written without spaces: a term counts wherever it stands.
  const found = names.find((n) =>
    words.includes(/\p{Script=Han}/u.test(n.words) ? n.words.trim() : n.words),
  );
  return found?.code ?? null;
}

/** Throws CollectError `kind-unknown`. */
export function requireKind(kind: string): string {
  if (terms.some((t) => t.code === kind)) return kind;
  throw new CollectError(
    "kind-unknown",
    "Expected a kind of the vocabulary source-kind, got another. Choose one from the list.",
  );
}
