// Exports: for an audience in a format others read, and everything home and back.
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { extract } from "tar-stream";
import { readSecret, requireRight } from "../../access/index.ts";
import { makeCheckpoint, preserveDeps, PreserveError } from "../../preserve/index.ts";
import {
  aboutFormats,
  describeHome,
  encrypterFor,
  exportAudienceOf,
  formatOf,
  homePath,
  packFolder,
  previewExport,
  readHome,
  writeExport,
  writeHome,
} from "../../publish/index.ts";
import { makePassingFolder } from "../../runtime/index.ts";
import { hasVault, openSlots } from "../../store/index.ts";
import { addOpen, addRoute } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import type { Asked, Holding } from "../holding.ts";
import { outgoingPlace } from "../outgoing.ts";
import { present } from "../present.ts";
import { releaseDeps } from "../release-deps.ts";
import { version } from "../version.ts";

const spec = { tag: "exports" } as const;
const recipientsShape = z.array(z.string().max(4_000)).max(20).optional();

export function exportRoutes(app: OpenAPIHono, holding: Holding): void {
  lookingRoutes(app, holding);
  makingRoutes(app, holding);
  downloadRoute(app, holding);
  importRoute(app, holding);
}

function lookingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/exports/formats",
      summary: "Every format, what is in it and what it loses",
      answers: "{items: AboutFormat[]}",
    },
    async () => ({ items: aboutFormats }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/exports/preview",
      summary: "What an export for an audience would hold, and what stays; nothing is written",
      answers: "{job} → ExportPreview",
      body: z.strictObject({
        audience: z.string().max(60),
        k: z.int().min(3).max(1_000).optional(),
      }),
    },
    async (asked, { body }) => {
      requireRight(asked.actor, "publish");
      exportAudienceOf(body.audience);
      return holding.startJob("export", () =>
        previewExport(exportDeps(asked, holding), asked.actor, present(body)),
      );
    },
  );
}

function makingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/exports",
      summary: "Make an export for an audience; it waits to be downloaded once",
      answers: "{job} → WrittenExport",
      body: z.strictObject({
        format: z.string().max(60),
        audience: z.string().max(60),
        to: z.string().trim().min(1).max(2_000).optional(),
        k: z.int().min(3).max(1_000).optional(),
        recipients: recipientsShape,
      }),
      leaves: true,
    },
    async (asked, { body: { recipients = [], ...body } }) => {
      requireRight(asked.actor, "publish");
      formatOf(body.format);
      exportAudienceOf(body.audience);
      const name = `guwah-${body.format}-${body.audience}`;
      return waiting(holding, asked, { name, recipients }, (dir, progress) =>
        writeExport(exportDeps(asked, holding), asked.actor, { ...present(body), dir, progress }),
      );
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/exports/all",
      summary:
        "Everything home: the ledger with its salts, and all files; it waits to be downloaded once",
      answers: "{job} → WrittenHome",
      body: z.strictObject({ recipients: recipientsShape }),
    },
    async (asked, { body: { recipients = [] } }) => {
      requireRight(asked.actor, "keep");
      return waiting(
        holding,
        asked,
        { name: "guwah-all", recipients },
        async (dir, progress, signal) => {
          const deps = exportDeps(asked, holding);
          // A vault that may not be signed any more must still come home; the integrity page says why.
          await makeCheckpoint(
            preserveDeps(asked.vault, holding.deps.clock),
            asked.actor,
            "backup",
          ).catch((cause: unknown) => {
            if (!(cause instanceof PreserveError)) throw cause;
          });
          const home = { ...deps, home: asked.vault.home };
          return writeHome(home, asked.actor, { dir, progress, signal });
        },
      );
    },
  );
}

type Work<T> = Parameters<typeof Holding.prototype.startJob<T>>[1];

/** Makes a folder in a job and keeps it until it is carried away. */
function waiting<T>(
  holding: Holding,
  asked: Asked,
  { name, recipients }: { readonly name: string; readonly recipients: readonly string[] },
  make: (dir: string, ...given: Parameters<Work<T>>) => Promise<T>,
) {
  encrypterFor(recipients);
  const job = holding.startJob("export", async (progress, signal) => {
    const { path, forget } = await makePassingFolder(outgoingPlace(asked.vault.home));
    const dir = join(path, job.job);
    try {
      const made = await make(dir, progress, signal);
      holding.outgoing.wait(job.job, { dir, name, recipients, forget });
      return made;
    } catch (cause) {
      await forget();
      throw cause;
    }
  });
  return job;
}

function downloadRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/exports/:job",
      summary: "Download an export that was made, as a tar archive; it is removed here afterwards",
      answers: "the archive",
    },
    async ({ actor }, { param }) => {
      const job = param("job");
      const one = holding.outgoing.made(job);
      // What comes home whole is for those who may keep; the rest for those who may publish.
      requireRight(actor, one?.name === "guwah-all" ? "keep" : "publish");
      if (one === null || !one.name.startsWith("guwah-"))
        throw new ServerError("no-such-address", "This export is no longer here. Make it again.");
      const archive = packFolder(one.dir, one.name);
      const encrypted = one.recipients.length > 0;
      const bytes = encrypted ? await encrypterFor(one.recipients).encrypt(archive) : archive;
      const remove = new TransformStream<Uint8Array, Uint8Array>({
        // Who broke off the download may ask for it again.
        flush: () => holding.outgoing.forget(job),
      });
      return new Response(bytes.pipeThrough(remove), {
        headers: {
          "Content-Type": "application/octet-stream",
          "Content-Disposition": `attachment; filename="${one.name}.tar${encrypted ? ".age" : ""}"`,
        },
      });
    },
  );
}

function importRoute(app: OpenAPIHono, holding: Holding): void {
  addOpen(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/imports/all",
      summary: "Make a vault from an export of everything (a tar archive), where there is none yet",
      answers: "{job} → RestoreReport",
      raw: true,
    },
    async ({ c }) => {
      const { home } = holding.deps.config;
      if (holding.open !== null || (await hasVault(home)))
        throw new ServerError(
          "vault-exists",
          "There is a vault here already. Import into an empty folder (GUWAH_HOME).",
        );
      const secret = z
        .string()
        .min(1)
        .parse(Buffer.from(c.req.header("x-guwah-passphrase") ?? "", "base64").toString("utf8"));
      if (c.req.raw.body === null)
        throw new ServerError("bad-request", "Send the export as a tar archive.");
      const { path, forget } = await makePassingFolder(`${home}-import`);
      try {
        await unpack(c.req.raw.body, path);
      } catch (cause) {
        await forget();
        throw cause;
      }
      return holding.startJob("restore", async (progress) => {
        try {
          const typed = readSecret(secret);
          const { vault } = await describeHome(path);
          // Guessing at an export costs the same growing delay as guessing at a vault.
          const opened = await holding.attempts.attempt(vault.vault, async () =>
            openSlots((await describeHome(path)).vault, typed),
          );
          if (opened === null)
            throw new ServerError(
              "wrong-secret",
              "This does not open the export. Use a passphrase or recovery code from the time it was made.",
            );
          return await readHome({ ...holding.vaultDeps(home), progress }, path, typed);
        } finally {
          await forget();
          await rm(`${home}-import`, { recursive: true, force: true });
        }
      });
    },
  );
}

/** Only the files an export has, each under its own name; anything else ends it. */
async function unpack(body: ReadableStream, dir: string): Promise<void> {
  const archive = extract();
  const feeding = pipeline(Readable.fromWeb(body as unknown as NodeStream), archive);
  feeding.catch(() => {});
  try {
    for await (const entry of archive) {
      const name = homePath(entry.header.name.split("/").slice(1).join("/"));
      if (name === null || entry.header.type !== "file")
        throw new ServerError(
          "bad-request",
          "This is not an export of everything: it holds something such an export never has.",
        );
      const path = join(dir, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(entry, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    }
    await feeding;
  } catch (cause) {
    archive.destroy();
    if (cause instanceof ServerError) throw cause;
    throw new ServerError("bad-request", "The archive cannot be read. Send it again.");
  }
}

function exportDeps({ vault }: Asked, holding: Holding) {
  return {
    ...preserveDeps(vault, holding.deps.clock),
    pictures: releaseDeps({ vault }, holding).deps.pictures,
    files: vault.files,
    program: `Guwah ${version}`,
  };
}
