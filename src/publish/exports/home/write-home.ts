// Everything home: the whole ledger and all files, written to a folder that can be read without this program.
// Invariant: custody is in the ledger (and so in the export) before the first byte is written; the folder is whole or not there.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Actor, requireRight } from "../../../access/index.ts";
import type { FileHash } from "../../../model/index.ts";
import { noteCustody } from "../../../preserve/index.ts";
import { canonicalJson, TreeFrontier } from "../../../proof/index.ts";
import { type Clock, noProgress, type Progress, stopIfAborted } from "../../../runtime/index.ts";
import {
  type Db,
  diskError,
  entryPages,
  type FileStore,
  type Ledger,
  readVaultFile,
  StoreError,
  syncFolder,
  vaultFileText,
  wholeDb,
} from "../../../store/index.ts";
import { lineOf } from "./home-lines.ts";
import { filePath, type HomeManifest, homeNames, homeReadme } from "./manifest.ts";

export interface WriteHomeDeps {
  readonly home: string;
  readonly db: Db;
  readonly ledger: Ledger;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly program: string;
}

export interface WrittenHome {
  readonly entries: number;
  readonly files: number;
  readonly lost: number;
  readonly root: string;
}

/** `dir`: a folder that does not exist yet. Needs `keep`. Throws AccessError, StoreError `disk-full`, `not-writable`. */
export async function writeHome(
  deps: WriteHomeDeps,
  actor: Actor,
  {
    dir,
    progress = noProgress,
    signal,
  }: { dir: string; progress?: Progress; signal?: AbortSignal },
): Promise<WrittenHome> {
  requireRight(actor, "keep");
  await noteCustody(deps, actor, { action: "exported", to: "export of everything" });
  const making = `${dir}.${randomBytes(6).toString("hex")}.part`;
  try {
    await mkdir(dirname(dir), { recursive: true });
    await mkdir(making, { mode: 0o700 });
    const written = await new HomeWriter(deps, making, progress, signal).write();
    await rename(making, dir);
    await syncFolder(dirname(dir));
    return written;
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    throw diskError(cause);
  }
}

class HomeWriter {
  readonly #deps: WriteHomeDeps;
  readonly #db: Db;
  readonly #dir: string;
  readonly #progress: Progress;
  readonly #signal: AbortSignal | undefined;
  readonly #sums: string[] = [];

  constructor(deps: WriteHomeDeps, dir: string, progress: Progress, signal?: AbortSignal) {
    this.#deps = deps;
    // All of it: what is closed to some comes home too.
    this.#db = wholeDb(deps.db);
    this.#dir = dir;
    this.#progress = progress;
    this.#signal = signal;
  }

  async write(): Promise<WrittenHome> {
    const state = await this.#db
      .selectFrom("ledger_state")
      .selectAll()
      .where("one", "=", 1)
      .executeTakeFirst();
    const { entries, root } = await this.#ledger(state?.size ?? 0);
    const { files, lost } = await this.#files();
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
    const manifest: HomeManifest = {
      format: "guwah-home/1",
      program: this.#deps.program,
      written: new Date(this.#deps.clock()).toISOString(),
      entries,
      files,
      lost,
      root,
      state:
        state === undefined
          ? null
          : {
              size: state.size,
              frontier: hex(state.frontier),
              root: hex(state.root),
              seal: hex(state.seal),
            },
    };
    await this.#small(homeNames.vault, vaultFileText(await readVaultFile(this.#deps.home)));
    await this.#small(homeNames.manifest, `${canonicalJson(manifest)}\n`);
    await this.#small(homeNames.readme, homeReadme);
    await writeFile(join(this.#dir, homeNames.sums), this.#sums.join(""), { mode: 0o600 });
    return { entries, files, lost, root };
  }

  /** Entries below `size`: what others append meanwhile belongs to the next export. */
  async #ledger(size: number): Promise<{ entries: number; root: string }> {
    let frontier = TreeFrontier.empty();
    let entries = 0;
    const told = (done: number): void => {
      stopIfAborted(this.#signal);
      this.#progress(done, size, "entries");
    };
    const pages = entryPages(this.#db, 0, size);
    async function* lines(): AsyncGenerator<Buffer> {
      for await (const page of pages) {
        frontier = frontier.appendAll(page.map((row) => row.leaf));
        entries += page.length;
        yield Buffer.from(page.map((row) => `${lineOf(row)}\n`).join(""));
        told(entries);
      }
    }
    await this.#stream(homeNames.ledger, lines());
    return { entries, root: frontier.root().toString("hex") };
  }

  async #files(): Promise<{ files: number; lost: number }> {
    const rows = await this.#db.selectFrom("files").select("hash").orderBy("hash").execute();
    let [files, lost] = [0, 0];
    for (const { hash } of rows) {
      stopIfAborted(this.#signal);
      const path = filePath(hash);
      await mkdir(dirname(join(this.#dir, path)), { recursive: true, mode: 0o700 });
      try {
        await this.#stream(path, this.#deps.files.read(hash as FileHash));
        files += 1;
      } catch (cause) {
        if (!(cause instanceof StoreError) || !cause.code.startsWith("file-")) throw cause;
        // Lost in the vault already; the rest is still worth taking home.
        await rm(join(this.#dir, path), { force: true });
        lost += 1;
      }
      this.#progress(files + lost, rows.length, "files");
    }
    return { files, lost };
  }

  async #small(path: string, text: string): Promise<void> {
    await this.#stream(path, [Buffer.from(text)]);
  }

  async #stream(
    path: string,
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    const file = await open(join(this.#dir, path), "wx", 0o600);
    const hash = createHash("sha256");
    try {
      for await (const some of bytes) {
        hash.update(some);
        await file.writeFile(some);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    this.#sums.push(`${hash.digest("hex")}  ${path}\n`);
  }
}
