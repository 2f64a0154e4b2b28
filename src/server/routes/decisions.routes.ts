// Decisions that need a second member: which kinds, what waits, and its end.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  choices,
  chosenKinds,
  decide,
  listDecisions,
  setSecondPerson,
  takeBack,
  type WaitingDecision,
} from "../../access/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";

const spec = { tag: "decisions" } as const;

export interface DecisionsView {
  /** The kinds of change that need two, and all there are. */
  readonly kinds: readonly string[];
  readonly choices: readonly string[];
  readonly items: readonly WaitingDecision[];
}

export function decisionRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/decisions",
      summary: "What waits for a second member, and which kinds of change do",
      answers: "DecisionsView",
    },
    async (asked) => view(asked),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/decisions/kinds",
      summary: "Choose which kinds of change need two members; taking one away needs two keepers",
      answers: "DecisionsView, waits?",
      body: z.strictObject({ kinds: z.array(z.enum(choices)).max(4) }),
    },
    async (asked, { body }) => {
      const { waits } = await setSecondPerson(deps(asked), asked.actor, body.kinds);
      return { ...(await view(asked)), ...(waits === undefined ? {} : { waits }) };
    },
  );
  endingRoutes(app, holding);
}

function endingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/decisions/:id/confirm",
      summary: "Confirm, as another member, what somebody decided",
      answers: "{seq}",
    },
    async (asked, { param }) =>
      decide(deps(asked), asked.actor, { id: param("id"), confirm: true }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/decisions/:id/refuse",
      summary: "Refuse, as another member, what somebody decided, and say why",
      answers: "{seq}",
      body: z.strictObject({ reason: z.string().trim().min(1).max(4_000) }),
    },
    async (asked, { param, body }) =>
      decide(deps(asked), asked.actor, { id: param("id"), confirm: false, ...body }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/decisions/:id/take-back",
      summary: "Take back what one proposed oneself",
      answers: "{seq}",
    },
    async (asked, { param }) => takeBack(deps(asked), asked.actor, param("id")),
  );
}

function deps({ vault }: Asked) {
  return { ledger: vault.ledger, db: vault.engine.db };
}

async function view(asked: Asked): Promise<DecisionsView> {
  const { db } = asked.vault.engine;
  const { kinds } = await chosenKinds(db);
  return { kinds, choices, items: await listDecisions(db, asked.actor) };
}
