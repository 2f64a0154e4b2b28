// Grades: of a source by topic, of where a claim comes from; and all of a claim side by side.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodies, claimId, sourceId } from "../../model/index.ts";
import { gradeOrigin, gradesOf, gradeSource } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { weighDeps } from "../step-deps.ts";

const spec = { tag: "review" } as const;
const expect = { expect: z.int().nullable().optional() };

export function gradingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/claims/:id/grades",
      summary: "What was judged of a claim, its origin and its source, each with its reason",
      answers: "GradesView",
    },
    async ({ vault }, { param }) => gradesOf(vault.engine.db, claimId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/claims/:id/origin",
      summary: "Say what kind of origin a claim goes back to",
      answers: "GradesView",
      body: bodies["claim.origin"].omit({ claim: true, record: true }).extend(expect),
    },
    async (asked, { body, param }) => {
      const claim = claimId.parse(param("id"));
      await gradeOrigin(weighDeps(holding, asked), asked.actor, { claim, ...body });
      return gradesOf(asked.vault.engine.db, claim);
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/grade",
      summary: "Grade how reliable a source is on one topic, A to F",
      answers: "{}",
      body: bodies["source.graded"].omit({ source: true }).extend(expect),
    },
    async (asked, { body, param }) => {
      const source = sourceId.parse(param("id"));
      await gradeSource(weighDeps(holding, asked), asked.actor, { source, ...body });
      return {};
    },
  );
}
