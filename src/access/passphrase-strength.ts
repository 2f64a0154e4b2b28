// How hard a passphrase is to guess, and what would make it harder.
// Invariant: the same rule when a vault is made, a member added or a passphrase changed; nothing weaker gets a slot.
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
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

let zxcvbn: Promise<ZxcvbnFactory> | undefined;

/** The word lists take 40 MB and a moment to index: only who sets a passphrase pays for them, once. */
async function loadZxcvbn(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Factory } = await import("@zxcvbn-ts/core");
  const { adjacencyGraphs, dictionary: common } = await import("@zxcvbn-ts/language-common");
  const { dictionary: english, translations } = await import("@zxcvbn-ts/language-en");
  return new Factory({
    translations,
    graphs: adjacencyGraphs,
    dictionary: { ...common, ...english },
  });
}

/** Scores a passphrase; `known` are words an attacker would try first (names of the vault and the member). Source: zxcvbn (Wheeler, USENIX Security 2016). */
export async function passphraseStrength(
  passphrase: string,
  known: readonly string[] = [],
): Promise<Strength> {
  zxcvbn ??= loadZxcvbn();
  const text = passphrase.normalize("NFKC");
  const words = known.flatMap((name) => [name, ...name.split(/\s+/)]).map((w) => w.toLowerCase());
  const { score, feedback } = (await zxcvbn).check(text.slice(0, longestChecked), words);
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
export async function requireStrong(
  passphrase: string,
  known: readonly string[] = [],
): Promise<void> {
  const { enough, score, advice } = await passphraseStrength(passphrase, known);
  if (enough) return;
  // zxcvbn's own words quote patterns like "aaa", never the passphrase.
  throw new AccessError(
    "access/weak-passphrase",
    `This passphrase could be guessed. ${advice.join(" ")}`,
    { details: { score, leastScore, leastSigns } },
  );
}
