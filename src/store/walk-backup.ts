// Reads a backup from its first frame to its last and hands on what is in it.
// Invariant: whatever is handed on was checked so far (order, hashes, sizes), and the walk ends well only when counts and
// root are the ones written at the end.
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { FileHash } from "../model/index.ts";
import { TreeFrontier } from "../proof/index.ts";
import type { Progress } from "../runtime/index.ts";
import { backupDamaged, type Frame, frameTypes, readFrames } from "./backup-format.ts";
import {
  type BackupEnd,
  type BackupStart,
  endShape,
  fileShape,
  readRows,
  startShape,
} from "./backup-rows.ts";
import { StoreError } from "./errors.ts";
import type { EntryRow } from "./tables/rows.ts";

/** What to do with the contents of a backup. A file's bytes may be left unread. */
export interface BackupSink {
  start(start: BackupStart): Promise<void>;
  entries(rows: readonly EntryRow[]): Promise<void>;
  file(hash: FileHash, size: number, bytes: AsyncIterable<Buffer>): Promise<void>;
}

/** Walks a backup. Throws StoreError `backup-damaged`, and whatever the sink throws. */
export async function walkBackup(
  file: FileHandle,
  head: Buffer,
  key: Uint8Array,
  sink: BackupSink,
  progress: Progress,
  step: string,
): Promise<BackupEnd> {
  const frames = readFrames(file, head, key);
  const first = await nextOf(frames, frameTypes.start);
  const start = parsed(() => startShape.parse(jsonOf(first)));
  await sink.start(start);
  let frontier = TreeFrontier.empty();
  let last = -1;
  let entries = 0;
  let files = 0;
  for (;;) {
    const { value: frame, done } = await frames.next();
    if (done === true) throw backupDamaged();
    if (frame.type === frameTypes.end) {
      const end = parsed(() => endShape.parse(jsonOf(frame)));
      const root = frontier.root().toString("hex");
      const right = end.entries === entries && end.files === files && end.root === root;
      // Asking once more lets the reader see that nothing follows.
      if (!right || (await frames.next()).done !== true) throw backupDamaged();
      return end;
    }
    if (frame.type === frameTypes.entries) {
      const rows = parsed(() => readRows(jsonOf(frame)));
      for (const { seq } of rows) {
        if (seq <= last) throw backupDamaged();
        last = seq;
      }
      frontier = frontier.appendAll(rows.map((row) => row.leaf));
      entries += rows.length;
      await sink.entries(rows);
    } else if (frame.type === frameTypes.file) {
      const { hash, size } = parsed(() => fileShape.parse(jsonOf(frame)));
      const bytes = new FileBytes(frames, hash, size);
      await sink.file(hash, size, bytes.read());
      if (await bytes.finish()) files += 1;
    } else {
      throw backupDamaged();
    }
    progress(entries + files, start.entries + start.files, step);
  }
}

/** The bytes of one file between its frames; knows at the end whether they were whole. */
class FileBytes {
  readonly #frames: AsyncGenerator<Frame>;
  readonly #hash: string;
  readonly #size: number;
  readonly #running = createHash("sha256");
  #got = 0;
  #whole: boolean | null = null;

  constructor(frames: AsyncGenerator<Frame>, hash: string, size: number) {
    this.#frames = frames;
    this.#hash = hash;
    this.#size = size;
  }

  async *read(): AsyncGenerator<Buffer> {
    while (this.#whole === null) {
      // Not `for await`: that would close the frames when a sink stops reading.
      const { value: frame, done } = await this.#frames.next();
      if (done === true) throw backupDamaged();
      if (frame.type === frameTypes.fileEnd) {
        this.#end(frame);
        if (this.#whole === true) return;
        // Whoever keeps these bytes must not take the part for the whole.
        throw new StoreError(
          "file-missing",
          "This file was already lost when the backup was made.",
        );
      }
      if (frame.type !== frameTypes.bytes) throw backupDamaged();
      this.#running.update(frame.content);
      this.#got += frame.content.length;
      yield frame.content;
    }
  }

  /** Reads what the sink left; true when the file was whole in the vault. */
  async finish(): Promise<boolean> {
    try {
      for await (const _ of this.read());
    } catch (cause) {
      if (this.#whole !== false) throw cause;
    }
    return this.#whole === true;
  }

  #end(frame: Frame): void {
    const { whole } = jsonOf(frame) as { whole?: unknown };
    this.#whole = whole === true;
    const right = this.#got === this.#size && this.#running.digest("hex") === this.#hash;
    if (this.#whole && !right) throw backupDamaged();
  }
}

async function nextOf(frames: AsyncGenerator<Frame>, type: Frame["type"]): Promise<Frame> {
  const { value, done } = await frames.next();
  if (done === true || value.type !== type) throw backupDamaged();
  return value;
}

function jsonOf(frame: Frame): unknown {
  return parsed(() => JSON.parse(frame.content.toString("utf8")) as unknown);
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw backupDamaged();
  }
}
