// Languages whose verb of saying stands last (Kazakh, Turkish, Uyghur).
// `…, – деді X` – `X … деп мәлімдеді` – `«…», – деді X` – `X: «…» деді` – `X айтуынша, …` – `X, …-dığını söyledi`.
import type { Draft } from "../draft.ts";
import { findPackCues, type FoundCue } from "./find-pack-cues.ts";
import { isDash, isMark, pastObjects, phraseRight, quoteBefore, spanOf } from "./phrases.ts";
import { draft, type PackScene } from "./scene.ts";

/** Where the opening phrase that names the speaker ends: at its comma, or after its last capital. */
function speakerEnd({ tokens, pack }: PackScene, limit: number): number {
  if (pack.pronouns.has(tokens[0]?.lower ?? "")) return 1;
  let last = -1;
  for (let k = 0; k < Math.min(limit, 14); k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) break;
    if (token.kind === "mark") {
      // `X, …`: the comma after a subject; only when what came before looks like a name or a body.
      if (isMark(token, ",", ":", "،") || isDash(token)) return last >= 0 || k <= 6 ? k : last + 1;
      if (token.text !== "." && token.text !== "-" && token.text !== "'" && token.text !== "’")
        break;
      continue;
    }
    if (token.capital && (k === 0 || k - last <= 4)) last = k;
  }
  return last < 0 ? 0 : roleAfter(tokens.length, last, limit);
}

function roleAfter(length: number, last: number, limit: number): number {
  return Math.min(last + 1, limit, length);
}

function one(scene: PackScene, found: FoundCue, previousEnd: number): Draft | null {
  const { tokens, quotes, pack } = scene;
  let before = found.from;
  const closed = pack.clauseWords.has(tokens[before - 1]?.lower ?? "");
  if (closed) before--;
  const spoken = quotes[quoteBefore(tokens, before)];
  const rightEnd = phraseRight(tokens, found.to, pack);
  const right = { from: pastObjects(tokens, found.to, rightEnd, pack), to: rightEnd };
  if (spoken) {
    const opening = tokens.findIndex((token) => token.start >= spoken.start);
    const lead = { from: previousEnd, to: Math.max(previousEnd, opening) };
    const source = right.to > right.from ? right : lead;
    return draft(
      scene,
      found,
      source,
      [{ start: spoken.start, end: spoken.end }],
      "quotation and verb",
      0.86,
    );
  }
  if (pack.name === "ug") return null;
  // `Жол жабық, – деді ол`: what was said stands before a comma or a dash, the speaker after the verb.
  const parted = isDash(tokens[before - 1]) || isMark(tokens[before - 1], ",");
  if (parted && right.to > right.from && found.cue.act === "say") {
    const said = spanOf(tokens, previousEnd, before);
    return said && draft(scene, found, right, [said], "dash and verb", 0.8);
  }
  // Without marks of quotation only a clause word or a verb of saying at the end makes a statement.
  const atEnd = right.to >= tokens.length - 1;
  if (!closed && !atEnd) return null;
  const end = previousEnd > 0 ? previousEnd : speakerEnd(scene, before);
  const content = spanOf(tokens, end, before);
  if (!content || before - end < (found.cue.stance === "asserts" ? 2 : 1)) return null;
  const plain =
    closed || pack.name === "tr" || found.cue.stance !== "asserts" || found.cue.act === "mind";
  if (!plain && !["деді", "дейді"].includes(tokens[found.from]?.lower ?? "")) return null;
  return draft(
    scene,
    found,
    { from: 0, to: end },
    [content],
    closed ? "clause word and verb" : "clause and verb",
    closed ? 0.72 : 0.6,
  );
}

/** `X айтуынша, …`, `X'e göre …`. */
function according(scene: PackScene): Draft[] {
  const { tokens, pack } = scene;
  const drafts: Draft[] = [];
  tokens.forEach((token, i) => {
    if (token.quote >= 0 || !pack.accordingAfter.has(token.lower)) return;
    let from = i;
    while (
      from > 0 &&
      i - from < 14 &&
      !(tokens[from - 1]?.kind === "mark" && /^[,.;:،]$/.test(tokens[from - 1]?.text ?? "")) &&
      (tokens[from - 1]?.quote ?? -1) < 0
    )
      from--;
    const stop = isMark(tokens[i + 1], ",", "،") ? i + 2 : i + 1;
    const content = spanOf(tokens, stop, tokens.length) ?? spanOf(tokens, 0, from);
    const found: FoundCue = {
      from: i,
      to: i + 1,
      cue: { stance: "asserts", act: "relay", noun: false },
      negated: false,
    };
    const made =
      content && i > from
        ? draft(scene, found, { from, to: i }, [content], `according: ${token.lower}`, 0.86)
        : null;
    if (made) drafts.push(made);
  });
  return drafts;
}

export function finalOrder(scene: PackScene): Draft[] {
  const cues = findPackCues(scene.tokens, scene.pack);
  const claimed = according(scene);
  const drafts = cues.map((found, i) => one(scene, found, i === 0 ? 0 : (cues[i - 1]?.to ?? 0)));
  return [...drafts.filter((made) => made !== null), ...claimed];
}
