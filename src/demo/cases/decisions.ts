// What the members decided about single claims: grades, a pin, reviews, and things taken back.
import type { DecisionPlan } from "../plan.ts";

export const decisions: readonly DecisionPlan[] = [
  {
    kind: "grade",
    claim: "register/seven",
    grade: 2,
    reason:
      "The page gives court, charge and date, and its numbers run in order; there is no seal.",
    by: "user",
  },
  {
    kind: "grade",
    claim: "appeal/taken",
    grade: 3,
    reason: "She had it by telephone the same evening; the neighbour remembers another day.",
    by: "colleague",
  },
  {
    kind: "pin",
    record: "zulpiye/mirzat",
    property: "birthDate",
    claim: "zulpiye/born",
    reason:
      "The daughter has his old identity card before her; the notice is a transcript of a photograph.",
    by: "user",
  },
  {
    kind: "review",
    claim: "neighbour/born",
    state: "proposed",
    reason: "He gives it from memory. Ask the sister before it counts.",
    by: "user",
  },
  {
    kind: "withdraw",
    claim: "letter/ten",
    reason: "He passes on what the petition says; it is there already.",
    by: "colleague",
  },
  {
    kind: "withdraw-record",
    record: "herder/died",
    reason: "A neighbour saw him a month later, and the caller could not be reached again.",
    by: "colleague",
  },
];
