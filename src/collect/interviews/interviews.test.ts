// Interviews on both engines: how one was held, versions of transcripts, sealed names, closed sources. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SourceId } from "../../model/index.ts";
import { closedSources, withoutClosed } from "../../store/index.ts";
import { addFile } from "../add-file.ts";
import { addTestimony } from "../add-testimony.ts";
import { listSources } from "../list-sources.ts";
import { showSource } from "../show-source.ts";
import { sourceText } from "../source-reading.ts";
import { engineKinds, openTestCollect, type TestCollect } from "../testing.ts";
import { closeSource, describeInterview } from "./describe-interview.ts";
import { interviewTables } from "./interviews.tables.ts";
import { openIdentity } from "./open-identity.ts";
import { findRecording, partOf } from "./play-recording.ts";
import { importTranscript, saveTranscript } from "./save-transcript.ts";
import { showInterview } from "./show-interview.ts";
import { aRecording } from "./testing.ts";

const first = { fromMs: 1_000, toMs: 4_000, text: "Олар түнде келді" };
const second = { fromMs: 4_500, toMs: 9_000, speaker: "Ayla", text: "I was counting the lamps" };

describe.each(engineKinds)("interviews on %s", (kind) => {
  let all: TestCollect;
  let source: SourceId;
  beforeAll(async () => {
    all = await openTestCollect(kind, [interviewTables]);
    const item = await addFile(all.deps, {
      name: "kitchen.wav",
      kind: "interview",
      bytes: aRecording(2),
    });
    source = item.source as SourceId;
  });
  afterAll(() => all.end());

  const typed = (segments: readonly (typeof first)[], expect: number | null) =>
    saveTranscript(all.deps, {
      source,
      track: "original",
      language: "kk",
      by: "B. Inventova",
      segments,
      expect,
    });

  it("are described, corrected against the version that was seen, and lead to the earlier one", async () => {
    const before = await addTestimony(all.deps, {
      text: "An earlier talk, written down.",
      testifier: "A teacher",
      people: [],
    });
    const view = await describeInterview(all.deps, {
      source,
      expect: null,
      testifier: "A teacher from the north",
      identity: "Dana Realname, +7 000 000",
      interviewer: "K. Asker",
      interpreter: "M. Between",
      language: "kk",
      held: "2024-05",
      place: "a kitchen",
      mode: "in-person",
      form: "verbatim",
      present: "her sister",
      questions: "What did you see first?",
      earlier: before.source as string,
    });
    expect(view).toMatchObject({
      testifier: "A teacher from the north",
      hasIdentity: true,
      interviewer: "K. Asker",
      interpreter: "M. Between",
      held: "2024-05",
      mode: "in-person",
      earlier: { id: before.source },
      closed: false,
    });
    const earlier = await showInterview(all.deps, { id: before.source as string });
    expect(earlier.later).toMatchObject([{ id: source }]);
    expect(await showSource(all.deps, { id: source })).toMatchObject({ interviewer: "K. Asker" });
    const stale = describeInterview(all.deps, { source, expect: null, place: "elsewhere" });
    await expect(stale).rejects.toMatchObject({
      code: "interview/conflict",
      current: { place: "a kitchen" },
    });
    const shorter = await describeInterview(all.deps, { source, expect: view.seq, present: "" });
    expect(shorter.present).toBeUndefined();
    expect(shorter.hasIdentity).toBe(true);
    const ring = { source: before.source as SourceId, expect: null, earlier: source };
    await expect(describeInterview(all.deps, ring)).rejects.toMatchObject({
      code: "interview/itself",
    });
  });

  it("show the name behind a pseudonym to nobody but who may, and only after the look was noted", async () => {
    const rows = await all.vault.engine.db.selectFrom("entries").select("body").execute();
    expect(rows.some(({ body }) => body?.includes("Realname") ?? false)).toBe(false);
    const noted: string[] = [];
    const note = async () => void noted.push("looked");
    await expect(openIdentity(all.as("analyst"), { source }, note)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    expect(noted).toEqual([]);
    expect(await openIdentity(all.deps, { source }, note)).toContain("Dana Realname");
    expect(noted).toEqual(["looked"]);
    const refused = openIdentity(all.deps, { source }, () => Promise.reject(new Error("full")));
    await expect(refused).rejects.toThrow("full");
  });

  it("keep every version of a transcript, and refuse one written against another", async () => {
    const one = await typed([first], null);
    expect(one).toMatchObject({ segments: [first], versions: 1, by: "B. Inventova", how: "typed" });
    const two = await typed([first, second], one.seq);
    expect(two).toMatchObject({ segments: [first, second], versions: 2 });
    expect((await typed([first, second], two.seq)).seq).toBe(two.seq);
    await expect(typed([second], one.seq)).rejects.toMatchObject({
      code: "interview/conflict",
      current: { seq: two.seq, segments: [first, second] },
    });
    const files = await all.vault.engine.db
      .selectFrom("files")
      .select(["mime", "derived_from"])
      .where("mime", "=", "text/vtt")
      .execute();
    const recording = await findRecording(all.deps, { id: source });
    expect(files).toHaveLength(2);
    expect(files.every((file) => file.derived_from === recording.hash)).toBe(true);
    await expect(typed([second, first], two.seq)).rejects.toMatchObject({
      code: "interview/segments",
    });
  });

  it("are read with what is being saved at that moment", async () => {
    const item = await addFile(all.deps, {
      name: "lamp.wav",
      kind: "interview",
      bytes: aRecording(1),
    });
    const other = item.source as SourceId;
    const version = {
      source: other,
      track: "original",
      language: "kk",
      by: "B. Inventova",
    } as const;
    const saving = saveTranscript(all.deps, { ...version, segments: [first], expect: null });
    const view = await showInterview(all.deps, { id: other });
    expect(view.transcripts).toEqual([await saving]);
  });

  it("take in a translation as a file, which stays as it came", async () => {
    const bytes = Buffer.from(
      "1\n00:00:01,000 --> 00:00:04,000\nThey came at night\n\nxx --> yy\n",
    );
    const version = { source, track: "translation", language: "en", expect: null } as const;
    const { transcript, findings } = await importTranscript(all.deps, {
      ...version,
      by: "M. Between",
      name: "night.srt",
      bytes,
    });
    expect(transcript).toMatchObject({
      segments: [{ fromMs: 1_000, toMs: 4_000, text: "They came at night" }],
      by: "M. Between",
      how: "imported",
    });
    expect(findings).toEqual([{ code: "time-broken", line: 5 }]);
    const kept = await all.vault.engine.db
      .selectFrom("files")
      .select("derived_from")
      .where("name", "=", "night.srt")
      .execute();
    expect(kept).toHaveLength(1);
    const empty = {
      ...version,
      language: "ru",
      by: "x",
      name: "x.srt",
      bytes: Buffer.from("no times"),
    };
    await expect(importTranscript(all.deps, empty)).rejects.toMatchObject({
      code: "interview/no-segments",
    });
    const view = await showInterview(all.deps, { id: source });
    expect(view.transcripts.map(({ track }) => track)).toEqual(["original", "translation"]);
  });

  it("are closed when they are of sexual violence, and opened only by who may open sealed values", async () => {
    const { deps, vault } = all;
    const { seq } = await showInterview(deps, { id: source });
    const told = await describeInterview(deps, { source, expect: seq, sexualViolence: true });
    expect(told).toMatchObject({ closed: true, closedSaid: false });
    const analyst = all.as("analyst");
    const seen = {
      ...analyst,
      ...(await withoutClosed({ ledger: vault.ledger, engine: vault.engine })),
    };
    await expect(showInterview(seen, { id: source })).rejects.toMatchObject({ status: 404 });
    await expect(findRecording(seen, { id: source })).rejects.toMatchObject({ status: 404 });
    await expect(sourceText(seen, { id: source })).rejects.toMatchObject({ status: 404 });
    expect((await listSources(seen)).items.map(({ id }) => id)).not.toContain(source);
    const open = { source, closed: false, reason: "she asked for it" };
    await expect(closeSource(analyst, open)).rejects.toMatchObject({ code: "access/not-allowed" });
    await closeSource(deps, open);
    expect((await closedSources(vault.engine.db)).has(source)).toBe(false);
    expect(await showInterview(deps, { id: source })).toMatchObject({ closedSaid: true });
  });
});

describe("what a player asks for", () => {
  it.each([
    [undefined, null],
    ["bytes=0-", { from: 0, to: 100 }],
    ["bytes=10-19", { from: 10, to: 20 }],
    ["bytes=90-200", { from: 90, to: 100 }],
    ["bytes=-7", { from: 93, to: 100 }],
    ["bytes=-700", { from: 0, to: 100 }],
    ["bytes=-0", "none"],
    ["bytes=100-", "none"],
    ["bytes=20-10", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["lines=0-1", null],
  ])("%s is %j of a hundred bytes", (header, part) => {
    expect(partOf(header, 100)).toEqual(part);
  });
});
