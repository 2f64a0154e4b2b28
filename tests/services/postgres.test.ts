import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";

/** Runs a query on a connection of its own. */
async function ask(url: string, query: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

describe("the PostgreSQL that tests run against", () => {
  it("is a real server, 15 or newer", async () => {
    const { version } = await ask(inject("postgresUrl"), "select version()");
    expect(Number(/^PostgreSQL (\d+)/.exec(String(version))?.[1])).toBeGreaterThanOrEqual(15);
  });

  it("is the same one in the environment", () => {
    expect(process.env["GUWAH_TEST_POSTGRES_URL"]).toBe(inject("postgresUrl"));
  });

  it("writes through to the disk, keeps UTF-8 and knows small and capital letters beyond Latin", async () => {
    const settings = await ask(
      inject("postgresUrl"),
      `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
              lower('ӘЛИЯ') as lowered`,
    );
    expect(settings).toEqual({ fsync: "on", encoding: "UTF8", lowered: "әлия" });
  });

  it("lets nobody in without the password of this run", async () => {
    const url = new URL(inject("postgresUrl"));
    url.password = "guessed";
    await expect(ask(url.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });
});

describe("a PostgreSQL whose starter dies", () => {
  it("stops, and its folder is gone", async () => {
    const module = join(import.meta.dirname, "postgres.ts");
    const program = `
      const { startPostgres } = await import(${JSON.stringify(module)});
      const { url, folder } = await startPostgres();
      console.log(JSON.stringify({ url, folder }));
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ["--input-type=module", "-e", program], {
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(starter.stdout, "data")) as [Buffer];
    const { url, folder } = JSON.parse(line.toString()) as { url: string; folder: string };
    await ask(url, "select 1");

    // The whole process group, as a CI runner or an impatient person ends it.
    execFileSync("kill", ["-9", "--", `-${starter.pid}`]);
    for (let wait = 0; existsSync(folder) && wait < 300; wait++) await delay(100);

    expect(existsSync(folder)).toBe(false);
    await expect(ask(url, "select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});
