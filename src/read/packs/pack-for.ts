// Which language packs there are, and what each contributes to cutting sentences.
// Invariant: no pack means "not analysed", never "nothing said".
import type { PackName } from "../reading.ts";
import { EN_ABBREVIATIONS } from "./en-words.ts";
import { KK } from "./kk.ts";
import type { Pack } from "./pack.ts";
import { RU } from "./ru.ts";
import { TR } from "./tr.ts";
import { UG } from "./ug.ts";

/** Packs read by the generic rules; English and Chinese have rules of their own. */
export const PACKS: ReadonlyMap<string, Pack> = new Map(
  [RU, KK, TR, UG].map((pack): [string, Pack] => [pack.name, pack]),
);
const NAMES: readonly PackName[] = ["en", "ru", "kk", "zh", "tr", "ug"];
const NONE: ReadonlySet<string> = new Set();

/**
 * The name a passage's rules are found under. Kazakh is read in its three alphabets (the other two are rewritten
 * into Cyrillic letters first), Uyghur in Arabic letters; in another script the language is known and not analysed.
 */
export function packKey({
  language,
  script,
}: {
  readonly language: string;
  readonly script: string;
}): string {
  if (
    (language === "kk" && !["Cyrl", "Arab", "Latn", "Zyyy"].includes(script)) ||
    (language === "ug" && script !== "Arab" && script !== "Zyyy")
  )
    return `${language}-${script}`;
  return language;
}

/** The pack of a language in a script, or null. */
export function packFor(passage: {
  readonly language: string;
  readonly script: string;
}): PackName | null {
  const key = packKey(passage);
  return NAMES.find((name) => name === key) ?? null;
}

export function abbreviationsFor(language: string): ReadonlySet<string> {
  return language === "en" ? EN_ABBREVIATIONS : (PACKS.get(language)?.abbreviations ?? NONE);
}
