// A real server process and a real Chromium for the tests of the screens. Everyone they meet is invented.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../services/find-program.ts";

const root = join(import.meta.dirname, "..", "..");

export interface Served {
  readonly origin: string;
  readonly home: string;
  stop(): Promise<void>;
}

/** Starts `src/main.ts` on a free port with an empty home; `settings` are environment variables. */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-browser-"));
  const home = join(folder, "vault");
  const env = {
    ...process.env,
    GUWAH_HOME: home,
    GUWAH_PORT: "0",
    GUWAH_DATABASE_URL: "",
    GUWAH_PASSPHRASE: "",
    ...settings,
  };
  const child = spawn(process.execPath, [join(root, "src", "main.ts")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await addressOf(child);
  return {
    origin,
    home,
    stop: async () => {
      const fell = child.exitCode ?? child.signalCode;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (fell === null) child.kill("SIGTERM");
      if (fell === null) await ended;
      await rm(folder, { recursive: true, force: true });
      if (fell !== null) throw new Error(`the server ended by itself: ${fell}`);
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once("exit", () => reject(new Error(`the server ended before it was ready: ${said}`)));
  });
}

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("Chromium is missing; npm test says how to install it.");
  const quiet = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  // Chromium's sandbox refuses root; only these tests ever run it so.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...quiet, ...sandbox] });
}

export interface Watched {
  readonly page: Page;
  /** Requests that left the origin, errors of scripts, breaches of the content policy. */
  readonly faults: string[];
}

/** A page whose every request and error is noted. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:") && !url.startsWith("blob:"))
      faults.push(`request to ${url}`);
  });
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text()))
      faults.push(`policy: ${message.text()}`);
  });
  return { page, faults };
}

/** Opens the demonstration from the first page and waits until it is there. */
export async function openDemonstration(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole("button", { name: /Look at the demonstration/ }).click();
  await page.getByRole("heading", { name: "What waits" }).waitFor({ timeout: 90_000 });
}

/** Asks the server as the page would. */
export async function ask<T>(page: Page, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([at, given]) => {
      const headers = { "X-Guwah": "1", "Content-Type": "application/json" };
      const init =
        given === undefined
          ? { headers }
          : { method: "POST", headers, body: JSON.stringify(given) };
      const response = await fetch(at, init);
      return (await response.json()) as never;
    },
    [path, body] as const,
  );
}

/** The addresses of every screen, with ids of things that are in the demonstration. */
export async function screens(page: Page): Promise<Record<string, string>> {
  type Items = { items: { id: string; kind?: string; open?: number | null; language?: string }[] };
  const people = await ask<Items>(page, "/api/people/list", { q: "Darkhan Tileubek" });
  const sources = await ask<Items>(page, "/api/sources/list", { limit: 200 });
  const records = await ask<Items>(page, "/api/records/list", { schema: "Proceeding" });
  const figures = await ask<Items>(page, "/api/figures");
  const questions = await ask<Items>(page, "/api/questions");
  const article = sources.items.find((s) => (s.open ?? 0) > 2 && s.language === "en");
  const uyghur = sources.items.find((s) => s.language === "ug");
  const table = sources.items.find((s) => s.kind === "list");
  const cases = await ask<{ columns: Items[] }>(page, "/api/cases/board", {});
  const [first, second] = (await ask<Items>(page, "/api/people/list", { q: "Darkhan", limit: 2 }))
    .items;
  return {
    home: "/",
    sources: "/sources",
    reader: `/sources/${article?.id}`,
    "reader-uyghur": `/sources/${uyghur?.id}`,
    table: `/sources/${table?.id}`,
    "table-import": `/sources/${table?.id}/table`,
    add: "/add",
    people: "/people",
    person: `/people/${people.items[0]?.id}`,
    dossier: `/people/${people.items[0]?.id}/dossier`,
    submissions: `/people/${people.items[0]?.id}/submissions`,
    record: `/records/${records.items[0]?.id}`,
    figures: "/figures",
    figure: `/figures/${figures.items[0]?.id}`,
    questions: "/questions",
    question: `/questions/${questions.items[0]?.id}`,
    cases: "/cases",
    case: `/cases/${cases.columns.flatMap(({ items }) => items)[0]?.id}`,
    "case-calendar": "/cases/calendar",
    workload: "/cases/workload",
    "same-person": `/same-person?left=${first?.id}&right=${second?.id}`,
    "pairs-that-wait": "/same-person",
    imports: "/batches",
    integrity: "/integrity",
    settings: "/settings",
  };
}
