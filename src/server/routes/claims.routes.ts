// Claims: adding, correcting, deciding, opening what is sealed.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { openSealed, requireRight } from "../../access/index.ts";
import { tableRows } from "../../collect/index.ts";
import { claimId, recordId, reviewState, sourceId, type Value } from "../../model/index.ts";
import { noteCustody, noteView } from "../../preserve/index.ts";
import {
  addClaims,
  addRecord,
  claimPassage,
  gradeClaim,
  knownClaim,
  type PassageView,
  pinClaim,
  recordFile,
  recordItem,
  replaceClaim,
  reviewClaim,
  WeighError,
  withdraw,
} from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { collectDeps, weighDeps } from "../step-deps.ts";
import { withCurrent } from "../with-current.ts";
import { code, line, newClaim } from "./review-input.ts";

const spec = { tag: "review", method: "post" } as const;

export function claimRoutes(app: OpenAPIHono, holding: Holding): void {
  enteringRoutes(app, holding);
  lookingRoutes(app, holding);
  decidingRoutes(app, holding);
  headlineRoutes(app, holding);
}

function enteringRoutes(app: OpenAPIHono, holding: Holding): void {
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
      const { id } = await addRecord(weighDeps(holding, asked), asked.actor, body, asked.seal);
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
        weighDeps(holding, asked),
        asked.actor,
        { record, source, claims: [claim] },
        asked.seal,
      );
      return claimView(holding, asked, id as string);
    },
  );
}

/** What may show a sealed value. */
function lookingRoutes(app: OpenAPIHono, holding: Holding): void {
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
    async (asked, { param }) => {
      const id = claimId.parse(param("id"));
      const claim = await knownClaim({ db: asked.vault.engine.db }, id);
      // The words around a sealed value would give it away.
      const sealed = (JSON.parse(claim.value) as Value).kind === "sealed";
      if (sealed) requireRight(asked.actor, "open-sealed");
      const view = await claimPassage(weighDeps(holding, asked), id);
      const answer = { ...view, ...(await rowOf(holding, asked, view)) };
      if (sealed) await noteSealedView(asked, claim);
      // The row around it may hold sealed cells, which its reader sees unmasked.
      else if (view.row !== undefined && asked.actor.rights.has("open-sealed"))
        await noteView(
          { ledger: asked.vault.ledger, clock: holding.deps.clock },
          asked.actor,
          sourceId.parse(view.source),
        );
      return answer;
    },
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
      const text = openSealed(value, asked.sealed, asked.actor);
      await noteSealedView(asked, claim);
      return { text };
    },
  );
}

function decidingRoutes(app: OpenAPIHono, holding: Holding): void {
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
        weighDeps(holding, asked),
        asked.actor,
        { ...body, claim: claimId.parse(param("id")) },
        asked.seal,
      );
      return claimView(holding, asked, id);
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
      const { waits } = await withCurrent(
        () => reviewClaim(weighDeps(holding, asked), asked.actor, { claim, ...body }),
        () => claimView(holding, asked, claim),
      );
      const view = await claimView(holding, asked, claim);
      return waits === undefined ? view : { ...(view as object), waits };
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
      body: z.strictObject({
        grade: z.int().min(1).max(6),
        reason: line,
        expect: z.int().nullable().optional(),
      }),
    },
    async (asked, { body, param }) => {
      const claim = claimId.parse(param("id"));
      await gradeClaim(weighDeps(holding, asked), asked.actor, { claim, ...body });
      return claimView(holding, asked, claim);
    },
  );
}

function headlineRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/pins",
      summary: "Make a claim the headline, or let the rule decide again",
      answers: "{waits?}",
      body: z.strictObject({
        record: recordId,
        property: code,
        claim: claimId.nullable(),
        reason: line,
        expect: z.int().nullable().optional(),
      }),
    },
    async (asked, { body }) => {
      const { waits } = await pinClaim(weighDeps(holding, asked), asked.actor, body);
      return waits === undefined ? {} : { waits };
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
      withdraw(weighDeps(holding, asked), asked.actor, { ...body, back: body.back ?? false }),
  );
}

/** Written before it is shown: where the ledger cannot take the entry, nobody sees the value. */
async function noteSealedView(
  { vault, actor }: Asked,
  claim: { readonly id: string; readonly record: string; readonly source: string },
): Promise<void> {
  await noteCustody(vault, actor, {
    action: "viewed",
    claim: claimId.parse(claim.id),
    record: recordId.parse(claim.record),
    source: sourceId.parse(claim.source),
  });
}

/** The whole row of a passage in a table, as text; sealed cells are masked for those who may not open them. */
async function rowOf(holding: Holding, asked: Asked, view: PassageView): Promise<object> {
  if (view.row === undefined) return {};
  const input = { source: view.source, from: view.row, count: 1 };
  const { columns, rows } = await tableRows(collectDeps(holding, asked), input);
  return rows[0] === undefined ? {} : { columns, cells: rows[0] };
}

/** The claim as its file shows it now; one that no longer stands is answered by its id and state alone. */
async function claimView(holding: Holding, asked: Asked, id: string): Promise<unknown> {
  const { db } = asked.vault.engine;
  const { record } = await knownClaim({ db }, id);
  const file = await recordFile({ db, clock: holding.deps.clock }, record);
  const all = [...file.properties, ...file.related.flatMap((r) => r.properties)].flatMap(
    (p) => p.claims,
  );
  return all.find((c) => c.id === id) ?? { id, record, review: "rejected" };
}
