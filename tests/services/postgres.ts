// A real PostgreSQL for tests and benches: a data folder, a port on the loopback and a password of its own.
// Invariant: when the process that started it is gone, however it went, so are the server and its folder.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Account, chooseAccount } from "./account.ts";
import { findPostgres } from "./find-program.ts";

/** A running server. */
export interface Postgres {
  /** `postgres://…` of an empty database; its role is a superuser and may create more of them. */
  readonly url: string;
  /** Its temporary folder: `data`, and `log` with what the server wrote. */
  readonly folder: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL (15 or newer, `fsync` on, UTF-8, code-point order) under a temporary folder on a free port of 127.0.0.1.
 * When we are root the server gets another account, because PostgreSQL refuses root.
 * @throws Error naming what to install when there is none, or with the server's own words when it does not start
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPostgres();
  if (programs === undefined) {
    throw new Error("PostgreSQL 15 or newer is not installed. Debian: apt install postgresql");
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnFreePort(programs);
    } catch (error) {
      // Another program can take the port in between; that passes, anything else comes again.
      if (attempt === 3) throw error;
    }
  }
}

async function startOnFreePort(programs: string): Promise<Postgres> {
  const account = chooseAccount();
  // Another account may not be able to enter root's own temporary folder.
  const folder = mkdtempSync(join(account === undefined ? tmpdir() : "/tmp", "guwah-postgres-"));
  try {
    if (account !== undefined) chownSync(folder, account.uid, account.gid);
    const password = await makeCluster(programs, folder, account);
    const port = await freePort();
    const guard = launch(join(programs, "postgres"), folder, port, account);
    const stop = () => letGo(guard, folder);
    const url = `postgres://guwah:${password}@127.0.0.1:${port}/postgres`;
    if (await answers(url, guard)) return { url, folder, stop };
    const words = readFileSync(join(folder, "log"), "utf8").slice(-2000);
    await stop();
    throw new Error(`PostgreSQL did not start:\n${words}`);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Makes the folder `data` in a folder of that account, with one superuser, `guwah`; gives its password. */
export async function makeCluster(
  programs: string,
  folder: string,
  account: Account | undefined,
): Promise<string> {
  const password = randomBytes(18).toString("base64url");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const place = [`--pgdata=${join(folder, "data")}`, "--encoding=UTF8", `--locale=${locale}`];
  const entry = ["--username=guwah", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  await promisify(execFile)(join(programs, "initdb"), [...place, ...entry], {
    cwd: folder,
    ...account,
  });
  rmSync(passwordFile);
  return password;
}

/**
 * A shell stands guard over the server. It holds a pipe from us; when that closes, because we asked or because we died,
 * it stops the server and removes the folder. It says "gone" when the server ended by itself.
 */
const GUARD = `
{ "$@" >"$GUWAH_FOLDER/log" 2>&1; echo gone; } &
trap "" HUP INT TERM
read -r _
kill -QUIT "$(head -n 1 "$GUWAH_FOLDER/data/postmaster.pid")" 2>/dev/null
wait
rm -rf "$GUWAH_FOLDER"
`;

function launch(
  server: string,
  folder: string,
  port: number,
  account: Account | undefined,
): ChildProcess {
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
  const args = ["-D", join(folder, "data"), ...settings.flatMap((setting) => ["-c", setting])];
  return spawn("/bin/sh", ["-c", GUARD, "guard", server, ...args], {
    cwd: folder,
    // A session of its own: what kills our whole process group must leave the guard time to clear up.
    detached: true,
    env: { PATH: process.env["PATH"], LANG: "C.UTF-8", GUWAH_FOLDER: folder },
    stdio: ["pipe", "pipe", "ignore"],
    ...account,
  });
}

/** Waits until the server answers a query; false when it ended or a minute passed. */
async function answers(url: string, guard: ChildProcess): Promise<boolean> {
  let gone = false;
  guard.stdout?.once("data", () => (gone = true));
  for (const deadline = Date.now() + 60_000; !gone && Date.now() < deadline; await delay(50)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("select 1");
      return true;
    } catch {
      // Not yet.
    } finally {
      await client.end();
    }
  }
  return false;
}

async function letGo(guard: ChildProcess, folder: string): Promise<void> {
  if (guard.exitCode === null && guard.signalCode === null) {
    const closed = once(guard, "close");
    guard.stdin?.end();
    await closed;
  }
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}

/** A port of 127.0.0.1 that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
