// The search of many files beside the work of making them: on a second core, the one does not wait for the other.
// Invariant: `done` comes only after every file was found silent; a thread that ends early is as bad as a find.
import { Worker } from "node:worker_threads";
import { PublishError } from "../errors.ts";
import type { ByteSearch, WrittenFile } from "./search-bytes.ts";

export interface Searcher {
  /** Takes a file; may return before it was looked at. Rejects once any file so far says what stays. */
  look(file: WrittenFile): Promise<void> | void;
  /** When every file was looked at. Throws PublishError `publish/says-what-stays`. */
  done(): Promise<void>;
  end(): Promise<void>;
}

const says = (path: string): PublishError =>
  new PublishError(
    "publish/says-what-stays",
    "A file of the release holds words that must stay, so nothing was written. Tell those who keep this program.",
    { details: { file: path } },
  );

/** In this thread, for a small release: a thread of its own would take longer to begin. */
export function searchHere(search: ByteSearch): Searcher {
  return {
    look(file) {
      if (search.find(file).size > 0) throw says(file.path);
    },
    done: () => Promise.resolve(),
    end: () => Promise.resolve(),
  };
}

/** Bytes that may wait to be looked at. */
const mostWaitingBytes = 8 * 1024 * 1024;
/** Texts come and go; without a limit the thread keeps what it no longer needs. */
const heapMegabytes = 256;

/** In a thread of its own. `end` it whatever happens. */
export function searchAside(withheld: readonly string[]): Searcher {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), {
    workerData: withheld,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const waiting: { readonly path: string; readonly size: number }[] = [];
  let waitingBytes = 0;
  let failed: Error | null = null;
  let wake: () => void = () => undefined;
  const fail = (cause: Error): void => {
    failed ??= cause;
    wake();
  };
  worker.on("message", (isSilent: boolean) => {
    const one = waiting.shift();
    waitingBytes -= one?.size ?? 0;
    if (!isSilent || one === undefined) fail(says(one?.path ?? ""));
    wake();
  });
  worker.on("error", (cause) => fail(cause instanceof Error ? cause : new Error("no search")));
  worker.on("exit", () => fail(new Error("The search ended before it was through.")));
  const until = async (isReady: () => boolean): Promise<void> => {
    while (failed === null && !isReady())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    if (failed !== null) throw failed;
  };
  return {
    look({ path, bytes }) {
      waiting.push({ path, size: bytes.byteLength });
      waitingBytes += bytes.byteLength;
      worker.postMessage({ path, bytes });
      return failed === null && waitingBytes < mostWaitingBytes
        ? undefined
        : until(() => waitingBytes < mostWaitingBytes);
    },
    done: () => until(() => waiting.length === 0),
    end: async () => {
      await worker.terminate();
    },
  };
}
