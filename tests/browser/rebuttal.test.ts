// The rebuttal file on the screen: held up by consent, shown as it would go, made as a PDF. Everyone in it is invented.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault, soon } from "./steps.ts";

describe("the rebuttal file", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let folder: string;
  let person: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-browser-rebuttal-"));
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    person = await denied();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function record(
    schema: string,
    source: string,
    claims: readonly unknown[],
  ): Promise<string> {
    const made = { schema, source, label: schema, claims };
    const { id } = await ask<{ id: string }>(page, "/api/records", made);
    const file = await ask<{
      properties: { claims: { id: string; reviewSeq: number | null }[] }[];
    }>(page, `/api/records/${id}`);
    for (const claim of file.properties.flatMap((property) => property.claims)) {
      const accepted = { state: "accepted", expect: claim.reviewSeq };
      await ask(page, `/api/claims/${claim.id}/review`, accepted);
    }
    return id;
  }
  const source = async (kind: string, title: string, text: string): Promise<string> =>
    (await ask<{ source: string }>(page, "/api/sources/text", { kind, title, text })).source;

  /** Somebody invented who was taken, and an invented embassy that denies it. */
  async function denied(): Promise<string> {
    const article = await source(
      "article",
      "Invented Courier",
      "Aygul Oydan was taken in Ürümqi. Nobody here is real.",
    );
    const id = await record("Person", article, [
      { property: "name", words: "Aygul Oydan" },
      { property: "name", words: "ئايگۈل ئويدان" },
    ]);
    const episode = await record("Episode", article, [
      { property: "person", value: { kind: "ref", record: id } },
      { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "taken" } },
      { property: "from", words: "2018-03-05" },
      { property: "place", words: "Ürümqi" },
    ]);
    const text = "The invented embassy: Aygul Oydan was never taken.";
    const quote = "Aygul Oydan was never taken.";
    const embassy = await source("official-statement", "Invented embassy", text);
    await ask(page, "/api/statements", {
      source: embassy,
      passage: { start: text.indexOf(quote), end: text.length, quote },
      speaker: "Invented embassy",
      content: quote,
      mode: "direct",
      stance: "denies",
      targets: [{ record: episode }],
      answers: [],
    });
    return id;
  }

  async function keepPicture(name: string): Promise<void> {
    const to = process.env["GUWAH_TEST_KEEP"];
    if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
  }
  const paper = () => page.getByRole("article", { name: "As it would go" });

  it("is reached from the person, and shows what no official statement speaks to", async () => {
    await page.goto(`${served.origin}/people/${person}`);
    await page.getByRole("link", { name: "Rebuttal file" }).click();
    await paper().getByText("What no official statement speaks to").waitFor();
    await page.getByText("2 things that no official statement speaks to").waitFor();
    await paper()
      .getByText(/It leaves unanswered: .*From.*Place/)
      .waitFor();
    await paper().getByText("Form for an answer").waitFor();
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await keepPicture("rebuttal-light");
  });

  it("goes to nobody outside without consent", async () => {
    await page.getByLabel("For whom").selectOption("partners");
    await page.getByText("Nobody was asked for this audience.").waitFor();
    expect(await page.getByRole("button", { name: "Make PDF to print" }).count()).toBe(0);
    await ask(page, "/api/consents", {
      about: person,
      audiences: ["partners"],
      giver: "parent",
      mode: "spoken",
    });
    await page.reload();
    await page.getByLabel("For whom").selectOption("partners");
    await paper().getByText("Aygul Oydan was never taken.").first().waitFor();
  });

  it("is made as a PDF whose leaving is written down", async () => {
    const [made] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Make PDF to print" }).click(),
    ]);
    expect(made.suggestedFilename()).toMatch(/^rebuttal-P-[0-9A-Z]+-\d{4}-\d\d-\d\d\.pdf$/);
    const bytes = await readFile(await made.path());
    expect(bytes.subarray(0, 4).toString()).toBe("%PDF");
    const { wentOut } = await ask<{ wentOut: { audience: string }[] }>(
      page,
      `/api/consents/${person}/state`,
    );
    expect(wentOut.map(({ audience }) => audience)).toContain("partners");
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await keepPicture("rebuttal-dark");
    await page.setViewportSize({ width: 390, height: 844 });
    await expect
      .poll(async () => page.evaluate(() => document.documentElement.scrollWidth), soon)
      .toBeLessThanOrEqual(390);
    await keepPicture("rebuttal-phone");
    // axe fetches the style sheet of a page, which is no fault of it.
    expect(watched.faults.filter((fault) => /inline/.test(fault))).toEqual([]);
  });
});
