// Counting: what is documented, and what lists say about people on none of them.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  assumptionCodes,
  countDocumented,
  dimensionCodes,
  estimateLists,
} from "../../count/index.ts";
import { sourceId } from "../../model/index.ts";
import { withoutClosed } from "../../store/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";

const spec = { tag: "counts", method: "post", answers: "{job}" } as const;

const answer = z.strictObject({
  answer: z.enum(["holds", "fails", "not known"]),
  why: z.string().max(2_000).optional(),
});

export function countRoutes(app: OpenAPIHono, holding: Holding): void {
  const { clock } = holding.deps;
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/counts",
      summary: "Count the documented people by place, time and who speaks",
      body: z.strictObject({
        by: z.array(z.enum(dimensionCodes)).max(20).optional(),
        audience: z.enum(["inside", "public"]),
        reviewed: z.boolean().optional(),
      }),
    },
    async ({ vault, actor }, { body: { by, audience, reviewed } }) =>
      holding.startJob("count", async (progress, signal) => {
        // What the public is told leaves, and closed sources are in nothing that does.
        const { engine } = audience === "public" ? await withoutClosed(vault) : vault;
        return countDocumented({ db: engine.db, clock }, actor, {
          audience,
          ...(by === undefined ? {} : { by }),
          ...(reviewed === undefined ? {} : { reviewed }),
          progress,
          signal,
        });
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/counts/estimate",
      summary: "Estimate people on no list from lists made of sources",
      body: z.strictObject({
        lists: z
          .array(
            z.strictObject({
              name: z.string().min(1).max(100),
              sources: z.array(sourceId).min(1).max(2_000),
            }),
          )
          .min(2)
          .max(5),
        answers: z.partialRecord(z.enum(assumptionCodes), answer).optional(),
        reviewed: z.boolean().optional(),
      }),
    },
    async ({ vault, actor }, { body: { lists, answers, reviewed } }) =>
      holding.startJob("estimate", (progress, signal) =>
        estimateLists({ db: vault.engine.db, clock }, actor, {
          lists,
          ...(answers === undefined ? {} : { answers }),
          ...(reviewed === undefined ? {} : { reviewed }),
          progress,
          signal,
        }),
      ),
  );
}
