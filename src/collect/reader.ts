// Reading happens in a thread of its own, with a cap on memory and time, so that a hostile file can neither block nor
// kill the program. Invariant: every ask ends in an answer or a coded error, and a thread that failed is never used again.
import { Worker } from "node:worker_threads";
import type { Cue, Note, Reading, ReadErrorCode, ReceivedKind, Span } from "../read/index.ts";
import { CollectError } from "./errors.ts";
import type { PageLink } from "./page-links.ts";
import type { Shingles } from "./shingles.ts";
import { READ_HEAP_MB, READ_TIME_MS, READER_IDLE_MS } from "./limits.ts";

export interface ReadAsk {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly mime?: string;
  /** The text kept when the file came in; offsets point into it whatever a newer reader makes of the bytes. */
  readonly keptText?: string;
  readonly language?: string;
  readonly published?: string;
  readonly url?: string;
}

/** A file's text and what a reading of it suggests; `reading` is null where there is no text. */
export interface ReadAnswer {
  readonly kind: ReceivedKind;
  readonly mime: string;
  readonly text: string;
  readonly encoding: string;
  readonly pages: readonly Span[];
  readonly cues: readonly Cue[];
  readonly notes: readonly Note[];
  readonly reading: Reading | null;
  /** Links of a page, where their words stand in the text. */
  readonly links: readonly PageLink[];
  /** What nearly the same texts are found by. */
  readonly shingles: Shingles;
}

export type FromWorker =
  | { readonly answer: ReadAnswer }
  | { readonly error: { readonly code: ReadErrorCode | "internal"; readonly message: string } };

export interface Reader {
  /** Throws CollectError: what is wrong with the file, or `reader-time`, `reader-memory`, `reader-failed`. */
  read(ask: ReadAsk): Promise<ReadAnswer>;
  close(): Promise<void>;
}

export interface ReaderLimits {
  readonly timeMs: number;
  readonly heapMb: number;
  readonly idleMs: number;
  /** The thread's program; tests put a misbehaving one here. */
  readonly program: URL;
}

/** A reader with one thread, started at the first ask and stopped when nobody asks for a while. */
export function createReader(limits: Partial<ReaderLimits> = {}): Reader {
  return new ThreadReader({
    timeMs: READ_TIME_MS,
    heapMb: READ_HEAP_MB,
    idleMs: READER_IDLE_MS,
    program: new URL("./read-worker.ts", import.meta.url),
    ...limits,
  });
}

interface Waiting {
  readonly resolve: (said: FromWorker) => void;
  readonly reject: (error: CollectError) => void;
}

class ThreadReader implements Reader {
  readonly #limits: ReaderLimits;
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;
  #idle: NodeJS.Timeout | undefined;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(limits: ReaderLimits) {
    this.#limits = limits;
  }

  read(ask: ReadAsk): Promise<ReadAnswer> {
    const turn = this.#tail.then(() => this.#one(ask));
    this.#tail = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    this.#fail(failed());
    await worker?.terminate();
  }

  async #one(ask: ReadAsk): Promise<ReadAnswer> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const timer = setTimeout(
      () => this.#giveUp(worker, tooSlow(this.#limits.timeMs)),
      this.#limits.timeMs,
    );
    try {
      const said = await new Promise<FromWorker>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        worker.postMessage(ask);
      });
      if ("answer" in said) return said.answer;
      if (said.error.code === "internal") throw failed();
      throw new CollectError(said.error.code, said.error.message);
    } finally {
      clearTimeout(timer);
      this.#waiting = null;
      this.#idle = setTimeout(() => void this.close(), this.#limits.idleMs);
    }
  }

  #start(): Worker {
    const { program, heapMb } = this.#limits;
    const worker = new Worker(program, {
      name: "reader",
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      stdout: true,
      stderr: true,
    });
    worker.on("message", (said: FromWorker) => this.#waiting?.resolve(said));
    worker.on("error", (cause: Error & { code?: string }) =>
      this.#giveUp(
        worker,
        cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooHungry(heapMb) : failed(cause),
      ),
    );
    worker.on("exit", () => this.#giveUp(worker, failed()));
    return worker;
  }

  /** A thread that misbehaved is ended; the next ask gets a new one. */
  #giveUp(worker: Worker, error: CollectError): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#fail(error);
    void worker.terminate();
  }

  #fail(error: CollectError): void {
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}

function tooSlow(timeMs: number): CollectError {
  return new CollectError(
    "reader-time",
    `Expected to read the file within ${timeMs / 1000} seconds; it took longer. Save it in a simpler form.`,
  );
}

function tooHungry(heapMb: number): CollectError {
  return new CollectError(
    "reader-memory",
    `Expected to read the file within ${heapMb} MB of memory; it needs more. Save it in a simpler form.`,
  );
}

function failed(cause?: unknown): CollectError {
  return new CollectError(
    "reader-failed",
    "Expected a file that can be read; reading it failed. Save it in another form.",
    { cause },
  );
}
