// Where what was said begins: before the verb, after it, or on both sides.
// Invariant: content never runs into another speaker's attribution.
import { COORDINATORS } from "../../packs/en-words.ts";
import type { Span } from "../../reading.ts";
import type { Token } from "../tokens.ts";
import { contentEnd } from "./content-end.ts";
import { endsClause, opensQuote } from "./follow.ts";
import type { Layout } from "./layout.ts";
import { toSpan, withQuotes, type Scene } from "./scene.ts";
import { isFinite } from "./phrase.ts";

export function contentBefore(
  scene: Scene,
  { contentTo }: Layout,
  earlier: readonly Layout[],
): Span | null {
  const { tokens } = scene.view;
  let to = contentTo;
  while (to > 0 && tokens[to - 1]?.kind === "mark" && tokens[to - 1]?.quote === -1) to--;
  if (to <= 0) return null;
  let from = 0;
  while (from < to && tokens[from]?.kind === "mark" && tokens[from]?.quote === -1) from++;
  // Content of an earlier attribution joined by a conjunction is not said by this speaker.
  for (const other of earlier) {
    if (
      other.to < to &&
      (other.pattern === "speaker last" || other.pattern === "inverted") &&
      other.to > from
    )
      from = other.to;
  }
  while (
    from < to &&
    (tokens[from]?.text === "," || (COORDINATORS.has(tokens[from]?.lower ?? "") && from > 0))
  )
    from++;
  const span = toSpan(tokens, from, to);
  return span ? withQuotes(span, scene, tokens, from, to) : null;
}

export function contentStart(tokens: readonly Token[], { cue, follow: after }: Layout): number {
  if (cue.entry.lemma === "accuse") {
    for (let k = cue.end; k < tokens.length && k - cue.end < 16; k++)
      if (tokens[k]?.lower === "of" && k > cue.end) return k;
  }
  // The whole `X to do` is what is urged; the person urged is part of it.
  if (cue.entry.frames.includes("x") && !after.sawThat && !opensQuote(tokens, after.at)) {
    if (!cue.entry.frames.includes("a")) return cue.end;
    if (tokens[after.addressee?.to ?? -1]?.lower === "to") return cue.end;
  }
  return after.at;
}

/** What goes on after a speaker in the middle: `“A,” she said, “B.”` */
export function resumed(scene: Scene, own: Layout, all: readonly Layout[]): Span | null {
  const { tokens } = scene.view;
  let at = Math.max(own.to, own.follow.at);
  if (own.pattern === "inverted") at = own.to;
  for (let k = at; k < tokens.length && k - at < 14; k++) {
    const token = tokens[k];
    if (!token) return null;
    // `she said, arguing that it was “closed”`: the quotation belongs to the later verb.
    if (all.some(({ cue }) => cue !== own.cue && cue.verb === k)) break;
    if (opensQuote(tokens, k)) {
      const to = contentEnd(scene.view, k, all, own);
      const span = toSpan(tokens, k, to);
      return span ? withQuotes(span, scene, tokens, k, to) : null;
    }
    if (endsClause(token)) break;
  }
  // `The air was bad, Lind noted, that year and since …`: a clause that hangs on what stood before.
  const hangs =
    HANGING.has(tokens[at + 1]?.lower ?? "") && (tokens[own.contentTo - 1]?.quote ?? -1) < 0;
  return tokens[at]?.text === "," && (hangs || isFragment(scene, own))
    ? restAfter(scene, own, all, at + 1)
    : null;
}

const HANGING = new Set(["that", "because", "since"]);
const OPENERS = new Set(
  "although though while when if because after before as since whereas despite even but in on at for with by during under unlike like to from once until unless".split(
    " ",
  ),
);

/** `The latest test, the office said, was its biggest`: what stands before the speaker is no clause of its own. */
function isFragment({ view }: Scene, { contentTo }: Layout): boolean {
  const first = view.tokens[0]?.lower ?? "";
  if (OPENERS.has(first)) return true;
  for (let k = 1; k < contentTo - 1; k++) if (isFinite(view, k)) return false;
  return contentTo > 0;
}

function restAfter(scene: Scene, own: Layout, all: readonly Layout[], at: number): Span | null {
  const { tokens } = scene.view;
  if (endsClause(tokens[at]) || ["who", "which"].includes(tokens[at]?.lower ?? "")) return null;
  if (all.some(({ cue, pattern }) => pattern === "participle" && cue.first === at)) return null;
  const to = contentEnd(scene.view, at, all, own);
  const span = toSpan(tokens, at, to);
  return span ? withQuotes(span, scene, tokens, at, to) : null;
}
