// A dossier of an invented ledger for the tests: eleven entries, two witnesses, a real time-stamping authority by openssl.
// Invariant: everything here is made anew in a temporary folder.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
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

/** A time-stamping authority of one certificate, valid for `seconds` from now on. */
export function authority(dir: string, seconds: number): (data: string) => Uint8Array {
  const run = (...args: readonly string[]): void => {
    execFileSync("openssl", args, { cwd: dir, stdio: "ignore" });
  };
  writeFileSync(join(dir, "ca.cnf"), config);
  writeFileSync(join(dir, "index.txt"), "");
  writeFileSync(join(dir, "serial"), "01\n");
  const asn1 = (at: number): string => new Date(at).toISOString().replace(/[-:T]|\.\d+/g, "");
  run(
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    "root.key",
    "-out",
    "root.pem",
    "-subj",
    "/CN=Invented Root",
    "-days",
    "3650",
  );
  run(
    "req",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    "tsa.key",
    "-out",
    "tsa.csr",
    "-subj",
    "/CN=Invented Clock",
  );
  run(
    "ca",
    "-batch",
    "-config",
    "ca.cnf",
    "-in",
    "tsa.csr",
    "-out",
    "tsa.pem",
    "-notext",
    "-startdate",
    asn1(Date.now() - 60_000),
    "-enddate",
    asn1(Date.now() + seconds * 1000),
  );
  return (data) => {
    writeFileSync(join(dir, "data"), data);
    run("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "query.tsq");
    run("ts", "-reply", "-config", "ca.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr");
    return readFileSync(join(dir, "reply.tsr"));
  };
}

const config = `
[ca]
default_ca = own
[own]
dir = .
database = index.txt
serial = serial
new_certs_dir = .
certificate = root.pem
private_key = root.key
default_md = sha256
policy = any
x509_extensions = tsa_use
[any]
commonName = supplied
[tsa_use]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = clock
[clock]
serial = tsa-serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
`;
