// A dossier about one person, written to a folder a stranger can check without this program.
// Invariant: made of a plan that went through the gate; a checkpoint covers every entry in it; the folder is whole or not there.
import { readFile } from "node:fs/promises";
import { type Actor, requireRight } from "../../access/index.ts";
import { type RecordId, recordId, sourceId } from "../../model/index.ts";
import { coveringCheckpoint, noteCustody } from "../../preserve/index.ts";
import { sshFingerprint, sshPublicKey, sshSign } from "../../proof/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import type { PublishDeps } from "../deps.ts";
import { PublishError } from "../errors.ts";
import { type DossierAudience, dossierAudiences } from "../gate.ts";
import { type BagFile, writeBag } from "./bag.ts";
import { dossierKey, NAMESPACE } from "./dossier-key.ts";
import { ledgerEntries } from "./ledger-entries.ts";
import { type DossierPlan, type Held, planDossier } from "./plan-dossier.ts";
import { proofFiles } from "./proof-files.ts";
import { recordFiles } from "./record-files.ts";
import { type ReportFacts, reportHtml } from "./report.ts";
import { roCrate } from "./ro-crate.ts";

export interface WriteDossier {
  /** A record of the person; any of them. */
  readonly record: string;
  readonly audience: string;
  /** A folder that does not exist yet. */
  readonly dir: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface WrittenDossier {
  readonly dir: string;
  /** The person's number. */
  readonly number: string;
  readonly files: number;
  readonly bytes: number;
  readonly entries: number;
  readonly claims: number;
  readonly sources: number;
  /** What stayed, by what it is and why. */
  readonly heldBack: readonly Held[];
  /** Fingerprint to publish elsewhere. */
  readonly signer: string;
  readonly checkpointSize: number;
  readonly witnessed: boolean;
  /** SHA-256 of the tag manifest, which stands for the whole dossier. */
  readonly hash: string;
}

/** The audience of this name. Throws PublishError `publish/unknown-audience`. */
export function audienceOf(name: string): DossierAudience {
  const known = dossierAudiences.find((audience) => audience === name);
  if (known !== undefined) return known;
  throw new PublishError(
    "publish/unknown-audience",
    `A dossier names the person, so it can be made for: ${dossierAudiences.join(", ")}.`,
  );
}

/** Throws AccessError; WeighError `weigh/no-such-record`; PublishError; what `makeCheckpoint` and the disk throw. */
export async function writeDossier(
  deps: PublishDeps,
  actor: Actor,
  { record, audience, dir, progress = noProgress, signal }: WriteDossier,
): Promise<WrittenDossier> {
  requireRight(actor, "publish");
  const plan = await planDossier(deps, record, audienceOf(audience));
  await noteExport(deps, actor, recordId.parse(record), plan);
  const entries = await ledgerEntries(deps.db, plan);
  const last = Math.max(0, ...entries.map(({ seq }) => seq));
  const checkpoint = await coveringCheckpoint(deps, actor, last);
  const key = dossierKey(deps.keys.root);
  const paths = await keptPaths(deps, plan);
  const facts: ReportFacts = {
    day: new Date(deps.clock()).toISOString().slice(0, 10),
    signer: sshFingerprint(key),
    vkey: checkpoint.vkey,
    checkpointSize: checkpoint.size,
    witnessed: checkpoint.witnessesNeeded > 0,
    paths,
  };
  async function* files(): AsyncGenerator<BagFile> {
    let done = 0;
    for (const [hash, path] of paths) {
      stopIfAborted(signal);
      yield { path, bytes: deps.files.read(hash as Parameters<typeof deps.files.read>[0]) };
      progress(++done, paths.size, "files");
    }
    progress(0, null, "report");
    yield* recordFiles(plan, paths);
    yield* proofFiles(entries, checkpoint);
    const html = reportHtml(plan, facts);
    yield { path: "data/report.html", bytes: html };
    // The library is large, and most days nobody makes a dossier.
    const { reportPdf } = await import("./report-pdf.ts");
    yield { path: "data/report.pdf", bytes: reportPdf(html) };
    yield {
      path: "data/ro-crate-metadata.json",
      bytes: roCrate(plan, { ...facts, program: deps.program }),
    };
    const signers = `guwah namespaces="${NAMESPACE}" ${sshPublicKey(key)}\n`;
    yield { path: "trust/allowed_signers", bytes: signers };
    yield { path: "verify.sh", bytes: await readFile(new URL("verify.sh", import.meta.url)) };
    yield { path: "VERIFY.txt", bytes: await readFile(new URL("VERIFY.txt", import.meta.url)) };
  }
  const info = {
    "Bagging-Date": facts.day,
    "Bag-Software-Agent": deps.program,
    "External-Identifier": plan.file.number,
  };
  const bag = await writeBag(dir, files(), info, (message) => sshSign(key, NAMESPACE, message));
  return {
    dir,
    number: plan.file.number,
    files: bag.files,
    bytes: bag.bytes,
    entries: entries.length,
    claims: plan.claims.size,
    sources: plan.sources.length,
    heldBack: plan.heldBack,
    signer: facts.signer,
    checkpointSize: checkpoint.size,
    witnessed: facts.witnessed,
    hash: bag.hash,
  };
}

/** Whose file goes to which audience, and with which sources: in the ledger before anything is written. */
async function noteExport(
  deps: PublishDeps,
  actor: Actor,
  record: RecordId,
  { sources, audience }: DossierPlan,
): Promise<void> {
  const about = [{ record }, ...sources.map(({ id }) => ({ source: sourceId.parse(id) }))];
  const events = about.map((one) => ({ action: "exported" as const, ...one, to: audience }));
  await noteCustody(deps, actor, ...events);
}

/** Where each kept file goes: by its hash, with an ending that tells what it is. */
async function keptPaths(
  { db }: PublishDeps,
  plan: DossierPlan,
): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set(plan.sources.flatMap(({ files }) => files))];
  const paths = new Map<string, string>();
  for (const hash of hashes) {
    const row = await db
      .selectFrom("files")
      .select("mime")
      .where("hash", "=", hash)
      .executeTakeFirst();
    paths.set(hash, `data/files/${hash.slice(0, 2)}/${hash}${endingOf(row?.mime ?? "")}`);
  }
  return paths;
}

const endings: Readonly<Record<string, string>> = {
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
const endingOf = (mime: string): string => endings[mime.split(";")[0]?.trim() ?? ""] ?? ".bin";
