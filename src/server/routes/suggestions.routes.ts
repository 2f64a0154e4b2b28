// Deciding on suggestions: accepting one makes a statement, a record or a claim that carries its id.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { sourceReading } from "../../collect/index.ts";
import { recordId, sourceId } from "../../model/index.ts";
import {
  acceptStatement,
  addClaims,
  addRecord,
  type NewClaim,
  rejectSuggestion,
  reopenSuggestion,
  WeighError,
} from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { collectDeps, weighDeps } from "../step-deps.ts";
import { code, line, newClaim, statementEdit } from "./review-input.ts";

const spec = { tag: "review", method: "post" } as const;
const accepting = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("statement"), ...statementEdit }),
  z.strictObject({
    kind: z.literal("record"),
    schema: code,
    label: z.string().min(1).max(1_000),
    claims: z.array(newClaim).max(100).optional(),
  }),
  z.strictObject({ kind: z.literal("claim"), record: recordId, ...newClaim.shape }),
]);

export function suggestionRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/suggestions/accept",
      summary: "Accept a suggestion as a statement, a record or a claim",
      answers: "{became, seq}",
      body: z.strictObject({ source: sourceId, suggestion: line, as: accepting }),
    },
    async (asked, { body }) => {
      const { as, source, suggestion } = body;
      if (as.kind === "statement") {
        const { reading } = await sourceReading(collectDeps(holding, asked), { id: source });
        const found = reading.statements.find((s) => s.id === suggestion);
        if (found === undefined)
          throw new WeighError(
            "weigh/no-such-suggestion",
            "This suggestion is not there any more. Read the source again.",
          );
        const { id, seq } = await acceptStatement(
          weighDeps(holding, asked),
          asked.actor,
          source,
          found,
          as,
        );
        return { became: id, seq };
      }
      if (as.kind === "record") {
        const claims: NewClaim[] = (as.claims ?? []).map((claim, i) =>
          i === 0 ? { ...claim, suggestion } : claim,
        );
        const { id, seq } = await addRecord(
          weighDeps(holding, asked),
          asked.actor,
          { schema: as.schema, source, label: as.label, claims },
          asked.seal,
        );
        return { became: id, seq };
      }
      const { kind: _kind, record, ...claim } = as;
      const [id] = await addClaims(
        weighDeps(holding, asked),
        asked.actor,
        { record, source, claims: [{ ...claim, suggestion }] },
        asked.seal,
      );
      return { became: id, seq: -1 };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/suggestions/reject",
      summary: "Turn a suggestion down",
      answers: "{seq}",
      body: z.strictObject({ source: sourceId, suggestion: line, reason: line.optional() }),
    },
    async (asked, { body }) => rejectSuggestion(weighDeps(holding, asked), asked.actor, body),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/suggestions/reopen",
      summary: "Take a rejection back",
      answers: "{seq}",
      body: z.strictObject({ source: sourceId, suggestion: line }),
    },
    async (asked, { body }) => reopenSuggestion(weighDeps(holding, asked), asked.actor, body),
  );
}
