// Explains a comparison so that a volunteer can check it: which word answers which, by which rules, what speaks against.
// Invariant: the score and band are those of compareNames; every message has a key in the catalogue and an id for its rule.
import { alphabetOf } from "./alphabet.ts";
import type { Alphabet } from "./alphabet.ts";
import { readersOf } from "./choose-reading.ts";
import type { Reader } from "./choose-reading.ts";
import { compareInDetail } from "./compare-names.ts";
import type { Band, NameFlag } from "./compare-names.ts";
import { explainWords } from "./explain-words.ts";
import type { LetterMatch } from "./explain-words.ts";
import { knownName } from "./known-names.ts";
import { keysOf } from "./keys.ts";
import { nameOddities } from "./odd-name.ts";
import type { Oddity } from "./odd-name.ts";
import { parseName } from "./parse-name.ts";
import type { ParsedName } from "./parse-name.ts";
import type { NamePart, NameReading, PreparedName } from "./prepare-name.ts";
import { scriptOf } from "./script.ts";
import type { Script } from "./script.ts";

/** A message of the catalogue with the values its text needs. */
export type Message = { readonly key: string; readonly values: Readonly<Record<string, string>> };

export type ExplainedPair = {
  readonly left: string;
  readonly right: string;
  readonly leftRole: string;
  readonly rightRole: string;
  /** 0 to 1. */
  readonly grade: number;
  readonly knownName?: string;
  readonly letters: readonly LetterMatch[];
  readonly messages: readonly Message[];
};

export type NameExplanation = {
  readonly score: number;
  readonly band: Band;
  readonly flags: readonly NameFlag[];
  readonly left: DescribedName;
  readonly right: DescribedName;
  readonly pairs: readonly ExplainedPair[];
  readonly messages: readonly Message[];
};

export type DescribedName = {
  readonly parsed: ParsedName;
  readonly script: Script;
  /** For each word, the alphabets it may be written in, likeliest first. */
  readonly alphabets: readonly { readonly word: string; readonly alphabets: readonly Alphabet[] }[];
  /** The ways the whole name is read for comparing, likeliest first. */
  readonly readings: readonly Alphabet[];
  readonly keys: readonly string[];
  readonly oddities: readonly Oddity[];
};

/** What is known about one name alone: its parse, script, readings, keys, and what is odd about it. */
export function describeName(name: PreparedName): DescribedName {
  const parsed = parseName(name.raw);
  return {
    parsed,
    script: scriptOf(name.raw.slice(0, 1000)),
    alphabets: parsed.tokens.map((token) => ({
      word: token.text,
      alphabets: alphabetOf(token.text),
    })),
    readings: name.readings.map((reading) => reading.alphabet),
    keys: keysOf(name),
    oddities: nameOddities(name.raw.slice(0, 1000)),
  };
}

function readerFor(name: PreparedName, reading: NameReading): Reader | undefined {
  const tokens = parseName(name.raw).tokens.filter((token) => token.role !== "initial");
  return readersOf(tokens.map((token) => token.text))[name.readings.indexOf(reading)];
}

const percent = (share: number): string => String(Math.round(share * 100));

// Rules worth a sentence. The rest (plain letter readings, open letters) stays in the letters of the pair.
const SPOKEN = /^(?:like\.|lost\.|zh\.l-r$)/u;
const ONCE = "lost.chinese-filler";

function ruleMessages(letters: readonly LetterMatch[]): readonly Message[] {
  const seen = new Set<string>();
  const out: Message[] = [];
  for (const match of letters) {
    if (match.cost === 0) continue;
    for (const rule of match.rules) {
      const id = rule === ONCE ? rule : `${rule}|${match.left}|${match.right}`;
      if (!SPOKEN.test(rule) || seen.has(id)) continue;
      seen.add(id);
      out.push({ key: rule, values: { left: match.left, right: match.right, rule } });
    }
  }
  return out;
}

// name.abdurahman is shown as Abdurahman.
function nameOf(known: number): string {
  const id = knownName(known)?.id.replace("name.", "") ?? "";
  return id.charAt(0).toUpperCase() + id.slice(1);
}

function pairMessages(
  x: NamePart,
  y: NamePart,
  grade: number,
  letters: readonly LetterMatch[],
): readonly Message[] {
  const values = {
    left: x.text,
    right: y.text,
    percent: percent(grade),
    leftRole: x.role,
    rightRole: y.role,
  };
  const messages: Message[] = [
    {
      key:
        grade >= 0.97
          ? "pair.same"
          : grade >= 0.72
            ? "pair.likely"
            : grade >= 0.5
              ? "pair.compatible"
              : "pair.different",
      values,
    },
  ];
  if (x.known >= 0 && x.known === y.known)
    messages.push({ key: "pair.known-name", values: { name: nameOf(x.known) } });
  if (x.ending !== 0 && y.ending !== 0 && grade >= 0.5)
    messages.push({ key: "pair.same-stem", values });
  return grade >= 0.3 ? [...messages, ...ruleMessages(letters)] : messages;
}

/**
 * Explains how two prepared names compare.
 * @returns the comparison with every aligned word, its letters and rules; texts come from the message catalogue (see renderMessage)
 */
export function explainNames(a: PreparedName, b: PreparedName): NameExplanation {
  const detail = compareInDetail(a, b);
  const { left, right, match } = detail;
  const pairs: ExplainedPair[] = [];
  const messages: Message[] = [
    { key: `band.${detail.band.replaceAll(" ", "-")}`, values: { percent: percent(detail.score) } },
  ];
  if (left !== undefined && right !== undefined && match !== undefined) {
    const readerA = readerFor(a, left);
    const readerB = readerFor(b, right);
    for (const pair of match.pairs) {
      const x = match.leftParts[pair.left];
      const y = match.rightParts[pair.right];
      if (x === undefined || y === undefined || readerA === undefined || readerB === undefined)
        continue;
      const bothEnd = x.ending !== 0 && y.ending !== 0;
      const letters = explainWords(
        bothEnd ? x.stemText : x.text,
        readerA,
        bothEnd ? y.stemText : y.text,
        readerB,
      );
      const known = x.known >= 0 && x.known === y.known ? knownName(x.known)?.id : undefined;
      pairs.push({
        left: x.text,
        right: y.text,
        leftRole: x.role,
        rightRole: y.role,
        grade: pair.grade,
        ...(known === undefined ? {} : { knownName: known }),
        letters,
        messages: pairMessages(x, y, pair.grade, letters),
      });
    }
    messages.push(
      ...missingMessages(match.leftParts, new Set(match.pairs.map((pair) => pair.left)), "right"),
    );
    messages.push(
      ...missingMessages(match.rightParts, new Set(match.pairs.map((pair) => pair.right)), "left"),
    );
  }
  messages.push(...detail.flags.map((flag) => ({ key: `flag.${flag}`, values: {} })));
  return {
    score: detail.score,
    band: detail.band,
    flags: detail.flags,
    left: describeName(a),
    right: describeName(b),
    pairs,
    messages,
  };
}

function missingMessages(
  parts: readonly NamePart[],
  used: ReadonlySet<number>,
  side: "left" | "right",
): readonly Message[] {
  return parts.flatMap((part, place) =>
    used.has(place) ? [] : [{ key: "missing", values: { word: part.text, role: part.role, side } }],
  );
}
