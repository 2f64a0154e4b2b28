// How old a person may be today, from what stands on file.
// Invariant: where one standing claim says a child, the person counts as one until somebody settles it.
import { parseDate, type Value } from "../../model/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../../store/index.ts";

export interface Age {
  /** Whole years, the least and the most any standing claim allows. */
  readonly least: number;
  readonly most: number;
  /** Some claim makes the person younger than eighteen today. */
  readonly child: boolean;
}

const majority = 18;

/** `records`: all records of the person. Null where neither birth nor age is on file. `today`: an ISO day. */
export async function ageOf(
  db: Db,
  records: readonly string[],
  today: string,
): Promise<Age | null> {
  return ageIn(await liveClaims(db, records), today);
}

/** The same from claims read before. */
export function ageIn(
  claims: readonly Pick<LiveClaim, "property" | "value" | "said">[],
  today: string,
): Age | null {
  const ranges = claims.flatMap((claim) => rangeOf(claim, today) ?? []);
  if (ranges.length === 0) return null;
  return {
    least: Math.min(...ranges.map(({ least }) => least)),
    most: Math.max(...ranges.map(({ most }) => most)),
    child: ranges.some(({ most }) => most < majority),
  };
}

type Range = Pick<Age, "least" | "most">;

function rangeOf(
  { property, value, said }: Pick<LiveClaim, "property" | "value" | "said">,
  today: string,
): Range | null {
  if (property !== "birthDate" && property !== "age") return null;
  const given = JSON.parse(value) as Value;
  if (given.kind === "date") {
    const born = parseDate(given.edtf);
    if (born === null || born.min === null || born.max === null) return null;
    return { least: yearsBetween(born.max, today), most: yearsBetween(born.min, today) };
  }
  if (given.kind !== "age") return null;
  const then = given.asOf ?? said;
  const day = then === null ? null : parseDate(then);
  // An age without a date: as old as that or older. A child then may be grown up now; nobody has said so.
  if (day === null || day.min === null || day.max === null)
    return { least: given.years, most: given.years < majority ? given.years : 130 };
  return {
    least: given.years + yearsBetween(day.max, today),
    most: given.years + yearsBetween(day.min, today) + 1,
  };
}

/** Whole years from one ISO day to a later one; 0 where it is not later. */
function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years);
}
