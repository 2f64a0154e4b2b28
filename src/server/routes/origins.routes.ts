// Where a source has its word from: proposals of what it repeats, sources with nearly the same text, what a denial answers.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { showOrigins, sourceReading, sourceText } from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { proposeAnswers, waitingAnswers } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "sources", method: "get" } as const;

export function originRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/origins",
      summary: "What a source seems to repeat, and which sources carry nearly the same text",
      answers: "SourceOrigins",
    },
    async (asked, { param }) =>
      showOrigins(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/answers/:suggestion",
      summary: "What a suggested denial may answer: statements, questions, people it names",
      answers: "AnswerProposals",
    },
    async (asked, { param }) => {
      const id = sourceId.parse(param("id"));
      const deps = collectDeps(holding, asked);
      const { reading, decisions } = await sourceReading(deps, { id });
      const { text } = await sourceText(deps, { id });
      const suggestion = param("suggestion");
      return proposeAnswers(
        { db: asked.vault.engine.db },
        { source: id, text, reading, suggestion, decisions },
      );
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/answers",
      summary: "Denials and what they answer, both accepted, that nobody has linked yet",
      answers: "{items: WaitingAnswer[]}",
    },
    async (asked, { param }) => {
      const id = sourceId.parse(param("id"));
      const read = await sourceReading(collectDeps(holding, asked), { id });
      return { items: await waitingAnswers({ db: asked.vault.engine.db }, read) };
    },
  );
}
