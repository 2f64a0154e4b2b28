// What earlier releases of an audience showed of each person, one release after the other.
// Invariant: made of what the entries of those releases hold: a number, a level and a digest of the row, never a value. Releases that
// were taken back count: copies of them are somewhere.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../proof/index.ts";
import type { Db } from "../../store/index.ts";
import type { ReleaseAudience } from "./levels.ts";
import type { Made } from "./past-releases.ts";
import type { ReleasedPerson } from "./released.ts";

/** By person; nobody is in it whom no release has shown. */
export type Histories = ReadonlyMap<string, string>;

const NAMED = "named";
const ABSENT = "";

/** `personOf`: whose a record is now; a person judged the same as another has the histories of both. */
export async function rowHistories(
  db: Db,
  audience: ReleaseAudience,
  personOf: (record: string) => string,
): Promise<Histories> {
  const rows = await db
    .selectFrom("releases")
    .select("body")
    .where("audience", "=", audience)
    .orderBy("seq")
    .execute();
  const histories = new Map<string, string[][]>();
  for (const [at, { body }] of rows.entries())
    for (const { record, level, row } of (JSON.parse(body) as Made).people) {
      const person = personOf(record);
      const all = histories.get(person) ?? rows.map((): string[] => []);
      all[at]?.push(level === "name" ? NAMED : `${level} ${row ?? ""}`);
      histories.set(person, all);
    }
  return new Map(
    [...histories].map(([person, all]) => [
      person,
      canonicalJson(all.map((some) => some.toSorted().join("+") || ABSENT)),
    ]),
  );
}

/** The same for rows that are shown alike, and for no others; undefined for a page. */
export function rowDigest({ level, values, parts }: ReleasedPerson): string | undefined {
  if (level === "name") return undefined;
  const told = [...values, ...parts.flatMap((part) => part.values)].map(({ property, text }) => [
    property,
    text,
  ]);
  return createHash("sha256").update(canonicalJson({ level, told })).digest("hex").slice(0, 16);
}
