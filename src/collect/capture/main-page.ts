// The page a WACZ is about, looked for in a thread of its own with a cap on time and memory.
// Invariant: a package that cannot be read in time gives no page; it never holds up the program.
import { Worker } from "node:worker_threads";
import { READ_HEAP_MB } from "../limits.ts";
import { PACKAGE_TIME_MS } from "./limits.ts";

export interface MainPage {
  readonly bytes: Buffer;
  readonly mime: string;
}

/** What the thread is given. */
export interface PageAsk {
  readonly bytes: Uint8Array;
  readonly url: string;
}

/** The page at `url` as it was shown, else as it was sent, following redirects; null where there is none. */
export async function mainPage(ask: PageAsk, timeMs = PACKAGE_TIME_MS): Promise<MainPage | null> {
  const worker = new Worker(new URL("./find-page-worker.ts", import.meta.url), {
    name: "package",
    workerData: ask,
    resourceLimits: { maxOldGenerationSizeMb: READ_HEAP_MB },
    // What a library says of a stranger's file is nobody's business.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const found = await new Promise<{ bytes: Uint8Array; mime: string } | null>((resolve) => {
      timer = setTimeout(() => resolve(null), timeMs);
      worker.once("message", resolve);
      worker.once("error", () => resolve(null));
      worker.once("exit", () => resolve(null));
    });
    return found === null ? null : { bytes: Buffer.from(found.bytes), mime: found.mime };
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
