// Which states are bound by the treaties a submission relies on, read from data/treaties.json with its sources and days.
// Invariant: what the data does not say is "unknown", never "no"; a no speaks only of the time up to the day of its source.
import data from "./data/treaties.json" with { type: "json" };

/** The days within which something happened, as ISO days; null is open or not known. */
export interface Days {
  readonly min: string | null;
  readonly max: string | null;
}

/** Whether a state was bound, for the time that was asked about, and who says so. */
export interface Bound {
  readonly bound: "yes" | "no" | "unknown";
  readonly source: string;
  readonly asOf: string;
}

const cedParties: Readonly<Partial<Record<string, number>>> = data.ced.parties;
const cedNotParties = new Set(data.ced.notParties);
const declared: Readonly<Partial<Record<string, { asOf: string; source: string }>>> =
  data.cat22.declared;
const echrParties = new Set(data.echr.parties);
const echrLeft: Readonly<Partial<Record<string, string>>> = data.echr.left;

/**
 * Whether the Convention on enforced disappearance was in force for a state (ISO 3166-1 code) when something began.
 * Only the year of an accession is kept; it takes effect thirty days later (article 39), so within that year it is unknown.
 */
export function cedInForce(state: string, begun: Days): Bound {
  const { asOf, source, inForce } = data.ced;
  const told = (bound: Bound["bound"]): Bound => ({ bound, source, asOf });
  const year = cedParties[state];
  if (year === undefined) {
    const ended = begun.max !== null && begun.max <= asOf;
    return told(cedNotParties.has(state) && ended ? "no" : "unknown");
  }
  const atEarliest = later(`${year}-01-31`, inForce);
  const atLatest = year < 2010 ? inForce : later(`${year + 1}-01-30`, inForce);
  if (begun.min !== null && begun.min >= atLatest) return told("yes");
  if (begun.max !== null && begun.max < atEarliest) return told("no");
  return told("unknown");
}

/** Whether a state has declared under article 22 that the Committee against Torture may hear individuals. */
export function cat22Declared(state: string): Bound {
  const found = declared[state];
  return found === undefined
    ? { bound: "unknown", source: data.cat22.treaty, asOf: "" }
    : { bound: "yes", source: found.source, asOf: found.asOf };
}

/** Whether the European Convention on Human Rights binds a state on a day (ISO). */
export function echrBinds(state: string, day: string): Bound {
  const { asOf, source } = data.echr;
  const left = echrLeft[state];
  if (echrParties.has(state)) return { bound: "yes", source, asOf };
  return { bound: left !== undefined && day >= left ? "no" : "unknown", source, asOf };
}

const later = (a: string, b: string): string => (a > b ? a : b);
