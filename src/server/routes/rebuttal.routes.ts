// The rebuttal file of a person: what it would say, and making it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { recordOf } from "../../link/index.ts";
import { type Held, previewRebuttal, writeRebuttal } from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";

const spec = { tag: "rebuttal", method: "post", leaves: true } as const;

const ask = z.strictObject({ audience: z.string().max(60) });

/** What the screen and the command show of one. */
export interface RebuttalView {
  readonly person: string;
  readonly number: string;
  readonly label: string;
  /** The whole page, without script. */
  readonly html: string;
  readonly origins: number;
  readonly aboutThePerson: number;
  readonly aboutThePolicy: number;
  /** Things the file says happened that no official statement speaks to. */
  readonly unanswered: readonly string[];
  readonly pictures: number;
  readonly changes: number;
  readonly heldBack: readonly Held[];
}

export interface MadeRebuttalView extends RebuttalView {
  readonly file: { readonly name: string; readonly hash: string; readonly base64: string };
}

export function rebuttalRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/people/:id/rebuttal/preview",
      summary: "What a rebuttal file about a person would say to an audience, and what stays",
      answers: "RebuttalView",
      body: ask,
    },
    async (asked, { body, param }): Promise<RebuttalView> => {
      const deps = depsOf(asked, holding);
      const record = await recordOf(deps.db, param("id"));
      return viewOf(await previewRebuttal(deps, asked.actor, { record, ...body }));
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/people/:id/rebuttal",
      summary: "Make a rebuttal file as PDF or HTML; that it leaves is written down",
      answers: "MadeRebuttalView",
      body: ask.extend({ format: z.enum(["pdf", "html"]) }),
    },
    async (asked, { body: { format, audience }, param }): Promise<MadeRebuttalView> => {
      const deps = depsOf(asked, holding);
      const record = await recordOf(deps.db, param("id"));
      const made = await writeRebuttal(deps, asked.actor, { record, audience }, format);
      const { name, hash, bytes } = made.file;
      return {
        ...viewOf(made),
        file: { name, hash, base64: Buffer.from(bytes).toString("base64") },
      };
    },
  );
}

function viewOf({ plan, html }: Awaited<ReturnType<typeof previewRebuttal>>): RebuttalView {
  const { person, existence, official, pictures, changes, heldBack } = plan;
  const { id, number, label, names } = person.file;
  return {
    person: id,
    number,
    // The label of a record comes from its source; without a name that goes there is only the number.
    label: names.length > 0 ? label : number,
    html,
    origins: existence.origins.length,
    aboutThePerson: official.aboutThePerson.length,
    aboutThePolicy: official.aboutThePolicy.length,
    unanswered: official.unanswered.map((item) => item.label),
    pictures: pictures.length,
    changes: changes.length,
    heldBack,
  };
}

function depsOf({ vault }: Asked, { deps: { clock } }: Holding) {
  return { ledger: vault.ledger, db: vault.engine.db, files: vault.files, clock };
}
