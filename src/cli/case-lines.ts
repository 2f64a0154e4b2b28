// Deadlines as lines for a terminal.
import type { DeadlineView, MomentView } from "../act/index.ts";

const doubts = {
  skipped: "clocks skip this hour; ask",
  twice: "this hour comes twice; ask which",
  "unknown-zone": "this zone is not known here",
} as const;

/** A moment as it was told: day, hour, zone, and what is in doubt. */
export function dayLine({ day, time, zone, doubt }: MomentView): string {
  const hour = time === undefined ? "" : ` ${time}`;
  return `${day}${hour} ${zone}${doubt === null ? "" : ` (${doubts[doubt]})`}`;
}

export function deadlineLine({
  id,
  kind,
  title,
  at,
  state,
  overdue,
  reason,
}: DeadlineView): string {
  const what = title === undefined ? kind : `${kind}: ${title}`;
  const why = reason === undefined ? "" : ` — ${reason}`;
  return `${dayLine(at)}  ${what}  ${overdue ? "overdue" : state}${why}  ${id}`;
}
