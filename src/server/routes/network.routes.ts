// The people around a person, and who else may have been where they were.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "@hono/zod-openapi";
import { recordOf } from "../../link/index.ts";
import { personLeads, personNetwork } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";

const spec = { tag: "network", method: "get" } as const;
const asked = z.object({
  depth: z.coerce.number().int().min(1).max(3).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export function networkRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/people/:id/network",
      summary: "Kin, co-detainees and others around a person; ?depth=1..3&limit=1..200",
      answers: "NetworkView",
    },
    async ({ vault }, { param, query }) => {
      const { db } = vault.engine;
      const size = asked.parse({ depth: query("depth"), limit: query("limit") });
      return personNetwork({ db }, { id: await recordOf(db, param("id")), ...size });
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/people/:id/leads",
      summary: "Who else may have been in the same place at the same time",
      answers: "LeadsView",
    },
    async ({ vault }, { param }) => {
      const { db } = vault.engine;
      return personLeads({ db }, await recordOf(db, param("id")));
    },
  );
}
