// How hard a passphrase is to guess, and what would make it harder.
// Invariant: the same rule when a vault is made, a member added or a passphrase changed; nothing weaker gets a slot.
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as commonWords } from "@zxcvbn-ts/language-common";
import { dictionary as englishWords, translations } from "@zxcvbn-ts/language-en";
import { AccessError } from "./errors.ts";

const leastScore = 3;
const leastSigns = 10;
/** zxcvbn's time grows faster than the text; what follows only makes a passphrase stronger. */
const longestChecked = 100;
/** Argon2id takes any length; a form need not. */
const longestAccepted = 1_000;

export interface Strength {
  /** 0 (guessed at once) to 4 (very hard), as zxcvbn scores. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** Whether it may open a vault: score 3 or more, and 10 signs or more. */
  readonly enough: boolean;
  /** What to do about it, in words; empty when nothing needs doing. */
  readonly advice: readonly string[];
}

let zxcvbn: ZxcvbnFactory | undefined;

/** Scores a passphrase; `known` are words an attacker would try first (names of the vault and the member). Source: zxcvbn (Wheeler, USENIX Security 2016). */
export function passphraseStrength(passphrase: string, known: readonly string[] = []): Strength {
  // The word lists take a moment to index: only who needs them pays, once.
  zxcvbn ??= new ZxcvbnFactory({
    translations,
    graphs: adjacencyGraphs,
    dictionary: { ...commonWords, ...englishWords },
  });
  const text = passphrase.normalize("NFKC");
  const words = known.flatMap((name) => [name, ...name.split(/\s+/)]).map((w) => w.toLowerCase());
  const { score, feedback } = zxcvbn.check(text.slice(0, longestChecked), words);
  const signs = Array.from(text).length;
  const fits = signs >= leastSigns && text.length <= longestAccepted;
  const advice = [];
  if (signs < leastSigns)
    advice.push(`Use at least ${leastSigns} signs; four words are a good start.`);
  if (text.length > longestAccepted) advice.push(`Use at most ${longestAccepted} signs.`);
  if (score < leastScore) {
    if (feedback.warning) advice.push(feedback.warning);
    advice.push(...feedback.suggestions);
    if (advice.length === 0)
      advice.push("Add a word or two that have nothing to do with each other.");
  }
  return { score, enough: score >= leastScore && fits, advice };
}

/** Throws AccessError `access/weak-passphrase`, whose message says what to do. */
export function requireStrong(passphrase: string, known: readonly string[] = []): void {
  const { enough, score, advice } = passphraseStrength(passphrase, known);
  if (enough) return;
  // zxcvbn's own words quote patterns like "aaa", never the passphrase.
  throw new AccessError(
    "access/weak-passphrase",
    `This passphrase could be guessed. ${advice.join(" ")}`,
    { details: { score, leastScore, leastSigns } },
  );
}
