// A transcript taken in through the command, on a real vault in this process. Everyone here is invented.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuwah } from "../app.ts";
import type { ImportedTranscript } from "../collect/index.ts";
import type { Call } from "./command.ts";
import type { Connection } from "./connection.ts";
import { commands, readCall } from "./index.ts";

let folder: string;
let served: Awaited<ReturnType<typeof createGuwah>>;
let to: Connection;
let source: string;
const port = 4824;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-transcript-"));
  served = await createGuwah({
    config: { home: join(folder, "vault"), databaseUrl: null, idleMinutes: 15 },
    webFolder: null,
    port: () => port,
  });
  let token: string | null = null;
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const headers = {
      "X-Guwah": "1",
      "Content-Type": "application/json",
      Host: `127.0.0.1:${port}`,
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    };
    const url = `http://127.0.0.1:${port}${path}`;
    const answer = await served.app.request(url, { ...init, headers });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  to = {
    get: <T>(path: string) => ask<T>(path, { method: "GET" }),
    post: <T>(path: string, body: unknown = {}) =>
      ask<T>(path, { method: "POST", body: JSON.stringify(body) }),
  } as Connection;
  const passphrase = "nine invented geese cross rivers";
  const vault = { vaultName: "Invented", memberName: "Aida", passphrase };
  token = (await to.post<{ token: string }>("/api/vault", vault)).token;
  ({ source } = await to.post<{ source: string }>("/api/sources/text", {
    kind: "interview",
    text: "Talk of an invented afternoon.",
  }));
});
afterAll(async () => {
  await served.holding.lock();
  served.holding.sessions.close();
  await rm(folder, { recursive: true, force: true });
});

const printed: string[] = [];
async function guwah<T>([name = "", ...words]: readonly string[]): Promise<T> {
  const { command, ...read } = readCall(commands, name, words);
  const terminal = { line: (text: string) => void printed.push(text) };
  const call = { ...read, terminal, connect: async () => to } as unknown as Call;
  return (await command.run(call)) as T;
}

describe("guwah transcript", () => {
  it("takes in a version after a version, and tells what is wrong by line", async () => {
    const file = join(folder, "night.srt");
    await writeFile(file, "1\n00:00:01,000 --> 00:00:02,000\nThey came\n\n2\nsoon --> later\nx\n");
    const words = ["transcript", source, file, "--by", "M. Between", "--language", "en"];
    const { transcript } = await guwah<ImportedTranscript>([...words, "--translation"]);
    expect(transcript).toMatchObject({ track: "translation", by: "M. Between", versions: 1 });
    expect(printed.join("\n")).toContain("line 6: time-broken");
    await writeFile(file, "WEBVTT\n\n00:01.000 --> 00:02.000\nThey came at night\n");
    const next = await guwah<ImportedTranscript>([...words, "--translation"]);
    expect(next.transcript.versions).toBe(2);
    expect(next.findings).toEqual([]);
  });

  it("asks who and in which language, and for a file that is there", async () => {
    await expect(guwah(["transcript", source, "x.vtt"])).rejects.toMatchObject({ code: "usage" });
    const none = ["transcript", source, join(folder, "none.vtt"), "--by", "M", "--language", "en"];
    await expect(guwah(none)).rejects.toMatchObject({ code: "usage" });
  });
});
