// A thread that reads groups of batch lines. One group in, one group of answers out, in order.
import { parentPort } from "node:worker_threads";
import { readBatch } from "../read/index.ts";

async function* given(lines: readonly (string | null)[]): AsyncGenerator<string | null> {
  yield* lines;
}

parentPort?.on("message", (lines: readonly (string | null)[]) => {
  void (async () => {
    const answers: string[] = [];
    for await (const answer of readBatch(given(lines))) answers.push(answer);
    parentPort?.postMessage(answers);
  })();
});
