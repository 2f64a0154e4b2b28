// The entries of the ledger behind what goes, word for word, so that each can be proved.
// Invariant: an entry that holds anything else besides (a note between members, a key of a table row, a source held back) stays.
import { type Body, type EntryKind } from "../../model/index.ts";
import { type Db, type EntryRow, envelopeText } from "../../store/index.ts";
import { inParts } from "./everything.ts";
import type { DossierPlan } from "./plan-dossier.ts";
import type { ProvedEntry } from "./proof-files.ts";

/** The entries that go with this plan, in ledger order. */
export async function ledgerEntries(db: Db, plan: DossierPlan): Promise<ProvedEntry[]> {
  const rows = [
    ...(await bornWith(db, "claims", [...plan.claims])),
    ...(await bornWith(db, "statements", [...plan.statements])),
    ...(await bornWith(db, "records", [...plan.records])),
    ...(await bornWith(
      db,
      "sources",
      plan.sources.map(({ id }) => id),
    )),
    ...(await bornWith(
      db,
      "source_descriptions",
      plan.sources.map(({ id }) => id),
    )),
  ];
  const going = new Set<string>(plan.sources.map(({ id }) => id));
  const told = new Map<number, ProvedEntry>();
  for (const row of rows) {
    // An erased entry has nothing left to tell.
    if (row.body === null || row.salt === null) continue;
    const body = JSON.parse(row.body) as never;
    if (keepsQuiet[row.kind as EntryKind]?.(body, going) ?? false) continue;
    told.set(row.seq, {
      seq: row.seq,
      text: envelopeText({ ...row, body: row.body }),
      salt: row.salt,
    });
  }
  return [...told.values()].toSorted((a, b) => a.seq - b.seq);
}

type Quiet = { readonly [K in EntryKind]?: (body: Body<K>, going: ReadonlySet<string>) => boolean };

/** Entries that hold more than what goes. */
const keepsQuiet: Quiet &
  Readonly<Record<string, ((body: never, going: ReadonlySet<string>) => boolean) | undefined>> = {
  "record.added": (b: Body<"record.added">) => b.key !== undefined,
  "source.described": (b: Body<"source.described">, going) =>
    b.note !== undefined ||
    b.interviewer !== undefined ||
    b.interpreter !== undefined ||
    b.relays.some(({ source }) => source === undefined || !going.has(source)),
};

type Bearing = "claims" | "statements" | "records" | "sources" | "source_descriptions";

async function bornWith(db: Db, table: Bearing, ids: readonly string[]): Promise<EntryRow[]> {
  return inParts(ids, (some) =>
    db
      .selectFrom(table)
      .innerJoin("entries", "entries.seq", `${table}.seq`)
      .selectAll("entries")
      .where(`${table}.id`, "in", some)
      .execute(),
  );
}
