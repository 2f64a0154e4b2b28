// An interview with all that is known of it: how it was held, its recording, its transcripts and translations.
// Invariant: the name behind a pseudonym is never in it, only whether there is one.
import type { Body, FileHash } from "../../model/index.ts";
import { closedSources, type Db } from "../../store/index.ts";
import type { CollectDeps } from "../deps.ts";
import { kindOf, sourceFacts, titleOf } from "../source-items.ts";
import { InterviewError } from "./errors.ts";
import { readCues } from "./read-cues.ts";
import { savesEnded } from "./saves-under-way.ts";
import { MAX_TRANSCRIPT_BYTES } from "./segment.ts";
import type { InterviewView, LinkedInterview, Track, TranscriptView } from "./views.ts";

export type InterviewBody = Body<"interview.described">;
type Deps = Pick<CollectDeps, "ledger" | "files">;

/** Escapes and times make a kept file longer than what was typed. */
const keptBytes = 8 * MAX_TRANSCRIPT_BYTES;

/** Waits for saves of it that have begun. Throws InterviewError `interview/unknown`. */
export async function showInterview(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<InterviewView> {
  const { db } = deps.ledger.deps.engine;
  await savesEnded(id);
  const [fact] = await sourceFacts(db, [id]);
  if (fact === undefined) throw new InterviewError("interview/unknown");
  const told = await interviewBody(db, id);
  const d = fact.description;
  const held = d?.published?.value;
  const language = d?.language?.value ?? fact.language;
  const recording = await recordingOf(db, fact.file);
  const [earlier] = await linked(db, told?.body.earlier === undefined ? [] : [told.body.earlier]);
  return {
    source: id,
    kind: kindOf(fact),
    title: titleOf(fact),
    closed: (await closedSources(db)).has(id),
    closedSaid: await isSaid(db, id),
    ...shownBody(told?.body),
    hasIdentity: told?.body.identity !== undefined,
    sexualViolence: told?.body.sexualViolence === true,
    ...(d?.interviewer === undefined ? {} : { interviewer: d.interviewer }),
    ...(d?.interpreter === undefined ? {} : { interpreter: d.interpreter }),
    ...(language === null ? {} : { language }),
    ...(held === undefined ? {} : { held }),
    ...(earlier === undefined ? {} : { earlier }),
    later: await linked(db, await followUps(db, id)),
    ...(recording === null ? {} : { recording }),
    hasText: fact.text !== null,
    transcripts: await transcriptsOf(deps, id),
    seq: told?.seq ?? null,
  };
}

/** The record of how it was held that stands now. */
export async function interviewBody(
  db: Db,
  source: string,
): Promise<{ readonly body: InterviewBody; readonly seq: number } | null> {
  const row = await db
    .selectFrom("interviews")
    .select(["body", "seq"])
    .where("source", "=", source)
    .executeTakeFirst();
  return row === undefined ? null : { body: JSON.parse(row.body) as InterviewBody, seq: row.seq };
}

function shownBody(body: InterviewBody | undefined) {
  if (body === undefined) return {};
  const { source: _s, identity: _i, earlier: _e, sexualViolence: _v, ...shown } = body;
  return shown as Partial<InterviewView>;
}

async function isSaid(db: Db, source: string): Promise<boolean> {
  const row = await db
    .selectFrom("source_closings")
    .select("closed")
    .where("source", "=", source)
    .executeTakeFirst();
  return row !== undefined;
}

async function followUps(db: Db, source: string): Promise<string[]> {
  const rows = await db
    .selectFrom("interviews")
    .select("source")
    .where("earlier", "=", source)
    .orderBy("seq")
    .execute();
  return rows.map((row) => row.source);
}

async function linked(db: Db, ids: readonly string[]): Promise<LinkedInterview[]> {
  return (await sourceFacts(db, ids)).reverse().map((f) => ({ id: f.id, title: titleOf(f) }));
}

/** The sound or film a source is, if it is one. */
export async function recordingOf(
  db: Db,
  hash: string | null,
): Promise<{ mime: string; size: number; name?: string; hash: FileHash } | null> {
  if (hash === null) return null;
  const row = await db
    .selectFrom("files")
    .select(["mime", "size", "name"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  if (row === undefined || !/^(?:audio|video)\//.test(row.mime)) return null;
  const { name, ...rest } = row;
  return { ...rest, ...(name === null ? {} : { name }), hash: hash as FileHash };
}

/** The latest version of each track and language: the original first. */
async function transcriptsOf(deps: Deps, source: string): Promise<TranscriptView[]> {
  const rows = await latest(deps.ledger.deps.engine.db, source);
  return Promise.all(rows.map((row) => viewOf(deps, row)));
}

export interface TrackKey {
  readonly source: string;
  readonly track: Track;
  readonly language: string;
}

/** The version of one track that stands now. */
export async function transcriptOf(deps: Deps, key: TrackKey): Promise<TranscriptView | null> {
  const rows = await latest(deps.ledger.deps.engine.db, key.source);
  const row = rows.find((one) => one.track === key.track && one.language === key.language);
  return row === undefined ? null : viewOf(deps, row);
}

type Latest = Awaited<ReturnType<typeof latest>>[number];

function latest(db: Db, source: string) {
  return db
    .selectFrom("transcripts as t")
    .innerJoin("entries as e", "e.seq", "t.seq")
    .select(["t.track", "t.language", "t.file", "t.by", "t.how", "t.seq", "e.at"])
    .select((eb) =>
      eb
        .selectFrom("transcript_versions as v")
        .select(eb.fn.countAll<number>().as("n"))
        .whereRef("v.source", "=", "t.source")
        .whereRef("v.track", "=", "t.track")
        .whereRef("v.language", "=", "t.language")
        .as("versions"),
    )
    .where("t.source", "=", source)
    .orderBy("t.track")
    .orderBy("t.language")
    .execute();
}

async function viewOf({ files }: Deps, row: Latest): Promise<TranscriptView> {
  const kept = (await files.bytes(row.file as FileHash, keptBytes)).toString("utf8");
  return {
    track: row.track as Track,
    language: row.language,
    by: row.by,
    how: row.how as "typed" | "imported",
    segments: readCues(kept).segments,
    seq: row.seq,
    at: row.at,
    versions: Number(row.versions),
  };
}
