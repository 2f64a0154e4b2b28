// Commands on a real vault in this process, for tests. Everyone in it is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGuwah } from "../app.ts";
import type { Call } from "./command.ts";
import { commands } from "./commands.ts";
import type { Connection } from "./connection.ts";
import { readCall } from "./read-call.ts";

const port = 4824;

export interface TestCommands {
  /** The folder the vault lies in, for files of the test's own. */
  readonly folder: string;
  readonly to: Connection;
  /** The lines that were printed. */
  readonly printed: string[];
  /** Runs a command as it was typed; gives what `--json` prints. */
  guwah<T>(words: readonly string[]): Promise<T>;
  end(): Promise<void>;
}

export async function openTestCommands(): Promise<TestCommands> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-commands-"));
  const served = await createGuwah({
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
  const to = {
    get: <T>(path: string) => ask<T>(path, { method: "GET" }),
    post: <T>(path: string, body: unknown = {}) =>
      ask<T>(path, { method: "POST", body: JSON.stringify(body) }),
    job: async <T>(path: string, body: unknown = {}) => {
      const { job } = await to.post<{ job: string }>(path, body);
      for (;;) {
        const { state, result, error } = await to.get<{
          state: string;
          result: T;
          error?: { code: string };
        }>(`/api/jobs/${job}`);
        if (state === "done") return result;
        if (state !== "running") throw new Error(error?.code ?? state);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  } as Connection;
  const passphrase = "nine invented geese cross rivers";
  const vault = { vaultName: "Invented", memberName: "Aida", passphrase };
  token = (await to.post<{ token: string }>("/api/vault", vault)).token;
  const printed: string[] = [];
  return {
    folder,
    to,
    printed,
    guwah: async <T>([name = "", ...words]: readonly string[]) => {
      const { command, ...read } = readCall(commands, name, words);
      const terminal = { line: (text: string) => void printed.push(text) };
      const call = { ...read, terminal, connect: async () => to } as unknown as Call;
      return (await command.run(call)) as T;
    },
    end: async () => {
      await served.holding.lock();
      served.holding.sessions.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
