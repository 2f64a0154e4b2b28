// `guwah bench dossier`: a dossier of many large files, through the same doors as real work. Everyone in it is invented.
// Invariant: vault and dossier lie in a temporary folder of their own and are removed.
import { randomFillSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGuwah } from "../app.ts";
import { addFile, type CollectDeps } from "../collect/index.ts";
import { judgeRecords } from "../link/index.ts";
import type { RecordId, SourceId } from "../model/index.ts";
import { preserveDeps } from "../preserve/index.ts";
import { writeDossier } from "../publish/index.ts";
import { systemClock } from "../runtime/index.ts";
import { collectDeps, weighDeps } from "../server/index.ts";
import { addRecord, reviewClaim } from "../weigh/index.ts";
import type { Bench } from "./bench.ts";
import { benchPort, makeBenchVault, quietConfig, rounded, watchMemory } from "./measure.ts";

const fullSize = 100;
const fileBytes = 10_000_000;
const pieceBytes = 256 * 1024;

/** One dossier of `size` files of 10 MB each: seconds, and the memory of the process while it was made. */
export const benchDossier: Bench = async ({ size = fullSize, progress }) => {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  const { app, holding } = await createGuwah({
    config: quietConfig(join(folder, "vault")),
    webFolder: null,
    port: () => benchPort,
  });
  try {
    const asked = await holding.asked(await makeBenchVault(app));
    const collect = collectDeps(holding, asked);
    const weigh = weighDeps(holding, asked);
    const people: RecordId[] = [];
    for (let i = 0; i < size; i++) {
      progress(i, size, "files");
      people.push(await putPerson(collect, weigh, asked.actor, i));
      const [first, last] = [people[0], people.at(-1)];
      if (first === undefined || last === undefined || first === last) continue;
      const judged = { left: first, right: last, verdict: "same" as const, reason: "invented" };
      await judgeRecords(weigh, asked.actor, judged);
    }
    const memory = watchMemory("before");
    memory.phase("dossier");
    const started = performance.now();
    const written = await writeDossier(
      { ...preserveDeps(asked.vault, systemClock), files: asked.vault.files, program: "Guwah" },
      asked.actor,
      {
        records: [people[0] as string],
        audience: "inside",
        dir: join(folder, "dossier"),
        progress,
      },
    );
    const seconds = (performance.now() - started) / 1_000;
    const peaks = memory.stop();
    return {
      files: written.files,
      megabytes: rounded(written.bytes / 1e6),
      seconds: rounded(seconds),
      megabytesPerSecond: rounded(written.bytes / 1e6 / seconds),
      memoryMbBefore: peaks["before"],
      peakMemoryMb: peaks["dossier"],
    };
  } finally {
    await holding.lock();
    holding.sessions.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** A recording of noise with one accepted claim on it, so that it belongs into the dossier. */
async function putPerson(
  collect: CollectDeps,
  weigh: ReturnType<typeof weighDeps>,
  actor: Parameters<typeof addRecord>[1],
  i: number,
): Promise<RecordId> {
  const name = `invented-${i}.mp4`;
  const item = await addFile(collect, { name, bytes: noise(fileBytes) });
  if (item.source === undefined) throw new Error(`the file was not taken in: ${item.error?.code}`);
  const claims = [{ property: "occupation", words: `weaver ${i}` }];
  const source = item.source as SourceId;
  const made = await addRecord(
    weigh,
    actor,
    { schema: "Person", source, label: "Invented Weaver", claims },
    null,
  );
  for (const claim of made.claims) await reviewClaim(weigh, actor, { claim, state: "accepted" });
  return made.id;
}

/** Begins as an MP4 does; the rest is chance, so that nothing could be compressed. */
async function* noise(bytes: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(pieceBytes);
  for (let left = bytes; left > 0; left -= pieceBytes) {
    randomFillSync(piece);
    if (left === bytes) Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2", "latin1").copy(piece);
    yield piece.subarray(0, Math.min(left, pieceBytes));
  }
}
