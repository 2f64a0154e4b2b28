// What a finding is: something on file that cannot be, or that somebody must look at.
// Invariant: a finding changes nothing. It stays until the facts change or somebody says why it may stand.

export type FindingCode =
  | "dates-contradict"
  | "ends-before-it-begins"
  | "death-before-birth"
  | "event-before-birth"
  | "news-after-death"
  | "hearing-without-outcome"
  | "removal-day-passed"
  | "consent-ends-soon"
  | "consent-ended"
  | "child-without-guardian"
  | "person-in-two-cases"
  | "case-without-person"
  | "number-given-twice"
  | "reply-overdue"
  | "reply-came"
  | "deadline-overdue"
  | "hour-in-doubt";

/** `stop`: nothing should go out before it is settled. `warn`: look at it. `note`: good to know. */
export type Severity = "stop" | "warn" | "note";

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is wrong, in plain words without a name. */
  readonly text: string;
  /** What to do about it. */
  readonly todo: string;
  /** The person or case it is about. */
  readonly about: string;
  /** What it rests on: ids of claims, consents, deadlines, cases, records. */
  readonly rests: readonly string[];
  /** The deadline that is done if somebody says so: what the finding asks. */
  readonly deadline?: string;
  /** SHA-256 of the rule and its facts: the name under which it is settled. */
  readonly print: string;
  readonly settled: { readonly reason: string; readonly by: string; readonly at: number } | null;
}
