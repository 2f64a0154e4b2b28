// Which stretch of the person's story a submission is about: the loss of liberty that has not ended.
// Invariant: a pure rule; what came before a release is never told as if it went on, and an undated release is a question to settle.
import type { Days } from "../../model/index.ts";
import type { RecordFile, RelatedView } from "../../weigh/index.ts";
import { codeOf } from "./facts.ts";
import type { RouteSpec } from "./route.ts";

const held = [
  "disappeared",
  "taken",
  "police-custody",
  "camp",
  "prison",
  "sentenced",
  "hospital",
  "forced-labour",
  "house-arrest",
  "boarding",
];
const ends = new Set(["released", "escaped", "acquitted"]);

export interface Picked {
  /** The one its form speaks of first, then those that go on from it, in order of time. */
  readonly episodes: readonly RelatedView[];
  readonly ended: "no" | "yes" | "undated";
  readonly died: boolean;
}

/** The days within which it began. */
export function begun({ episodes }: Picked): Days {
  const from = episodes[0]?.from;
  return { min: from?.min ?? null, max: from?.max ?? null };
}

/** `first`: kinds to be preferred among those that are dated. */
export function pickEpisode(file: RecordFile, first: readonly string[] = []): Picked {
  const episodes = file.related
    .filter((one) => one.schema === "Episode")
    .map((one) => ({ one, kind: codeOf(one, "kind") ?? "", at: one.from?.min ?? null }))
    .toSorted((a, b) => order(a.at, b.at));
  const over = episodes.filter(({ kind }) => ends.has(kind));
  const last = over.map(({ at }) => at).findLast((at) => at !== null) ?? null;
  const going = episodes.filter(
    ({ kind, at }) => held.includes(kind) && (last === null || (at !== null && at > last)),
  );
  const rank = (kind: string): number => (first.includes(kind) ? first.indexOf(kind) : 99);
  const chosen = going.toSorted(
    (a, b) => Number(a.at === null) - Number(b.at === null) || rank(a.kind) - rank(b.kind),
  )[0];
  const rest = going.filter((one) => one !== chosen);
  return {
    episodes: [chosen, ...rest].flatMap((one) => one?.one ?? []),
    ended: over.some(({ at }) => at === null)
      ? "undated"
      : last !== null && chosen === undefined
        ? "yes"
        : "no",
    died: episodes.some(({ kind }) => kind === "died"),
  };
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

/** Kinds of episode a form speaks of before others. */
export const firstOf = ({ code }: RouteSpec): readonly string[] =>
  code === "wgeid" || code === "ced" ? ["disappeared", "taken"] : ["taken", "police-custody"];
