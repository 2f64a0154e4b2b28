// The annexes of a submission: the kept files behind what it tells.
// Invariant: a neutral name and a hash; only files that pass the gate, in the order in which their sources are first used.
import type { FileHash } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { plannedSource } from "../dossier/candidate-sources.ts";
import { gateSource } from "../gate.ts";
import type { SubmissionPlan } from "./plan-submission.ts";
import { claimsIn, statementsIn } from "./used.ts";

export interface Annex {
  readonly number: number;
  /** As `annex-03.pdf`. */
  readonly file: string;
  readonly hash: FileHash;
  /** Code of `source-kind`. */
  readonly kind: string;
  readonly source: string;
}

export async function annexesOf(db: Db, plan: SubmissionPlan): Promise<Annex[]> {
  const said = statementsIn(plan.fields).flatMap((id) => plan.statements.get(id)?.source ?? []);
  const order = [...new Set([...claimsIn(plan.fields).map(({ source }) => source), ...said])];
  const annexes: Annex[] = [];
  for (const id of order) {
    const source = plan.sources.get(id);
    if (source === undefined || gateSource(source, plan.ask.audience) !== "goes") continue;
    const hash = plannedSource(source, plan.ask.audience).files[0];
    if (hash === undefined || annexes.some((one) => one.hash === hash)) continue;
    const row = await db
      .selectFrom("files")
      .select("mime")
      .where("hash", "=", hash)
      .executeTakeFirst();
    const number = annexes.length + 1;
    const file = `annex-${String(number).padStart(2, "0")}${endings[row?.mime.split(";")[0]?.trim() ?? ""] ?? ".bin"}`;
    annexes.push({ number, file, hash, kind: source.kind, source: id });
  }
  return annexes;
}

const endings: Readonly<Partial<Record<string, string>>> = {
  "text/plain": ".txt",
  "text/html": ".html",
  "text/markdown": ".md",
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "audio/mpeg": ".mp3",
  "video/mp4": ".mp4",
};
