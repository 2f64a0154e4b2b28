// Where every estimate stands on the chart, and which labels have room.
// Invariant: a range is drawn from its low to its high end with no sign between them; no label covers another.
import type { Estimate } from "../../api/views.ts";
import { dayOf, numberScale, type Scale, timeScale } from "./chart-scale.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One estimate as drawn; lengths in CSS pixels from the upper left corner. */
export interface Mark {
  readonly estimate: Estimate;
  readonly x: number;
  /** First and last day it may mean. */
  readonly fromX: number;
  readonly toX: number;
  /** The lower and upper end on the paper: `lowY` ≥ `highY`. */
  readonly lowY: number;
  readonly highY: number;
  /** The words leave this end open. */
  readonly open: "up" | "down" | null;
  readonly hollow: boolean;
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: "start" | "end";
  } | null;
}

export interface ChartLayout {
  readonly marks: readonly Mark[];
  readonly numbers: Scale;
  readonly time: ReturnType<typeof timeScale>;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
}

export const arrow = 22;
const besides = 10;
const lineHeight = 15;
/** Width of a letter of a label, on the safe side. */
const letter = 7.2;

/** Estimates that have a day and a number; the others stand in the table only. */
export function drawable(estimates: readonly Estimate[]): Estimate[] {
  return estimates.filter(
    ({ date, amount }) => daysOf(date).length > 0 && (amount.low !== null || amount.high !== null),
  );
}

function daysOf(date: Estimate["date"]): number[] {
  return [date?.min, date?.max]
    .flatMap((day) => (day === null || day === undefined ? [] : [dayOf(day)]))
    .filter((day) => !Number.isNaN(day));
}

/** Lays out drawable estimates in their order; null where there are none. `labelOf` gives the short text beside a mark. */
export function layOut(
  estimates: readonly Estimate[],
  frame: Frame,
  labelOf: (estimate: Estimate) => string,
): ChartLayout | null {
  const drawn = drawable(estimates);
  if (drawn.length === 0) return null;
  const inside = frame.width - frame.left - frame.right;
  const numbers = numberScale(
    drawn.flatMap(({ amount }) => [amount.low, amount.high].filter((end) => end !== null)),
  );
  const time = timeScale(
    drawn.flatMap(({ date }) => daysOf(date)),
    Math.max(3, Math.floor(inside / 70)),
  );
  const x = (day: number): number => frame.left + time.at(day) * inside;
  const y = (value: number): number =>
    frame.height - frame.bottom - numbers.at(value) * (frame.height - frame.top - frame.bottom);
  const placed: Mark[] = [];
  for (const estimate of drawn) placed.push(markOf(estimate, x, y, placed));
  return { marks: labelled(placed, frame, labelOf), numbers, time, x, y };
}

function markOf(
  estimate: Estimate,
  x: (day: number) => number,
  y: (value: number) => number,
  placed: readonly Mark[],
): Mark {
  const days = daysOf(estimate.date);
  const [fromX, toX] = [x(Math.min(...days)), x(Math.max(...days))];
  const { low, high, hedge } = estimate.amount;
  const mark = {
    estimate,
    fromX,
    toX,
    lowY: y(low ?? high ?? 0),
    highY: y(high ?? low ?? 0),
    open: openEnd(estimate),
    hollow: hedge === "about" || hedge === "vague",
    label: null,
  };
  // Two that would stand on each other stand beside each other.
  let at = (fromX + toX) / 2;
  while (placed.some((other) => Math.abs(other.x - at) < besides && overlap(other, mark)))
    at += besides;
  return { ...mark, x: at };
}

function openEnd({ amount: { low, high, hedge } }: Estimate): Mark["open"] {
  if (hedge === "vague" || (low !== null && high !== null)) return null;
  return high === null ? "up" : "down";
}

type Ends = Pick<Mark, "lowY" | "highY" | "open">;

function overlap(a: Ends, b: Ends): boolean {
  const top = (one: Ends): number => one.highY - (one.open === "up" ? arrow : 7);
  const foot = (one: Ends): number => one.lowY + (one.open === "down" ? arrow : 7);
  return top(a) <= foot(b) && top(b) <= foot(a);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** What a mark covers: its ends with their arrow and the sign of a denial, and the line of its date at each end. */
function boxesOf(mark: Mark): Box[] {
  const above = (mark.open === "up" ? arrow : 7) + (mark.estimate.denials.length > 0 ? 13 : 0);
  const line = (y: number): Box => ({
    left: mark.fromX,
    right: mark.toX,
    top: y - 1,
    foot: y + 1,
  });
  return [
    {
      left: mark.x - 7,
      right: mark.x + 7,
      top: mark.highY - above,
      foot: mark.lowY + (mark.open === "down" ? arrow : 7),
    },
    line(mark.lowY),
    line(mark.highY),
  ];
}

function labelled(
  marks: readonly Mark[],
  frame: Frame,
  labelOf: (estimate: Estimate) => string,
): Mark[] {
  const taken = marks.flatMap(boxesOf);
  return marks.map((mark) => {
    const wide = labelOf(mark.estimate).length * letter;
    const middles = [mark.highY, (mark.highY + mark.lowY) / 2, mark.lowY];
    for (const anchor of ["start", "end"] as const) {
      for (const middle of middles) {
        const x =
          anchor === "start"
            ? Math.max(mark.x + 11, mark.toX + 5)
            : Math.min(mark.x - 11, mark.fromX - 5);
        const box = {
          left: anchor === "start" ? x : x - wide,
          right: anchor === "start" ? x + wide : x,
          top: middle - lineHeight / 2,
          foot: middle + lineHeight / 2,
        };
        if (box.left < frame.left || box.right > frame.width) continue;
        if (taken.some((other) => covers(other, box))) continue;
        taken.push(box);
        return { ...mark, label: { x, y: middle, anchor } };
      }
    }
    return mark;
  });
}

function covers(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
}
