// Watching and stopping long work.
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Job } from "../../runtime/index.ts";
import { addOpen, tokenOf } from "../define-route.ts";
import { locked } from "../errors.ts";
import type { Holding } from "../holding.ts";
import { signIn } from "./access.routes.ts";

/** Work that begins before anyone is signed in; its result signs the asker in. */
const beforeSignIn: ReadonlySet<string> = new Set(["demo", "restore"]);

export function jobRoutes(app: OpenAPIHono, holding: Holding): void {
  addOpen(
    app,
    holding,
    {
      tag: "jobs",
      method: "get",
      path: "/api/jobs/:id",
      summary: "How far long work has come",
      answers: "JobView",
    },
    async ({ c, param }) => {
      const job = holding.jobs.get(param("id"));
      if (!beforeSignIn.has(job.kind)) await holding.asked(tokenOf(c), true);
      const token = (job.result as { token?: unknown } | null)?.token;
      if (job.kind === "demo" && job.state === "done" && typeof token === "string")
        signIn(c, token);
      return jobView(job);
    },
  );
  addOpen(
    app,
    holding,
    {
      tag: "jobs",
      method: "delete",
      path: "/api/jobs/:id",
      summary: "Stop long work",
      answers: "{stopped}",
    },
    async ({ c, param }) => {
      const job = holding.jobs.get(param("id"));
      if (
        !beforeSignIn.has(job.kind) &&
        (await holding.asked(tokenOf(c)).catch(() => null)) === null
      )
        throw locked();
      return { stopped: holding.jobs.cancel(job.id) };
    },
  );
}

function jobView(job: Job): Record<string, unknown> {
  const { id, kind, state, done, total, step, result, error } = job;
  return {
    id,
    kind,
    state,
    done,
    total,
    step,
    ...(result === null ? {} : { result }),
    ...(error === null ? {} : { error }),
  };
}
