// A witness's folder: its key and what it remembers of each log. No vault, no names, nothing of what is witnessed.
// Invariant: the key is made once and never replaced; the folder is its owner's only.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  ProofError,
  type SignerKey,
} from "../../proof/index.ts";
import { replaceFile } from "../../store/index.ts";
import { PreserveError } from "../errors.ts";

export interface WitnessFolder {
  readonly folder: string;
  readonly key: SignerKey;
  /** The verifier key, to be given to those whose ledgers are witnessed. */
  readonly vkey: string;
}

const keyName = "witness.key";

/**
 * Makes a witness: a folder with a key of its own. `name` is shown under each cosignature, such as `partner.example/witness`.
 * Throws PreserveError `witness-exists`, `bad-name`; StoreError `not-writable`, `disk-full`.
 */
export async function initWitness(folder: string, name: string): Promise<WitnessFolder> {
  const path = join(folder, keyName);
  if ((await stat(path).catch(() => null)) !== null) {
    throw new PreserveError(
      "witness-exists",
      "There is a witness in this folder already. Choose another folder; its key must not be replaced.",
    );
  }
  const seed = randomBytes(32);
  const text = keyText(name, seed);
  seed.fill(0);
  await mkdir(join(folder, "logs"), { recursive: true, mode: 0o700 });
  await replaceFile(path, `${text}\n`);
  return openWitness(folder);
}

/** Opens a witness's folder. Throws PreserveError `not-a-witness`, `witness-damaged`. */
export async function openWitness(folder: string): Promise<WitnessFolder> {
  let text: string;
  try {
    text = await readFile(join(folder, keyName), "utf8");
  } catch (cause) {
    throw new PreserveError(
      "not-a-witness",
      "There is no witness in this folder. Make one with `guwah witness init NAME`.",
      { cause },
    );
  }
  try {
    const key = parseSignerKey(text.trim());
    if (key.type !== 4) throw new ProofError("proof/key", "Expected a cosigning key.");
    return { folder, key, vkey: formatVerifierKey(key) };
  } catch (cause) {
    throw new PreserveError(
      "witness-damaged",
      "The witness's key cannot be read. Put back a copy of witness.key, or make a new witness elsewhere.",
      { cause },
    );
  }
}

function keyText(name: string, seed: Uint8Array): string {
  try {
    if (name.length > 60) throw new ProofError("proof/key", "Expected a shorter name.");
    return formatSignerKey(name, 4, seed);
  } catch (cause) {
    throw new PreserveError(
      "bad-name",
      "Expected a name of at most 60 signs without spaces or plus signs, such as partner.example/witness.",
      { cause },
    );
  }
}
