// A person says that a figure counts the same as another, or stands apart, or goes by its own words again.
// Invariant: said as a claim on the figure, like everything else; the figure and its number stay as they are.
import { type Actor, requireRight } from "../access/index.ts";
import { clusterOf } from "../link/index.ts";
import type { RecordId, SourceId } from "../model/index.ts";
import { type LiveClaim, liveClaims } from "../store/index.ts";
import { addClaims } from "./add-record.ts";
import type { WeighDeps } from "./deps.ts";
import { WeighError } from "./errors.ts";
import { withdraw } from "./review-claim.ts";

type Deps = Pick<WeighDeps, "ledger" | "db" | "ids" | "textOf">;

/**
 * `like`: the figure it counts the same as, itself to stand apart, null to go by its own words again.
 * Throws WeighError `weigh/no-such-record`; AccessError where another member's word would be taken back without the right to review.
 */
export async function moveFigure(
  deps: Deps,
  actor: Actor,
  { figure, like, reason }: { figure: RecordId; like: RecordId | null; reason: string },
): Promise<void> {
  requireRight(actor, "add");
  const { source, records } = await knownFigure(deps, figure);
  if (like !== null) await knownFigure(deps, like);
  // One after the other: an earlier word that was corrected stands again once its correction is taken back.
  for (let standing = await pointers(deps, records); standing.length > 0;) {
    if (like !== null && standing.length === 1 && standing[0]?.ref === like) return;
    for (const { id, record } of standing)
      await withdraw(deps, actor, { target: id, subject: record, back: false, reason });
    standing = await pointers(deps, records);
  }
  if (like === null) return;
  const claims = [{ property: "countsLike", value: { kind: "ref", record: like } }];
  await addClaims(deps, actor, { record: figure, source, claims }, null);
}

async function pointers({ db }: Deps, records: readonly string[]): Promise<LiveClaim[]> {
  return (await liveClaims(db, records)).filter((claim) => claim.property === "countsLike");
}

async function knownFigure(
  { db }: Pick<Deps, "db">,
  id: string,
): Promise<{ source: SourceId; records: string[] }> {
  const row = await db
    .selectFrom("records")
    .select(["schema", "source"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row?.schema !== "Figure")
    throw new WeighError(
      "weigh/no-such-record",
      "There is no figure with this id in the vault. Open the list of figures again.",
    );
  return { source: row.source as SourceId, records: await clusterOf(db, id) };
}
