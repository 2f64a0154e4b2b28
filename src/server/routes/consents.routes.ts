// Consent: to whom a person's file, or what somebody gave, may go; and what went out on it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { openSealed } from "../../access/index.ts";
import {
  dueConsents,
  giveConsent,
  giverOf,
  listConsents,
  showConsents,
  whoMustConsent,
  withdrawConsent,
  wordings,
} from "../../act/index.ts";
import { clusterOf } from "../../link/index.ts";
import { bodies, consentId, recordId, sourceId } from "../../model/index.ts";
import { noteCustody } from "../../preserve/index.ts";
import { liveClaims } from "../../store/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";

const spec = { tag: "consent" } as const;
const about = z.union([recordId, sourceId]);
const code = z.string().min(1).max(60);

export function consentRoutes(app: OpenAPIHono, holding: Holding): void {
  wideRoutes(app, holding);
  readingRoutes(app, holding);
  writingRoutes(app, holding);
}

function actDeps(holding: Holding, { vault }: Asked) {
  const { clock, ids } = holding.deps;
  return { ledger: vault.ledger, db: vault.engine.db, clock, ids };
}

/** Before the addresses with a parameter, which would take these words for an id. */
function wideRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/consents/wordings",
      summary: "The texts that are read out when somebody is asked, the newest version first",
      answers: "{items: Wording[]}",
    },
    async () => ({ items: wordings }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/consents/due",
      summary: "Consents that end within so many days, have ended, or are to be asked again",
      answers: "{items: DueConsent[]}",
    },
    async (asked, { query }) => {
      const days = z.coerce
        .number()
        .int()
        .min(0)
        .max(3_650)
        .parse(query("days") ?? "90");
      return { items: await dueConsents(actDeps(holding, asked), { days }) };
    },
  );
}

function readingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/consents/:about",
      summary:
        "Consents about a person (all records of the file) or a source, withdrawn ones included",
      answers: "{items: ConsentView[]}",
    },
    async (asked, { param }) => {
      const id = about.parse(param("about"));
      const all = id.startsWith("rec_") ? await clusterOf(asked.vault.engine.db, id) : [id];
      return { items: await listConsents(actDeps(holding, asked), all) };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/consents/:about/state",
      summary: "The flags of a person or source, what to settle, and what went out",
      answers: "PersonConsents",
    },
    async (asked, { param }) => showConsents(actDeps(holding, asked), about.parse(param("about"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/consents/needed",
      summary:
        "Who must consent before a person's file may go to an audience, and what is in the way",
      answers: "{needs: ConsentNeed[]}",
      body: z.strictObject({ record: recordId, audience: code }),
    },
    async (asked, { body }) => {
      const deps = actDeps(holding, asked);
      const subjects = await clusterOf(deps.db, body.record);
      const claims = await liveClaims(deps.db, subjects);
      return { needs: await whoMustConsent(deps, body.audience, { subjects, claims }) };
    },
  );
}

function writingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/consents",
      summary: "Write down that somebody consents; their name and contact are sealed",
      answers: "{id, seq, waits?}",
      body: bodies["consent.given"]
        .omit({ id: true, covers: true, giverSealed: true })
        .extend({ giverName: z.string().max(2_000).optional() }),
    },
    async (asked, { body }) =>
      giveConsent(actDeps(holding, asked), asked.actor, present(body), asked.seal),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/consents/:id/withdraw",
      summary: "Write down that a consent no longer holds, or no longer for some audiences",
      answers: "{seq}",
      body: z.strictObject({
        audiences: z.array(code).min(1).max(20).optional(),
        reason: z.string().max(4_000).optional(),
      }),
    },
    async (asked, { body, param }) =>
      withdrawConsent(actDeps(holding, asked), asked.actor, {
        id: consentId.parse(param("id")),
        ...present(body),
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/consents/:id/giver",
      summary: "Read the sealed name and contact of who consented",
      answers: "{text}",
    },
    async (asked, { param }) => {
      const { sealed, about: of } = await giverOf(
        actDeps(holding, asked),
        consentId.parse(param("id")),
      );
      const text = openSealed(sealed, asked.sealed, asked.actor);
      const what = of.startsWith("src_")
        ? { source: sourceId.parse(of) }
        : { record: recordId.parse(of) };
      const noted = { action: "viewed" as const, ...what, reason: "who consented" };
      await noteCustody({ ledger: asked.vault.ledger }, asked.actor, noted);
      return { text };
    },
  );
}
