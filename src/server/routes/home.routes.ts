// The first page: what waits for the person who opened the vault.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { sql } from "kysely";
import { listBatches, listSources } from "../../collect/index.ts";
import { countPeople } from "../../link/index.ts";
import type { Db } from "../../store/index.ts";
import { disputedRecords, latestHistory } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { collectDeps } from "../step-deps.ts";
import { lastCheckOf } from "./check.routes.ts";

const shown = 8;

export function homeRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      tag: "home",
      method: "get",
      path: "/api/home",
      summary: "What waits for me, and what changed lately",
      answers: "HomeView",
    },
    async (asked) => {
      const { db } = asked.vault.engine;
      const open = await listSources(collectDeps(holding, asked), { state: "open", limit: shown });
      const suggestions = open.items.reduce((n, source) => n + (source.open ?? 0), 0);
      const batches = (await listBatches(collectDeps(holding, asked))).slice(0, 4);
      return {
        counts: await counts(db),
        open: {
          sources: open.items,
          sourcesTotal: open.total,
          suggestions,
          proposedClaims: await proposedClaims(db),
        },
        disputed: await disputedRecords(db, shown),
        recent: await latestHistory(db, 12),
        batches,
        lastCheck: lastCheckOf(holding),
      };
    },
  );
}

async function counts(db: Db): Promise<Record<string, number>> {
  const n = async (
    table: "records" | "sources" | "claims" | "statements" | "judgements",
  ): Promise<number> =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(sql<number>`count(*)`.as("n"))
          .executeTakeFirst()
      )?.n ?? 0,
    );
  return {
    people: await countPeople(db),
    records: await n("records"),
    sources: await n("sources"),
    claims: await n("claims"),
    statements: await n("statements"),
    judgements: await n("judgements"),
  };
}

/** Claims nobody has reviewed, in batches nobody has reviewed or undone. */
async function proposedClaims(db: Db): Promise<number> {
  const row = await db
    .selectFrom("claims")
    .leftJoin("claim_reviews", "claim_reviews.claim", "claims.id")
    .leftJoin("batch_reviews", "batch_reviews.id", "claims.batch")
    .leftJoin("batch_undone", "batch_undone.id", "claims.batch")
    .select(sql<number>`count(*)`.as("n"))
    .where("claims.review", "=", "proposed")
    .where("claim_reviews.claim", "is", null)
    .where("batch_reviews.id", "is", null)
    .where("batch_undone.id", "is", null)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}
