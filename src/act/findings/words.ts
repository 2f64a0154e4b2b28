// What each finding says, how grave it is, and what to do. English; the screens put it into other languages by its code.
import type { Finding, FindingCode } from "./finding.ts";

export const words: Readonly<Record<FindingCode, Pick<Finding, "severity" | "text" | "todo">>> = {
  "dates-contradict": {
    severity: "warn",
    text: "Sources give dates for the same thing that cannot all be true.",
    todo: "Look at the passages; pin the one that holds and say why, or let both stand with a reason.",
  },
  "ends-before-it-begins": {
    severity: "warn",
    text: "Something is said to have ended before it began.",
    todo: "Look whether two stretches were written down as one, or a day and a month changed places.",
  },
  "death-before-birth": {
    severity: "stop",
    text: "A death is dated before the birth.",
    todo: "Look whether two people were put into one file, or a date was misread.",
  },
  "event-before-birth": {
    severity: "warn",
    text: "Something is dated before the person was born.",
    todo: "Look whether it belongs to a relative, or a date was misread.",
  },
  "news-after-death": {
    severity: "stop",
    text: "There is news of the person from after the day they are said to have died.",
    todo: "Treat the death as not certain. Ask both sources how they know.",
  },
  "hearing-without-outcome": {
    severity: "warn",
    text: "A hearing has passed, and nobody has written down how it ended.",
    todo: "Ask the lawyer or the court; write down the outcome or the next hearing.",
  },
  "removal-day-passed": {
    severity: "stop",
    text: "The day of removal has passed, and nothing says whether the person was removed.",
    todo: "Find out today where the person is.",
  },
  "consent-ends-soon": {
    severity: "note",
    text: "A consent ends within thirty days, and no other covers what it allows.",
    todo: "Ask again before it ends.",
  },
  "consent-ended": {
    severity: "warn",
    text: "A consent has ended, and no other covers what it allowed.",
    todo: "Ask again; until then nothing may go where it allowed.",
  },
  "child-without-guardian": {
    severity: "stop",
    text: "The person may be a child, and no parent or guardian has consented.",
    todo: "Ask a parent or guardian; until then let nothing out that shows the child.",
  },
  "person-in-two-cases": {
    severity: "warn",
    text: "The person is part of more than one open case.",
    todo: "Close one, or say why both are needed.",
  },
  "case-without-person": {
    severity: "warn",
    text: "The case is open and about nobody.",
    todo: "Say whom it is about, or close it.",
  },
  "number-given-twice": {
    severity: "warn",
    text: "Another case bears the same number.",
    todo: "Tell those who were given the number which case is meant.",
  },
  "reply-overdue": {
    severity: "note",
    text: "A reply was due and none is on file.",
    todo: "Write down the reply, or remind the addressee.",
  },
  "reply-came": {
    severity: "note",
    text: "A reply came, and the deadline for it still waits.",
    todo: "Mark the deadline done, or move it where the reply settles nothing.",
  },
  "deadline-overdue": {
    severity: "warn",
    text: "A deadline has passed and still waits.",
    todo: "Mark it done, missed or moved, and say why.",
  },
  "hour-in-doubt": {
    severity: "warn",
    text: "The hour of a deadline is in doubt: clocks skip it or show it twice that day, or its time zone is not known here.",
    todo: "Ask the court or office for the hour, and enter it again.",
  },
};
