// Dates of proceedings as days of the calendar, with the open case of whom they are about.
// Invariant: a date somebody made a deadline of stands there once, as that deadline.
import type { Db } from "../../store/index.ts";
import { datedClaims, type DatedClaim } from "../proceedings/calendar-dates.ts";
import { caseRefs, dayOf, type KnownCase, personRefs, type ReadDeps } from "./case-items.ts";
import { openCasesOf } from "./list-cases.ts";
import type { CalendarItem, CaseRef } from "./views.ts";

const dayMs = 86_400_000;

/** Dates of proceedings that no deadline was made of. */
export async function claimItems(
  { db, clock }: ReadDeps,
  range: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<CalendarItem[]> {
  const dated = await datedClaims(db, range);
  const taken = await takenUp(db, dated);
  const free = dated.filter(({ claim }) => !taken.has(claim));
  const people = await personRefs(db, [...new Set(free.flatMap((one) => one.people))]);
  const cases = await openCasesOf(
    db,
    free.flatMap((one) => one.people),
  );
  const refs = await caseRefs(db, [...new Set([...cases.values()].flat())]);
  const today = dayOf(clock());
  return free.map((one): CalendarItem => {
    const id = one.people.flatMap((person) => cases.get(person) ?? [])[0];
    const known = id === undefined ? undefined : refs.get(id);
    return {
      what: "claim",
      id: one.claim,
      kind: deadlineKindOf[one.property] ?? "other",
      day: one.first,
      lastDay: one.last,
      claim: claimOf(one),
      state: "said",
      overdue: false,
      remind: one.first <= dayOf(Date.parse(today) + 7 * dayMs) && one.last >= today,
      case: known === undefined ? null : refOf(known),
      people: one.people.flatMap((person) => people.get(person) ?? []),
    };
  });
}

const deadlineKindOf: Readonly<Record<string, string>> = {
  hearing: "hearing",
  deadline: "appeal",
  removalDate: "removal",
};

function claimOf(one: DatedClaim): NonNullable<CalendarItem["claim"]> {
  const { text, edtf, proceeding, proceedingKind, country, source, sourceTitle, review } = one;
  return {
    text,
    edtf,
    proceeding,
    ...(proceedingKind === undefined ? {} : { proceedingKind }),
    ...(country === undefined ? {} : { country }),
    source,
    sourceTitle,
    review,
  };
}

async function takenUp(db: Db, dated: readonly DatedClaim[]): Promise<Set<string>> {
  const ids = dated.map(({ claim }) => claim);
  const found = new Set<string>();
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("case_deadlines")
      .select(["claim", "body"])
      .where("claim", "in", ids.slice(i, i + 400))
      .execute();
    for (const { claim, body } of rows)
      if (claim !== null && (JSON.parse(body) as { state: string }).state !== "dropped")
        found.add(claim);
  }
  return found;
}

export function refOf({
  assignee: _assignee,
  openedAt: _openedAt,
  statusSeq: _statusSeq,
  ...ref
}: KnownCase): CaseRef {
  return ref;
}
