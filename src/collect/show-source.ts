// One source with all that is known of it.
import type { CollectDeps } from "./deps.ts";
import { unknownSource } from "./errors.ts";
import { batchItems } from "./list-batches.ts";
import { readingSummaries } from "./reading-cache.ts";
import { relayedBy, shownRelays } from "./relays.ts";
import { shownField, sourceFacts, sourceItems } from "./source-items.ts";
import type { SourceFile, SourceView } from "./views.ts";

/** Records of a list are many; the view carries the first of them. */
const shownRecords = 200;

/** Throws CollectError `source-unknown`. */
export async function showSource(
  { ledger }: Pick<CollectDeps, "ledger">,
  { id }: { readonly id: string },
): Promise<SourceView> {
  const { engine } = ledger.deps;
  const { db } = engine;
  const [fact] = await sourceFacts(db, [id]);
  if (fact === undefined) throw unknownSource();
  const [item] = await sourceItems(engine, [fact]);
  if (item === undefined) throw unknownSource();
  const meta = (await readingSummaries(engine, [id])).get(id)?.meta;
  const d = fact.description;
  const headline = shownField(d?.headline, meta?.headline);
  const author = shownField(d?.author, meta?.author);
  const url = shownField(d?.url, meta?.canonicalUrl);
  const file = await fileOf(db, fact.file);
  return {
    ...item,
    ...(headline === undefined ? {} : { headline }),
    ...(author === undefined ? {} : { author }),
    ...(url === undefined ? {} : { url }),
    ...(d?.interviewer === undefined ? {} : { interviewer: d.interviewer }),
    ...(d?.interpreter === undefined ? {} : { interpreter: d.interpreter }),
    ...(d?.note === undefined ? {} : { note: d.note }),
    ...(file === undefined ? {} : { file }),
    ...(fact.text === null ? {} : { textHash: fact.text }),
    relays: await shownRelays(db, d?.relays ?? []),
    relayedBy: await relayedBy(db, id),
    batches: await batchItems(db, { source: id }),
    records: await recordsOf(db, id),
    seq: fact.describedSeq,
  };
}

type Db = CollectDeps["ledger"]["deps"]["engine"]["db"];

async function fileOf(db: Db, hash: string | null): Promise<SourceFile | undefined> {
  if (hash === null) return undefined;
  const row = await db
    .selectFrom("files")
    .select(["hash", "size", "mime", "name"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        hash: row.hash,
        size: row.size,
        mime: row.mime,
        ...(row.name === null ? {} : { name: row.name }),
      };
}

async function recordsOf(db: Db, source: string): Promise<SourceView["records"]> {
  return db
    .selectFrom("records")
    .leftJoin("withdrawals as w", (join) =>
      join.onRef("w.target", "=", "records.id").on("w.back", "=", 0),
    )
    .leftJoin("batch_undone as u", "u.id", "records.batch")
    .select(["records.id", "records.schema", "records.label"])
    .where("records.source", "=", source)
    .where("records.schema", "!=", "Statement")
    .where("w.target", "is", null)
    .where("u.id", "is", null)
    .orderBy("records.seq")
    .limit(shownRecords)
    .execute();
}
