// The cases the invented members work on: two men who may be sent back, a brother who disappeared, a wife in prison.
// Days are counted from the day on which the vault is made, so that a visitor finds a hearing ahead and a call overdue.
import type { CasePlan } from "../plan.ts";

export const casework: readonly CasePlan[] = [
  {
    people: ["decision/qanat", "decision/murat"],
    kind: "deportation",
    title: "Two men who crossed in October; the removal is under appeal",
    status: "active",
    priority: "urgent",
    assignee: "user",
    deadlines: [
      {
        kind: "hearing",
        title: "Appeal of the prosecutor against the refusal to remove",
        inDays: 9,
        time: "09:30",
        zone: "Asia/Almaty",
      },
      {
        kind: "papers",
        title: "Certificates of asylum seekers run out",
        inDays: 24,
        zone: "Asia/Almaty",
      },
      {
        kind: "visit",
        title: "Visit in the remand prison",
        inDays: -6,
        zone: "Asia/Almaty",
        state: "done",
      },
    ],
    tasks: [
      { title: "Ask Ms Veber whether observers may come to the hearing", inDays: 3, by: "user" },
      { title: "Find an interpreter for Kazakh", inDays: -2, by: "colleague" },
      {
        title: "Translate the decision of the district court",
        inDays: -20,
        by: "colleague",
        done: true,
      },
    ],
    checked: ["lawyer", "papers", "asylum"],
    notes: ["The lawyer asks not to telephone her after eight in the evening."],
  },
  {
    people: ["appeal/darkhan"],
    kind: "disappearance",
    title: "Taken in spring; the sister asks",
    status: "waiting",
    priority: "high",
    assignee: "colleague",
    deadlines: [
      {
        kind: "reply",
        title: "Answer of the ministry to the second letter",
        inDays: 20,
        zone: "Asia/Almaty",
      },
    ],
    tasks: [{ title: "Call Gulnar: is there news from the village?", inDays: 6, by: "colleague" }],
    checked: ["who", "when-where", "asked", "consent"],
    notes: [],
  },
  {
    people: ["wire/raushan"],
    kind: "detention",
    title: "Sentenced; one origin behind ten outlets",
    status: "new",
    priority: "normal",
    deadlines: [],
    tasks: [],
    checked: [],
    notes: [],
  },
];
