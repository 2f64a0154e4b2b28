// What the work on cases looks like to those who ask. Plain data: it crosses HTTP as it stands.
// Times `at`, `startsAt`, `endsAt` are milliseconds since 1970; `seq` is what a change says it saw (`expect`).
import type { Finding } from "../findings/finding.ts";
import type { ProceedingView } from "../proceedings/views.ts";
import type { InterimView } from "../proceedings/interim.ts";
import type { Doubt } from "./wall-time.ts";

export interface MemberRef {
  readonly id: string;
  readonly name: string;
}

export interface PersonRef {
  readonly id: string;
  /** As `P-7K3F9Q2M`. */
  readonly number: string;
  readonly label: string;
}

export interface CaseRef {
  readonly id: string;
  /** As `G-2026-0001`. */
  readonly number: string;
  readonly title?: string;
  /** Codes of `case-kind`, `case-status`, `case-priority`. */
  readonly kind: string;
  readonly status: string;
  readonly priority: string;
}

/** A moment as it was told, and the instants it stands for; `doubt`: what its clocks leave open, null for nothing. */
export interface MomentView {
  readonly day: string;
  readonly time?: string;
  readonly zone: string;
  readonly fold?: "first" | "second";
  readonly words?: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly doubt: Doubt | null;
}

export type DeadlineState = "open" | "done" | "missed" | "moved" | "dropped";

export interface DeadlineView {
  readonly id: string;
  readonly case: string;
  /** A code of `deadline-kind`. */
  readonly kind: string;
  readonly title?: string;
  readonly at: MomentView;
  /** Minutes before. */
  readonly reminders: readonly number[];
  readonly claim?: string;
  readonly proceeding?: string;
  readonly state: DeadlineState;
  /** It waits (open or moved) and its moment has passed. */
  readonly overdue: boolean;
  /** It waits, has not passed, and one of its reminders is due. */
  readonly remind: boolean;
  readonly reason?: string;
  /** Who set it last, and when. */
  readonly by: string;
  readonly setAt: number;
  readonly seq: number;
}

export interface TaskView {
  readonly id: string;
  readonly case: string;
  readonly title: string;
  readonly assignee: MemberRef | null;
  readonly due: string | null;
  readonly state: "open" | "done" | "dropped";
  readonly overdue: boolean;
  readonly reason?: string;
  readonly by: string;
  readonly setAt: number;
  readonly seq: number;
}

/** One card of the board, one line of a list. */
export interface CaseItem extends CaseRef {
  readonly assignee: MemberRef | null;
  readonly people: readonly PersonRef[];
  readonly openedAt: number;
  /** What a change of the status says it saw. */
  readonly statusSeq: number;
  readonly tasks: { readonly open: number; readonly overdue: number };
  /** The nearest deadline that waits, overdue ones included. */
  readonly next: DeadlineView | null;
}

export interface BoardColumn {
  readonly status: string;
  readonly total: number;
  readonly items: readonly CaseItem[];
  /** Asks POST /api/cases/list for the rest of this column. */
  readonly next: string | null;
}
export interface BoardView {
  readonly columns: readonly BoardColumn[];
  /** Everyone who may be given a case. */
  readonly members: readonly MemberRef[];
}

export interface CaseFilter {
  /** A member's id; null: cases nobody has taken. */
  readonly assignee?: string | null;
  readonly priority?: string;
  readonly kind?: string;
}

/** A day that waits for somebody: a deadline or task of a case, or a date a source gives in a proceeding. */
export interface CalendarItem {
  readonly what: "deadline" | "task" | "claim";
  /** Id of the deadline, task or claim. */
  readonly id: string;
  /** Code of `deadline-kind`; of a task `task`. */
  readonly kind: string;
  readonly title?: string;
  /** The day on the calendar of the place, as stated; of a claim the first possible day. */
  readonly day: string;
  /** The last possible day of a date that is not exact; otherwise the same day. */
  readonly lastDay: string;
  /** Of a deadline. */
  readonly at?: MomentView;
  /** Of a claim: the date in plain words, and whose word it is. */
  readonly claim?: {
    readonly text: string;
    readonly edtf: string;
    readonly proceeding: string;
    readonly proceedingKind?: string;
    readonly country?: string;
    readonly source: string;
    readonly sourceTitle: string;
    readonly review: string;
  };
  readonly state: string;
  readonly overdue: boolean;
  readonly remind: boolean;
  /** Null: a date of somebody no case is open for. */
  readonly case: CaseRef | null;
  readonly people: readonly PersonRef[];
}

export interface CalendarView {
  readonly from: string;
  readonly to: string;
  /** In the order in which they come. */
  readonly items: readonly CalendarItem[];
  /** There was more than one page of a calendar holds; ask for fewer days. */
  readonly cut: boolean;
}

export interface WorkloadRow {
  /** Null: what nobody has taken. */
  readonly member: MemberRef | null;
  readonly openCases: number;
  readonly urgentCases: number;
  readonly openTasks: number;
  readonly overdueTasks: number;
  /** Deadlines that wait in the cases this member has. */
  readonly deadlines: number;
  readonly overdueDeadlines: number;
}
export interface WorkloadView {
  readonly rows: readonly WorkloadRow[];
}

export interface NoteView {
  readonly id: string;
  readonly text: string;
  /** Taken back. */
  readonly gone: boolean;
  readonly by: string;
  readonly setAt: number;
  readonly seq: number;
}

export interface ChecklistLine {
  readonly item: string;
  readonly label: string;
  readonly done: boolean;
  readonly note?: string;
  readonly by?: string;
  readonly setAt?: number;
}

/** A case with everything. */
export interface CaseView extends CaseItem {
  /** What a change of a field says it saw. */
  readonly seqs: Readonly<Record<CaseField, number>>;
  /** Everyone who was part of it once and is no longer. */
  readonly formerPeople: readonly PersonRef[];
  readonly taskList: readonly TaskView[];
  readonly deadlines: readonly DeadlineView[];
  readonly notes: readonly NoteView[];
  readonly checklist: readonly ChecklistLine[];
  readonly proceedings: readonly ProceedingView[];
  readonly interim: readonly InterimView[];
  readonly findings: readonly Finding[];
  readonly members: readonly MemberRef[];
}

export type CaseField = "kind" | "title" | "status" | "priority" | "assignee";
