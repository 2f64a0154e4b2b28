// The real server in a process and folders of its own, asked over its socket, with everything it says kept in files.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface Served {
  ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  send<T>(name: string, bytes: string): Promise<{ status: number; body: T }>;
  /** Starts long work and waits for its end. */
  job(path: string, body?: unknown): Promise<string>;
  signIn(token: string): void;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** Starts it under `folder`: `vault`, `home`, `tmp` and `said` are its own. */
export async function serveVault(folder: string): Promise<Served> {
  for (const name of ["home", "tmp", "said"]) await mkdir(join(folder, name), { recursive: true });
  const said = join(folder, "said", `${Date.now()}`);
  const main = join(import.meta.dirname, "..", "..", "src", "main.ts");
  const child = spawn(process.execPath, [main], {
    cwd: join(folder, "home"),
    env: {
      PATH: process.env["PATH"],
      HOME: join(folder, "home"),
      TMPDIR: join(folder, "tmp"),
      GUWAH_HOME: join(folder, "vault"),
      GUWAH_PORT: "0",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  child.stdout.pipe(createWriteStream(`${said}-out`));
  child.stderr.pipe(createWriteStream(`${said}-err`));
  const origin = await originOf(`${said}-out`);
  let token: string | null = null;
  const headers = (more: Record<string, string>): Record<string, string> => ({
    "X-Guwah": "1",
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...more,
  });
  const answer = async <T>(response: Response): Promise<{ status: number; body: T }> => {
    const text = await response.text();
    return { status: response.status, body: (/^[[{]/.test(text) ? JSON.parse(text) : text) as T };
  };
  const ask = async <T>(method: string, path: string, body?: unknown) =>
    answer<T>(
      await fetch(origin + path, {
        method,
        headers: headers(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return {
    ask,
    send: async <T>(name: string, bytes: string) =>
      answer<T>(
        await fetch(`${origin}/api/sources/file`, {
          method: "POST",
          headers: headers({
            "Content-Type": "application/octet-stream",
            "X-Guwah-Name": encodeURIComponent(name),
          }),
          body: bytes,
        }),
      ),
    job: async (path, body = {}) => {
      const { job } = (await ask<{ job: string }>("POST", path, body)).body;
      for (;;) {
        const { state } = (await ask<{ state: string }>("GET", `/api/jobs/${job}`)).body;
        if (state !== "running") return state;
        await delay(50);
      }
    },
    signIn: (given) => {
      token = given;
    },
    kill: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}

async function originOf(path: string): Promise<string> {
  for (let wait = 0; wait < 600; wait++) {
    const text = await readFile(path, "utf8").catch(() => "");
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (found !== undefined) return found;
    await delay(50);
  }
  throw new Error("the server did not say where it listens");
}
