// Evidence of a source, audits of all files, and the mirror they are repaired from.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { sourceId } from "../../model/index.ts";
import {
  auditState,
  auditVault,
  makeReceipt,
  mirrorVault,
  noteCustody,
  preserveDeps,
  receiptPage,
  showEvidence,
} from "../../preserve/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";

const line = z.string().trim().min(1).max(2_000);

export function custodyRoutes(app: OpenAPIHono, holding: Holding): void {
  evidenceRoutes(app, holding);
  fixityRoutes(app, holding);
}

function evidenceRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      tag: "sources",
      method: "get",
      path: "/api/sources/:id/evidence",
      summary: "The files of a source, who had them in hand, and where it is used",
      answers: "EvidenceView",
    },
    async ({ vault }, { param }) =>
      showEvidence(preserveDeps(vault, holding.deps.clock), sourceId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      tag: "sources",
      method: "get",
      path: "/api/sources/:id/receipt",
      summary:
        "A page to print for whoever gave this: hashes, checkpoint, and how to check; it names nobody",
      answers: "the page, as HTML without script",
    },
    async ({ vault, actor }, { param }) => {
      const deps = preserveDeps(vault, holding.deps.clock);
      const page = receiptPage(await makeReceipt(deps, actor, sourceId.parse(param("id"))));
      return new Response(page, {
        headers: {
          "Content-Type": "text/html; charset=utf-8",
          "Content-Security-Policy":
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
        },
      });
    },
  );

  addRoute(
    app,
    holding,
    {
      tag: "sources",
      method: "post",
      path: "/api/sources/:id/transfer",
      summary: "Write down that a source was handed over, from whom and to whom",
      answers: "EvidenceView",
      body: z.strictObject({
        from: line.optional(),
        to: line,
        reason: z.string().trim().max(4_000).optional(),
      }),
    },
    async ({ vault, actor }, { param, body }) => {
      const deps = preserveDeps(vault, holding.deps.clock);
      const source = sourceId.parse(param("id"));
      await showEvidence(deps, source);
      await noteCustody(vault, actor, { action: "transferred", source, ...present(body) });
      return showEvidence(deps, source);
    },
  );
}

function fixityRoutes(app: OpenAPIHono, holding: Holding): void {
  const tag = "integrity";
  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/audit",
      summary: "What the last audit of all files found, and where the mirror is",
      answers: "AuditState",
    },
    async ({ vault }) => auditState(vault),
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/audit",
      summary: "Decrypt and hash every file; with `repair`, put lost ones back from the mirror",
      answers: "{job} → AuditReport",
      body: z.strictObject({ repair: z.boolean().optional(), from: line.optional() }),
    },
    async ({ vault, actor }, { body: { repair = false, from } }) => {
      if (repair) requireRight(actor, "keep");
      return holding.startJob("audit", (progress, signal) =>
        auditVault(vault, actor, repair ? { folder: from ?? null } : "no", { progress, signal }),
      );
    },
  );

  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/mirror",
      summary: "Copy what is new to a second disk, encrypted, and verify the copies",
      answers: "{job} → MirrorReport",
      body: z.strictObject({
        folder: line.optional(),
        anew: z.boolean().optional(),
        check: z.boolean().optional(),
        prune: z.boolean().optional(),
      }),
    },
    async ({ vault, actor }, { body: { folder, ...how } }) => {
      requireRight(actor, "keep");
      return holding.startJob("mirror", (progress, signal) =>
        mirrorVault(vault, actor, { folder: folder ?? null, ...present(how), progress, signal }),
      );
    },
  );
}
