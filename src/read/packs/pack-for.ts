// Which language packs there are, and what each contributes to cutting sentences.
// Invariant: no pack means "not analysed", never "nothing said".
import type { PackName } from "../reading.ts";
import { EN_ABBREVIATIONS } from "./en-words.ts";

export const PACKS: readonly PackName[] = ["en"];
const NONE: ReadonlySet<string> = new Set();

/** The pack of a language, or null. */
export function packFor(language: string): PackName | null {
  return PACKS.find((name) => name === language) ?? null;
}

export function abbreviationsFor(language: string): ReadonlySet<string> {
  return language === "en" ? EN_ABBREVIATIONS : NONE;
}
