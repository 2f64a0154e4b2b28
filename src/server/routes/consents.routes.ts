// Consent: to whom a person's file, or what somebody gave, may go.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { giveConsent, listConsents, withdrawConsent } from "../../act/index.ts";
import { clusterOf } from "../../link/index.ts";
import { bodies, consentId, recordId, sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";

const spec = { tag: "consent" } as const;
const about = z.union([recordId, sourceId]);

export function consentRoutes(app: OpenAPIHono, holding: Holding): void {
  const deps = ({ vault }: Asked) => {
    const { clock, ids } = holding.deps;
    return { ledger: vault.ledger, db: vault.engine.db, clock, ids };
  };

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/consents/:about",
      summary:
        "Consents about a person (all records of the file) or a source, withdrawn ones included",
      answers: "{items: ConsentView[]}",
    },
    async (asked, { param }) => {
      const id = about.parse(param("about"));
      const all = id.startsWith("rec_") ? await clusterOf(asked.vault.engine.db, id) : [id];
      return { items: await listConsents(deps(asked), all) };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/consents",
      summary: "Write down that somebody consents",
      answers: "{id, seq}",
      body: bodies["consent.given"].omit({ id: true }),
    },
    async (asked, { body }) => giveConsent(deps(asked), asked.actor, present(body)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/consents/:id/withdraw",
      summary: "Write down that a consent no longer holds",
      answers: "{seq}",
      body: z.strictObject({ reason: z.string().max(4_000).optional() }),
    },
    async (asked, { body, param }) =>
      withdrawConsent(deps(asked), asked.actor, {
        id: consentId.parse(param("id")),
        ...present(body),
      }),
  );
}
