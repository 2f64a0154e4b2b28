// Deciding on suggestions: accepting one makes a statement, a record or a claim that carries its id.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { sourceReading } from "../../collect/index.ts";
import { judgeRecords } from "../../link/index.ts";
import { recordId, sourceId } from "../../model/index.ts";
import {
  acceptableStatement,
  acceptStatement,
  addClaims,
  addRecord,
  type NewClaim,
  recordItem,
  rejectSuggestion,
  reopenSuggestion,
  requireOffered,
  WeighError,
} from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { collectDeps, weighDeps } from "../step-deps.ts";
import { code, line, newClaim, statementEdit } from "./review-input.ts";

const spec = { tag: "review", method: "post" } as const;
/** The new record describes somebody who is on file already: judged the same in one go, with the reason. */
const same = z.strictObject({
  record: recordId,
  reason: z.string().min(1).max(4_000),
  score: z.number().min(0).max(1).optional(),
});
const accepting = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("statement"), ...statementEdit }),
  z.strictObject({
    kind: z.literal("record"),
    schema: code,
    label: z.string().min(1).max(1_000),
    claims: z.array(newClaim).max(100).optional(),
    same: same.optional(),
  }),
  z.strictObject({ kind: z.literal("claim"), record: recordId, ...newClaim.shape }),
]);
const acceptBody = z.strictObject({ source: sourceId, suggestion: line, as: accepting });

export function suggestionRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/suggestions/accept",
      summary: "Accept a suggestion as a statement, a record or a claim",
      answers: "{became, record, schema, seq}",
      body: acceptBody,
    },
    async (asked, { body }) => accept(holding, asked, body),
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

async function accept(
  holding: Holding,
  asked: Asked,
  { source, suggestion, as }: z.infer<typeof acceptBody>,
): Promise<object> {
  const deps = weighDeps(holding, asked);
  const { reading, notOffered } = await sourceReading(collectDeps(holding, asked), { id: source });
  if (as.kind === "statement") {
    const found = acceptableStatement(reading, suggestion, as);
    const { id, seq } = await acceptStatement(deps, asked.actor, source, found, as);
    return { became: id, seq };
  }
  requireOffered(reading, notOffered, suggestion);
  if (as.kind === "record") {
    if (as.same !== undefined) await requireSame(asked, as.schema, as.same.record);
    const claims: NewClaim[] = (as.claims ?? []).map((claim, i) =>
      i === 0 ? { ...claim, suggestion } : claim,
    );
    const { schema, label } = as;
    const made = { schema, source, label, claims };
    const { id, seq } = await addRecord(deps, asked.actor, made, asked.seal);
    if (as.same !== undefined) {
      const { record, reason, score } = as.same;
      const { waits } = await judgeRecords(
        { ledger: asked.vault.ledger, db: asked.vault.engine.db },
        asked.actor,
        {
          left: record,
          right: id,
          verdict: "same",
          reason,
          ...(score === undefined ? {} : { score }),
        },
      );
      if (waits !== undefined) return { became: id, schema, seq, waits };
    }
    return { became: id, schema, seq };
  }
  const { kind: _kind, record, ...claim } = as;
  const claims = [{ ...claim, suggestion }];
  const [id] = await addClaims(deps, asked.actor, { record, source, claims }, asked.seal);
  return { became: id, record, seq: -1 };
}

/** Asked before anything is written: a record without the judgement that belongs to it would be a second file. */
async function requireSame({ actor, vault }: Asked, schema: string, record: string): Promise<void> {
  requireRight(actor, "link");
  const known = await recordItem(vault.engine.db, record);
  if (known?.schema !== schema)
    throw new WeighError(
      "weigh/no-such-record",
      "Expected a record of the same kind that is in the vault. Search for it by name.",
    );
}
