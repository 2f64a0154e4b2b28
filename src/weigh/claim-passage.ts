// From a value to the words that carry it: the passage of a claim with what stands around it.
import type { Passage } from "../model/index.ts";
import type { WeighDeps } from "./deps.ts";
import { knownClaim } from "./review-claim.ts";
import { sourceGraph } from "./source-graph.ts";

export interface PassageView {
  readonly source: string;
  readonly sourceTitle: string;
  readonly published?: string;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly start?: number;
  readonly end?: number;
  readonly page?: number | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly fromMs?: number | undefined;
}

const around = 320;
/** A cut falls between words where one is near; Chinese has none, and is cut between characters. */
const longestWord = 40;

/** The passage behind a claim. Text around it is cut at paragraph ends where one is near. */
export async function claimPassage(
  deps: Pick<WeighDeps, "db" | "textOf">,
  id: string,
): Promise<PassageView> {
  const claim = await knownClaim(deps, id);
  const passage = claim.passage === null ? {} : (JSON.parse(claim.passage) as Passage);
  return passageView(deps, claim.source, passage);
}

/** Any passage of a source, shown the same way. */
export async function passageView(
  deps: Pick<WeighDeps, "db" | "textOf">,
  source: string,
  passage: Passage,
): Promise<PassageView> {
  const facts = (await sourceGraph(deps.db, [source])).get(source);
  const base = {
    source,
    sourceTitle: facts?.title ?? "",
    ...(facts?.published === undefined ? {} : { published: facts.published }),
  };
  const { start, end, quote, toMs: _toMs, ...place } = passage;
  const text = start === undefined || end === undefined ? null : await deps.textOf(source);
  if (text === null || start === undefined || end === undefined)
    return { ...base, before: "", quote: quote ?? "", after: "", ...place };
  return {
    ...base,
    ...place,
    start,
    end,
    before: cutBefore(text.slice(Math.max(0, start - around), start), start > around),
    quote: text.slice(start, end),
    after: cutAfter(text.slice(end, end + around), end + around < text.length),
  };
}

function cutBefore(text: string, cut: boolean): string {
  const paragraph = text.lastIndexOf("\n\n");
  if (paragraph >= 0 && text.length - paragraph > 60) return text.slice(paragraph + 2);
  if (!cut) return text;
  const space = text.indexOf(" ");
  return `…${space >= 0 && space < longestWord ? text.slice(space + 1) : text.replace(/^[\uDC00-\uDFFF]/, "")}`;
}

function cutAfter(text: string, cut: boolean): string {
  const paragraph = text.indexOf("\n\n");
  if (paragraph > 60) return text.slice(0, paragraph);
  if (!cut) return text;
  const space = text.lastIndexOf(" ");
  return `${text.length - space < longestWord ? text.slice(0, space) : text.replace(/[\uD800-\uDBFF]$/, "")}…`;
}
