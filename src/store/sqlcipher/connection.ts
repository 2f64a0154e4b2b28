// The main thread's side of the SQLCipher worker: asks in order, answers as promises.
// Invariant: when the worker dies every open ask fails; nothing waits for ever.
import { Worker } from "node:worker_threads";
import { StoreError } from "../errors.ts";
import type { Cell } from "../engine.ts";
import { unpackRows } from "./packed-rows.ts";
import type { Answer, Ask } from "./worker.ts";

type AskBody = Ask extends infer A ? (A extends Ask ? Omit<A, "id"> : never) : never;
interface Waiting {
  resolve: (answer: { rows: Record<string, Cell>[]; changes: number }) => void;
  reject: (error: Error) => void;
}

export class SqlcipherConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #dead: Error | null = null;

  constructor() {
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
      name: "sqlcipher",
      stderr: false,
      // Rows pass through and die at once; a large nursery would only be memory nobody uses.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.#worker.on("message", (answer: Answer) => this.#settle(answer));
    this.#worker.on("error", () =>
      this.#fail(new StoreError("engine-lost", "The database thread stopped. Restart Guwah.")),
    );
    this.#worker.on("exit", () =>
      this.#fail(new StoreError("closed", "The vault is closed. Unlock it again.")),
    );
  }

  /** Opens the file with a 32-byte raw key; a wrong key is the coded error `wrong-key`. */
  async open(path: string, key: Uint8Array): Promise<void> {
    const keyHex = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("hex");
    await this.#ask({ op: "open", path, keyHex });
  }

  query(
    sql: string,
    params: readonly Cell[],
  ): Promise<{ rows: Record<string, Cell>[]; changes: number }> {
    return this.#ask({ op: "query", sql, params: params as Cell[] } as AskBody);
  }

  bulk(
    writes: readonly { sql: string; rows: readonly (readonly Cell[])[] }[],
  ): Promise<{ changes: number }> {
    return this.#ask({ op: "bulk", writes } as unknown as AskBody);
  }

  async exec(sql: string): Promise<void> {
    await this.#ask({ op: "exec", sql });
  }

  async close(): Promise<void> {
    if (this.#dead === null) await this.#ask({ op: "close" });
    await this.#worker.terminate();
  }

  #ask(body: AskBody): Promise<{ rows: Record<string, Cell>[]; changes: number }> {
    if (this.#dead !== null) return Promise.reject(this.#dead);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...body });
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (waiting === undefined) return;
    if ("error" in answer) waiting.reject(engineError(answer.error));
    else waiting.resolve({ rows: unpackRows(answer.packed), changes: answer.changes });
  }

  #fail(error: Error): void {
    this.#dead ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** SQLite's message may quote a value, so only its class is passed on. */
function engineError(message: string): StoreError {
  if (/not a database|encrypted/i.test(message))
    return new StoreError("wrong-key", "The key does not open this database.");
  if (/locked|busy/i.test(message))
    return new StoreError("in-use", "Another program has this vault open. Close it first.");
  if (/full/i.test(message))
    return new StoreError("disk-full", "The disk is full. Free some space; nothing was written.");
  if (/append-only/i.test(message))
    return new StoreError("append-only", "Ledger entries are never changed or deleted.");
  if (/UNIQUE|constraint/i.test(message))
    return new StoreError("constraint", "The database refused a row that is already there.");
  return new StoreError(
    "engine",
    `The database refused a statement (${message.split(/[:"']/)[0] ?? "unknown"}).`,
  );
}
