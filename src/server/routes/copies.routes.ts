// Where the copies of a release went, withdrawing it, and what their receivers answered.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { answerCopy } from "../../act/index.ts";
import { bodies } from "../../model/index.ts";
import {
  copiesOf,
  releaseAudiences,
  type ReleaseCopy,
  withdrawRelease,
} from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import { ServerError } from "../errors.ts";
import type { Holding } from "../holding.ts";

const spec = { tag: "releases", leaves: true } as const;

export interface ReleaseCopies {
  readonly items: readonly ReleaseCopy[];
}

export function copyRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/releases/copies",
      summary: "Where copies of a release went, and of earlier ones that hold some of its people",
      answers: "ReleaseCopies",
    },
    async ({ vault, actor }, { query }): Promise<ReleaseCopies> => {
      requireRight(actor, "read");
      const asking = z.object({
        number: z.coerce.number().int().min(1),
        audience: z.enum(releaseAudiences),
      });
      const which = asking.parse({ number: query("number"), audience: query("audience") });
      const items = await copiesOf(vault.engine.db, which);
      if (items === null)
        throw new ServerError("no-such-address", "There is no release of this number.");
      return { items };
    },
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/releases/withdraw",
      summary:
        "Say that a release should no longer be shown by anybody; tells where its copies went",
      answers: "ReleaseCopies",
      body: z.strictObject({
        number: z.int().min(1),
        audience: z.enum(releaseAudiences),
        reason: z.string().max(4_000),
      }),
    },
    async ({ vault, actor }, { body }): Promise<ReleaseCopies> => ({
      items: await withdrawRelease({ ledger: vault.ledger, db: vault.engine.db }, actor, body),
    }),
  );
  addRoute(
    app,
    holding,
    {
      tag: "releases",
      method: "post",
      path: "/api/copies/answer",
      summary: "Write down what became of a copy that is out: its receiver was asked, or answered",
      answers: "{}",
      body: bodies["copy.answered"],
    },
    async ({ vault, actor }, { body }) => {
      await answerCopy({ ledger: vault.ledger, db: vault.engine.db }, actor, body);
      return {};
    },
  );
}
