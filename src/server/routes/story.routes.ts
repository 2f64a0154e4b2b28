// The story of a person: reading it, and writing a stretch of it down from a source.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { recordOf } from "../../link/index.ts";
import { passage, recordId, sourceId } from "../../model/index.ts";
import { addEpisode, personStory, takeBackEpisode } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { weighDeps } from "../step-deps.ts";
import { code, line } from "./review-input.ts";

const spec = { tag: "story" } as const;
const value = z.strictObject({
  property: code,
  value: z.unknown().optional(),
  words: z.string().max(20_000).optional(),
  passage: passage.optional(),
});
const perpetrator = z.strictObject({
  name: line,
  kind: code.optional(),
  degree: code.optional(),
});
const newEpisode = z.strictObject({
  source: sourceId,
  kind: code,
  values: z.array(value).max(100),
  acts: z
    .array(
      z.strictObject({
        type: code,
        values: z.array(value).max(50),
        perpetrators: z.array(perpetrator).max(30),
        passage: passage.optional(),
      }),
    )
    .max(30),
  passage: passage.optional(),
  statement: recordId.optional(),
  knows: code.optional(),
});

export function storyRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/people/:id/story",
      summary: "A person's episodes and acts in the order of time",
      answers: "StoryView",
    },
    async ({ vault }, { param }) =>
      personStory(
        { db: vault.engine.db, clock: holding.deps.clock },
        await recordOf(vault.engine.db, param("id")),
      ),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/people/:id/episodes",
      summary: "Write down an episode with what was done in it, from one source",
      answers: "{episode, records}",
      body: newEpisode,
    },
    async (asked, { body, param }) => {
      const person = await recordOf(asked.vault.engine.db, param("id"));
      return addEpisode(weighDeps(holding, asked), asked.actor, { ...body, person });
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/episodes/take-back",
      summary: "Take back records that were written down together",
      answers: "{}",
      body: z.strictObject({ records: z.array(recordId).min(1).max(200), reason: line }),
    },
    async (asked, { body }) => {
      await takeBackEpisode(weighDeps(holding, asked), asked.actor, body);
      return {};
    },
  );
}
