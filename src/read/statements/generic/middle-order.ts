// Languages whose verb of saying stands before what was said (Russian).
// `X заявил, что …` – `«…», — сказал X` – `…, сообщает X` – `X отрицает …`.
import type { Draft } from "../draft.ts";
import type { Quotation } from "../find-quotes.ts";
import { according, evidentials, inherited } from "./asides.ts";
import { findPackCues, type FoundCue } from "./find-pack-cues.ts";
import {
  headSubject,
  isDash,
  isMark,
  pastObjects,
  phraseLeft,
  phraseRight,
  quoteAfter,
  quoteBefore,
  spanOf,
} from "./phrases.ts";
import { clauseWord, draft, type PackScene, type Part } from "./scene.ts";

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

/** The phrase before the verb; where that is a turn of speech or nothing, the subject the sentence opens with. */
function speakerLeft({ tokens, pack }: PackScene, found: FoundCue): Part {
  const from = phraseLeft(tokens, found.from, pack);
  const turn = pack.prepositions.has(tokens[from]?.lower ?? "");
  const apart = from === found.from && isMark(tokens[from - 1], ",");
  if (from > 0 && (turn || apart) && isMark(tokens[from - 1], ",")) {
    const head = headSubject(tokens, from, pack);
    if (head.to > head.from) return head;
  }
  // `Он ему сказал`: the pronoun beside the verb is spoken to.
  let to = found.from;
  while (to > from + 1 && pack.objects.has(tokens[to - 1]?.lower ?? "")) to--;
  return { from, to };
}

function one(scene: PackScene, found: FoundCue, next: FoundCue | undefined): Draft | null {
  const { tokens, quotes, pack } = scene;
  const left = speakerLeft(scene, found);
  const rightEnd = phraseRight(tokens, found.to, pack);
  const right: Part = { from: pastObjects(tokens, found.to, rightEnd, pack), to: rightEnd };
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
  const all = [...free, ...claimed];
  return [...all, ...inherited(scene, all), ...evidentials(scene)];
}
