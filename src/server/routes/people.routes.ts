// People, records, judgements and history: finding and reading.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  judgementsAbout,
  judgeRecords,
  listPeople,
  recordOf,
  showCluster,
} from "../../link/index.ts";
import { recordId, verdict } from "../../model/index.ts";
import { listRecords, recordFile, recordHistory } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { withCurrent } from "../with-current.ts";

const page = {
  q: z.string().max(500).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).optional(),
};

const spec = { tag: "people" } as const;

export function peopleRoutes(app: OpenAPIHono, holding: Holding): void {
  personRoutes(app, holding);
  recordRoutes(app, holding);
}

function personRoutes(app: OpenAPIHono, holding: Holding): void {
  // Searching is a POST: what people search for must not end up in addresses and histories.
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/people/list",
      summary: "List or search people by name",
      answers: "PeoplePage",
      body: z.strictObject({ ...page, sounds: z.boolean().optional() }),
    },
    async ({ vault }, { body }) => listPeople(vault.engine.db, body),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/people/:id/cluster",
      summary: "The records of one person and what holds them together",
      answers: "ClusterView",
    },
    async ({ vault }, { param }) =>
      showCluster(vault.engine.db, await recordOf(vault.engine.db, param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/judgements",
      summary: "Judge two records the same, different, relatives, or not decided",
      answers: "JudgementView",
      body: z.strictObject({
        left: recordId,
        right: recordId,
        verdict,
        reason: z.string().max(4_000),
        score: z.number().min(0).max(1).optional(),
        undone: z.boolean().optional(),
        expect: z.int().nullable().optional(),
      }),
    },
    async ({ vault, actor }, { body }) => {
      const { db } = vault.engine;
      const standing = async (): Promise<unknown> =>
        (await judgementsAbout(db, [body.left])).find((j) =>
          [j.left, j.right].includes(body.right),
        );
      const { seq, waits } = await withCurrent(
        () => judgeRecords({ ledger: vault.ledger, db }, actor, body),
        standing,
      );
      // Written down, and no judgement yet: another member must confirm.
      if (waits !== undefined) return { seq, waits };
      return (await judgementsAbout(db, [body.left])).find((j) => j.seq === seq);
    },
  );
}

function recordRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/records/list",
      summary: "List records of one schema",
      answers: "{total, items: RecordItem[], next}",
      body: z.strictObject({ schema: z.string().max(60), ...page }),
    },
    async ({ vault }, { body }) => listRecords(vault.engine.db, body),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/records/:id",
      summary: "A file: a person's or any record's",
      answers: "RecordFile",
    },
    async ({ vault }, { param }) =>
      recordFile(
        { db: vault.engine.db, clock: holding.deps.clock },
        await recordOf(vault.engine.db, param("id")),
      ),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/records/:id/history",
      summary: "Who changed what and when",
      answers: "HistoryView[]",
    },
    async ({ vault }, { param }) =>
      recordHistory(vault.engine.db, await recordOf(vault.engine.db, param("id"))),
  );
}
