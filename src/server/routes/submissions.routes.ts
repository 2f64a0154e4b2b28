// Submissions to bodies of the United Nations: what each route asks, what stands in its way, making one, and what was sent.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type Language,
  languages,
  listSubmissions,
  markAnswered,
  markSent,
  routeOf,
  routes,
  setSubmitter,
  submitterNow,
  type UnAudience,
  writeWords,
} from "../../act/index.ts";
import { recordOf } from "../../link/index.ts";
import { bodies, recordId, submissionId } from "../../model/index.ts";
import {
  planSubmission,
  previewSubmission,
  type SubmissionPlan,
  writeSubmission,
} from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import { answerOf, cardOf, type MadeAnswer, type SubmissionsOf } from "../submission-views.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";

const spec = { tag: "submissions", leaves: true } as const;

const ask = z.strictObject({
  route: z.string().max(20),
  person: recordId,
  language: z.enum(languages).optional(),
  audience: z.enum(["un-quiet", "un-named"]).optional(),
});

export function submissionRoutes(app: OpenAPIHono, holding: Holding): void {
  pageRoute(app, holding);
  makingRoutes(app, holding);
  writingRoutes(app, holding);
  sentRoutes(app, holding);
}

function pageRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/people/:id/submissions",
      summary: "Every route for a person: open or not, what is missing, what blocks, what was sent",
      answers: "SubmissionsOf",
    },
    async (asked, { param, query }): Promise<SubmissionsOf> => {
      const deps = depsOf(asked, holding);
      const person = await recordOf(deps.db, param("id"));
      const quiet = query("audience") === "un-quiet";
      const plans: SubmissionPlan[] = [];
      for (const route of routes)
        plans.push(
          await planSubmission(deps, {
            route,
            person,
            language: "en",
            audience: quiet && route.audiences.includes("un-quiet") ? "un-quiet" : "un-named",
          }),
        );
      const first = plans[0] as SubmissionPlan;
      return {
        person: first.person,
        number: first.number,
        label: first.label,
        routes: plans.map(cardOf),
        sent: await listSubmissions(deps, person),
        submitter: await submitterNow(deps.db),
      };
    },
  );
}

function makingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/submissions/preview",
      summary: "What a submission would say, field by field in the form's order",
      answers: "MadeAnswer",
      body: ask,
    },
    async (asked, { body }): Promise<MadeAnswer> => {
      const made = await previewSubmission(depsOf(asked, holding), asked.actor, askOf(body));
      return { ...answerOf(made.plan), content: made.content, files: [] };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/submissions",
      summary: "Make a submission as DOCX or PDF; nothing while something is missing or blocked",
      answers: "MadeAnswer",
      body: ask.extend({
        formats: z
          .array(z.enum(["docx", "pdf"]))
          .min(1)
          .max(2)
          .optional(),
      }),
    },
    async (asked, { body: { formats = ["docx" as const], ...body } }): Promise<MadeAnswer> => {
      const deps = depsOf(asked, holding);
      const made = await writeSubmission(deps, asked.actor, askOf(body), formats);
      const files = made.files.map(({ name, hash, bytes }) => ({
        name,
        hash,
        base64: Buffer.from(bytes).toString("base64"),
      }));
      return { ...answerOf(made.plan), files };
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
      path: "/api/submissions/words",
      summary: "Write the group's own words into a field of the forms; null takes them back",
      answers: "{seq}",
      body: bodies["submission.written"],
    },
    async (asked, { body }) => writeWords(depsOf(asked, holding), asked.actor, body),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/submitter",
      summary: "In whose name submissions are made",
      answers: "{seq}",
      body: bodies["submitter.set"],
    },
    async (asked, { body }) => setSubmitter(depsOf(asked, holding), asked.actor, body),
  );
}

function sentRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/submissions/sent",
      summary: "Write down that a submission went out",
      answers: "{id, version}",
      body: bodies["submission.sent"].omit({ id: true, version: true, rests: true }),
    },
    async (asked, { body }) => {
      const deps = depsOf(asked, holding);
      const plans = body.people.map((person) => askOf({ ...body, person }));
      return markSent(deps, asked.actor, present(body), async () => {
        const rests = new Set<string>();
        for (const plan of plans)
          for (const id of (await planSubmission(deps, plan)).rests) rests.add(id);
        return [...rests].slice(0, 2_000);
      });
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/submissions/sent/:id/answer",
      summary: "Tie a statement on file to a submission as its reply",
      answers: "{seq}",
      body: bodies["submission.answered"].omit({ submission: true }),
    },
    async (asked, { body, param }) =>
      markAnswered(depsOf(asked, holding), asked.actor, {
        ...present(body),
        submission: submissionId.parse(param("id")),
      }),
  );
}

function depsOf({ vault }: Asked, { deps: { clock, ids } }: Holding) {
  return { ledger: vault.ledger, db: vault.engine.db, clock, ids };
}

function askOf(body: {
  readonly route: string;
  readonly person: string;
  readonly language?: Language | undefined;
  readonly audience?: UnAudience | undefined;
}) {
  const route = routeOf(body.route);
  const audience = body.audience ?? "un-named";
  if (route === undefined || !route.audiences.includes(audience))
    throw new ServerError(
      "bad-request",
      `Routes are ${routes.map(({ code }) => code).join(", ")}; all but special name the person to the state (un-named).`,
    );
  return { route, person: body.person, language: body.language ?? ("en" as const), audience };
}
