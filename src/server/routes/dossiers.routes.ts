// Dossiers: what one would hold, making one, and carrying it away.
import { join } from "node:path";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { fileHash, recordId, sourceId } from "../../model/index.ts";
import { preserveDeps } from "../../preserve/index.ts";
import { makePassingFolder } from "../../runtime/index.ts";
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
import { outgoingPlace } from "../outgoing.ts";
import { version } from "../version.ts";

const spec = { tag: "dossiers" } as const;
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
        const { path, forget } = await makePassingFolder(outgoingPlace(asked.vault.home));
        const dir = join(path, job.job);
        try {
          const deps = publishDeps(asked, holding);
          const stamps = stamp ? { stamps: asked.watch.stamps } : {};
          const input = { records, audience, copies, dir, progress, signal, ...stamps };
          const { dir: _dir, ...told } = await writeDossier(deps, asked.actor, input);
          holding.outgoing.wait(job.job, { dir, name: nameOf(told.numbers), recipients, forget });
          return told;
        } catch (cause) {
          await forget();
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
      const job = param("job");
      const one = holding.outgoing.made(job);
      if (one === null)
        throw new ServerError("no-such-address", "This dossier is no longer here. Make it again.");
      const { recipients, name } = one;
      const archive = packFolder(one.dir, name);
      const bytes =
        recipients.length === 0 ? archive : await encrypterFor(recipients).encrypt(archive);
      const remove = new TransformStream<Uint8Array, Uint8Array>({
        // Who broke off the download may ask for it again.
        flush: () => holding.outgoing.forget(job),
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

function publishDeps({ vault }: Asked, holding: Holding) {
  return {
    ...preserveDeps(vault, holding.deps.clock),
    files: vault.files,
    program: `Guwah ${version}`,
  };
}
