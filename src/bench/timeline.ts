// `guwah bench timeline`: how long a long story takes to draw, in a real Chromium. Everyone in it is invented.
// Invariant: the page is the app's own drawing in its production build; nothing is measured without React or styles.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Bench } from "./bench.ts";
import { percentile, rounded } from "./measure.ts";

const fullSize = 500;
const warmUps = 3;
const rounds = 15;
const web = join(import.meta.dirname, "..", "web");

interface Times {
  readonly draw: number;
  readonly paint: number;
  readonly drawn: number;
}

/** Milliseconds from a story of `size` episodes to its drawing, laid out and painted; the first time and later ones. */
export const benchTimeline: Bench = async ({ size = fullSize, progress }) => {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  const browser = await openChromium();
  try {
    const { script, style } = await buildPage(folder);
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.setContent("<!doctype html><title>bench</title><body></body>");
    await page.addStyleTag({ content: style });
    await page.addScriptTag({ content: script });
    const times: Times[] = [];
    for (let i = 0; i < warmUps + rounds; i++) {
      progress(i, warmUps + rounds, "drawings");
      times.push(
        (await page.evaluate(
          (n) => (window as unknown as { drawTimeline: (n: number) => unknown }).drawTimeline(n),
          size,
        )) as Times,
      );
    }
    const warm = times.slice(warmUps);
    return {
      episodes: size,
      firstDrawMs: rounded(times[0]?.draw ?? 0),
      drawMsMedian: percentile(
        warm.map(({ draw }) => draw),
        50,
      ),
      drawMsP95: percentile(
        warm.map(({ draw }) => draw),
        95,
      ),
      paintMsMedian: percentile(
        warm.map(({ paint }) => paint),
        50,
      ),
      paintMsP95: percentile(
        warm.map(({ paint }) => paint),
        95,
      ),
      eventsInPage: warm[0]?.drawn ?? 0,
      browser: browser.version(),
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
};

async function openChromium(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const executablePath = process.env["GUWAH_BROWSER"] ?? "/usr/bin/chromium";
  // Chromium's sandbox refuses root; the page is our own and reaches nothing.
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return chromium.launch({ executablePath, args });
}

/** The drawing as one script and one style. Vite is there wherever the program was built from its source. */
async function buildPage(folder: string): Promise<{ script: string; style: string }> {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: web,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: folder,
      emptyOutDir: true,
      lib: { entry: join(web, "testing", "timeline-page.tsx"), formats: ["iife"], name: "bench" },
    },
  });
  const files = await readdir(folder);
  const all = async (end: string): Promise<string> =>
    (
      await Promise.all(
        files
          .filter((file) => file.endsWith(end))
          .map((file) => readFile(join(folder, file), "utf8")),
      )
    ).join("\n");
  return { script: await all(".js"), style: await all(".css") };
}
