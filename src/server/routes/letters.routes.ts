// Letters: templates, a letter as it would be, and the letter itself.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { givenFields, makeLetter, planLetter, readTemplates } from "../../act/index.ts";
import { recordId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";
import { code, line } from "./review-input.ts";

const spec = { tag: "letters", leaves: true } as const;
const letter = {
  person: recordId,
  template: code,
  language: z.string().max(16),
  audience: code.optional(),
  given: z.partialRecord(z.enum(givenFields), line),
};

export function letterRoutes(app: OpenAPIHono, holding: Holding): void {
  const deps = ({ vault }: Asked) => {
    const { clock, ids } = holding.deps;
    return { ledger: vault.ledger, db: vault.engine.db, clock, ids };
  };

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/letters/templates",
      summary: "The letters there are, in each language, and whether somebody has read them",
      answers: "{items: TemplateView[]}",
    },
    async () => ({
      items: (await readTemplates()).map(({ lines: _lines, ...shown }) => shown),
    }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/letters/preview",
      summary: "A letter as it would be: filled, with gaps, notes and what consent is in the way",
      answers: "LetterPlan",
      body: z.strictObject(letter),
    },
    async (asked, { body }) => (await planLetter(deps(asked), present(body))).plan,
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/letters",
      summary:
        "Make a letter as a document or as plain text; that it goes out is written down first",
      answers: "the letter",
      body: z.strictObject({ ...letter, format: z.enum(["docx", "txt"]) }),
    },
    async (asked, { body: { format, ...input } }) => {
      const { bytes, number } = await makeLetter(deps(asked), asked.actor, present(input), format);
      const type =
        format === "docx"
          ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          : "text/plain; charset=utf-8";
      return new Response(bytes, {
        headers: {
          "Content-Type": type,
          "Content-Disposition": `attachment; filename="letter-${number}.${format}"`,
        },
      });
    },
  );
}
