// The claims that a file's changes are about, as they were written, whether they stand or not.
import type { Change } from "../../act/index.ts";
import type { Db } from "../../store/index.ts";
import { inParts } from "../dossier/everything.ts";
import type { FormerClaim } from "./changes-that-go.ts";

export async function formerClaims(
  db: Db,
  changes: readonly Change[],
): Promise<Map<string, FormerClaim>> {
  const ids = [...new Set(changes.flatMap(({ claim }) => claim ?? []))];
  const accepted = new Set(
    changes.flatMap(({ kind, claim }) => (kind === "accepted" && claim !== undefined ? claim : [])),
  );
  const rows = await inParts(ids, (some) =>
    db
      .selectFrom("claims")
      .innerJoin("records", "records.id", "claims.record")
      .select([
        "claims.id",
        "claims.record",
        "records.schema",
        "claims.property",
        "claims.value",
        "claims.source",
        "claims.passage",
        "claims.seq",
        "claims.review",
      ])
      .where("claims.id", "in", some)
      .execute(),
  );
  return new Map(
    rows.map(({ review, ...row }) => [
      row.id,
      { ...row, accepted: review === "accepted" || accepted.has(row.id) },
    ]),
  );
}
