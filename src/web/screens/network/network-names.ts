// Which names and words have room in the drawing of a network.
// Invariant: no name lies on another name or on a sign, and no words of a tie on a name; what has no room is told otherwise.
import type { NetworkLayout, PlacedNode } from "./network-layout.ts";

const letter = 6.6;
const lineHeight = 16;
/** A tie shorter than this, in pixels, has no room for its words; the table has them. */
const shortestTie = 80;

export type Spot = Omit<PlacedNode, "name">;
interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Where the middle of a name's line stands, from the middle of its sign. */
export function nameOffset(radius: number, where: "below" | "above"): number {
  return where === "below" ? radius + 14 : -radius - 6;
}

/** The box of a name under or above its sign. Wide letters (Chinese) take about twice the room. */
export function labelBox({ node, x, y, radius }: Spot, where: "below" | "above"): Box {
  const half = (labelWidth(node.label) + 6) / 2;
  const top = y + nameOffset(radius, where) - 12;
  return { x1: x - half, x2: x + half, y1: top, y2: top + lineHeight };
}

const longest = 26;
export const shortLabel = (label: string): string =>
  label.length > longest ? `${label.slice(0, longest - 1).toWellFormed()}…` : label;

function labelWidth(label: string): number {
  const text = shortLabel(label);
  const wide = [...text].filter((sign) => /\p{Script=Han}/u.test(sign)).length;
  return text.length * letter + wide * letter;
}

/**
 * Who is near and has many ties is named first; a name that would lie on another or on a sign waits for the pointer.
 * The person in the middle is always named.
 */
export function namesWithRoom(spots: readonly Spot[]): Map<string, "below" | "above"> {
  const taken: Box[] = spots.map(({ x, y, radius }) => ({
    x1: x - radius,
    x2: x + radius,
    y1: y - radius,
    y2: y + radius,
  }));
  const named = new Map<string, "below" | "above">();
  const order = spots.toSorted(
    (a, b) =>
      a.node.distance - b.node.distance || b.ties - a.ties || (a.node.id < b.node.id ? -1 : 1),
  );
  for (const spot of order) {
    const free = (["below", "above"] as const).find(
      (where) => !taken.some((other) => meets(labelBox(spot, where), other)),
    );
    const where = free ?? (spot.node.distance === 0 ? "below" : undefined);
    if (where === undefined) continue;
    taken.push(labelBox(spot, where));
    named.set(spot.node.id, where);
  }
  return named;
}

export const meets = (a: Box, b: Box): boolean =>
  a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Ties of one person whose words have room: on no name, and on no other tie's words. A short tie has none. */
export function tiesWithWords(layout: NetworkLayout, person: string): Set<string> {
  const taken = layout.nodes.flatMap((one) => (one.name === null ? [] : labelBox(one, one.name)));
  const worded = new Set<string>();
  for (const { edge, from, to } of layout.edges) {
    if (edge.from !== person && edge.to !== person) continue;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2 - 3];
    const half = (shortLabel(edge.label).length * letter) / 2;
    const box = { x1: x - half, x2: x + half, y1: y - 12, y2: y + 4 };
    const isShort = Math.hypot(from.x - to.x, from.y - to.y) < shortestTie;
    if (isShort || taken.some((other) => meets(box, other))) continue;
    taken.push(box);
    worded.add(edge.id);
  }
  return worded;
}
