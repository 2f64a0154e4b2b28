// All that the vault holds about one file, before anybody asked to whom it may go.
// Invariant: read only, and only for the gate: nothing here is written to a dossier.
import type { Clock } from "../../runtime/index.ts";
import type { Db, LiveClaim } from "../../store/index.ts";
import { recordFile, type StatementView } from "../../weigh/index.ts";

type Deps = { readonly db: Db; readonly clock: Clock };

export interface Everything {
  readonly claims: readonly LiveClaim[];
  readonly statements: readonly StatementView[];
  readonly records: readonly { readonly id: string; readonly source: string }[];
}

/** Throws WeighError `weigh/no-such-record`. */
export async function everything(deps: Deps, id: string): Promise<Everything> {
  const claims: LiveClaim[] = [];
  const statements = new Map<string, StatementView>();
  const file = await recordFile(deps, id, {
    claim: (claim) => claims.push(claim) > 0,
    statement: (said) => statements.set(said.id, said).size > 0,
  });
  const ids = [
    ...file.records.map((record) => record.id),
    ...file.related.flatMap((related) => related.records),
  ];
  const records = await inParts(ids, (some) =>
    deps.db.selectFrom("records").select(["id", "source"]).where("id", "in", some).execute(),
  );
  return { claims, statements: [...statements.values()], records };
}

/** Of the records these claims point at, those of people. */
export async function personRecords(
  db: Db,
  claims: readonly LiveClaim[],
): Promise<ReadonlySet<string>> {
  const refs = [...new Set(claims.flatMap((claim) => claim.ref ?? []))];
  const rows = await inParts(refs, (some) =>
    db
      .selectFrom("records")
      .select("id")
      .where("id", "in", some)
      .where("schema", "=", "Person")
      .execute(),
  );
  return new Set(rows.map((row) => row.id));
}

export async function inParts<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let i = 0; i < ids.length; i += 400) found.push(...(await read(ids.slice(i, i + 400))));
  return found;
}
