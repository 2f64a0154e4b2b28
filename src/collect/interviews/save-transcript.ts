// A version of a transcript or a translation: typed along, or taken in from a WebVTT or SRT file.
// Invariant: every version is a file of its own, kept for ever and derived from what it was made of; one written against another
// version than the person saw is refused, so that nobody's words are lost.
import { createHash } from "node:crypto";
import { bodies, draft, type Draft, type FileHash, type SourceId } from "../../model/index.ts";
import { StoreError } from "../../store/index.ts";
import type { CollectDeps } from "../deps.ts";
import { mayAdd } from "../may-add.ts";
import { sourceFacts } from "../source-items.ts";
import { decodeTranscript } from "./decode-transcript.ts";
import { InterviewError } from "./errors.ts";
import { readCues } from "./read-cues.ts";
import {
  MAX_MS,
  MAX_SEGMENT_UNITS,
  MAX_SEGMENTS,
  MAX_TRANSCRIPT_BYTES,
  plainSegment,
  type Segment,
} from "./segment.ts";
import { underWay } from "./saves-under-way.ts";
import { transcriptOf } from "./show-interview.ts";
import type { ImportedTranscript, Track, TranscriptView } from "./views.ts";
import { writeVtt } from "./write-vtt.ts";

const MIME = "text/vtt";

interface Version {
  readonly source: SourceId;
  readonly track: Track;
  readonly language: string;
  /** Who wrote it down or translated it. */
  readonly by: string;
  /** The entry of the version the person saw; null: there was none. */
  readonly expect: number | null;
}

export type SaveTranscript = Version & { readonly segments: readonly Segment[] };

/**
 * Saves what was typed. A version that says the same as the one that stands writes nothing.
 * Throws AccessError; InterviewError `interview/unknown`, `interview/segments`, `interview/invalid`, `interview/conflict`.
 */
export function saveTranscript(deps: CollectDeps, input: SaveTranscript): Promise<TranscriptView> {
  return underWay(input.source, () => save(deps, input));
}

async function save(
  deps: CollectDeps,
  { segments, ...version }: SaveTranscript,
): Promise<TranscriptView> {
  mayAdd(deps.actor);
  const plain = segments.map(plainSegment);
  requireSegments(plain);
  const [fact] = await sourceFacts(deps.ledger.deps.engine.db, [version.source]);
  if (fact === undefined) throw new InterviewError("interview/unknown");
  const of = (fact.file ?? fact.text) as FileHash | null;
  return keepVersion(deps, { ...version, how: "typed" }, plain, of, []);
}

export type ImportTranscript = Version & { readonly name: string; readonly bytes: Buffer };

/**
 * Takes in a transcript file. The file itself is kept as it came, and the version is derived from it.
 * Throws as saveTranscript, and CollectError `too-large`, InterviewError `interview/no-segments`.
 */
export async function importTranscript(
  deps: CollectDeps,
  { name, bytes, ...version }: ImportTranscript,
): Promise<ImportedTranscript> {
  mayAdd(deps.actor);
  const [fact] = await sourceFacts(deps.ledger.deps.engine.db, [version.source]);
  if (fact === undefined) throw new InterviewError("interview/unknown");
  const { segments, findings } = readCues(decodeTranscript(bytes));
  if (segments.length === 0) throw new InterviewError("interview/no-segments");
  const received = await deps.files.keep(bytes, { limitBytes: MAX_TRANSCRIPT_BYTES });
  const of = fact.file ?? fact.text;
  const arrival = draft("file.kept", received.hash, {
    hash: received.hash,
    size: received.size,
    mime: "application/octet-stream",
    name: name.slice(0, 200),
    ...(of === null ? {} : { derivedFrom: of as FileHash }),
  });
  const how = { ...version, how: "imported" } as const;
  const transcript = await keepVersion(deps, how, segments, received.hash, [arrival]);
  return { transcript, findings };
}

/** Throws InterviewError `interview/segments`. */
function requireSegments(segments: readonly Segment[]): void {
  let last = 0;
  const fine =
    segments.length <= MAX_SEGMENTS &&
    segments.every(({ fromMs, toMs, text }) => {
      const inOrder = fromMs >= last && toMs >= fromMs && toMs <= MAX_MS;
      last = fromMs;
      return inOrder && text.length <= MAX_SEGMENT_UNITS;
    });
  if (!fine) throw new InterviewError("interview/segments");
}

async function keepVersion(
  deps: CollectDeps,
  version: Version & { readonly how: "typed" | "imported" },
  segments: readonly Segment[],
  of: FileHash | null,
  more: readonly Draft[],
): Promise<TranscriptView> {
  const { ledger, files, actor } = deps;
  const { source, track, language, by, how, expect } = version;
  const bytes = Buffer.from(writeVtt(segments), "utf8");
  const hash = createHash("sha256").update(bytes).digest("hex") as FileHash;
  const body = bodies["transcript.saved"].safeParse({
    source,
    track,
    language,
    by: by.trim(),
    how,
    file: hash,
    segments: segments.length,
  });
  if (!body.success || by.trim() === "") throw new InterviewError("interview/invalid");
  const key = { source, track, language };
  const { db } = ledger.deps.engine;
  const standing = await db
    .selectFrom("transcripts")
    .select(["file", "by", "how", "seq"])
    .where("source", "=", source)
    .where("track", "=", track)
    .where("language", "=", language)
    .executeTakeFirst();
  const isSame = standing?.file === hash && standing.by === by.trim() && standing.how === how;
  if (!isSame) {
    await files.keep(bytes, { limitBytes: bytes.length });
    const arrivals = [
      ...more,
      draft("file.kept", hash, {
        hash,
        size: bytes.length,
        mime: MIME,
        ...(of === null || of === hash ? {} : { derivedFrom: of }),
        tool: how === "typed" ? by.trim().slice(0, 200) : "guwah",
        parameters: { track, language, how },
      }),
    ].filter(({ subject }, i, all) => all.findIndex((one) => one.subject === subject) === i);
    const known = await knownFiles(deps, arrivals);
    try {
      await ledger.append(
        actor.member,
        [
          ...arrivals.filter(({ subject }) => !known.has(subject)),
          draft("transcript.saved", source, body.data),
        ],
        [{ table: "transcripts", where: key, seq: expect }],
      );
    } catch (cause) {
      if (!(cause instanceof StoreError && cause.code === "conflict")) throw cause;
      const current = await transcriptOf(deps, key);
      throw new InterviewError("interview/conflict", { cause, current });
    }
  }
  const view = await transcriptOf(deps, key);
  if (view === null) throw new InterviewError("interview/unknown");
  return view;
}

async function knownFiles(
  { ledger }: CollectDeps,
  arrivals: readonly Draft[],
): Promise<Set<string>> {
  const rows = await ledger.deps.engine.db
    .selectFrom("files")
    .select("hash")
    .where(
      "hash",
      "in",
      arrivals.map(({ subject }) => subject),
    )
    .execute();
  return new Set(rows.map((row) => row.hash));
}
