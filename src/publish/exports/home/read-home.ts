// A vault made again from an export of everything, where there is none yet.
// Invariant: every line, file and count is checked while it is read; where one is not right, no vault is left behind.
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { TreeFrontier } from "../../../proof/index.ts";
import { noProgress } from "../../../runtime/index.ts";
import {
  type EntryRow,
  type MakeVaultDeps,
  parseVaultFile,
  restoreFrom,
  type RestoreReport,
  type RestoreWalk,
  type SlotSecret,
  StoreError,
  type VaultFile,
} from "../../../store/index.ts";
import type { FileHash } from "../../../model/index.ts";
import { damagedExport, rowOfLine } from "./home-lines.ts";
import { filePattern, homeManifest, type HomeManifest, homeNames } from "./manifest.ts";

/** A manifest or vault.json is far below this. */
const smallBytes = 8 * 1024 * 1024;
/** A line holds one entry, whose body has limits of its own. */
const lineBytes = 64 * 1024 * 1024;
const rowsAtOnce = 1_000;

/** Which vault an export is of, without opening it. Throws PublishError `publish/damaged-export`, StoreError `newer-vault`. */
export async function describeHome(
  dir: string,
): Promise<{ vault: VaultFile; manifest: HomeManifest }> {
  const vaultText = await small(dir, homeNames.vault);
  const manifestText = await small(dir, homeNames.manifest);
  let manifest: HomeManifest;
  try {
    manifest = homeManifest.parse(JSON.parse(manifestText));
  } catch {
    throw damagedExport("manifest.json cannot be read.");
  }
  try {
    return { vault: parseVaultFile(vaultText), manifest };
  } catch (cause) {
    if (cause instanceof StoreError && cause.code === "newer-vault") throw cause;
    throw damagedExport("vault.json cannot be read.");
  }
}

/**
 * Restores an export into the empty folder `deps.home` (and, for `postgres`, an empty schema). Opens with a passphrase or recovery
 * code from the time it was written. Throws as describeHome; PublishError `publish/damaged-export` with the line; StoreError
 * `wrong-secret`, `exists`, `disk-full`.
 */
export async function readHome(
  deps: MakeVaultDeps,
  dir: string,
  secret: SlotSecret,
  engine: VaultFile["engine"] = deps.databaseUrl === null ? "sqlcipher" : "postgres",
): Promise<RestoreReport & { readonly root: string }> {
  const { vault, manifest } = await describeHome(dir);
  const walk: RestoreWalk = async (sink) => {
    const { entries, files, lost, root, state } = manifest;
    await sink.start({ format: 1, at: Date.parse(manifest.written) || 0, entries, files, state });
    const found = await walkLines(dir, manifest, (rows) => sink.entries(rows), deps);
    const kept = await walkFiles(dir, (hash, size, bytes) => sink.file(hash, size, bytes));
    if (kept !== files)
      throw damagedExport(`There are ${kept} files where the manifest has ${files}.`);
    return { entries: found, files, lost, root };
  };
  return { ...(await restoreFrom(deps, { ...vault, engine }, secret, walk)), root: manifest.root };
}

async function walkLines(
  dir: string,
  { entries, root }: HomeManifest,
  take: (rows: readonly EntryRow[]) => Promise<void>,
  { progress = noProgress }: Pick<MakeVaultDeps, "progress">,
): Promise<number> {
  let frontier = TreeFrontier.empty();
  let number = 0;
  let rows: EntryRow[] = [];
  const flush = async (): Promise<void> => {
    frontier = frontier.appendAll(rows.map((row) => row.leaf));
    if (rows.length > 0) await take(rows);
    rows = [];
    progress(number, entries, "restore");
  };
  for await (const line of linesOf(join(dir, homeNames.ledger))) {
    number += 1;
    if (number > entries)
      throw damagedExport(`ledger.jsonl has more than the ${entries} lines of the manifest.`);
    rows.push(rowOfLine(line, number));
    if (rows.length >= rowsAtOnce) await flush();
  }
  await flush();
  if (number !== entries)
    throw damagedExport(`ledger.jsonl has ${number} lines where the manifest has ${entries}.`);
  if (frontier.root().toString("hex") !== root)
    throw damagedExport("The root over all lines is not the one of the manifest.");
  return number;
}

/** Lines without their breaks; the last one has a break too. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    waiting = waiting.length === 0 ? (chunk as Buffer) : Buffer.concat([waiting, chunk as Buffer]);
    let from = 0;
    for (let at = waiting.indexOf(10); at >= 0; at = waiting.indexOf(10, from)) {
      yield waiting.subarray(from, at).toString("utf8");
      from = at + 1;
    }
    waiting = waiting.subarray(from);
    if (waiting.length > lineBytes) throw damagedExport("A line of ledger.jsonl never ends.");
  }
  if (waiting.length > 0) throw damagedExport("The last line of ledger.jsonl is cut off.");
}

async function walkFiles(
  dir: string,
  take: (hash: FileHash, size: number, bytes: AsyncIterable<Buffer>) => Promise<void>,
): Promise<number> {
  const root = join(dir, "files");
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  let files = 0;
  for (const entry of found.filter((one) => !one.isDirectory())) {
    const path = join(entry.parentPath, entry.name);
    const name = `files${path.slice(root.length).replaceAll("\\", "/")}`;
    const hash = filePattern.exec(name)?.[2];
    // A link could lead anywhere on this machine.
    if (hash === undefined || !entry.isFile())
      throw damagedExport("There is something under files/ that is not a kept file.");
    const { size } = await stat(path);
    await take(hash as FileHash, size, checked(path, hash));
    files += 1;
  }
  return files;
}

/** The bytes of a file, with an error instead of an end where they are not those of its name. */
async function* checked(path: string, hash: string): AsyncGenerator<Buffer> {
  const running = createHash("sha256");
  for await (const chunk of createReadStream(path)) {
    running.update(chunk as Buffer);
    yield chunk as Buffer;
  }
  if (running.digest("hex") !== hash) throw damagedExport("A file is not the one its name says.");
}

async function small(dir: string, name: string): Promise<string> {
  const path = join(dir, name);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size > smallBytes)
    throw damagedExport(`There is no ${name} that can be read.`);
  return readFile(path, "utf8");
}
