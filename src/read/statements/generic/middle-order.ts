// Languages whose verb of saying stands before what was said (Russian).
// `X заявил, что …` – `«…», — сказал X` – `…, сообщает X` – `X отрицает …`.
import type { Pack } from "../../packs/pack.ts";
import type { Draft } from "../draft.ts";
import type { Quotation } from "../find-quotes.ts";
import type { Token } from "../tokens.ts";
import { findPackCues, type FoundCue } from "./find-pack-cues.ts";
import {
  isDash,
  isMark,
  phraseLeft,
  phraseRight,
  quoteAfter,
  quoteBefore,
  spanOf,
} from "./phrases.ts";

export interface PackScene {
  readonly tokens: readonly Token[];
  readonly quotes: readonly Quotation[];
  readonly pack: Pack;
  readonly sentence: number;
}

type Part = { readonly from: number; readonly to: number };
const EMPTY: Part = { from: 0, to: 0 };

export function draft(
  scene: PackScene,
  found: FoundCue,
  source: Part,
  content: Draft["content"],
  rule: string,
  confidence: number,
): Draft | null {
  const cue = spanOf(scene.tokens, found.from, found.to);
  const speaker = source.to > source.from ? spanOf(scene.tokens, source.from, source.to) : null;
  if (!cue || content.length === 0) return null;
  const { stance, act } = found.cue;
  const negatedStance = stance === "denies" ? "asserts" : stance;
  return {
    source: speaker ? [speaker] : [],
    cue: [cue],
    content,
    stance: found.negated ? negatedStance : stance,
    act,
    rule,
    confidence: speaker ? confidence : confidence * 0.7,
    sentence: scene.sentence,
  };
}

/** `, что` within reach of the verb; the token of the clause word, or -1. */
function clauseWord({ tokens, pack }: PackScene, from: number): number {
  for (let k = from; k < tokens.length && k - from <= 14; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0 || isMark(token, ".", ";", ":")) return -1;
    if (isMark(token, ",") && pack.clauseWords.has(tokens[k + 1]?.lower ?? "")) return k + 1;
    if (k > from && isMark(token, ",")) return -1;
  }
  return -1;
}

/** `«…», — сказал X` and `— …, — сказал X`, with what goes on after the speaker. */
function spokenBefore(
  scene: PackScene,
  found: FoundCue,
  spoken: Quotation | undefined,
  left: Part,
  right: Part,
): Draft | null {
  const { tokens, quotes } = scene;
  const before = spoken ? { start: spoken.start, end: spoken.end } : spanOf(tokens, 0, found.from);
  const more = quotes[quoteAfter(tokens, right.to + 1)];
  const content = before
    ? [before, ...(more && before.end < more.start ? [{ start: more.start, end: more.end }] : [])]
    : [];
  return draft(
    scene,
    found,
    right.to > right.from ? right : left,
    content,
    spoken ? "quotation and verb" : "dash and verb",
    0.86,
  );
}

function one(scene: PackScene, found: FoundCue, next: FoundCue | undefined): Draft | null {
  const { tokens, quotes, pack } = scene;
  const left: Part = { from: phraseLeft(tokens, found.from, pack), to: found.from };
  const right: Part = { from: found.to, to: phraseRight(tokens, found.to, pack) };
  const end = next && isMark(tokens[next.from - 1], ",") ? next.from - 1 : tokens.length;
  const word = clauseWord(scene, found.to);
  const spoken = quotes[quoteBefore(tokens, found.from)];
  const dashSpeech = isDash(tokens[found.from - 1]) && isDash(tokens[0]) && found.from > 2;
  if (word >= 0) {
    const content = spanOf(tokens, word, end);
    const inverted = left.to <= left.from && right.to > right.from;
    return (
      content &&
      draft(
        scene,
        found,
        inverted ? right : left,
        [content],
        "verb and clause",
        found.cue.act === "mind" ? 0.65 : 0.86,
      )
    );
  }
  const ahead =
    quotes[quoteAfter(tokens, found.to)] ??
    (isMark(tokens[right.to], ":") ? quotes[quoteAfter(tokens, right.to)] : undefined);
  if (ahead && !spoken) {
    const source = left.to > left.from ? left : right;
    return draft(
      scene,
      found,
      source,
      [{ start: ahead.start, end: ahead.end }],
      "verb and quotation",
      0.86,
    );
  }
  if (spoken || dashSpeech) return spokenBefore(scene, found, spoken, left, right);
  if (
    isMark(tokens[found.from - 1], ",") &&
    right.to > right.from &&
    found.cue.act !== "mind" &&
    !found.cue.noun
  ) {
    const content = spanOf(tokens, 0, found.from);
    return content && draft(scene, found, right, [content], "content, verb and speaker", 0.8);
  }
  if (found.cue.noun && left.to > left.from && right.to > right.from) {
    const content = spanOf(
      tokens,
      found.to,
      Math.max(right.to, Math.min(end, phraseRight(tokens, right.to + 1, pack))),
    );
    const object = spanOf(tokens, found.to, right.to);
    return draft(
      scene,
      found,
      left,
      content && object ? [isMark(tokens[right.to], ",") ? object : content] : [],
      "verb and object",
      0.6,
    );
  }
  return null;
}

/** `по словам X, …` and `…, по словам X`. */
function according(scene: PackScene): Draft[] {
  const { tokens, pack } = scene;
  const drafts: Draft[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens[i]?.quote ?? -1) >= 0) continue;
    const words = pack.accordingBefore.find((phrase) =>
      phrase.split(" ").every((word, k) => tokens[i + k]?.lower === word),
    );
    if (words === undefined) continue;
    const to = i + words.split(" ").length;
    const end = phraseRight(tokens, to, pack);
    const ahead = i < 3 ? spanOf(tokens, end, tokens.length) : null;
    const content = ahead ?? spanOf(tokens, 0, i) ?? spanOf(tokens, end, tokens.length);
    const cue: FoundCue = {
      from: i,
      to,
      cue: { stance: words.includes("оцен") ? "estimates" : "asserts", act: "relay", noun: false },
      negated: false,
    };
    const made =
      content && end > to
        ? draft(scene, cue, { from: to, to: end }, [content], `according: ${words}`, 0.86)
        : null;
    if (made) drafts.push(made);
  }
  return drafts;
}

function evidentials(scene: PackScene): Draft[] {
  const { tokens, pack } = scene;
  return tokens.flatMap((token, i) => {
    if (token.quote >= 0 || !pack.evidentials.has(token.lower)) return [];
    const found: FoundCue = {
      from: i,
      to: i + 1,
      cue: { stance: "asserts", act: "relay", noun: false },
      negated: false,
    };
    const content = spanOf(tokens, i + 1, phraseRight(tokens, i + 1, pack));
    const made = content ? draft(scene, found, EMPTY, [content], "evidential", 0.55) : null;
    return made ? [{ ...made, evidential: true }] : [];
  });
}

export function middleOrder(scene: PackScene): Draft[] {
  const cues = findPackCues(scene.tokens, scene.pack);
  const drafts = cues
    .map((found, i) => one(scene, found, cues[i + 1]))
    .filter((made) => made !== null);
  const claimed = according(scene);
  // `как сообщил X` is one cue, not two.
  const free = drafts.filter(
    (made) =>
      !claimed.some((other) =>
        other.cue.some(
          ({ start, end }) => start <= (made.cue[0]?.start ?? 0) && (made.cue[0]?.end ?? 0) <= end,
        ),
      ),
  );
  return [...free, ...claimed, ...evidentials(scene)];
}
