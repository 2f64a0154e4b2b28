// What has been left open: hearings, removals, consents, children, replies, deadlines, cases.
// Invariant: pure; `today` is an ISO day; what may still be ahead is not past.
import { parseDate } from "../../model/index.ts";
import type { CaseFacts, ConsentFacts, DateFact, PersonFacts, ProceedingFacts } from "./facts.ts";
import { found, type Found } from "./found.ts";

const soonDays = 30;
const dayMs = 86_400_000;
const undecided: ReadonlySet<string> = new Set(["pending", "adjourned"]);
const guardians: ReadonlySet<string> = new Set(["parent", "guardian"]);

export function personRules(person: PersonFacts, today: string): Found[] {
  const about = person.person;
  return [
    ...person.proceedings.flatMap((one) => proceedingRules(one, about, today)),
    ...person.interventions.flatMap(({ due, replied }) =>
      !replied && due.length > 0 && due.every((one) => past(one, today))
        ? [found("reply-overdue", about, due.map(factOf))]
        : [],
    ),
    ...consentRules(person.consents, about, today),
    ...childRule(person),
    ...(person.openCases.length > 1
      ? [
          found(
            "person-in-two-cases",
            about,
            [about, ...person.openCases].map((id) => [id, "open"]),
          ),
        ]
      : []),
  ];
}

export function caseRules({ id, open, people, twins, deadlines }: CaseFacts): Found[] {
  return [
    ...(open && people.length === 0 ? [found("case-without-person", id, [])] : []),
    ...(twins.length > 0
      ? [
          found(
            "number-given-twice",
            id,
            [id, ...twins].map((one) => [one, ""]),
          ),
        ]
      : []),
    ...deadlines.flatMap((one) => [
      ...(open && one.waits && one.reply !== undefined
        ? [{ ...found("reply-came", id, [[one.id, one.stated], one.reply]), deadline: one.id }]
        : open && one.overdue
          ? [found("deadline-overdue", id, [[one.id, one.stated]])]
          : []),
      ...(open && one.waits && one.doubt !== null
        ? [found("hour-in-doubt", id, [[one.id, one.stated]])]
        : []),
    ]),
  ];
}

function proceedingRules(
  { hearings, removals, outcomes }: ProceedingFacts,
  about: string,
  today: string,
): Found[] {
  const decided = outcomes.some(({ code }) => !undecided.has(code));
  if (decided) return [];
  const said = outcomes.map(({ claim, code }): [string, string] => [claim, code]);
  const over = (dates: readonly DateFact[]): boolean =>
    dates.length > 0 && dates.every((one) => past(one, today));
  return [
    ...(over(hearings)
      ? [found("hearing-without-outcome", about, [...hearings.map(factOf), ...said])]
      : []),
    ...(over(removals)
      ? [found("removal-day-passed", about, [...removals.map(factOf), ...said])]
      : []),
  ];
}

function consentRules(consents: readonly ConsentFacts[], about: string, today: string): Found[] {
  const soon = new Date(Date.parse(today) + soonDays * dayMs).toISOString().slice(0, 10);
  const lasting = (one: ConsentFacts): boolean =>
    one.state === "stands" && (one.until === undefined || one.until > soon);
  const covered = new Set(consents.filter(lasting).flatMap(({ audiences }) => audiences));
  return consents.flatMap((one) => {
    const { id, until, state, audiences } = one;
    if (until === undefined || state === "withdrawn" || until > soon) return [];
    if (audiences.every((audience) => covered.has(audience))) return [];
    const code = until < today ? "consent-ended" : "consent-ends-soon";
    return [found(code, about, [[id, until]])];
  });
}

function childRule({ person, child, consents, born }: PersonFacts): Found[] {
  const asked = consents.some(({ giver, state }) => state === "stands" && guardians.has(giver));
  if (!child || asked) return [];
  const said = consents.map(({ id, state }): [string, string] => [id, state]);
  return [
    found("child-without-guardian", person, [[person, "child"], ...born.map(factOf), ...said]),
  ];
}

const factOf = ({ claim, edtf }: DateFact): [string, string] => [claim, edtf];

function past({ edtf }: DateFact, today: string): boolean {
  const last = parseDate(edtf)?.max ?? null;
  return last !== null && last < today;
}
