// In which order a text is reviewed, what is still open, and what comes next.
// Invariant: only what can be decided is counted; names are help and dates are values, so neither keeps a text open.
import { decisionOnName } from "./act-value.ts";
import type { Item, Lane } from "./items.ts";
import { actItems, dateItems, figureItems, nameItems } from "./items.ts";
import type { Decision, Decisions, Reading } from "./spans.ts";
import { toldIn } from "./told.ts";

export interface Lanes {
  readonly statements: ReturnType<typeof toldIn>;
  readonly figures: ReturnType<typeof figureItems>;
  readonly acts: ReturnType<typeof actItems>;
  readonly names: ReturnType<typeof nameItems>;
  readonly dates: ReturnType<typeof dateItems>;
}

export function lanesOf(text: string, reading: Reading, notOffered: readonly string[]): Lanes {
  const denied = new Set(notOffered);
  return {
    statements: toldIn(text, reading),
    figures: figureItems(text, reading, denied),
    acts: actItems(text, reading, denied),
    names: nameItems(text, reading),
    dates: dateItems(text, reading),
  };
}

/** The lanes a text is done with when nothing in them is open. */
const deciding = ["statements", "figures", "acts"] as const;

export function decisionOf(item: Item, decisions: Decisions): Decision | undefined {
  return item.lane === "names" ? decisionOnName(item, decisions) : decisions[item.id];
}

export function isOpen(item: Item, decisions: Decisions): boolean {
  return item.offered && decisionOf(item, decisions) === undefined;
}

export interface Count {
  readonly done: number;
  readonly total: number;
}

export function countOf(items: readonly Item[], decisions: Decisions): Count {
  const offered = items.filter((item) => item.offered);
  return {
    done: offered.filter((item) => !isOpen(item, decisions)).length,
    total: offered.length,
  };
}

/** How far the text is reviewed. */
export function progressOf(lanes: Lanes, decisions: Decisions): Count {
  const all = deciding.map((lane) => countOf(lanes[lane], decisions));
  return {
    done: all.reduce((n, { done }) => n + done, 0),
    total: all.reduce((n, { total }) => n + total, 0),
  };
}

export interface At {
  readonly lane: Lane;
  readonly id: string;
}

/** The next open one: further on in this lane, else from its beginning, else in the lanes that keep the text open. */
export function nextOpen(lanes: Lanes, decisions: Decisions, at: At): At | null {
  const own: readonly Item[] = lanes[at.lane];
  const here = own.findIndex(({ id }) => id === at.id);
  const inLane = [...own.slice(here + 1), ...own.slice(0, Math.max(0, here))];
  const others: readonly Item[] = deciding
    .filter((lane) => lane !== at.lane)
    .flatMap((lane): readonly Item[] => lanes[lane]);
  const next = [...inLane, ...others].find((item) => isOpen(item, decisions));
  return next === undefined ? null : { lane: next.lane, id: next.id };
}

/** Where the reader begins: at the named suggestion, else at the first open one, else in the first lane with something. */
export function firstAt(lanes: Lanes, decisions: Decisions, named: string | undefined): At {
  const all = Object.values(lanes).flat() as readonly Item[];
  const wanted = all.find((item) => item.id === named);
  if (wanted !== undefined) return { lane: wanted.lane, id: wanted.id };
  const open = nextOpen(lanes, decisions, { lane: "statements", id: "" });
  if (open !== null) return open;
  const lane = all[0]?.lane ?? "statements";
  return { lane, id: "" };
}
