// Finds the verbs that may attribute something in an English sentence and what form they stand in.
// Invariant: a cue is a verb reading; a noun after a determiner (`the report`) is never one.
import { CUE_ADJECTIVES, CUE_FORMS, type CueVerb, type VerbForm } from "../../packs/en-cues.ts";
import { AUXILIARIES, BE, isAdverb } from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { isNounReading } from "./noun-reading.ts";

export interface Cue {
  /** Token range of the whole verb group: `has also denied`, `pointed out`. */
  readonly first: number;
  readonly verb: number;
  readonly end: number;
  readonly entry: CueVerb;
  readonly form: VerbForm;
  readonly passive: boolean;
  readonly negated: boolean;
  /** `neither confirmed nor denied`. */
  readonly withheld: boolean;
  /** A past form with `by` right after it and no `be`: `relatives quoted by the paper`. */
  readonly reduced: boolean;
  /** After `to`: `refused to say`, `went on to say`. */
  readonly infinitive: boolean;
  /** The preposition its object hangs on was found: `accused … of`, `called for`. */
  readonly particle: string | null;
}

const NEGATIONS = new Set(["not", "n't", "never", "no", "cannot", "nor", "neither"]);
const CATENATIVES = new Set(
  "went goes go on began started continued continues wants wanted refused declined chose used tried had has have needs need ought is was are were".split(
    " ",
  ),
);

/** Adjectives between `be` and the infinitive: `was able to say`, `is set to announce`. */
const READY = new Set(
  "able unable likely unlikely set ready willing unwilling due quick slow eager keen prepared about free forced".split(
    " ",
  ),
);

function pick(
  tokens: readonly Token[],
  i: number,
): { entry: CueVerb; form: VerbForm; end: number; particle: string | null } | null {
  const lower = tokens[i]?.lower ?? "";
  const forms = CUE_FORMS.get(lower);
  if (!forms && !CUE_ADJECTIVES.has(lower)) return null;
  const held = adjective(tokens, i);
  if (held && (!forms || afterBe(tokens, i))) return held;
  if (!forms) return null;
  const after = (offset: number): string => tokens[i + offset]?.lower ?? "";
  let plain: { entry: CueVerb; form: VerbForm; end: number; particle: string | null } | null = null;
  for (const { verb, form } of forms) {
    const needs = verb.particles;
    if (needs.length === 0 || verb.frames.includes("w")) {
      const particle = needs.includes(after(1)) ? after(1) : null;
      const frameless = verb.frames.replace("w", "") === "";
      if (frameless && !particle) continue;
      plain ??= { entry: verb, form, end: particle ? i + 2 : i + 1, particle };
      continue;
    }
    if (needs[0] === after(1))
      return {
        entry: verb,
        form,
        end: i + 2,
        particle: verb.frames === "n" || verb.frames === "xn" ? after(1) : null,
      };
    if (verb.lemma === "make clear" && needs[0] === after(2))
      return { entry: verb, form, end: i + 3, particle: null };
  }
  return plain;
}

function afterBe(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0 && i - k <= 3; k--) if (BE.has(tokens[k]?.lower ?? "")) return true;
  return false;
}

const ADJECTIVE_PARTICLES = new Set(["about", "of", "over", "to", "with", "at", "in"]);

/** `is convinced that …`, `was worried about …`. */
function adjective(tokens: readonly Token[], i: number): ReturnType<typeof pick> {
  const stance = CUE_ADJECTIVES.get(tokens[i]?.lower ?? "");
  if (!stance) return null;
  const next = tokens[i + 1]?.lower ?? "";
  const particle = ADJECTIVE_PARTICLES.has(next) ? next : null;
  if (!particle && !["that", "whether", "how", "why", "if", "what"].includes(next)) return null;
  const entry: CueVerb = {
    lemma: tokens[i]?.lower ?? "",
    stance,
    act: "mind",
    frames: "cn",
    particles: [],
    noun: false,
    weight: 0.6,
  };
  return { entry, form: "adjective", end: particle && particle !== "to" ? i + 2 : i + 1, particle };
}

/** `To varying degrees, all agreed`: here `all` is the subject and no adverb of the verb. */
function isFloating(tokens: readonly Token[], k: number): boolean {
  const lower = tokens[k]?.lower;
  const before = tokens[k - 1];
  return (lower === "all" || lower === "both") && (!before || before.kind === "mark");
}

function group(
  tokens: readonly Token[],
  i: number,
): Pick<Cue, "first" | "passive" | "negated" | "withheld" | "infinitive"> {
  let first = i;
  let withheld = false;
  let passive = false;
  let negated = false;
  let infinitive = false;
  for (let k = i - 1; k >= 0 && i - k <= 8; k--) {
    const token = tokens[k];
    if (!token) break;
    const { lower } = token;
    if (lower === "to" && !infinitive) infinitive = true;
    else if (infinitive && tokens[k + 1]?.lower === "to" && READY.has(lower)) passive = false;
    else if (infinitive && CATENATIVES.has(lower)) passive = false;
    else if (AUXILIARIES.has(lower) || NEGATIONS.has(lower)) {
      if (BE.has(lower) && !passive) passive = true;
      if (NEGATIONS.has(lower)) negated = true;
      if (lower === "neither" || lower === "nor") withheld = true;
      // `nor` joins two verbs; it belongs to neither.
      if (lower === "nor") break;
      // `'s` after a noun may be a possessive; the verb form decides below.
      if (
        lower === "'s" &&
        tokens[i]?.lower.endsWith("ing") === false &&
        k === i - 1 &&
        !tokens[i]?.lower.endsWith("ed")
      )
        break;
    } else if (!isAdverb(lower) || isFloating(tokens, k)) break;
    first = k;
  }
  while (
    first < i &&
    isAdverb(tokens[first]?.lower ?? "") &&
    !NEGATIONS.has(tokens[first]?.lower ?? "") &&
    first > 0 &&
    tokens[first - 1]?.kind === "mark"
  )
    first++;
  return { first, passive, negated, withheld, infinitive };
}

/** All attributing verbs of the sentence, left to right. */
export function findCues(tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = pick(tokens, i);
    if (!found) continue;
    const { entry, form, end, particle } = found;
    if (isNounReading(tokens, i, entry, form)) continue;
    // `who asked not to be named` says nothing of the matter.
    if (entry.lemma === "ask" && tokens[i + 1]?.lower === "not" && tokens[i + 2]?.lower === "to")
      continue;
    const around = group(tokens, i);
    if (form === "adjective" && !around.passive) continue;
    const passive = around.passive && form === "past" && !hasHave(tokens, around.first, i);
    const reduced =
      form === "past" && around.first === i && tokens[i + 1]?.lower === "by" && !tokens[i]?.capital;
    cues.push({ ...around, passive, reduced, verb: i, end, entry, form, particle });
    i = end - 1;
  }
  return cues;
}

/** `has been told` is passive, `has told` and `is having told` are not: the auxiliary nearest the verb decides. */
function hasHave(tokens: readonly Token[], first: number, verb: number): boolean {
  for (let k = verb - 1; k >= first; k--) {
    const lower = tokens[k]?.lower ?? "";
    if (BE.has(lower)) return false;
    if (["has", "have", "had", "'ve", "'d", "having"].includes(lower)) return true;
  }
  return true;
}
