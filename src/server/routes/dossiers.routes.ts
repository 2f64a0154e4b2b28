// Dossiers: what one would hold, making one, and carrying it away.
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { fileHash, recordId, sourceId } from "../../model/index.ts";
import { preserveDeps } from "../../preserve/index.ts";
import {
  audienceOf,
  type DossierPlan,
  encrypterFor,
  MAX_PEOPLE,
  packFolder,
  type PersonPlan,
  planDossier,
  writeDossier,
} from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import type { Asked, Holding } from "../holding.ts";
import { version } from "../version.ts";

const spec = { tag: "dossiers" } as const;
/** Where each finished dossier lies until it is carried away. */
const made = new WeakMap<object, Map<string, Waiting | null>>();

/** The dossiers of this process by their jobs; null while one is being written. */
function waitingOf({ jobs }: Holding): Map<string, Waiting | null> {
  const known = made.get(jobs) ?? new Map<string, Waiting | null>();
  made.set(jobs, known);
  return known;
}

interface Waiting {
  readonly dir: string;
  readonly name: string;
  readonly recipients: readonly string[];
}

/** What the builder shows before anything is made. */
export interface DossierPreview extends Pick<
  DossierPlan,
  "sources" | "heldBack" | "leftOut" | "unasked" | "offered"
> {
  readonly people: readonly {
    readonly number: string;
    /** The file as it would go: weighed of what goes alone. */
    readonly file: PersonPlan["file"];
    readonly claims: number;
    readonly statements: number;
    readonly heldBack: PersonPlan["heldBack"];
  }[];
  readonly claims: number;
  readonly statements: number;
}

const asked = {
  records: z.array(recordId).min(1).max(MAX_PEOPLE),
  audience: z.string().max(60),
  copies: z
    .array(z.strictObject({ source: sourceId, file: fileHash }))
    .max(2_000)
    .optional(),
};

export function dossierRoutes(app: OpenAPIHono, holding: Holding): void {
  previewRoute(app, holding);
  makingRoute(app, holding);
  downloadRoute(app, holding);
}

function previewRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/dossiers/preview",
      summary:
        "What a dossier about people would hold, and what would be held back of each and why",
      answers: "DossierPreview",
      body: z.strictObject(asked),
    },
    async ({ vault, actor }, { body }): Promise<DossierPreview> => {
      requireRight(actor, "publish");
      const deps = { db: vault.engine.db, clock: holding.deps.clock };
      const { records, copies = [] } = body;
      const plan = await planDossier(deps, {
        records,
        copies,
        audience: audienceOf(body.audience),
      });
      const { sources, heldBack, leftOut, unasked, offered } = plan;
      return {
        people: plan.people.map((one) => ({
          number: one.file.number,
          file: one.file,
          claims: one.claims.size,
          statements: one.statements.size,
          heldBack: one.heldBack,
        })),
        sources,
        claims: plan.claims.size,
        statements: plan.statements.size,
        heldBack,
        leftOut,
        unasked,
        offered,
      };
    },
  );
}

function makingRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/dossiers",
      summary:
        "Make a dossier, encrypted to age recipients where some are named; it waits to be downloaded once",
      answers: "{job} → WrittenDossier",
      body: z.strictObject({
        ...asked,
        /** False: no time-stamping authority is asked now. */
        stamp: z.boolean().optional(),
        recipients: z.array(z.string().max(4_000)).max(20).optional(),
      }),
    },
    async (asked, { body }) => {
      const { records, audience, copies = [], recipients = [], stamp = true } = body;
      requireRight(asked.actor, "publish");
      audienceOf(audience);
      encrypterFor(recipients);
      const job = holding.startJob("dossier", async (progress, signal) => {
        const waiting = waitingOf(holding);
        const dir = join(await outgoing(asked, holding), job.job);
        waiting.set(job.job, null);
        try {
          const deps = publishDeps(asked, holding);
          const stamps = stamp ? { stamps: asked.watch.stamps } : {};
          const input = { records, audience, copies, dir, progress, signal, ...stamps };
          const { dir: _dir, ...told } = await writeDossier(deps, asked.actor, input);
          waiting.set(job.job, { dir, name: nameOf(told.numbers), recipients });
          return told;
        } catch (cause) {
          waiting.delete(job.job);
          throw cause;
        }
      });
      return job;
    },
  );
}

function downloadRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/dossiers/:job",
      summary: "Download a dossier that was made, as a tar archive; it is removed here afterwards",
      answers: "the archive",
    },
    async ({ actor }, { param }) => {
      requireRight(actor, "publish");
      const one = waitingOf(holding).get(param("job")) ?? null;
      if (one === null || (await stat(one.dir).catch(() => null)) === null)
        throw new ServerError("no-such-address", "This dossier is no longer here. Make it again.");
      const { recipients, name } = one;
      const archive = packFolder(one.dir, name);
      const bytes =
        recipients.length === 0 ? archive : await encrypterFor(recipients).encrypt(archive);
      const remove = new TransformStream<Uint8Array, Uint8Array>({
        async flush() {
          waitingOf(holding).delete(param("job"));
          await rm(one.dir, { recursive: true, force: true });
        },
      });
      const ending = recipients.length === 0 ? "tar" : "tar.age";
      return new Response(bytes.pipeThrough(remove), {
        headers: {
          "Content-Type": "application/octet-stream",
          "Content-Disposition": `attachment; filename="${name}.${ending}"`,
        },
      });
    },
  );
}

const nameOf = ([first = "", ...others]: readonly string[]): string =>
  others.length === 0 ? `dossier-${first}` : `dossier-${others.length + 1}-people`;

/** Where dossiers wait; what an earlier run left there is removed, because it lies open. */
async function outgoing({ vault }: Asked, holding: Holding): Promise<string> {
  const folder = join(vault.home, "outgoing");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const waiting = waitingOf(holding);
  for (const name of await readdir(folder))
    // What is being written bears the job's name and more.
    if (!waiting.has(name.split(".")[0] ?? ""))
      await rm(join(folder, name), { recursive: true, force: true });
  return folder;
}

function publishDeps({ vault }: Asked, holding: Holding) {
  return {
    ...preserveDeps(vault, holding.deps.clock),
    files: vault.files,
    program: `Guwah ${version}`,
  };
}
