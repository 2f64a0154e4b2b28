// A dossier about one person or several, written to a folder a stranger can check without this program.
// Invariant: made of a plan that went through the gate; a checkpoint covers every entry in it; the folder is whole or not there.
import { readFile } from "node:fs/promises";
import { type Actor, requireRight } from "../../access/index.ts";
import { recordId, sourceId } from "../../model/index.ts";
import { coveringCheckpoint, noteCustody, type StampQueue } from "../../preserve/index.ts";
import { sshFingerprint, sshPublicKey, sshSign } from "../../proof/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import type { PublishDeps } from "../deps.ts";
import { PublishError } from "../errors.ts";
import { type DossierAudience, dossierAudiences } from "../gate.ts";
import { type BagFile, writeBag } from "./bag.ts";
import { dossierKey, NAMESPACE } from "./dossier-key.ts";
import { ledgerEntries } from "./ledger-entries.ts";
import type { Held } from "./held-back.ts";
import { type DossierAsk, type DossierPlan, planDossier } from "./plan-dossier.ts";
import { proofFiles } from "./proof-files.ts";
import { recordFiles } from "./record-files.ts";
import { type ReportFacts, reportHtml } from "./report.ts";
import { roCrate } from "./ro-crate.ts";

export interface WriteDossier {
  /** A record of each person; any of theirs. */
  readonly records: readonly string[];
  readonly audience: string;
  /** Copies with parts blacked out that go in the place of a source's file. */
  readonly copies?: DossierAsk["copies"];
  /** A folder that does not exist yet. */
  readonly dir: string;
  /** Asks the authorities where the checkpoint is made now; without it nobody is asked. */
  readonly stamps?: Pick<StampQueue, "deliver">;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface WrittenDossier {
  readonly dir: string;
  /** The numbers of those it is about. */
  readonly numbers: readonly string[];
  /** Whoever else was named, and why nothing of them is in it. */
  readonly leftOut: DossierPlan["leftOut"];
  readonly files: number;
  readonly bytes: number;
  readonly entries: number;
  readonly claims: number;
  readonly sources: number;
  /** What stayed, by what it is and why, of everybody together. */
  readonly heldBack: readonly Held[];
  /** Fingerprint to publish elsewhere. */
  readonly signer: string;
  readonly checkpointSize: number;
  readonly witnessed: boolean;
  /** How many authorities have stamped the checkpoint. */
  readonly stamps: number;
  /** Authorities that are set and have not. */
  readonly unstamped: readonly string[];
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
  { records, audience, copies = [], dir, stamps, progress = noProgress, signal }: WriteDossier,
): Promise<WrittenDossier> {
  requireRight(actor, "publish");
  const plan = await planDossier(deps, { records, audience: audienceOf(audience), copies });
  await noteExport(deps, actor, plan);
  const entries = await ledgerEntries(deps.db, plan);
  const last = Math.max(0, ...entries.map(({ seq }) => seq));
  if (stamps !== undefined) progress(0, null, "stamp");
  const checkpoint = await coveringCheckpoint(deps, actor, last, stamps);
  const key = dossierKey(deps.keys.root);
  const paths = await keptPaths(deps, plan);
  const numbers = plan.people.map(({ file }) => file.number);
  const facts: ReportFacts = {
    day: new Date(deps.clock()).toISOString().slice(0, 10),
    signer: sshFingerprint(key),
    vkey: checkpoint.vkey,
    checkpointSize: checkpoint.size,
    witnessed: checkpoint.witnessesNeeded > 0,
    stamps: checkpoint.stamps.length,
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
    "External-Identifier": numbers.join(" "),
  };
  const bag = await writeBag(dir, files(), info, (message) => sshSign(key, NAMESPACE, message));
  return {
    dir,
    numbers,
    leftOut: plan.leftOut,
    files: bag.files,
    bytes: bag.bytes,
    entries: entries.length,
    claims: plan.claims.size,
    sources: plan.sources.length,
    heldBack: allHeld(plan),
    signer: facts.signer,
    checkpointSize: checkpoint.size,
    witnessed: facts.witnessed,
    stamps: facts.stamps,
    unstamped: checkpoint.unstamped,
    hash: bag.hash,
  };
}

/** Whose file goes to which audience, and with which sources: in the ledger before anything is written. */
async function noteExport(
  deps: PublishDeps,
  actor: Actor,
  { people, sources, audience }: DossierPlan,
): Promise<void> {
  const about = [
    ...people.map(({ file }) => ({ record: recordId.parse(file.id) })),
    ...sources.map(({ id, blackedOut, files: [copy] }) => ({
      source: sourceId.parse(id),
      ...(blackedOut && copy !== undefined ? { file: copy } : {}),
    })),
  ];
  const events = about.map((one) => ({ action: "exported" as const, ...one, to: audience }));
  await noteCustody(deps, actor, ...events);
}

function allHeld({ people, heldBack }: DossierPlan): Held[] {
  const all = new Map<string, Held>();
  for (const held of [...people.flatMap((one) => one.heldBack), ...heldBack]) {
    const key = `${held.what} ${held.reason}`;
    all.set(key, { ...held, count: held.count + (all.get(key)?.count ?? 0) });
  }
  return [...all.values()];
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
