// `guwah bench publish`: how long a public site takes to write, to write again after one change, and to answer a search.
// Invariant: the pages are those of `guwah publish`, of invented people; the search is asked in a real Chromium, from disk, with the network cut.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench } from "./bench.ts";
import { percentile, rounded, watchMemory } from "./measure.ts";
import { timeModels } from "./models.ts";
import { loadSite, type Release, type ReleasedPerson } from "../publish/index.ts";

const fullSize = 10_000;
/** People the search goes through for each page that is written. */
const searchedPerPage = 10;
const asked = 12;

interface Asked {
  readonly ms: number;
  readonly bytes: number;
  readonly rank: number;
}

/** Seconds for `size` pages and for one change among them; milliseconds and bytes of searches over ten times as many people. */
export const benchPublish: Bench = async ({ size = fullSize, progress }) => {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  try {
    const { buildSearch, buildSite, inventRelease, writeSite } = await loadSite();
    const models = timeModels();
    const memory = watchMemory("invent");
    const release = inventRelease(size);
    progress(1, 4, "writing the site");
    memory.phase("build");
    const first = await timed(() => writeSite(join(folder, "site"), buildSite(release)));
    progress(2, 4, "writing it again after one change");
    memory.phase("rebuild");
    const changed = withOneChange(release);
    const again = await timed(() => writeSite(join(folder, "site"), buildSite(changed)));
    progress(3, 4, "making the search");
    memory.phase("search");
    const many = inventRelease(size * searchedPerPage);
    const search = await timed(() => writeSite(join(folder, "search"), buildSearch(many)));
    const peaks = memory.stop();
    const answers = await askInChromium(join(folder, "search"), many.people);
    return {
      pages: size,
      files: first.result.files,
      megabytes: rounded(first.result.bytes / 1e6),
      buildSeconds: first.seconds,
      buildCpuSeconds: first.cpuSeconds,
      rebuildSeconds: again.seconds,
      rebuildCpuSeconds: again.cpuSeconds,
      rebuiltFiles: again.result.written,
      peakMegabytes: peaks,
      searchedPeople: many.people.length,
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
async function askInChromium(folder: string, people: readonly ReleasedPerson[]) {
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

function queries(people: readonly ReleasedPerson[]): { name: string; file: string }[] {
  const named = people.filter(({ level }) => level === "name");
  return Array.from({ length: asked }, (_, i) => {
    const person = named[Math.floor((i + 0.5) * (named.length / asked))] as ReleasedPerson;
    const name = person.names[i % person.names.length]?.text ?? "";
    // Every second one with a letter left out.
    const letters = [...name];
    const slip = i % 2 === 0 ? name : [...letters.slice(0, 4), ...letters.slice(5)].join("");
    return { name: slip, file: person.number.toLowerCase() };
  });
}
