// The thread that searches: it is told the words once, then looks at one file after another.
// Invariant: it answers each file with whether it is silent, or not at all; it never says which word.
import { parentPort, workerData } from "node:worker_threads";
import { ByteSearch, type WrittenFile } from "./search-bytes.ts";

const search = new ByteSearch(workerData as readonly string[]);
parentPort?.on("message", (file: WrittenFile) => {
  parentPort?.postMessage(search.find(file).size === 0);
});
