// Deciding: suggestions, statements, claims, pins, taking back.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { openSealed } from "../../access/index.ts";
import { sourceReading } from "../../collect/index.ts";
import {
  claimId,
  passage,
  recordId,
  reviewState,
  sourceId,
  stance,
  type Value,
} from "../../model/index.ts";
import {
  acceptStatement,
  addClaims,
  addRecord,
  addStatement,
  claimPassage,
  gradeClaim,
  knownClaim,
  type NewClaim,
  pinClaim,
  recordFile,
  recordItem,
  rejectSuggestion,
  reopenSuggestion,
  replaceClaim,
  reviewClaim,
  statementViews,
  WeighError,
  withdraw,
} from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { collectDeps, weighDeps } from "../step-deps.ts";

const line = z.string().max(2_000);
const code = z.string().min(1).max(60);
const newClaim = z.strictObject({
  property: code,
  value: z.unknown().optional(),
  words: z.string().max(20_000).optional(),
  passage: passage.optional(),
  statement: recordId.optional(),
  knows: code.optional(),
  said: z.string().max(80).optional(),
  suggestion: line.optional(),
});
const statementEdit = {
  content: z.string().max(20_000).optional(),
  speaker: line.optional(),
  speakerRecord: recordId.optional(),
  stance: stance.optional(),
  mode: z.enum(["direct", "mixed", "paraphrase"]).optional(),
  addressee: line.optional(),
  said: z.string().max(80).optional(),
  targets: z
    .array(z.strictObject({ record: recordId, property: code.optional() }))
    .max(500)
    .optional(),
  answers: z.array(recordId).max(500).optional(),
};
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

export function reviewRoutes(app: OpenAPIHono, holding: Holding): void {
  const spec = { tag: "review", method: "post" } as const;
  const deps = (asked: Asked) => weighDeps(holding, asked);
  const claimView = async (asked: Asked, id: string) => {
    const { record } = await knownClaim({ db: asked.vault.engine.db }, id);
    const file = await recordFile({ db: asked.vault.engine.db, clock: holding.deps.clock }, record);
    const all = [...file.properties, ...file.related.flatMap((r) => r.properties)].flatMap(
      (p) => p.claims,
    );
    return all.find((c) => c.id === id) ?? { id, record, review: "rejected" };
  };

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
        const { id, seq } = await acceptStatement(deps(asked), asked.actor, source, found, as);
        return { became: id, seq };
      }
      if (as.kind === "record") {
        const claims: NewClaim[] = (as.claims ?? []).map((claim, i) =>
          i === 0 ? { ...claim, suggestion } : claim,
        );
        const { id, seq } = await addRecord(
          deps(asked),
          asked.actor,
          { schema: as.schema, source, label: as.label, claims },
          asked.seal,
        );
        return { became: id, seq };
      }
      const { kind: _kind, record, ...claim } = as;
      const [id] = await addClaims(
        deps(asked),
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
    async (asked, { body }) => rejectSuggestion(deps(asked), asked.actor, body),
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
    async (asked, { body }) => reopenSuggestion(deps(asked), asked.actor, body),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/records",
      summary: "Open a record with its first claims",
      answers: "RecordItem",
      body: z.strictObject({
        schema: code,
        source: sourceId,
        label: z.string().min(1).max(1_000),
        claims: z.array(newClaim).max(200),
      }),
    },
    async (asked, { body }) => {
      const { id } = await addRecord(deps(asked), asked.actor, body, asked.seal);
      return recordItem(asked.vault.engine.db, id);
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/claims",
      summary: "Add a claim to a record",
      answers: "ClaimView",
      body: z.strictObject({ record: recordId, source: sourceId, ...newClaim.shape }),
    },
    async (asked, { body }) => {
      const { record, source, ...claim } = body;
      const [id] = await addClaims(
        deps(asked),
        asked.actor,
        { record, source, claims: [claim] },
        asked.seal,
      );
      return claimView(asked, id as string);
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/claims/:id/replace",
      summary: "Correct what was entered",
      answers: "ClaimView",
      body: z.strictObject({
        value: z.unknown().optional(),
        words: z.string().max(20_000).optional(),
      }),
    },
    async (asked, { body, param }) => {
      const id = await replaceClaim(
        deps(asked),
        asked.actor,
        { ...body, claim: claimId.parse(param("id")) },
        asked.seal,
      );
      return claimView(asked, id);
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/claims/:id/review",
      summary: "Accept, reject or reopen a claim",
      answers: "ClaimView",
      body: z.strictObject({
        state: reviewState,
        reason: line.optional(),
        expect: z.int().nullable().optional(),
      }),
    },
    async (asked, { body, param }) => {
      const claim = claimId.parse(param("id"));
      await reviewClaim(deps(asked), asked.actor, { claim, ...body });
      return claimView(asked, claim);
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/claims/:id/grade",
      summary: "Grade a claim's content",
      answers: "ClaimView",
      body: z.strictObject({ grade: z.int().min(1).max(6), reason: line }),
    },
    async (asked, { body, param }) => {
      const claim = claimId.parse(param("id"));
      await gradeClaim(deps(asked), asked.actor, { claim, ...body });
      return claimView(asked, claim);
    },
  );

  addRoute(
    app,
    holding,
    {
      tag: "review",
      method: "get",
      path: "/api/claims/:id/passage",
      summary: "The words behind a claim, with what stands around them",
      answers: "PassageView",
    },
    async (asked, { param }) => claimPassage(deps(asked), claimId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/claims/:id/open-sealed",
      summary: "Read a sealed value",
      answers: "{text}",
    },
    async (asked, { param }) => {
      const claim = await knownClaim({ db: asked.vault.engine.db }, claimId.parse(param("id")));
      const value = JSON.parse(claim.value) as Value;
      if (value.kind !== "sealed")
        throw new WeighError("weigh/not-sealed", "This value is not sealed; the file shows it.");
      return { text: openSealed(value, asked.sealed, asked.actor) };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/pins",
      summary: "Make a claim the headline, or let the rule decide again",
      answers: "{}",
      body: z.strictObject({
        record: recordId,
        property: code,
        claim: claimId.nullable(),
        reason: line,
      }),
    },
    async (asked, { body }) => {
      await pinClaim(deps(asked), asked.actor, body);
      return {};
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/withdraw",
      summary: "Take back a record, a claim or a statement, or bring it back",
      answers: "{seq}",
      body: z.strictObject({
        target: line,
        subject: line,
        reason: line,
        back: z.boolean().optional(),
      }),
    },
    async (asked, { body }) =>
      withdraw(deps(asked), asked.actor, { ...body, back: body.back ?? false }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/statements",
      summary: "Record a statement from a passage",
      answers: "StatementView",
      body: z.strictObject({
        source: sourceId,
        passage,
        ...statementEdit,
        content: z.string().min(1).max(20_000),
        stance,
      }),
    },
    async (asked, { body }) => {
      const { id } = await addStatement(deps(asked), asked.actor, body);
      return (await statementViews(asked.vault.engine.db, [id]))[0];
    },
  );

  addRoute(
    app,
    holding,
    {
      tag: "review",
      method: "get",
      path: "/api/statements/:id",
      summary: "One statement",
      answers: "StatementView",
    },
    async (asked, { param }) => {
      const [view] = await statementViews(asked.vault.engine.db, [recordId.parse(param("id"))]);
      if (view === undefined)
        throw new WeighError(
          "weigh/no-such-statement",
          "There is no statement with this id in the vault.",
        );
      return view;
    },
  );
}
