// Reads what a submission about a person is made of, besides the file itself.
// Invariant: words written for any record of the person count for the person; the latest wins.
import type { RecordFile } from "../../weigh/index.ts";
import { clusterOf } from "../../link/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { listConsents } from "../consents/list-consents.ts";
import type { Facts, Submitter } from "./facts.ts";
import type { UnAudience } from "./route.ts";

/** `file`: whole, or what of it may go. */
export async function gatherFacts(
  deps: { readonly db: Db; readonly clock: Clock },
  { file, audience }: { readonly file: RecordFile; readonly audience: UnAudience },
): Promise<Facts> {
  const { db, clock } = deps;
  const cluster = await clusterOf(db, file.id);
  const rows = await db
    .selectFrom("submission_words")
    .select(["field", "words"])
    .where("person", "in", cluster)
    .orderBy("seq")
    .execute();
  const latest = new Map(rows.map(({ field, words }) => [field, words]));
  return {
    file,
    audience,
    written: new Map(
      [...latest].flatMap(([field, words]) => (words === null ? [] : [[field, words]])),
    ),
    submitter: await submitterNow(db),
    consents: (await listConsents(deps, cluster)).filter(({ state }) => state === "stands"),
    today: new Date(clock()).toISOString().slice(0, 10),
  };
}

/** In whose name the group submits; null where nobody said. */
export async function submitterNow(db: Db): Promise<Submitter | null> {
  const row = await db
    .selectFrom("submitters")
    .select("body")
    .where("name", "=", "now")
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Submitter);
}
