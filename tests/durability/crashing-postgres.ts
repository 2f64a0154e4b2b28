// A PostgreSQL of its own that can be killed without warning and started again on the same data.
// Invariant: what tests/services/postgres.ts promises still holds: when the test is gone, so are server and folder.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { chooseAccount } from "../services/account.ts";
import { findPostgres } from "../services/find-program.ts";
import { freePort, makeCluster, startPostgres } from "../services/postgres.ts";

export interface CrashingPostgres {
  readonly url: string;
  /** Kills a process that serves a client, one at work if there is one, as the kernel does when memory runs out. False: nobody was connected. */
  killBackend(chance: () => number): Promise<boolean>;
  /** Kills the server and everything it has started. */
  killServer(): Promise<void>;
  /** Starts it again on what is on the disk, and waits for its recovery. */
  startAgain(): Promise<void>;
  /** Waits until it answers: after a killed backend it recovers by itself. */
  answers(): Promise<void>;
  stop(): Promise<void>;
}

/** One in a temporary folder of its own. */
export async function startCrashingPostgres(): Promise<CrashingPostgres> {
  const started = await startPostgres();
  return crashingPostgresIn(started.folder, started.url, () => started.stop());
}

/** One whose data lie in `folder`, which is there already and is not removed. */
export async function startCrashingPostgresIn(folder: string): Promise<CrashingPostgres> {
  const account = chooseAccount();
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const password = await makeCluster(findPostgres() ?? "", folder, account);
  const url = `postgres://guwah:${password}@127.0.0.1:${await freePort()}/postgres`;
  const server = crashingPostgresIn(folder, url, () => Promise.resolve());
  await server.startAgain();
  return server;
}

function crashingPostgresIn(
  folder: string,
  url: string,
  clear: () => Promise<void>,
): CrashingPostgres {
  const data = join(folder, "data");
  const answers = async (): Promise<void> => {
    for (const deadline = Date.now() + 60_000; ; await delay(20)) {
      try {
        await ask(url, "select 1");
        return;
      } catch (cause) {
        if (Date.now() > deadline) throw cause;
      }
    }
  };
  const startAgain = async (): Promise<void> => {
    const settings = [`port=${new URL(url).port}`, "listen_addresses=127.0.0.1"];
    const args = [...settings, "unix_socket_directories="].flatMap((setting) => ["-c", setting]);
    // After a kill the first start may find memory of the one before still held, and gives up: it is started once more.
    const start = (): void => {
      const server = spawn(join(findPostgres() ?? "", "postgres"), ["-D", data, ...args], {
        cwd: folder,
        detached: true,
        env: { PATH: process.env["PATH"], LANG: "C.UTF-8" },
        stdio: "ignore",
        ...chooseAccount(),
      });
      server.once("exit", () => {
        if (starting) setTimeout(start, 500).unref();
      });
      server.unref();
    };
    let starting = true;
    start();
    try {
      await answers();
    } finally {
      starting = false;
    }
  };
  const killServer = async (): Promise<void> => {
    const server = serverOf(data);
    const all = [server, ...childrenOf(server)];
    for (const pid of all) kill(pid);
    while (all.some(lives)) await delay(5);
  };
  return {
    url,
    answers,
    startAgain,
    killServer,
    killBackend: async (chance) => {
      const rows = await ask(
        url,
        `select pid, state <> 'idle' as busy from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      const busy = rows.filter((row) => row["busy"] === true);
      const among = busy.length > 0 ? busy : rows;
      const chosen = among[Math.floor(chance() * among.length)];
      if (chosen === undefined) return false;
      kill(Number(chosen["pid"]));
      return true;
    },
    stop: async () => {
      await killServer();
      await clear();
    },
  };
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

function serverOf(data: string): number {
  return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).split("\n");
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was gone already.
  }
}

/** A process that was killed but not yet buried by its parent holds nothing any more. */
function lives(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .startsWith("Z");
  } catch {
    return false;
  }
}
