// One encrypted file out, and back in where there is no vault yet.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { readSecret, requireRight } from "../../access/index.ts";
import { makeCheckpoint, noteCustody, preserveDeps, PreserveError } from "../../preserve/index.ts";
import {
  backupVault,
  describeBackup,
  hasVault,
  openSlots,
  restoreVault,
} from "../../store/index.ts";
import { addOpen, addRoute } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import type { Holding } from "../holding.ts";

const spec = { tag: "integrity", answers: "{job}" } as const;
/** Where each finished backup lies until it is downloaded. */
const backups = new WeakMap<object, ReadonlyMap<string, string>>();

export function backupRoutes(app: OpenAPIHono, holding: Holding): void {
  makingRoutes(app, holding);
  restoringRoute(app, holding);
}

function makingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/backup",
      summary: "Make one encrypted backup file and verify it",
    },
    async ({ vault, actor }) => {
      requireRight(actor, "keep");
      const folder = join(vault.home, "backups");
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const job = holding.startJob("backup", async (report) => {
        const file = join(
          folder,
          `guwah-${new Date(holding.deps.clock()).toISOString().slice(0, 19).replace(/[:T]/g, "-")}.guwah`,
        );
        await rm(file, { force: true });
        await noteCustody(vault, actor, { action: "exported", to: "backup" });
        // A vault that may not be signed any more still has to be backed up; the integrity page says why.
        await makeCheckpoint(preserveDeps(vault, holding.deps.clock), actor, "backup").catch(
          (cause: unknown) => {
            if (!(cause instanceof PreserveError)) throw cause;
          },
        );
        const made = await backupVault(vault, file, report);
        backups.set(holding.jobs, new Map([...(backups.get(holding.jobs) ?? []), [job.job, file]]));
        return made;
      });
      return job;
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/backup/:job",
      summary: "Download a backup that was made; it is removed here afterwards",
      answers: "the file",
    },
    async ({ actor }, { param }) => {
      requireRight(actor, "keep");
      const file = backups.get(holding.jobs)?.get(param("job"));
      const size =
        file === undefined
          ? null
          : await stat(file).then(
              (s) => s.size,
              () => null,
            );
      if (file === undefined || size === null)
        throw new ServerError("no-such-address", "This backup is no longer here. Make a new one.");
      const stream = createReadStream(file);
      // The copy the person downloads is the backup; a second one beside the vault would only be one more thing to seize.
      stream.on("close", () => void rm(file, { force: true }));
      return new Response(Readable.toWeb(stream) as ReadableStream, {
        headers: {
          "Content-Type": "application/octet-stream",
          "Content-Length": String(size),
          "Content-Disposition": `attachment; filename="${file.split(/[/\\]/).at(-1) ?? "backup.guwah"}"`,
        },
      });
    },
  );
}

function restoringRoute(app: OpenAPIHono, holding: Holding): void {
  addOpen(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/restore",
      summary: "Restore a backup where there is no vault yet",
      raw: true,
    },
    async ({ c }) => {
      const { home } = holding.deps.config;
      if (holding.open !== null || (await hasVault(home)))
        throw new ServerError(
          "vault-exists",
          "There is a vault here already. Restore into an empty folder (GUWAH_HOME).",
        );
      const secret = z
        .string()
        .min(1)
        .parse(Buffer.from(c.req.header("x-guwah-passphrase") ?? "", "base64").toString("utf8"));
      if (c.req.raw.body === null)
        throw new ServerError("bad-request", "Send the backup file as the body.");
      await mkdir(`${home}-restore`, { recursive: true, mode: 0o700 });
      const file = join(`${home}-restore`, "backup.guwah");
      await pipeline(
        Readable.fromWeb(c.req.raw.body as NodeStream),
        createWriteStream(file, { mode: 0o600 }),
      );
      const job = holding.startJob("restore", async (report) => {
        try {
          const { vault } = await describeBackup(file);
          const typed = readSecret(secret);
          // Guessing at a backup costs the same growing delay as guessing at a vault.
          const opened = await holding.attempts.attempt(vault, async () =>
            openSlots(await describeBackup(file), typed),
          );
          if (opened === null)
            throw new ServerError(
              "wrong-secret",
              "This does not open the backup. Use a passphrase or recovery code from the time it was made.",
            );
          return await restoreVault({ ...holding.vaultDeps(home), progress: report }, file, typed);
        } finally {
          await rm(`${home}-restore`, { recursive: true, force: true });
        }
      });
      return job;
    },
  );
}
