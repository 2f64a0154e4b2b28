// The public number of a case: said on the telephone, written on letters, never given out twice.
// Invariant: no two devices give out the same number, though they cannot ask one another. The device that made the vault
// writes `G-2026-0001`; every other adds a mark of its own (`G-2026-0001-7K3F`, from the chance in its id) and counts for
// itself. Should two ever bear the same mark (about one pair in a million), whoever sees it takes a longer one; numbers
// given out before stay, both are found, and a finding says so. An erased case keeps its place in the count.
import { sql } from "kysely";
import type { Db } from "../../store/index.ts";
import { seriesOf } from "./cases.tables.ts";

/** Where the chance in an id begins: after its prefix and ten signs of time. */
const chanceFrom = "dev_".length + 10;

/** The next number this device may give out. `at`: milliseconds since 1970; the year is that of UTC. */
export async function nextNumber(db: Db, device: string, at: number): Promise<string> {
  const year = new Date(at).getUTCFullYear();
  for (const mark of await marksOf(db, device)) {
    const end = mark === "" ? "" : `-${mark}`;
    const [series] = seriesOf(`G-${year}-0000${end}`);
    if (await takenByOther(db, series, device)) continue;
    const ordinal = 1 + Math.max(await lastOf(db, series), await openedBy(db, device, year));
    return `G-${year}-${String(ordinal).padStart(4, "0")}${end}`;
  }
  // The whole id is nobody else's.
  return `G-${year}-${String(1 + (await openedBy(db, device, year))).padStart(4, "0")}-${device.slice(4)}`;
}

/** The marks a device may use, shortest first. */
async function marksOf(db: Db, device: string): Promise<string[]> {
  const first = await db
    .selectFrom("entries")
    .select("device")
    .where("seq", "=", 0)
    .executeTakeFirst();
  const chance = device.slice(chanceFrom);
  const marks = [4, 8, 16].map((length) => chance.slice(0, length));
  return first === undefined || first.device === device ? ["", ...marks] : marks;
}

async function takenByOther(db: Db, series: string, device: string): Promise<boolean> {
  const row = await db
    .selectFrom("cases")
    .innerJoin("entries", "entries.seq", "cases.seq")
    .select("cases.id")
    .where("cases.series", "=", series)
    .where("entries.device", "!=", device)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function lastOf(db: Db, series: string): Promise<number> {
  const row = await db
    .selectFrom("cases")
    .select((eb) => eb.fn.max("ordinal").as("last"))
    .where("series", "=", series)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** How many cases this device opened in a year, erased ones included: their entries stay. */
async function openedBy(db: Db, device: string, year: number): Promise<number> {
  const row = await db
    .selectFrom("entries")
    .select(sql<number>`count(*)`.as("n"))
    .where("subject", ">=", "cas_")
    .where("subject", "<", "cas`")
    .where("kind", "=", "case.opened")
    .where("device", "=", device)
    .where("at", ">=", Date.UTC(year, 0, 1))
    .where("at", "<", Date.UTC(year + 1, 0, 1))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
