// Cases and deadlines through the commands, on a real vault in this process. Everyone here is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoardColumn, CalendarItem, CaseView } from "../act/index.ts";
import { createGuwah } from "../app.ts";
import type { Call } from "./command.ts";
import type { Connection } from "./connection.ts";
import { commands, readCall } from "./index.ts";

let folder: string;
let served: Awaited<ReturnType<typeof createGuwah>>;
let to: Connection;
const port = 4824;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-case-"));
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
  const { source } = await to.post<{ source: string }>("/api/sources/text", {
    kind: "note",
    text: "Note of an invented call about Tursun Inventedov.",
  });
  const claims = [{ property: "name", words: "Tursun Inventedov" }];
  const person = { schema: "Person", source, label: "Tursun Inventedov", claims };
  await to.post("/api/records", person);
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

describe("guwah case and guwah deadline", () => {
  it("open a case, set its hearing, move it, give a task, note, and close it", async () => {
    const open = ["case", "open", "Tursun", "Inventedov", "--kind", "deportation"];
    const { number } = await guwah<{ number: string }>([...open, "--priority", "urgent"]);
    expect(number).toMatch(/^G-\d{4}-0001$/);
    const at = ["--day", "2031-03-05", "--time", "09:30", "--zone", "Asia/Almaty"];
    const set = ["deadline", "set", number, "--kind", "hearing", ...at];
    const { id } = await guwah<{ id: string }>(set);
    const [near] = await guwah<CalendarItem[]>(["deadline"]);
    expect(near).toMatchObject({ id, case: { number } });
    await expect(guwah(["deadline", "move", id, ...at])).rejects.toThrow(/reason-needed/);
    await guwah(["deadline", "move", id, ...at, "--reason", "the judge fell ill"]);
    const task = await guwah<{ id: string }>(["case", "task", number, "Call", "the", "lawyer"]);
    await guwah(["case", "task", number, "--done", task.id]);
    await guwah(["case", "note", number, "She", "will", "call", "at", "eight."]);
    const shown = await guwah<CaseView>(["case", "show", number]);
    expect(shown.deadlines[0]).toMatchObject({ state: "moved", reason: "the judge fell ill" });
    expect(shown.taskList[0]).toMatchObject({ title: "Call the lawyer", state: "done" });
    expect(shown.notes[0]?.text).toBe("She will call at eight.");
    await guwah(["deadline", "done", id]);
    await guwah(["case", "close", number, "--reason", "he is safe"]);
    const [closed] = await guwah<BoardColumn[]>(["case", "list", "--status", "closed"]);
    expect(closed?.items.map((one) => one.number)).toEqual([number]);
    expect(printed.join("\n")).toContain("2031-03-05 09:30 Asia/Almaty");
    expect(await guwah<CalendarItem[]>(["deadline", "list"])).toEqual([]);
  });
});
