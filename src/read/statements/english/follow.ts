// What stands between a verb of saying and what was said: the person addressed, the day, the occasion.
// Invariant: only moves right, at most REACH tokens.
import {
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { isFinite, type View } from "./phrase.ts";

const REACH = 16;
const OCCASIONS = new Set(
  "statement interview report tweet tweets email e-mail conference letter speech news press post release briefing hearing testimony paper article message call rally debate editorial blog broadcast filing affidavit video petition note memo study appearance remarks comments ruling judgment judgement reporters journalists phone telephone facebook twitter television court".split(
    " ",
  ),
);
/** A noun for something said in public: `speech`, `statement`, `hearing`. */
export function isOccasion(token: Token): boolean {
  return OCCASIONS.has(token.lower);
}
const OCCASION_PREPOSITIONS = new Set(
  "in at during on to after via through by before of".split(" "),
);
const CLOSED_CLASS_ADDRESSEES = new Set("me us you him her them reporters journalists".split(" "));

export interface Follow {
  /** First token of what was said, or of what ends the sentence. */
  readonly at: number;
  readonly addressee: { readonly from: number; readonly to: number } | null;
  readonly sawThat: boolean;
}

export function opensQuote(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && token.quote >= 0 && tokens[i - 1]?.quote !== token.quote;
}

export function endsClause(token: Token | undefined): boolean {
  return token === undefined || (token.kind === "mark" && /^[.?!;…]$/.test(token.text));
}

const DAYPARTS = new Set(["morning", "afternoon", "evening", "night"]);

function occasion(tokens: readonly Token[], at: number): number {
  // `to release the list` is no occasion.
  const next = tokens[at + 1];
  if (tokens[at]?.lower === "to" && !next?.capital && !DETERMINERS.has(next?.lower ?? ""))
    return at;
  for (let k = at + 1; k < tokens.length && k - at <= REACH; k++) {
    const token = tokens[k];
    if (!token || token.kind === "mark" || token.quote >= 0) return at;
    if (["that", "who", "which", "what"].includes(token.lower)) return at;
    if (OCCASIONS.has(token.lower) && !OCCASIONS.has(tokens[k + 1]?.lower ?? "")) return k + 1;
    if (k > at + 7) return at;
  }
  return at;
}

/** `said quietly that`, `said flatly: “…”`; elsewhere the adverb is part of what was said. */
function opensSpeech(tokens: readonly Token[], at: number): boolean {
  return opensQuote(tokens, at) || tokens[at]?.kind === "mark" || tokens[at]?.lower === "that";
}

/** Steps over `released on Tuesday` after `in a report`: up to the mark or the `that` which ends it. */
function pastParticiple(tokens: readonly Token[], at: number): number {
  const head = tokens[at]?.lower ?? "";
  const next = tokens[at + 1]?.lower ?? "";
  if (
    !/(?:ed|made|sent|given)$/.test(head) ||
    (!["on", "in", "by", "to", "this", "last", "late", "early"].includes(next) &&
      !WEEKDAYS.has(next))
  )
    return at;
  for (let k = at + 1; k < tokens.length && k - at <= 8; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0 || endsClause(token)) return k;
    if (token.text === "," || token.lower === "that") return k;
  }
  return at + 8 >= tokens.length ? tokens.length : at;
}

/** Steps over days and occasions: `on Monday`, `late Tuesday`, `in a statement`. */
function skipAdjuncts(tokens: readonly Token[], start: number): number {
  let at = start;
  for (let turns = 0; turns < 5; turns++) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return at;
    const next = tokens[at + 1]?.lower ?? "";
    if (WEEKDAYS.has(token.lower) || DAYPARTS.has(token.lower)) at++;
    else if (["late", "early", "on", "last", "this"].includes(token.lower) && WEEKDAYS.has(next))
      at += 2;
    else if (
      (token.lower === "on" || token.lower === "in") &&
      (MONTHS.has(next) || tokens[at + 1]?.kind === "number")
    ) {
      at += 2;
      while (
        tokens[at]?.kind === "number" ||
        ["last", "year", "this", "of"].includes(tokens[at]?.lower ?? "")
      )
        at++;
    } else if (
      ["last", "this", "earlier"].includes(token.lower) &&
      ["week", "month", "year", "this"].includes(next)
    )
      at += next === "this" ? 3 : 2;
    else if (token.lower.endsWith("ly") && isAdverb(token.lower) && opensSpeech(tokens, at + 1))
      at++;
    else if (["recently", "later", "earlier", "again", "today", "yesterday"].includes(token.lower))
      at++;
    else if (OCCASION_PREPOSITIONS.has(token.lower)) {
      const past = occasion(tokens, at);
      if (past === at) return at;
      at = pastParticiple(tokens, past);
    } else return at;
  }
  return at;
}

function isNounLike(view: View, at: number): boolean {
  const token = view.tokens[at];
  if (token?.kind !== "word" || token.capital || token.quote >= 0 || isFinite(view, at))
    return false;
  const { lower } = token;
  return !(
    DETERMINERS.has(lower) ||
    SUBORDINATORS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    SUBJECT_PRONOUNS.has(lower) ||
    WEEKDAYS.has(lower) ||
    isAdverb(lower)
  );
}

function addressee(view: View, start: number): number {
  const { tokens } = view;
  const head = tokens[start];
  if (!head || head.kind === "mark" || head.quote >= 0) return start;
  // `told her the road was closed`, but `told her brother that`.
  const her = head.lower === "her" && isNounLike(view, start + 1);
  if (CLOSED_CLASS_ADDRESSEES.has(head.lower) && !her) return start + 1;
  let end = start;
  for (let k = start; k < tokens.length && k - start <= REACH; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) break;
    if (token.kind === "mark" && token.text !== "/" && token.text !== "&" && token.text !== "-")
      break;
    if (
      SUBORDINATORS.has(token.lower) ||
      token.lower === "to" ||
      token.lower === "about" ||
      token.lower === "of"
    )
      break;
    if (
      k > start &&
      (isFinite(view, k) ||
        SUBJECT_PRONOUNS.has(token.lower) ||
        ["on", "in", "at"].includes(token.lower))
    )
      break;
    // `told Reuters the camps …`: after a name, a determiner begins what was told.
    if (k > start && DETERMINERS.has(token.lower) && tokens[k - 1]?.capital) break;
    if (
      k > start &&
      !token.capital &&
      tokens[k - 1]?.capital &&
      tokens[k + 1]?.lower !== "that" &&
      !["of", "and", "reporters", "news", "newspaper", "radio"].includes(token.lower)
    )
      break;
    end = k + 1;
  }
  return end;
}

const CIRCUMSTANCES = new Set("after before during in at on to with for from of".split(" "));
const SPEAKS = new Set("he she they it we i there".split(" "));

/** Steps over `after the vote` before `he would leave`, and over `, as did others,` before `that`. */
function skipAside(view: View, at: number): number {
  const { tokens } = view;
  const head = tokens[at];
  if (!head || head.quote >= 0 || opensQuote(tokens, at + 1)) return at;
  const comma = head.text === ",";
  if (!comma && !CIRCUMSTANCES.has(head.lower)) return at;
  if (
    head.lower === "to" &&
    !tokens[at + 1]?.capital &&
    !DETERMINERS.has(tokens[at + 1]?.lower ?? "")
  )
    return at;
  for (let k = at + 1; k < tokens.length && k - at <= 12; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) return at;
    if (comma) {
      if (token.text === "," && tokens[k + 1]?.lower === "that") return k + 1;
      continue;
    }
    if (token.kind === "mark") return at;
    if (token.lower === "that" && !AUXILIARIES.has(tokens[k + 1]?.lower ?? "")) return k;
    if (SPEAKS.has(token.lower) && isFinite(view, k + 1)) return k > at + 1 ? k : at;
    if (SUBORDINATORS.has(token.lower) || isFinite(view, k)) return at;
  }
  return at;
}

/** `said that was wrong`, `rejected that claim`: here `that` opens no clause. */
function isPronoun(tokens: readonly Token[], at: number, frames: string): boolean {
  return frames === "n" || AUXILIARIES.has(tokens[at + 1]?.lower ?? "");
}

/** What follows the verb group that ends at `end`; `frames` tells what the verb takes (see `CueVerb`). */
export function follow(view: View, end: number, frames: string): Follow {
  const { tokens } = view;
  let at = end;
  let person: { from: number; to: number } | null = null;
  if (frames.includes("a") && !["that", "about", "to", "of"].includes(tokens[at]?.lower ?? "")) {
    const to = addressee(view, at);
    if (to > at) {
      person = { from: at, to };
      at = to;
    }
  }
  at = skipAside(view, skipAdjuncts(tokens, at));
  const comma = tokens[at];
  if (
    comma?.kind === "mark" &&
    (comma.text === "," || comma.text === ":") &&
    opensQuote(tokens, at + 1)
  )
    at++;
  else if (comma?.text === ":") at++;
  let sawThat = false;
  if (
    tokens[at]?.lower === "that" &&
    !endsClause(tokens[at + 1]) &&
    !isPronoun(tokens, at, frames)
  ) {
    sawThat = true;
    at++;
    if (tokens[at]?.text === ",") at++;
  }
  return { at, addressee: person, sawThat };
}
