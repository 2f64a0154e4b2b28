// Makes a submission: the document to send, in DOCX and PDF.
// Invariant: nothing is made while something is missing or blocked; that it leaves is in the ledger before anyone has it.
import { createHash } from "node:crypto";
import { type Actor, requireRight } from "../../access/index.ts";
import { recordId } from "../../model/index.ts";
import { noteCustody } from "../../preserve/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db, Ledger } from "../../store/index.ts";
import { annexesOf } from "./annexes.ts";
import { type Content, contentOf } from "./content.ts";
import {
  isReady,
  planSubmission,
  type SubmissionAsk,
  type SubmissionPlan,
} from "./plan-submission.ts";
import { submissionDocx } from "./submission-docx.ts";
import { submissionHtml } from "./submission-html.ts";

export interface MadeFile {
  /** Carries a number and never a name. */
  readonly name: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

export interface MadeSubmission {
  readonly plan: SubmissionPlan;
  readonly content: Content;
  /** Empty where something stands in the way. */
  readonly files: readonly MadeFile[];
}

type Deps = { readonly db: Db; readonly clock: Clock; readonly ledger: Ledger };

/** What it would say, without making it. Throws AccessError; WeighError `weigh/no-such-record`. */
export async function previewSubmission(
  deps: Pick<Deps, "db" | "clock">,
  actor: Actor,
  ask: SubmissionAsk,
): Promise<Omit<MadeSubmission, "files">> {
  requireRight(actor, "publish");
  const plan = await planSubmission(deps, ask);
  return { plan, content: contentOf(plan, await annexesOf(deps.db, plan)) };
}

/** Throws AccessError; WeighError `weigh/no-such-record`; what the ledger throws. */
export async function writeSubmission(
  deps: Deps,
  actor: Actor,
  ask: SubmissionAsk,
  formats: readonly ("docx" | "pdf")[],
): Promise<MadeSubmission> {
  const { plan, content } = await previewSubmission(deps, actor, ask);
  if (!isReady(plan)) return { plan, content, files: [] };
  const files: MadeFile[] = [];
  for (const format of formats) {
    const bytes = format === "docx" ? await submissionDocx(content) : await pdfOf(content);
    const hash = createHash("sha256").update(bytes).digest("hex");
    files.push({ name: `${ask.route.code}-${plan.number}-${plan.version}.${format}`, hash, bytes });
  }
  const record = recordId.parse(plan.person);
  await noteCustody(
    deps,
    actor,
    ...files.map(({ name, hash }) => ({
      action: "exported" as const,
      record,
      to: `${ask.route.code}, ${ask.audience}`,
      reason: `${name}, SHA-256 ${hash}`,
    })),
  );
  return { plan, content, files };
}

async function pdfOf(content: Content): Promise<Uint8Array> {
  const { reportPdf } = await import("../dossier/report-pdf.ts");
  return reportPdf(submissionHtml(content));
}
