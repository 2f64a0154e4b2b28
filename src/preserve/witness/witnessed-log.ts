// What a witness remembers of one log: whose key may sign it, and the last size and root it cosigned.
// Invariant: memory only goes forward. Each state is a new numbered file that must not exist yet, on the disk before anything
// is signed; of two processes that saw the same state only one can write the next.
import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { emptyRoot, parseVerifierKey, type VerifierKey } from "../../proof/index.ts";
import { syncFolder } from "../../store/index.ts";
import { PreserveError } from "../errors.ts";

const shape = z.strictObject({
  origin: z.string().min(1).max(1_000),
  vkey: z.string().max(2_000),
  size: z.int().min(0),
  /** Base64. */
  root: z.string().max(64),
  /** When it was cosigned, seconds since 1970; null: trusted, and nothing seen yet. */
  cosigned: z.int().min(0).nullable(),
});

export interface WitnessedLog {
  readonly origin: string;
  readonly key: VerifierKey;
  readonly vkey: string;
  readonly size: number;
  readonly root: Buffer;
  readonly cosigned: number | null;
  /** Number of the file this was read from. */
  readonly generation: number;
}

/** What is remembered of the log with this origin; null: it was never trusted. Throws PreserveError `witness-damaged`. */
export async function readLog(folder: string, origin: string): Promise<WitnessedLog | null> {
  const found = await readNewest(logFolder(folder, origin));
  // Names are hashes: a file that was moved here speaks of another log and must not be believed.
  if (found !== null && found.origin !== origin) throw damaged();
  return found;
}

/** Every log this witness was told to trust. Throws PreserveError `witness-damaged`. */
export async function readLogs(folder: string): Promise<WitnessedLog[]> {
  const names = await readdir(join(folder, "logs")).catch(() => []);
  const logs: WitnessedLog[] = [];
  for (const name of names.filter((n) => /^[0-9a-f]{64}$/.test(n)).sort()) {
    const log = await readNewest(join(folder, "logs", name));
    if (log !== null) logs.push(log);
  }
  return logs;
}

/** Begins to trust a log. Throws PreserveError `log-trusted` when something is remembered of this origin already. */
export async function beginTrust(folder: string, origin: string, vkey: string): Promise<void> {
  const where = logFolder(folder, origin);
  const first = { origin, vkey, size: 0, root: emptyRoot.toString("base64"), cosigned: null };
  await mkdir(where, { recursive: true, mode: 0o700 });
  if ((await readNewest(where)) !== null || !(await writeState(where, 1, first))) {
    throw new PreserveError(
      "log-trusted",
      "A key is trusted for this origin already. Two keys for one origin would let two histories be told; ask for a checkpoint under a new name.",
    );
  }
  await syncFolder(join(folder, "logs"));
}

/** Remembers a newer state, durably. False when another process has written one since `log` was read. */
export async function advanceLog(
  folder: string,
  log: WitnessedLog,
  to: { readonly size: number; readonly root: Uint8Array; readonly cosigned: number },
): Promise<boolean> {
  const where = logFolder(folder, log.origin);
  const root = Buffer.from(to.root).toString("base64");
  const { origin, vkey, generation } = log;
  const { size, cosigned } = to;
  if (!(await writeState(where, generation + 1, { origin, vkey, size, root, cosigned }))) {
    return false;
  }
  // The one before stays: a reader may be at it. What is older is done with.
  await rm(join(where, fileName(generation - 1)), { force: true });
  return true;
}

function logFolder(folder: string, origin: string): string {
  // A hash, so that no origin, whatever its signs, names a place outside this folder.
  return join(folder, "logs", createHash("sha256").update(origin).digest("hex"));
}

async function readNewest(where: string): Promise<WitnessedLog | null> {
  const generation = await newestIn(where);
  if (generation === 0) return null;
  try {
    const text = await readFile(join(where, fileName(generation)), "utf8");
    const { origin, vkey, size, root, cosigned } = shape.parse(JSON.parse(text));
    const bytes = Buffer.from(root, "base64");
    if (bytes.length !== 32) throw damaged();
    const key = parseVerifierKey(vkey);
    return { origin, key, vkey, size, root: bytes, cosigned, generation };
  } catch (cause) {
    throw damaged(cause);
  }
}

async function newestIn(where: string): Promise<number> {
  const names = await readdir(where).catch((cause: unknown) => {
    if ((cause as { code?: unknown }).code === "ENOENT") return [];
    throw cause;
  });
  return Math.max(
    0,
    ...names.map((name) => Number(/^([1-9][0-9]{0,14})\.json$/.exec(name)?.[1] ?? 0)),
  );
}

/** Writes a state under a number nobody has used. False when somebody has. */
async function writeState(
  where: string,
  generation: number,
  state: z.infer<typeof shape>,
): Promise<boolean> {
  const path = join(where, fileName(generation));
  const temporary = join(where, `${randomBytes(9).toString("hex")}.part`);
  const text = `${JSON.stringify(state)}\n`;
  try {
    await writeFile(temporary, text, { flag: "wx", mode: 0o600, flush: true });
    await link(temporary, path);
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    if (codeOf(cause) !== "EPERM" && codeOf(cause) !== "ENOTSUP") throw cause;
    // A stick without hard links. Cut off half-way, the number stays taken by a file that cannot be read, and the witness
    // stops: it never falls back to an older memory.
    if (!(await createFile(path, text))) return false;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(where);
  return true;
}

async function createFile(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

const fileName = (generation: number): string => `${generation}.json`;

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}

function damaged(cause?: unknown): PreserveError {
  return new PreserveError(
    "witness-damaged",
    "What this witness remembers of a log cannot be read. It signs nothing for that log; do not put back an older copy of its folder.",
    { cause },
  );
}
