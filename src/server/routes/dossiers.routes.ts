// Dossiers: what one would hold, making one, and carrying it away.
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { recordId } from "../../model/index.ts";
import { preserveDeps } from "../../preserve/index.ts";
import {
  audienceOf,
  type DossierPlan,
  encrypterFor,
  packFolder,
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
  readonly number: string;
  readonly recipients: readonly string[];
}

/** What the builder shows before anything is made. */
export interface DossierPreview {
  readonly number: string;
  /** The file as it would go: weighed of what goes alone. */
  readonly file: DossierPlan["file"];
  readonly sources: DossierPlan["sources"];
  readonly claims: number;
  readonly statements: number;
  readonly heldBack: DossierPlan["heldBack"];
  readonly unasked: DossierPlan["unasked"];
  readonly consent: DossierPlan["consent"];
}

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
      summary: "What a dossier about a person would hold, and what would be held back and why",
      answers: "DossierPreview",
      body: z.strictObject({ record: recordId, audience: z.string().max(60) }),
    },
    async ({ vault, actor }, { body }): Promise<DossierPreview> => {
      requireRight(actor, "publish");
      const deps = { db: vault.engine.db, clock: holding.deps.clock };
      const plan = await planDossier(deps, body.record, audienceOf(body.audience));
      return {
        number: plan.file.number,
        file: plan.file,
        sources: plan.sources,
        claims: plan.claims.size,
        statements: plan.statements.size,
        heldBack: plan.heldBack,
        unasked: plan.unasked,
        consent: plan.consent,
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
        record: recordId,
        audience: z.string().max(60),
        recipients: z.array(z.string().max(4_000)).max(20).optional(),
      }),
    },
    async (asked, { body: { recipients = [], ...body } }) => {
      requireRight(asked.actor, "publish");
      audienceOf(body.audience);
      encrypterFor(recipients);
      const job = holding.startJob("dossier", async (progress, signal) => {
        const waiting = waitingOf(holding);
        const dir = join(await outgoing(asked, holding), job.job);
        waiting.set(job.job, null);
        try {
          const deps = publishDeps(asked, holding);
          const input = { ...body, dir, progress, signal };
          const { dir: _dir, ...told } = await writeDossier(deps, asked.actor, input);
          waiting.set(job.job, { dir, number: told.number, recipients });
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
      const { recipients } = one;
      const name = `dossier-${one.number}`;
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
