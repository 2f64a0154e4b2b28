// `guwah bench publish`: how long a public site takes to write, to write again after one change, and to answer a search.
// Invariant: the files are those of `guwah publish`, of invented people, each searched for what stays; the search is asked in a real Chromium, from disk, with the network cut.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench } from "./bench.ts";
import { percentile, rounded, watchMemory } from "./measure.ts";
import { timeModels } from "./models.ts";
import { loadSite, type Release, type Searched } from "../publish/index.ts";

const fullSize = 10_000;
/** People the search goes through for each page that is written. */
const searchedPerPage = 10;
const asked = 12;

interface Asked {
  readonly ms: number;
  readonly bytes: number;
  readonly rank: number;
}

/** Words that stay for each page that is written. */
const withheldPerPage = 2;

/** Seconds for `size` pages and for one change among them; milliseconds and bytes of searches over ten times as many people. */
export const benchPublish: Bench = async ({ size = fullSize, progress }) => {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  try {
    const { buildSearch, inventNames, inventRelease, writeSite } = await loadSite();
    const models = timeModels();
    const memory = watchMemory("invent");
    const written = await writeTwice(join(folder, "site"), size, (step, phase, words) => {
      progress(step, 4, words);
      memory.phase(phase);
    });
    progress(3, 4, "making the search");
    memory.phase("search");
    const many = inventNames(size * searchedPerPage);
    const few = inventRelease(1);
    const search = await timed(() => writeSite(join(folder, "search"), buildSearch(few, many)));
    const peaks = memory.stop();
    const answers = await askInChromium(join(folder, "search"), many);
    return {
      pages: size,
      ...written,
      peakMegabytes: peaks,
      searchedPeople: many.length,
      searchFiles: search.result.files,
      searchMegabytes: rounded(search.result.bytes / 1e6),
      searchBuildSeconds: search.seconds,
      ...answers,
      ...models,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A release into a folder, and one that differs by one person into the same. */
async function writeTwice(
  to: string,
  size: number,
  next: (step: number, phase: string, words: string) => void,
) {
  const { inventRelease, inventWithheld } = await loadSite();
  const release = inventRelease(size);
  const withheld = inventWithheld(size * withheldPerPage);
  next(1, "build", "writing the site");
  const first = await timed(() => searchedAndWritten(to, release, withheld));
  next(2, "rebuild", "writing it again after one change");
  const again = await timed(() => searchedAndWritten(to, withOneChange(release), withheld));
  return {
    files: first.result.files,
    megabytes: rounded(first.result.bytes / 1e6),
    withheldWords: withheld.length,
    buildSeconds: first.seconds,
    buildCpuSeconds: first.cpuSeconds,
    rebuildSeconds: again.seconds,
    rebuildCpuSeconds: again.cpuSeconds,
    rebuiltFiles: again.result.written,
  };
}

async function searchedAndWritten(to: string, release: Release, withheld: readonly string[]) {
  const { allFiles, buildSite, searchAside, writeSite } = await loadSite();
  const search = searchAside(withheld);
  try {
    return await writeSite(to, allFiles(release, buildSite), {
      check: (file) => search.look(file),
      checked: () => search.done(),
    });
  } finally {
    await search.end();
  }
}

async function timed<T>(work: () => Promise<T>) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    result,
    seconds: rounded((performance.now() - start) / 1000),
    cpuSeconds: rounded((user + system) / 1e6),
  };
}

function withOneChange(release: Release): Release {
  const at = Math.floor(release.people.length / 2);
  return {
    ...release,
    people: release.people.map((person, i) =>
      i === at ? { ...person, status: "Released, it is said.", changed: "2026-11-02" } : person,
    ),
  };
}

/** Asks for people of each script by their own name and by one with a slip; a fresh page each time, so that nothing is loaded yet. */
async function askInChromium(folder: string, people: readonly Searched[]) {
  const { chromium } = await import("playwright-core");
  const executablePath = process.env["GUWAH_BROWSER"] ?? "/usr/bin/chromium";
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const address = pathToFileURL(join(folder, "index.html")).href;
    const cold: Asked[] = [];
    const warm: number[] = [];
    for (const { name, file } of queries(people)) {
      await page.goto(address);
      const one = await page.evaluate(askOnPage, { name, file });
      const sizes = ["../search.js", ...one.cold.loaded].map(
        async (path) => (await stat(join(folder, "search", path))).size,
      );
      const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
      cold.push({ ms: one.cold.ms, rank: one.cold.rank, bytes });
      warm.push(one.warmMs);
    }
    const of = (pick: (one: Asked) => number, share: number): number =>
      percentile(cold.map(pick), share);
    return {
      searches: cold.length,
      searchMsMedian: of(({ ms }) => ms, 50),
      searchMsMost: of(({ ms }) => ms, 100),
      searchAgainMsMedian: percentile(warm, 50),
      searchKilobytesMedian: rounded(of(({ bytes }) => bytes, 50) / 1000),
      searchKilobytesMost: rounded(of(({ bytes }) => bytes, 100) / 1000),
      foundFirst: cold.filter(({ rank }) => rank === 0).length,
      foundAmongTwenty: cold.filter(({ rank }) => rank >= 0).length,
      browser: browser.version(),
    };
  } finally {
    await browser.close();
  }
}

/** Runs in the page: one search with nothing loaded, and the same again. */
async function askOnPage({ name, file }: { name: string; file: string }) {
  const page = globalThis as unknown as {
    guwahSearch: (text: string) => Promise<{ found: { entry: readonly string[] }[] }>;
  };
  performance.setResourceTimingBufferSize(1000);
  const start = performance.now();
  const { found } = await page.guwahSearch(name);
  const ms = performance.now() - start;
  const later = performance.now();
  await page.guwahSearch(name);
  const warmMs = performance.now() - later;
  const loaded = (window as unknown as { guwahLoaded: () => string[] }).guwahLoaded();
  return {
    cold: { ms, loaded, rank: found.findIndex(({ entry }) => entry[0] === file) },
    warmMs,
  };
}

function queries(people: readonly Searched[]): { name: string; file: string }[] {
  const named = people.filter(({ level }) => level === "name");
  return Array.from({ length: asked }, (_, i) => {
    const person = named[Math.floor((i + 0.5) * (named.length / asked))] as Searched;
    const name = person.names[i % person.names.length]?.text ?? "";
    // Every second one with a letter left out.
    const letters = [...name];
    const slip = i % 2 === 0 ? name : [...letters.slice(0, 4), ...letters.slice(5)].join("");
    return { name: slip, file: person.number.toLowerCase() };
  });
}
