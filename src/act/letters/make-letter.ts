// Makes a letter of a plan: a document to edit and print, or plain text.
// Invariant: nothing is made while a consent is in the way; that it goes out is in the ledger before anyone has it.
import { type Actor, requireRight } from "../../access/index.ts";
import { draft, recordId, sourceId } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { ActError } from "../errors.ts";
import { type PlanLetter, planLetter } from "./plan-letter.ts";
import type { LetterPart, LetterPlan } from "./views.ts";

export type LetterFormat = "docx" | "txt";

/** Throws AccessError `access/not-allowed`; ActError `act/consent-blocks`; what `planLetter` throws. */
export async function makeLetter(
  deps: ActDeps,
  actor: Actor,
  input: PlanLetter,
  format: LetterFormat,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly number: string }> {
  requireRight(actor, "publish");
  const { plan, person, privateSources } = await planLetter(deps, input);
  if (plan.blocks.length > 0)
    throw new ActError(
      "act/consent-blocks",
      "Somebody's consent does not cover this audience. Ask, and write the answer down.",
      { details: { blocked: plan.blocks.length } },
    );
  const bytes = format === "docx" ? await docxOf(plan) : new TextEncoder().encode(plan.text);
  await deps.ledger.append(actor.member, [
    draft("outreach.sent", person, {
      kind: plan.kind,
      audience: plan.audience,
      to: (input.given.addressee ?? "").trim().slice(0, 2_000),
      people: [recordId.parse(person)],
      sources: privateSources.map((id) => sourceId.parse(id)),
      template: plan.name,
      language: plan.language,
    }),
  ]);
  return { bytes, number: plan.number };
}

async function docxOf(plan: LetterPlan): Promise<Uint8Array<ArrayBuffer>> {
  // The library is large, and most days nobody writes a letter.
  const { Document, Packer, Paragraph, TextRun } = await import("docx");
  const language = { value: plan.language, eastAsia: "zh-CN" };
  const run = (part: LetterPart) => {
    if (part.kind === "gap") return [new TextRun({ text: "[…]", highlight: "yellow" })];
    const text = new TextRun(part.text);
    return part.kind === "value" && part.note !== undefined
      ? [text, new TextRun({ text: ` ${part.note}`, superScript: true })]
      : [text];
  };
  const spacing = { after: 80 };
  const document = new Document({
    creator: "",
    title: plan.title,
    styles: { default: { document: { run: { size: 24, language } } } },
    sections: [
      {
        children: [
          ...plan.lines.map((parts) => new Paragraph({ children: parts.flatMap(run), spacing })),
          ...plan.notes.map(
            ({ n, text }, i) =>
              new Paragraph({
                children: [
                  new TextRun({ text: `${n} `, superScript: true }),
                  new TextRun({ text, size: 20 }),
                ],
                spacing: i === 0 ? { ...spacing, before: 480 } : spacing,
              }),
          ),
        ],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}
