// Batches read by several threads at once, answers in the order of the lines.
// Invariant: however many lines there are, only a few groups of them are in memory; a thread that dies ends the whole with
// an error, never with lines left out.
import { Worker } from "node:worker_threads";

/** UTF-16 units of lines handed to a thread at once, and lines at most. */
const GROUP_UNITS = 256 * 1024;
const GROUP_LINES = 500;
/** As much as the vault gives its reading thread. */
const THREAD_HEAP_MB = 512;

type Line = string | null;

/** Reads every line in `threads` threads; empty lines have no answer. Rejects when a thread dies. */
export async function* readInThreads(
  lines: AsyncIterable<Line>,
  threads: number,
): AsyncGenerator<string> {
  const readers = Array.from({ length: threads }, () => new Reader());
  const waiting: Promise<readonly string[]>[] = [];
  try {
    let next = 0;
    for await (const group of groups(lines)) {
      const reader = readers[next++ % threads] as Reader;
      const answers = reader.read(group);
      // Its failure is told when its turn comes; until then it must not count as unheard.
      answers.catch(() => {});
      waiting.push(answers);
      if (waiting.length >= threads * 2) yield* (await waiting.shift()) ?? [];
    }
    for (const answers of waiting) yield* await answers;
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
}

async function* groups(lines: AsyncIterable<Line>): AsyncGenerator<Line[]> {
  let group: Line[] = [];
  let units = 0;
  for await (const line of lines) {
    group.push(line);
    units += line?.length ?? 0;
    if (units < GROUP_UNITS && group.length < GROUP_LINES) continue;
    yield group;
    group = [];
    units = 0;
  }
  if (group.length > 0) yield group;
}

interface Asked {
  readonly resolve: (answers: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

/** One thread; it answers groups in the order they were given. */
class Reader {
  readonly #worker = new Worker(new URL("./batch-worker.ts", import.meta.url), {
    // Without a limit a thread collects its garbage late, and several of them fill the machine.
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB, maxYoungGenerationSizeMb: 16 },
  });
  readonly #asked: Asked[] = [];
  #failure: Error | null = null;

  constructor() {
    this.#worker.on("message", (answers: readonly string[]) =>
      this.#asked.shift()?.resolve(answers),
    );
    this.#worker.on("error", (cause: Error) => this.#fail(cause));
    this.#worker.on("exit", () => this.#fail(new Error("The reading thread ended.")));
  }

  read(group: readonly Line[]): Promise<readonly string[]> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(group);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(cause: Error): void {
    this.#failure ??= cause;
    for (const { reject } of this.#asked.splice(0)) reject(this.#failure);
  }
}
