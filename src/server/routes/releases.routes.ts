// Releases: what would leave, holds, approvals, making one and carrying it away, withdrawing it.
import { join } from "node:path";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { claimId, fileHash, recordId, sourceId } from "../../model/index.ts";
import {
  type Approval,
  approvalsOf,
  approveRelease,
  type HoldView,
  listHolds,
  listReleases,
  makeRelease,
  type Missing,
  missingFor,
  packFolder,
  type PageSection,
  type PastRelease,
  planRelease,
  type Publisher,
  publisherOf,
  releaseAudiences,
  releaseFiles,
  type ReleasePlan,
  setHold,
  setPublisher,
} from "../../publish/index.ts";
import { makePassingFolder } from "../../runtime/index.ts";
import { addRoute } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import type { Holding } from "../holding.ts";
import { outgoingPlace } from "../outgoing.ts";
import { present } from "../present.ts";
import { releaseDeps } from "../release-deps.ts";
import { copyRoutes } from "./copies.routes.ts";

const spec = { tag: "releases", leaves: true } as const;

/** What would leave, for those who decide. */
export interface ReleasePreview extends Pick<
  ReleasePlan,
  "contents" | "people" | "heldBack" | "k" | "release"
> {
  readonly approvals: readonly Approval[];
  readonly missing: readonly Missing[];
  /** By public number: which sections of a page differ from the last release. */
  readonly changedIn: Readonly<Record<string, readonly PageSection[]>>;
  /** By public number: a record of each who is no longer shown. */
  readonly gone: Readonly<Record<string, string>>;
  /** How many words that stay the written files will be searched for. */
  readonly searchedFor: number;
}

export interface ReleaseStatus {
  readonly releases: readonly PastRelease[];
  readonly holds: readonly HoldView[];
  readonly publisher: Publisher;
}

const words = z.string().max(300).optional();
const asked = {
  audience: z.enum(releaseAudiences),
  k: z.int().min(3).max(1_000).optional(),
};

export function releaseRoutes(app: OpenAPIHono, holding: Holding): void {
  copyRoutes(app, holding);
  lookingRoutes(app, holding);
  decidingRoutes(app, holding);
  makingRoutes(app, holding);
}

function lookingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/releases",
      summary: "Every release with where its copies went, and the holds that stand",
      answers: "ReleaseStatus",
    },
    async ({ vault, actor }): Promise<ReleaseStatus> => {
      requireRight(actor, "read");
      const { db } = vault.engine;
      return {
        releases: await listReleases(db),
        holds: await listHolds(db),
        publisher: await publisherOf(db),
      };
    },
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/releases/preview",
      summary: "What would leave for an audience, person by person, and what stays and why",
      answers: "ReleasePreview",
      body: z.strictObject(asked),
    },
    async (request, { body }): Promise<ReleasePreview> => {
      if (!request.actor.rights.has("review")) requireRight(request.actor, "publish");
      const { deps } = releaseDeps(request, holding);
      const plan = await planRelease(deps, present(body));
      const approvals = await approvalsOf(deps.db, body.audience, plan.contents);
      const { contents, people, heldBack, k, release } = plan;
      const missing = missingFor(approvals, plan);
      return {
        contents,
        people,
        heldBack,
        k,
        release,
        approvals,
        missing,
        changedIn: Object.fromEntries(plan.changedIn),
        gone: Object.fromEntries(plan.gone),
        searchedFor: plan.withheld.length,
      };
    },
  );
}

function decidingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/releases/approve",
      summary: "Agree that exactly these contents go; two members must",
      answers: "Approval[]",
      body: z.strictObject({ ...asked, contents: fileHash }),
    },
    async (request, { body }) => {
      const { deps } = releaseDeps(request, holding);
      return approveRelease(deps, request.actor, { ...present(body) });
    },
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/releases/holds",
      summary:
        "Put a hold on a record, source or claim, or lift it: nothing of it goes into a release",
      answers: "{}",
      body: z.strictObject({
        about: z.union([recordId, sourceId, claimId]),
        reason: z.string().max(4_000),
        stands: z.boolean(),
      }),
    },
    async ({ vault, actor }, { body }) => {
      await setHold({ ledger: vault.ledger, db: vault.engine.db }, actor, body);
      return {};
    },
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/releases/publisher",
      summary: "How the group is named and reached in every release; what is left out is not told",
      answers: "Publisher",
      body: z.strictObject({ name: words, contact: words, address: words }),
    },
    async ({ vault, actor }, { body: { name, contact, address } }): Promise<Publisher> =>
      setPublisher({ ledger: vault.ledger, db: vault.engine.db }, actor, {
        name,
        contact,
        address,
      }),
  );
}

function makingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/releases",
      summary:
        "Make an approved release; it waits to be downloaded once, without the files the receiver has",
      answers: "{job} → MadeRelease",
      body: z.strictObject({
        ...asked,
        to: z.string().min(1).max(2_000),
        have: z.record(z.string().max(300), fileHash).optional(),
      }),
    },
    async (request, { body }) => {
      requireRight(request.actor, "publish");
      const job = holding.startJob("release", async (progress, signal) => {
        const have = new Map(Object.entries(body.have ?? {}));
        const { path, forget } = await makePassingFolder(outgoingPlace(request.vault.home));
        const dir = join(path, job.job);
        try {
          const { deps, clean } = releaseDeps(request, holding);
          const build = releaseFiles((sha256) => clean.bytesOf(sha256));
          const input = { ...present(body), dir, have, build, progress, signal };
          const made = await makeRelease(deps, request.actor, input);
          const name = `release-${made.number}`;
          holding.outgoing.wait(job.job, { dir, name, recipients: [], forget });
          return made;
        } catch (cause) {
          await forget();
          throw cause;
        }
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
      path: "/api/releases/:job",
      summary: "Download a release that was made, as a tar archive; it is removed here afterwards",
      answers: "the archive",
    },
    async ({ actor }, { param }) => {
      requireRight(actor, "publish");
      const job = param("job");
      const one = holding.outgoing.made(job);
      if (one === null)
        throw new ServerError("no-such-address", "This release is no longer here. Make it again.");
      const remove = new TransformStream<Uint8Array, Uint8Array>({
        flush: () => holding.outgoing.forget(job),
      });
      return new Response(packFolder(one.dir, one.name).pipeThrough(remove), {
        headers: {
          "Content-Type": "application/octet-stream",
          "Content-Disposition": `attachment; filename="${one.name}.tar"`,
        },
      });
    },
  );
}
