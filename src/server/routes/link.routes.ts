// Finding records that may be about one person: the search for candidates, the queue, and one pair explained.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { comparePeople, compareRecords, linkVault, recordOf, showQueue } from "../../link/index.ts";
import { recordId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";

const spec = { tag: "link" } as const;
const band = z.enum(["very likely", "likely", "possible", "unlikely", "kin"]);

export function linkRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/link",
      summary: "Look for records that may be about one person",
      answers: "{job}: LinkReport",
      body: z.strictObject({ full: z.boolean().optional() }),
    },
    async ({ vault, actor }, { body }) => {
      requireRight(actor, "link");
      return holding.startJob("link", (progress, signal) =>
        linkVault({ engine: vault.engine, clock: holding.deps.clock }, actor, {
          full: body.full,
          progress,
          signal,
        }),
      );
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/queue",
      summary: "Pairs that wait for a judgement, the most valuable first",
      answers: "QueuePage",
      body: z.strictObject({
        cursor: z.string().max(500).optional(),
        limit: z.int().min(1).max(100).optional(),
        band: band.optional(),
        undecided: z.enum(["last", "only"]).optional(),
      }),
    },
    async ({ vault }, { body }) => showQueue(vault.engine, body),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/compare/:left/:right",
      summary: "Why two records may be about one person",
      answers: "CompareView",
    },
    async ({ vault }, { param }) =>
      compareRecords(
        vault.engine.db,
        recordId.parse(param("left")),
        recordId.parse(param("right")),
      ),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/people/:left/compare/:right",
      summary: "Why two people may be one, by the two of their records that speak loudest",
      answers: "CompareView",
    },
    async ({ vault }, { param }) => {
      const { db } = vault.engine;
      return comparePeople(
        db,
        await recordOf(db, param("left")),
        await recordOf(db, param("right")),
      );
    },
  );
}
