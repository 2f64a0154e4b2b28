// What was seen of pictures is derived data: kept so that lists are quick, never in the ledger, and gone with its source.
// Invariant: losing this table loses nothing; a row of another version is as good as none.
import type { Engine } from "../../store/index.ts";
import type { Looked } from "./look-program.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    cache_pictures: CachedPictureRow;
  }
}

interface CachedPictureRow {
  source: string;
  version: string;
  hash: string | null;
  body: string;
  thumbnail: Uint8Array | null;
}

/** Raise it whenever the same file would be seen in another way. */
const PICTURE_VERSION = "2";
const defined = new WeakMap<Engine, Promise<void>>();

export type CachedPicture = Omit<Looked, "thumbnail"> & { readonly hasThumbnail: boolean };

function ready(engine: Engine): Promise<void> {
  let made = defined.get(engine);
  if (made === undefined) {
    const blob = engine.kind === "sqlcipher" ? "BLOB" : "BYTEA";
    made = engine.define([
      `CREATE TABLE IF NOT EXISTS cache_pictures (source TEXT PRIMARY KEY, version TEXT NOT NULL, hash TEXT, body TEXT NOT NULL, thumbnail ${blob})`,
      // A picture that was erased for someone's safety must not live on in a small copy of it.
      "DELETE FROM cache_pictures WHERE source NOT IN (SELECT id FROM sources)",
    ]);
    made.catch(() => defined.delete(engine));
    defined.set(engine, made);
  }
  return made;
}

/** Keeps what was seen in place of what was there, and forgets every source that is not in the vault any more. */
export async function keepPicture(
  engine: Engine,
  source: string,
  { thumbnail, ...seen }: Looked,
): Promise<void> {
  await ready(engine);
  const body: CachedPicture = { ...seen, hasThumbnail: thumbnail !== null };
  await engine.exclusively(async (tx) => {
    await tx
      .deleteFrom("cache_pictures")
      .where("source", "not in", tx.selectFrom("sources").select("id"))
      .execute();
    await engine.bulk(tx, [
      {
        table: "cache_pictures",
        columns: ["source", "version", "hash", "body", "thumbnail"],
        types: ["text", "text", "text", "text", "blob"],
        rows: [[source, PICTURE_VERSION, seen.hash, JSON.stringify(body), thumbnail]],
        key: ["source"],
      },
    ]);
  });
}

export async function cachedPicture(engine: Engine, source: string): Promise<CachedPicture | null> {
  await ready(engine);
  const row = await engine.db
    .selectFrom("cache_pictures")
    .select(["version", "body"])
    .where("source", "=", source)
    .executeTakeFirst();
  return row?.version === PICTURE_VERSION ? (JSON.parse(row.body) as CachedPicture) : null;
}

export async function cachedThumbnail(engine: Engine, source: string): Promise<Uint8Array | null> {
  await ready(engine);
  const row = await engine.db
    .selectFrom("cache_pictures")
    .innerJoin("sources", "sources.id", "cache_pictures.source")
    .select("cache_pictures.thumbnail")
    .where("cache_pictures.source", "=", source)
    .executeTakeFirst();
  return row?.thumbnail ?? null;
}

/** Which of these sources have a small copy. */
export async function withThumbnail(
  engine: Engine,
  sources: readonly string[],
): Promise<ReadonlySet<string>> {
  await ready(engine);
  const found = new Set<string>();
  for (let i = 0; i < sources.length; i += 400) {
    const rows = await engine.db
      .selectFrom("cache_pictures")
      .select("source")
      .where("source", "in", sources.slice(i, i + 400))
      .where("thumbnail", "is not", null)
      .where("version", "=", PICTURE_VERSION)
      .execute();
    for (const { source } of rows) found.add(source);
  }
  return found;
}

/** Fingerprints of all pictures that are in the vault now. */
export async function pictureHashes(
  engine: Engine,
): Promise<{ readonly source: string; readonly hash: string }[]> {
  await ready(engine);
  const rows = await engine.db
    .selectFrom("cache_pictures")
    .innerJoin("sources", "sources.id", "cache_pictures.source")
    .select(["cache_pictures.source", "cache_pictures.hash"])
    .where("cache_pictures.hash", "is not", null)
    .where("cache_pictures.version", "=", PICTURE_VERSION)
    .execute();
  return rows.flatMap(({ source, hash }) => (hash === null ? [] : [{ source, hash }]));
}

/** Forgets what was seen of these sources, and of every source that is not in the vault any more. */
export async function forgetPictures(engine: Engine, sources: readonly string[]): Promise<void> {
  await ready(engine);
  await engine.exclusively(async (tx) => {
    const gone = tx.selectFrom("sources").select("id");
    for (let i = 0; i < sources.length; i += 400)
      await tx
        .deleteFrom("cache_pictures")
        .where("source", "in", sources.slice(i, i + 400))
        .execute();
    await tx.deleteFrom("cache_pictures").where("source", "not in", gone).execute();
  });
}

/** Sources with one of these types of file that were not looked at by this version yet. */
export async function notLookedAt(engine: Engine): Promise<string[]> {
  await ready(engine);
  const rows = await engine.db
    .selectFrom("sources")
    .innerJoin("files", "files.hash", "sources.file")
    .leftJoin("cache_pictures as c", (join) =>
      join.onRef("c.source", "=", "sources.id").on("c.version", "=", PICTURE_VERSION),
    )
    .select("sources.id")
    .where("c.source", "is", null)
    .where((eb) =>
      eb.or(
        ["image/%", "audio/%", "video/%", "application/pdf%"].map((kind) =>
          eb("files.mime", "like", kind),
        ),
      ),
    )
    .orderBy("sources.seq")
    .execute();
  return rows.map((row) => row.id);
}
