// A transcript taken in through the command, on a real vault in this process. Everyone here is invented.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportedTranscript } from "../collect/index.ts";
import { openTestCommands, type TestCommands } from "./testing.ts";

let test: TestCommands;
let source: string;

beforeAll(async () => {
  test = await openTestCommands();
  ({ source } = await test.to.post<{ source: string }>("/api/sources/text", {
    kind: "interview",
    text: "Talk of an invented afternoon.",
  }));
});
afterAll(() => test.end());

describe("guwah transcript", () => {
  it("takes in a version after a version, and tells what is wrong by line", async () => {
    const file = join(test.folder, "night.srt");
    await writeFile(file, "1\n00:00:01,000 --> 00:00:02,000\nThey came\n\n2\nsoon --> later\nx\n");
    const words = ["transcript", source, file, "--by", "M. Between", "--language", "en"];
    const { transcript } = await test.guwah<ImportedTranscript>([...words, "--translation"]);
    expect(transcript).toMatchObject({ track: "translation", by: "M. Between", versions: 1 });
    expect(test.printed.join("\n")).toContain("line 6: time-broken");
    await writeFile(file, "WEBVTT\n\n00:01.000 --> 00:02.000\nThey came at night\n");
    const next = await test.guwah<ImportedTranscript>([...words, "--translation"]);
    expect(next.transcript.versions).toBe(2);
    expect(next.findings).toEqual([]);
  });

  it("asks who and in which language, and for a file that is there", async () => {
    await expect(test.guwah(["transcript", source, "x.vtt"])).rejects.toMatchObject({
      code: "usage",
    });
    const none = [
      "transcript",
      source,
      join(test.folder, "none.vtt"),
      "--by",
      "M",
      "--language",
      "en",
    ];
    await expect(test.guwah(none)).rejects.toMatchObject({ code: "usage" });
  });
});
