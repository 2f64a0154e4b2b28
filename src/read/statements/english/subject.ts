// The noun phrase that speaks: left of the verb, or right of it in inverted order.
// Method: no tagger; phrases end at clause words, finite verbs and marks, and appositions are stepped over.
import {
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  isAdverb,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_NOUNS,
  WEEKDAYS,
} from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { titleStart, withRelative } from "./long-subject.ts";
import {
  isFinite,
  isLongDash,
  isMark,
  phraseStart,
  REACH,
  STOP_WORDS,
  type View,
} from "./phrase.ts";

export interface Subject {
  /** Token range, `to` exclusive; empty when nothing stands there. */
  readonly from: number;
  readonly to: number;
  readonly kind: "phrase" | "pronoun" | "relative" | "none";
}

export const NOBODY: Subject = { from: 0, to: 0, kind: "none" };
const NONE = NOBODY;

/** Drops what leads a clause but is not its subject: `But`, `However`, `On Monday`, `In 2015`. */
function trimLeft(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  while (start < to - 1) {
    const token = tokens[start];
    if (!token) break;
    const next = tokens[start + 1]?.lower ?? "";
    if (
      COORDINATORS.has(token.lower) ||
      token.lower === "as" ||
      isMark(token, "•", "-", "–", "—", "*", ".", "…")
    )
      start++;
    else if (isAdverb(token.lower) && !DETERMINERS.has(token.lower)) start++;
    else if (
      PREPOSITIONS.has(token.lower) &&
      (WEEKDAYS.has(next) ||
        MONTHS.has(next) ||
        /^\d{4}$/.test(next) ||
        (/^\d{1,2}$/.test(next) && MONTHS.has(tokens[start + 2]?.lower ?? "")))
    ) {
      start += 2;
      while (
        start < to - 1 &&
        (tokens[start]?.kind === "number" ||
          isMark(tokens[start], ",") ||
          MONTHS.has(tokens[start]?.lower ?? ""))
      )
        start++;
    } else if (TIME_NOUNS.has(token.lower) && !["last", "earlier", "later"].includes(token.lower))
      start++;
    else if ((token.lower === "last" || token.lower === "this") && TIME_NOUNS.has(next)) start += 2;
    else break;
  }
  return Math.min(start, to);
}

/** Drops adverbs and times between subject and verb: `Smith on Monday`, `Smith today`. */
function trimRight(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1) {
    const last = tokens[end - 1];
    if (!last) break;
    if (isAdverb(last.lower) && !TIME_NOUNS.has(last.lower)) end--;
    else if (TIME_NOUNS.has(last.lower) && last.lower !== "week") {
      end--;
      if (["on", "late", "early", "last", "this"].includes(tokens[end - 1]?.lower ?? "")) end--;
    } else break;
  }
  return Math.max(end, from);
}

/** Steps left over a chain of appositions: `Ana Lind, 59, head of the Forum, which …`. */
function outermost(view: View, nearest: number): number {
  const { tokens } = view;
  let from = nearest;
  for (let turns = 0; turns < 4; turns++) {
    const head = tokens[from];
    const aside =
      head !== undefined &&
      (head.kind === "number" || !head.capital || /^\p{Lu}[\p{L}.]{0,5}\.$/u.test(head.text));
    if (!aside || !isMark(tokens[from - 1], ",")) break;
    const further = trimLeft(tokens, phraseStart(view, from - 1), from - 1);
    if (
      further >= from - 1 ||
      !(tokens[further]?.capital || DETERMINERS.has(tokens[further]?.lower ?? "")) ||
      PREPOSITIONS.has(tokens[further]?.lower ?? "")
    )
      break;
    from = further;
  }
  return from;
}

/** The comma that opens an insertion, or the dash that opens one closed by a dash. */
function openingMark(tokens: readonly Token[], at: number): number {
  const dashed = isLongDash(tokens, at);
  for (let k = at - 1; k >= 0 && at - k <= REACH; k--) {
    const token = tokens[k];
    if (dashed ? isLongDash(tokens, k) : isMark(token, ",", "—", "–")) return k;
    if (isMark(token, ".", ";", ":", "“", "”")) return -1;
  }
  return -1;
}

/** The subject left of a verb group that starts at `first`. */
export function subjectLeft(view: View, first: number): Subject {
  const { tokens } = view;
  const last = tokens[first - 1];
  if (!last) return NONE;
  if (last.lower === "whom" && tokens[first - 2]?.lower === "of" && first >= 3)
    return { from: first - 3, to: first, kind: "relative" };
  if (["who", "which", "that"].includes(last.lower)) return relative(view, first - 1);
  if (
    last.kind === "word" &&
    SUBJECT_PRONOUNS.has(last.lower) &&
    !["that", "all", "this"].includes(last.lower)
  )
    return { from: first - 1, to: first, kind: DETERMINERS.has(last.lower) ? "phrase" : "pronoun" };
  if (isMark(last, ",") || isLongDash(tokens, first - 1)) {
    // An apposition or a relative clause stands between subject and verb.
    const comma = openingMark(tokens, first - 1);
    if (comma <= 0) return NONE;
    const inner = tokens[comma + 1];
    const nearest = trimLeft(tokens, phraseStart(view, comma), comma);
    if (nearest >= comma || !inner) return NONE;
    const from = outermost(view, nearest);
    if (PREPOSITIONS.has(tokens[from]?.lower ?? "")) {
      // `On Monday, Smith, said`: the phrase between the commas is itself the subject.
      return { from: comma + 1, to: first - 1, kind: "phrase" };
    }
    return { from, to: first - 1, kind: "phrase" };
  }
  const title = titleStart(tokens, first);
  if (title >= 0) {
    const from = trimLeft(tokens, phraseStart(view, title), title);
    return { from, to: first, kind: "phrase" };
  }
  if (last.kind === "mark" && ![")", "]", "%", "."].includes(last.text)) return NONE;
  const start = withRelative(view, phraseStart(view, first));
  const from = trimLeft(tokens, start, first);
  const to = trimRight(tokens, from, first);
  if (from >= to) return NONE;
  // `The chairman of the Forum, Ana Lind, said` and `Ana Lind, chairman of the Forum, said` are met above;
  // here `Ana Lind, a lawyer said` has no closing comma and stays with the nearer phrase.
  if (COORDINATORS.has(tokens[from]?.lower ?? "") || to - from < 1) return NONE;
  return { from, to, kind: "phrase" };
}

function relative(view: View, at: number): Subject {
  const { tokens } = view;
  const edge = isMark(tokens[at - 1], ",") ? at - 1 : at;
  const start = trimLeft(tokens, phraseStart(view, edge), edge);
  if (start >= edge) return { from: at, to: at + 1, kind: "relative" };
  return { from: start, to: at + 1, kind: "relative" };
}

const OBJECTS = new Set("me us him them her".split(" "));

/** The subject right of an inverted verb (`said Ana Lind, a lawyer`), starting at `start`. */
export function subjectRight(view: View, start: number): Subject {
  const { tokens } = view;
  const head = tokens[start];
  if (!head || head.kind === "mark") return NONE;
  if (
    !(
      head.capital ||
      DETERMINERS.has(head.lower) ||
      SUBJECT_PRONOUNS.has(head.lower) ||
      head.kind === "number" ||
      /^[a-z]/.test(head.lower)
    )
  )
    return NONE;
  if (OBJECTS.has(head.lower)) return NONE;
  if (WEEKDAYS.has(head.lower) || (head.capital && MONTHS.has(head.lower))) return NONE;
  if (PREPOSITIONS.has(head.lower) || SUBORDINATORS.has(head.lower) || AUXILIARIES.has(head.lower))
    return NONE;
  let end = start;
  for (let k = start; k < tokens.length && k - start <= REACH; k++) {
    const token = tokens[k];
    if (!token) break;
    if (token.kind === "mark" && !["-", "–", "&", "'", "’"].includes(token.text)) {
      const initial =
        token.text === "." &&
        /^\p{Lu}\p{L}{0,4}$/u.test(tokens[k - 1]?.text ?? "") &&
        k + 1 < tokens.length;
      if (!initial) break;
    }
    if (STOP_WORDS.has(token.lower) || (isFinite(view, k) && k > start)) break;
    if (
      ["in", "on", "during", "after", "before", "at"].includes(token.lower) &&
      (TIME_NOUNS.has(tokens[k + 1]?.lower ?? "") ||
        ["a", "an"].includes(tokens[k + 1]?.lower ?? ""))
    )
      break;
    if (WEEKDAYS.has(token.lower) && k > start) break;
    end = k + 1;
  }
  return end > start
    ? {
        from: start,
        to: end,
        kind: SUBJECT_PRONOUNS.has(head.lower) && end === start + 1 ? "pronoun" : "phrase",
      }
    : NONE;
}
