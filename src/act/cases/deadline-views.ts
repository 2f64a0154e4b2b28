// Deadlines, tasks and their rows as views.
// Invariant: what is overdue is worked out at reading, from the wall time and today's rules of its zone.
import type { Body } from "../../model/index.ts";
import type { DeadlineView, MemberRef, TaskView } from "./views.ts";
import { resolveMoment } from "./wall-time.ts";
import { waits } from "./cases.tables.ts";

export interface DeadlineRow {
  readonly seq: number;
  readonly body: string;
  /** When it was set last, and by whom. */
  readonly at: number;
  readonly author: string;
}

const minuteMs = 60_000;

/** `now`: milliseconds since 1970. */
export function deadlineView(
  { seq, body, at, author }: DeadlineRow,
  members: ReadonlyMap<string, MemberRef>,
  now: number,
): DeadlineView {
  const { case: of, at: moment, state, ...rest } = JSON.parse(body) as Body<"deadline.set">;
  const resolved = resolveMoment(moment);
  const waiting = waits(state);
  const overdue = waiting && now >= resolved.endsAt;
  const farthest = Math.max(0, ...rest.reminders) * minuteMs;
  return {
    ...rest,
    case: of,
    at: { ...moment, ...resolved },
    state,
    overdue,
    remind: waiting && !overdue && now >= resolved.startsAt - farthest,
    by: members.get(author)?.name ?? author,
    setAt: at,
    seq,
  } as DeadlineView;
}

export interface TaskRow {
  readonly seq: number;
  readonly id: string;
  readonly case_id: string;
  readonly title: string;
  readonly assignee: string | null;
  readonly due: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly at: number;
  readonly author: string;
}

/** `today`: an ISO day. */
export function taskView(
  row: TaskRow,
  members: ReadonlyMap<string, MemberRef>,
  today: string,
): TaskView {
  const { seq, id, case_id, title, assignee, due, reason, at, author } = row;
  const state = row.state as TaskView["state"];
  return {
    id,
    case: case_id,
    title,
    assignee:
      assignee === null ? null : { id: assignee, name: members.get(assignee)?.name ?? assignee },
    due,
    state,
    overdue: state === "open" && due !== null && due < today,
    ...(reason === null ? {} : { reason }),
    by: members.get(author)?.name ?? author,
    setAt: at,
    seq,
  };
}
