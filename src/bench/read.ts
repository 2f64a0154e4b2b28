// `guwah bench read`: how fast invented articles are read, by language, as bare text and as pages.
// Invariant: one core, no model, no vault; the same steps as `guwah read`; medians of several runs with their spread.
import { readText, textOf } from "../read/index.ts";
import type { Bench } from "./bench.ts";
import { percentile, rounded, watchMemory } from "./measure.ts";
import { articlesIn, corpusLanguages, pagesIn } from "./read-corpus.ts";

/** Articles of each language in one run. */
const fullSize = 200;
const runs = 5;

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

interface Figures {
  readonly articles: number;
  readonly megabytes: number;
  /** Megabytes (10^6 bytes of UTF-8) a second by the clock. */
  readonly mbPerSecond: Spread;
  /** The same by the processor's time, which other programs do not lengthen. */
  readonly mbPerCpuSecond: Spread;
  readonly articlesPerSecond: Spread;
}

/** Reads `size` articles of each language, and as many English pages, several times. */
export const benchRead: Bench = async ({ size = fullSize, progress }) => {
  const memory = watchMemory("read");
  const texts = new Map(corpusLanguages.map((language) => [language, articlesIn(language, size)]));
  const pages = pagesIn("en", size).map((page) => Buffer.from(page));
  const bare = async (all: readonly string[]): Promise<void> => {
    for (const text of all) readText(text);
  };
  const byLanguage: Record<string, Figures> = {};
  for (const [language, all] of texts) {
    progress(0, null, "read");
    byLanguage[language] = await measured(all.length, bytesOf(all), () => bare(all));
  }
  const everything = [...texts.values()].flat();
  const total = await measured(everything.length, bytesOf(everything), () => bare(everything));
  const htmlBytes = pages.reduce((sum, page) => sum + page.length, 0);
  const html = await measured(pages.length, htmlBytes, async () => {
    for (const page of pages) readText(await textOf(page, { mime: "text/html" }));
  });
  const peaks = memory.stop();
  return {
    runs,
    total,
    byLanguage,
    html,
    peakMemoryMb: Math.max(...Object.values(peaks)),
  };
};

async function measured(
  articles: number,
  bytes: number,
  read: () => Promise<void>,
): Promise<Figures> {
  // Once unmeasured: what is measured is the work, not the compiling of the program.
  await read();
  const [wall, cpu]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    const started = performance.now();
    await read();
    wall.push((performance.now() - started) / 1_000);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1_000_000);
  }
  const megabytes = bytes / 1e6;
  return {
    articles,
    megabytes: rounded(megabytes),
    mbPerSecond: rates(megabytes, wall),
    mbPerCpuSecond: rates(megabytes, cpu),
    articlesPerSecond: rates(articles, wall),
  };
}

function rates(amount: number, seconds: readonly number[]): Spread {
  const all = seconds.map((s) => amount / s);
  return {
    median: percentile(all, 50),
    least: rounded(Math.min(...all)),
    most: rounded(Math.max(...all)),
  };
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
