// Language and script of each paragraph: letters first, then a statistical library.
// Invariant: every passage gets a language, `und` when nothing decides; short lines follow their neighbours.
import { eld } from "eld/extrasmall";
import type { Passage, Span } from "../reading.ts";
import { canBeTurkish } from "./latin-letters.ts";
import { byLetters } from "./letters.ts";

/** Longest piece shown to the detectors; more changes nothing but the time. */
const SAMPLE_UNITS = 400;
/** Fewer letters than this say little about a language. */
const ENOUGH_UNITS = 25;

const ENGLISH =
  /\b(?:the|of|and|to|in|that|was|were|with|for|is|are|said|from|by|they|his|her|their|have|has|had|not|which|who)\b/gi;
const BY_SCRIPT: Readonly<Record<string, readonly string[]>> = {
  Cyrl: ["ru", "uk", "be", "bg", "sr"],
  Arab: ["ar", "fa", "ur", "ku"],
};

function detect(text: string): { language: string | null; script: string } {
  const sample = text.slice(0, SAMPLE_UNITS);
  const told = byLetters(sample);
  if (told.language || told.script === "Zyyy" || sample.length < ENOUGH_UNITS) return told;
  if (told.script === "Latn") {
    const words = sample.split(/\s+/).length;
    if ((sample.match(ENGLISH)?.length ?? 0) >= Math.max(3, words * 0.12))
      return { language: "en", script: "Latn" };
  }
  const found = eld.detect(sample).language;
  const allowed = BY_SCRIPT[told.script];
  if (allowed && !allowed.includes(found))
    return { language: told.script === "Cyrl" ? "ru" : null, script: told.script };
  // Kazakh, Tatar and Karakalpak in Latin letters look Turkish to statistics.
  if (found === "tr" && !canBeTurkish(sample)) return { language: null, script: told.script };
  return { language: found === "" ? null : found, script: told.script };
}

/**
 * The passages of the text, one for each stretch of paragraphs in one language and script.
 * `given` is a language a sender vouches for; it wins over everything but a different script.
 */
export function passagesOf(text: string, paragraphs: readonly Span[], given?: string): Passage[] {
  const found = paragraphs.map((span) => ({
    span,
    ...detect(text.slice(span.start, Math.min(span.end, span.start + SAMPLE_UNITS))),
  }));
  const weight = new Map<string, number>();
  for (const { span, language } of found)
    if (language) weight.set(language, (weight.get(language) ?? 0) + span.end - span.start);
  const main = given ?? [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "und";
  const passages: Passage[] = [];
  let previous = main;
  for (const { span, language, script } of found) {
    const own =
      given !== undefined && sameScript(given, script)
        ? given
        : unsure(span, language)
          ? null
          : language;
    const settled =
      own ??
      (sameScript(previous, script)
        ? previous
        : sameScript(main, script)
          ? main
          : (language ?? "und"));
    previous = settled;
    const last = passages.at(-1);
    if (last && last.language === settled && (last.script === script || script === "Zyyy"))
      passages[passages.length - 1] = { ...last, end: span.end };
    else passages.push({ start: span.start, end: span.end, language: settled, script });
  }
  return passages;
}

function unsure(span: Span, language: string | null): boolean {
  return language !== null && span.end - span.start < ENOUGH_UNITS;
}

const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  ru: ["Cyrl"],
  kk: ["Cyrl", "Arab", "Latn"],
  ug: ["Arab", "Cyrl", "Latn"],
  zh: ["Hans", "Hant"],
  en: ["Latn"],
  tr: ["Latn"],
  und: [],
};

function sameScript(language: string, script: string): boolean {
  return script === "Zyyy" || (SCRIPTS[language]?.includes(script) ?? true);
}

/** The language most of the given passages are in. */
export function mainLanguage(passages: readonly Passage[]): string {
  const weight = new Map<string, number>();
  for (const { start, end, language } of passages)
    weight.set(language, (weight.get(language) ?? 0) + end - start);
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "und";
}
