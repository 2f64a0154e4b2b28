// Attributions built on a verb: `X said that …`, `“…,” said X`, `…, X reports.`, `…, saying …`.
// Invariant: at most one draft for each verb; every draft names the pattern that made it.
import type { Span } from "../../reading.ts";
import type { Draft } from "../draft.ts";
import { contentBefore, contentStart, resumed } from "./content.ts";
import { contentEnd } from "./content-end.ts";
import type { Cue } from "./find-cues.ts";
import { fits } from "./fits.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { toSpan, withQuotes, type Scene } from "./scene.ts";
import { callsFalse, confidenceOf, stanceOf } from "./stance.ts";

function draftOf(scene: Scene, own: Layout, all: readonly Layout[]): Draft | null {
  const { view } = scene;
  const { tokens } = view;
  const { cue, subject, pattern } = own;
  const content: Span[] = [];
  let fit = 1;
  if (own.contentTo >= 0 && pattern !== "passive" && pattern !== "agentless") {
    const before = contentBefore(
      scene,
      own,
      all.filter((other) => other !== own && other.from < own.from),
    );
    if (!before) return null;
    content.push(before);
    const more = resumed(scene, own, all);
    if (more) content.push(more);
  } else if (pattern === "agentless") {
    const from = own.follow.at;
    if (own.contentTo >= 0) content.push(...present(toSpan(tokens, own.from, own.contentTo)));
    const rest = toSpan(tokens, from, contentEnd(view, from, all, own));
    if (!rest) return null;
    content.push(rest);
    fit = 0.8;
  } else if (pattern === "passive") {
    const before = own.contentTo >= 0 ? toSpan(tokens, own.from, own.contentTo) : null;
    if (!before) return null;
    content.push(before);
    fit = 0.5;
  } else if (scene.next && own.follow.at >= tokens.length && cue.entry.frames.includes("q")) {
    content.push(scene.next);
    fit = 0.9;
  } else {
    fit = fits(view, own);
    if (fit === 0) return null;
    const from = contentStart(tokens, own);
    const to = contentEnd(view, from, all, own);
    const span = toSpan(tokens, from, to);
    if (!span) return null;
    content.push(withQuotes(span, scene, tokens, from, to));
  }
  const unnamed = pattern === "agentless";
  const source =
    unnamed || subject.kind === "none" ? null : toSpan(tokens, subject.from, subject.to);
  const span = toSpan(tokens, cue.first, cue.end);
  if (!span) return null;
  const addressee = own.follow.addressee
    ? toSpan(tokens, own.follow.addressee.from, own.follow.addressee.to)
    : null;
  return {
    source: source ? [source] : [],
    cue: [span],
    content,
    stance: callsFalse(tokens, own, content) ? "denies" : stanceOf(own),
    act: cue.entry.act,
    ...(addressee ? { addressee } : {}),
    ...(unnamed ? { evidential: true } : {}),
    ...(own.lost || (!source && !unnamed && pattern !== "participle") ? { speakerLost: true } : {}),
    rule: `${pattern}: ${cue.entry.lemma}`,
    confidence: confidenceOf(own, fit, source !== null),
    sentence: scene.sentence,
  };
}

function present(span: Span | null): Span[] {
  return span ? [span] : [];
}

/** All attributions of a sentence that hang on a verb. */
export function verbDrafts(scene: Scene, cues: readonly Cue[]): Draft[] {
  const layouts: Layout[] = [];
  for (const cue of cues) {
    const found = layoutOf(scene.view, cue, layouts.at(-1));
    if (found) layouts.push(found);
  }
  return layouts.map((own) => draftOf(scene, own, layouts)).filter((draft) => draft !== null);
}
