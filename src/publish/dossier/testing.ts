// A dossier of an invented ledger for the tests: eleven entries, two witnesses, a real time-stamping authority by openssl.
// Invariant: everything here is made anew in a temporary folder.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { testAuthority } from "../../preserve/testing.ts";
import {
  commit,
  cosignNote,
  formatCheckpoint,
  formatVerifierKey,
  leafHash,
  rootOf,
  type SignerKey,
  signerKey,
  signNote,
  sshPublicKey,
  sshSign,
} from "../../proof/index.ts";
import { type BagFile, TAG_MANIFEST, writeBag, type WrittenBag } from "./bag.ts";
import { type LedgerProof, proofFiles, type ProvedEntry } from "./proof-files.ts";

const seed = (text: string): Buffer => createHash("sha256").update(text).digest();
export const group = signerKey("dossier", 1, seed("group"));
export const stranger = signerKey("dossier", 1, seed("stranger"));
const log = signerKey("guwah/invented", 1, seed("log"));
const witnesses = ["north", "south"].map((name) => signerKey(name, 4, seed(name)));

export const entries: readonly ProvedEntry[] = Array.from({ length: 11 }, (_, seq) => ({
  seq,
  text: `{"body":{"said":"invented ${seq}"},"v":1}`,
  salt: seed(`salt ${seq}`),
}));
const leaves = entries.map(({ salt, text }) => leafHash(commit(salt, text)));

export const checkpointText = formatCheckpoint({
  origin: log.name,
  size: leaves.length,
  root: rootOf(leaves),
});

/** The proof of the invented ledger; parts of it may be exchanged. */
export function ledgerProof(parts: Partial<LedgerProof> = {}): LedgerProof {
  let note = signNote(checkpointText, [log]);
  for (const witness of witnesses) note = cosignNote(note, witness, 1_790_000_000);
  return {
    note,
    size: leaves.length,
    vkey: formatVerifierKey(log),
    witnesses: witnesses.map(formatVerifierKey),
    witnessesNeeded: 2,
    leaves,
    stamps: [],
    ...parts,
  };
}

const photo = Buffer.from("not really a photo");
const photoHash = createHash("sha256").update(photo).digest("hex");
export const photoPath = `data/files/${photoHash.slice(0, 2)}/${photoHash}.jpg`;
const signedBy = (key: SignerKey) => (message: Uint8Array) =>
  sshSign(key, "guwah-dossier", message);

/** Writes the dossier to `dir`. */
export async function writeInvented(
  dir: string,
  proof = ledgerProof(),
  key = group,
): Promise<WrittenBag> {
  async function* files(): AsyncGenerator<BagFile> {
    yield { path: photoPath, bytes: photo };
    yield { path: "data/report.html", bytes: "<!doctype html><title>Invented</title>" };
    yield* proofFiles(entries.slice(2, 7), proof);
    yield {
      path: "trust/allowed_signers",
      bytes: `guwah namespaces="guwah-dossier" ${sshPublicKey(key)}\n`,
    };
    yield { path: "verify.sh", bytes: readFileSync(script) };
  }
  return writeBag(dir, files(), { "Bag-Software-Agent": "Guwah" }, signedBy(key));
}

const script = new URL("verify.sh", import.meta.url).pathname;

export interface Verdict {
  readonly status: number;
  /** Steps that failed. */
  readonly failed: readonly string[];
  readonly text: string;
}

/** Runs the script of this room, or the one in the bag, on a bag. */
export function verify(dir: string, options: readonly string[] = [], own = false): Verdict {
  const run = spawnSync(
    "bash",
    own ? ["verify.sh", ...options] : [script, "--dossier", dir, ...options],
    {
      cwd: dir,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: dir, TMPDIR: process.env["TMPDIR"] },
    },
  );
  const text = run.stdout + run.stderr;
  return {
    status: run.status ?? -1,
    failed: [...text.matchAll(/^(\w+) +FAILED/gm)].map(([, step]) => step ?? ""),
    text,
  };
}

/** Makes all manifests fit what is there now and signs them anew: what somebody with a signing key can do. */
export function reseal(dir: string, key: SignerKey = group): void {
  const all = filesIn(dir).filter((path) => !path.startsWith(TAG_MANIFEST));
  const payload = all.filter((path) => path.startsWith("data/"));
  writeFileSync(join(dir, "manifest-sha256.txt"), listed(dir, payload));
  const tags = all.filter((path) => !path.startsWith("data/"));
  writeFileSync(join(dir, TAG_MANIFEST), listed(dir, tags));
  writeFileSync(
    join(dir, `${TAG_MANIFEST}.sig`),
    signedBy(key)(readFileSync(join(dir, TAG_MANIFEST))),
  );
}

const listed = (dir: string, paths: readonly string[]): string =>
  paths
    .map(
      (path) =>
        `${createHash("sha256")
          .update(readFileSync(join(dir, path)))
          .digest("hex")}  ${path}\n`,
    )
    .join("");

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => relative(dir, join(dir, name)))
    .sort();
}

/** An authority's token over a text; its certificate may have run out. */
export function stampOn(
  text: string,
  { dir, stamp }: Pick<ReturnType<typeof testAuthority>, "dir" | "stamp">,
): Buffer {
  writeFileSync(join(dir, "text"), text);
  const query = ["ts", "-query", "-data", "text", "-sha256", "-cert", "-out", "text.tsq"];
  execFileSync("openssl", query, { cwd: dir, stdio: "ignore" });
  return stamp(readFileSync(join(dir, "text.tsq")));
}
