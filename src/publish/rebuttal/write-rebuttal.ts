// Makes a rebuttal file to print or to send.
// Invariant: it is made of a plan that went through the gate; that it leaves, and with which sources, is in the ledger before anyone has it.
import { createHash } from "node:crypto";
import { type Actor, requireRight } from "../../access/index.ts";
import { recordId, sourceId } from "../../model/index.ts";
import { noteCustody } from "../../preserve/index.ts";
import { audienceOf } from "../dossier/write-dossier.ts";
import type { MadeFile } from "../submission/write-submission.ts";
import { planRebuttal, type RebuttalDeps, type RebuttalPlan } from "./plan-rebuttal.ts";
import { rebuttalHtml } from "./rebuttal-html.ts";

export interface RebuttalAsk {
  /** Any record of the person. */
  readonly record: string;
  readonly audience: string;
}

export interface MadeRebuttal {
  readonly plan: RebuttalPlan;
  readonly html: string;
}

/**
 * What it would say, without making it. Throws AccessError (right `publish`); WeighError `weigh/no-such-record`; PublishError
 * `publish/unknown-audience`, `publish/no-consent`.
 */
export async function previewRebuttal(
  deps: RebuttalDeps,
  actor: Actor,
  { record, audience }: RebuttalAsk,
): Promise<MadeRebuttal> {
  requireRight(actor, "publish");
  const plan = await planRebuttal(deps, actor, { record, audience: audienceOf(audience) });
  return { plan, html: rebuttalHtml(plan) };
}

/** Throws as previewRebuttal; what the ledger throws. */
export async function writeRebuttal(
  deps: RebuttalDeps,
  actor: Actor,
  ask: RebuttalAsk,
  format: "html" | "pdf",
): Promise<MadeRebuttal & { readonly file: MadeFile }> {
  const made = await previewRebuttal(deps, actor, ask);
  const { person, sources, audience, day } = made.plan;
  const bytes = format === "html" ? new TextEncoder().encode(made.html) : await pdfOf(made.html);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const name = `rebuttal-${person.file.number}-${day}.${format}`;
  const left = { action: "exported" as const, to: audience, reason: `${name}, SHA-256 ${hash}` };
  await noteCustody(
    deps,
    actor,
    { ...left, record: recordId.parse(person.file.id) },
    ...sources.map(({ id }) => ({ ...left, source: sourceId.parse(id) })),
  );
  return { ...made, file: { name, hash, bytes } };
}

async function pdfOf(html: string): Promise<Uint8Array> {
  // The library is large, and most days nobody makes one.
  const { reportPdf } = await import("../dossier/report-pdf.ts");
  return reportPdf(html);
}
