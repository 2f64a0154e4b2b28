// Explains why two words answer each other: which letters meet, by which rules.
// Invariant: every letter of both words is in exactly one step; every step that costs something names a rule.
import { traceAlignment } from "./align-trace.ts";
import type { SoundWord } from "./align-sounds.ts";
import { LIKENESS } from "./data/sound-likeness.ts";
import type { Reader } from "./choose-reading.ts";
import type { ReadingStep } from "./read-letters.ts";
import {
  CHINESE,
  ABJAD,
  CHOICES,
  likeness,
  OPEN_RULES,
  SYMBOLS,
  symbolIndex,
} from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";
import { soundWord } from "./sound-words.ts";

/** Letters of both sides that answer each other. Empty letters: the other side writes nothing there. */
export type LetterMatch = {
  readonly left: string;
  readonly right: string;
  /** 0 to 100, 100 a full consonant. */
  readonly cost: number;
  readonly rules: readonly string[];
};

type Spelled = {
  readonly word: SoundWord;
  readonly steps: readonly ReadingStep[];
  readonly owner: readonly number[];
};

// Which reading step each symbol of the word came from.
function spell(text: string, reader: Reader): Spelled {
  const { steps } = reader.read(text);
  const word = soundWord(steps.map((step) => step.sounds).join(""), reader.writing(text));
  const owner: number[] = [];
  let last = -1;
  steps.forEach((step, index) => {
    for (const sound of step.sounds) {
      const symbol = symbolIndex(sound);
      if (symbol < 0 || symbol === last) continue;
      owner.push(index);
      last = symbol;
    }
  });
  return { word, steps, owner: owner.slice(0, word.symbols.length) };
}

const groupOf = new Map(
  LIKENESS.flatMap((group) =>
    group.rows.flatMap(([pair]) => [
      [pair, group.id] as const,
      [`${pair[1]}${pair[0]}`, group.id] as const,
    ]),
  ),
);

/** The rules by which two symbols are read as one sound. */
function rulesOfPair(a: number, b: number): readonly string[] {
  if (a === b) return ["same"];
  let least = Infinity;
  let rules: string[] = [];
  for (const x of CHOICES[a] ?? []) {
    for (const y of CHOICES[b] ?? []) {
      const cost = x.cost + y.cost + likeness(x.sound, y.sound);
      if (cost >= least) continue;
      least = cost;
      const group =
        x.sound === y.sound ? undefined : groupOf.get(`${SYMBOLS[x.sound]}${SYMBOLS[y.sound]}`);
      rules = [
        OPEN_RULES[a],
        OPEN_RULES[b],
        x.sound === y.sound ? undefined : (group ?? "like.nothing"),
      ].filter((rule): rule is string => rule !== undefined);
    }
  }
  return rules.length === 0 ? ["same"] : rules;
}

const VOWELISH = "aäeiıoöuüαεοιυįÅＡＥａｅｉｏｕｖ";

function ruleOfLoss(symbol: number, own: Writing, other: Writing): string {
  const letter = SYMBOLS[symbol] ?? "";
  if (other === ABJAD && VOWELISH.includes(letter)) return "lost.vowel-arabic";
  if (own === CHINESE && "１２３ＹＷ".includes(letter)) return "lost.chinese-filler";
  if (other === CHINESE && "hxХHrRlnŋğ".includes(letter)) return "lost.in-chinese";
  if ("hHxХ".includes(letter)) return "lost.h";
  if ("yʲYwʋ".includes(letter)) return "lost.glide";
  return VOWELISH.includes(letter) ? "lost.vowel" : "lost.consonant";
}

/** The letters of two words side by side, each step with its rules. */
export function explainWords(
  left: string,
  leftReader: Reader,
  right: string,
  rightReader: Reader,
): readonly LetterMatch[] {
  const a = spell(left, leftReader);
  const b = spell(right, rightReader);
  const matches: { left: Set<number>; right: Set<number>; cost: number; rules: Set<string> }[] = [];
  for (const step of traceAlignment(a.word, b.word)) {
    const symbolA = a.word.symbols[step.left] ?? 0;
    const symbolB = b.word.symbols[step.right] ?? 0;
    const ownerA = step.left < 0 ? undefined : a.owner[step.left];
    const ownerB = step.right < 0 ? undefined : b.owner[step.right];
    const rules =
      step.left < 0
        ? [ruleOfLoss(symbolB, b.word.writing, a.word.writing)]
        : step.right < 0
          ? [ruleOfLoss(symbolA, a.word.writing, b.word.writing)]
          : rulesOfPair(symbolA, symbolB);
    const before = matches.at(-1);
    const joins =
      before !== undefined &&
      ((ownerA !== undefined && before.left.has(ownerA)) ||
        (ownerB !== undefined && before.right.has(ownerB)));
    const match = joins
      ? before
      : { left: new Set<number>(), right: new Set<number>(), cost: 0, rules: new Set<string>() };
    if (!joins) matches.push(match);
    if (ownerA !== undefined) match.left.add(ownerA);
    if (ownerB !== undefined) match.right.add(ownerB);
    match.cost += step.cost;
    for (const rule of rules) if (step.cost > 0 || rule !== "same") match.rules.add(rule);
  }
  const lettersOf = (spelled: Spelled, owners: ReadonlySet<number>): string =>
    [...owners].map((owner) => spelled.steps[owner]?.letters ?? "").join("");
  return matches.map((match) => ({
    left: lettersOf(a, match.left),
    right: lettersOf(b, match.right),
    cost: match.cost,
    rules: [...readingRules(a, match.left), ...readingRules(b, match.right), ...match.rules],
  }));
}

function readingRules(spelled: Spelled, owners: ReadonlySet<number>): readonly string[] {
  return [...owners].map((owner) => spelled.steps[owner]?.rule ?? "unread");
}
