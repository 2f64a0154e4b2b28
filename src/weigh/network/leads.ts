// Who else may have been there: two episodes in one place whose times may have a day in common.
// Invariant: pure; a lead says how it was found and whether the times surely or only possibly meet, never more.
import { type Span, spansMeet } from "../../model/index.ts";
import type { LeadReason } from "./views.ts";

/** Where and when somebody was held, as one record says. */
export interface Stay {
  readonly record: string;
  readonly person: string;
  /** Code of `episode-kind`; null where it is not stated. */
  readonly kind: string | null;
  readonly keys: ReadonlySet<string>;
  readonly span: Span | null;
}

export interface Meeting {
  readonly own: Stay;
  readonly theirs: Stay;
  readonly reason: LeadReason;
  readonly key: string;
  readonly overlap: "surely" | "possibly";
}

/** Kinds in which people are held among others. Somebody released in a town met nobody there. */
const among = new Set([
  "police-custody",
  "camp",
  "prison",
  "forced-labour",
  "hospital",
  "boarding",
]);

const reasonOf = (key: string): LeadReason =>
  key.startsWith("record|")
    ? "facility-record"
    : key.startsWith("facility|")
      ? "facility"
      : "place";
const rank: Readonly<Record<LeadReason, number>> = { "facility-record": 0, facility: 1, place: 2 };

/** The best meeting with each person, the likeliest first. */
export function meetingsOf(own: readonly Stay[], others: readonly Stay[]): Meeting[] {
  const best = new Map<string, Meeting>();
  for (const theirs of others) {
    if (!counts(theirs)) continue;
    for (const mine of own) {
      const found = counts(mine) ? meeting(mine, theirs) : null;
      const known = best.get(theirs.person);
      if (found !== null && (known === undefined || compare(found, known) < 0))
        best.set(theirs.person, found);
    }
  }
  return [...best.values()].sort(compare);
}

const counts = ({ kind }: Stay): boolean => kind === null || among.has(kind);

function meeting(own: Stay, theirs: Stay): Meeting | null {
  if (own.person === theirs.person) return null;
  const [key] = [...own.keys]
    .filter((one) => theirs.keys.has(one))
    .sort((a, b) => rank[reasonOf(a)] - rank[reasonOf(b)] || (a < b ? -1 : 1));
  if (key === undefined) return null;
  const reason = reasonOf(key);
  // Without a date the same county says nothing; the same facility is still worth a question.
  if (own.span === null || theirs.span === null)
    return reason === "place" ? null : { own, theirs, reason, key, overlap: "possibly" };
  const overlap = spansMeet(own.span, theirs.span);
  return overlap === "no" ? null : { own, theirs, reason, key, overlap };
}

function compare(a: Meeting, b: Meeting): number {
  const order = (m: Meeting): string =>
    [
      m.overlap === "surely" ? 0 : 1,
      rank[m.reason],
      m.own.span === null || m.theirs.span === null ? 1 : 0,
      m.theirs.person,
      m.own.record,
      m.theirs.record,
    ].join("|");
  // Facility before sureness of time: the same county at the same time is the weakest of all.
  const weak = (m: Meeting): number => (m.reason === "place" ? 1 : 0);
  return weak(a) - weak(b) || (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0);
}
