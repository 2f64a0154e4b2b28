// A question in dispute: who asserts it, who denies it, who calls it something else, each side in its own words.
// Invariant: a function of the set of statements; sides are what each statement does by its recorded stance, in time order,
// and a denial that names nobody is never counted as one about a person.
import { parseDate, type Stance } from "../model/index.ts";
import type { OriginView, StatementView } from "./views.ts";

/** `others`: statements that make a demand or decline to answer. */
export type Side = "asserts" | "estimates" | "denies" | "reframes" | "others";

const sides: readonly Side[] = ["asserts", "estimates", "denies", "reframes", "others"];

export interface NamedPerson {
  readonly record: string;
  /** Empty where the person's record was taken back: named all the same, and not shown. */
  readonly label: string;
}

/** How a statement came to stand under its question: recorded so, or put there later by a claim that can be taken back. */
export type Attachment =
  | { readonly kind: "recorded" }
  | { readonly kind: "claim"; readonly claim: string };

/** A statement without its pointers: whom it names is told by `names`, which leaves out what was taken back. */
export type StatementSaid = Omit<StatementView, "targets" | "answers">;

export interface QuestionStatement {
  readonly statement: StatementSaid;
  /** When it was said, else when its source was published (EDTF). */
  readonly when: string | null;
  readonly attachment: Attachment;
  readonly names: readonly NamedPerson[];
  /** A denial, reframing or refusal that names no person. */
  readonly general: boolean;
}

export interface QuestionSide {
  readonly side: Side;
  readonly statements: readonly QuestionStatement[];
  readonly origins: readonly OriginView[];
}

/** A statement that may belong here, and why; only a person attaches it. */
export interface StatementProposal {
  readonly statement: StatementSaid;
  readonly why:
    | { readonly kind: "answers"; readonly speaker: string }
    | { readonly kind: "names"; readonly person: string };
}

export interface QuestionItem {
  readonly id: string;
  /** Null where no standing claim words it. */
  readonly wording: string | null;
  readonly topic: string | null;
  readonly people: readonly NamedPerson[];
  readonly counts: Readonly<Record<Side, number>>;
  readonly origins: Readonly<Record<Side, number>>;
  /** Some assert it or give a number, and others deny or reframe it. */
  readonly disputed: boolean;
  readonly last: string | null;
}

export interface QuestionView extends QuestionItem {
  /** The answers that are given, in plain words, as people noted them. */
  readonly answers: readonly string[];
  readonly notes: readonly string[];
  readonly sides: readonly QuestionSide[];
  readonly proposals: readonly StatementProposal[];
}

const sideOfStance: Readonly<Record<Stance, Side>> = {
  asserts: "asserts",
  admits: "asserts",
  denies: "denies",
  reframes: "reframes",
  estimates: "estimates",
  demands: "others",
  declines: "others",
};

const against = new Set<Stance>(["denies", "reframes", "declines"]);

/** One statement under a question; `names` are the persons it speaks of. */
export function questionStatement(
  statement: StatementView,
  attachment: Attachment,
  names: readonly NamedPerson[],
): QuestionStatement {
  return {
    statement: saidOnly(statement),
    when: statement.said ?? statement.published ?? null,
    attachment,
    names,
    general: against.has(statement.stance) && names.length === 0,
  };
}

/** The statement as said, without its pointers. */
export function saidOnly({
  targets: _targets,
  answers: _answers,
  ...said
}: StatementView): StatementSaid {
  return said;
}

/** The sides of a question with their independent origins, each in time order; empty sides are there too. */
export function sidesOf(
  statements: readonly QuestionStatement[],
  originsBehind: (statements: readonly StatementSaid[]) => readonly OriginView[],
): QuestionSide[] {
  const bySide = Map.groupBy(
    statements.filter(({ statement }) => !statement.withdrawn).toSorted(inTime),
    ({ statement }) => sideOfStance[statement.stance],
  );
  return sides.map((side) => {
    const own = bySide.get(side) ?? [];
    return { side, statements: own, origins: originsBehind(own.map((one) => one.statement)) };
  });
}

/** What a list shows of a question. */
export function countsOf(
  found: readonly QuestionSide[],
): Pick<QuestionItem, "counts" | "origins" | "disputed" | "last"> {
  const by = (count: (side: QuestionSide) => number) =>
    Object.fromEntries(found.map((side) => [side.side, count(side)])) as Record<Side, number>;
  const counts = by((side) => side.statements.length);
  const all = found.flatMap((side) => side.statements).toSorted(inTime);
  return {
    counts,
    origins: by((side) => side.origins.length),
    disputed: counts.asserts + counts.estimates > 0 && counts.denies + counts.reframes > 0,
    last: all.findLast((one) => one.when !== null)?.when ?? null,
  };
}

/** Earlier first, undated last; equals by id, so that the order of arrival never shows. */
function inTime(a: QuestionStatement, b: QuestionStatement): number {
  const day = ({ when }: QuestionStatement): string =>
    (when === null ? null : (parseDate(when)?.min ?? parseDate(when)?.max)) ?? "~";
  return compare(day(a), day(b)) || compare(a.statement.id, b.statement.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
