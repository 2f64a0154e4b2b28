// The entries of the ledger behind what goes, word for word, so that each can be proved.
// Invariant: an entry that holds anything else besides (a note between members, a key of a table row, a source held back, the hash
// of an original in whose place a copy goes) stays.
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
  const going: Going = {
    sources: new Set(plan.sources.map(({ id }) => id)),
    blackedOut: new Set(plan.sources.filter((one) => one.blackedOut).map(({ id }) => id)),
  };
  rows.push(...(await copyEntries(db, plan)));
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

interface Going {
  readonly sources: ReadonlySet<string>;
  /** Sources of which a copy goes in the place of the original. */
  readonly blackedOut: ReadonlySet<string>;
}

type Quiet = { readonly [K in EntryKind]?: (body: Body<K>, going: Going) => boolean };

/** Entries that hold more than what goes. */
const keepsQuiet: Quiet &
  Readonly<Record<string, ((body: never, going: Going) => boolean) | undefined>> = {
  "record.added": (b: Body<"record.added">) => b.key !== undefined,
  "source.added": (b: Body<"source.added">, going) => going.blackedOut.has(b.id),
  "source.described": (b: Body<"source.described">, going) =>
    b.note !== undefined ||
    b.interviewer !== undefined ||
    b.interpreter !== undefined ||
    b.relays.some(({ source }) => source === undefined || !going.sources.has(source)),
};

/** That a copy was made of a source, which names the copy's hash and not the original's. */
async function copyEntries(db: Db, plan: DossierPlan): Promise<EntryRow[]> {
  const made = plan.sources.filter(({ blackedOut }) => blackedOut);
  const copies = new Set<string>(made.flatMap(({ files }) => files));
  const rows = await inParts(
    made.map(({ id }) => id),
    (some) =>
      db
        .selectFrom("entries")
        .selectAll()
        .where("kind", "=", "custody.noted")
        .where("subject", "in", some)
        .execute(),
  );
  return rows.filter((row) => {
    const body = row.body === null ? null : (JSON.parse(row.body) as Body<"custody.noted">);
    return body?.action === "redacted" && body.file !== undefined && copies.has(body.file);
  });
}

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
