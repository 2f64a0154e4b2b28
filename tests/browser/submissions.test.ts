// A pack for the Working Group on Disappearances on the screen: held up by one element and one consent, made, sent, answered.
// Everyone in it is invented.
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

describe("submissions", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let folder: string;
  let person: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-browser-submissions-"));
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    person = await taken();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const coded = (property: string, vocabulary: string, code: string) => ({
    property,
    value: { kind: "code", vocabulary, code },
  });

  /** Somebody invented who was taken, with everything accepted, and the group's own name set. */
  async function taken(): Promise<string> {
    const article = {
      kind: "article",
      title: "Invented Courier",
      text: "Aygul Oydan was taken in Ürümqi. Nobody here is real.",
    };
    const { source } = await ask<{ source: string }>(page, "/api/sources/text", article);
    const record = async (schema: string, claims: readonly unknown[]): Promise<string> => {
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
    };
    const id = await record("Person", [
      { property: "name", words: "Aygul Oydan" },
      { property: "name", words: "ئايگۈل ئويدان" },
      { property: "citizenship", words: "China" },
    ]);
    const month = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
    await record("Episode", [
      { property: "person", value: { kind: "ref", record: id } },
      coded("kind", "episode-kind", "taken"),
      { property: "from", words: month },
      { property: "place", words: "Ürümqi" },
      coded("holderKind", "holder-kind", "police"),
    ]);
    await ask(page, "/api/submitter", { name: "Invented Group", address: "1 Invented Street" });
    return id;
  }

  const card = () =>
    page.getByRole("region", { name: /Working Group on Enforced or Involuntary Disappearances/ });

  async function keepPicture(name: string): Promise<void> {
    const to = process.env["GUWAH_TEST_KEEP"];
    if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
  }

  it("say what is missing and whose consent is in the way, and are urgent within three months", async () => {
    await page.goto(`${served.origin}/people/${person}/submissions`);
    await card().getByText("Still missing").waitFor();
    expect(await card().getByRole("listitem").allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringContaining("What relatives or others did to find the person"),
        expect.stringContaining("the person’s consent: never asked"),
      ]),
    );
    await card()
      .getByText(/Urgent until/)
      .waitFor();
    // Whether China has joined the convention since the day of the source nobody here knows.
    await page.getByText(/Not known whether China was bound/).waitFor();
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await keepPicture("submissions-blocked");
  });

  it("are made once both are supplied, and the document is carried away", async () => {
    await card().getByRole("button", { name: "Write it" }).click();
    await page.getByLabel(/What relatives or others did/).fill("Her mother asked at a station.");
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(async () => card().getByText("Still missing").count(), soon).toBe(0);
    await ask(page, "/api/consents", {
      about: person,
      audiences: ["un-named"],
      giver: "self",
      mode: "written",
    });
    await page.reload();
    await card().getByText("Nothing is missing and nothing is in the way.").waitFor();
    await card().getByRole("button", { name: "Look and make" }).click();
    const paper = page.getByRole("article", { name: "As it would go" });
    await paper.getByText("Her mother asked at a station.").waitFor();
    await page.getByLabel("Language").selectOption("fr");
    await paper.getByText("Nom en lettres latines").waitFor();
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await keepPicture("submissions-preview");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Make DOCX" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^wgeid-P-[0-9A-Z]+-1\.docx$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });

  it("stay in the list once they are marked as sent, and are marked again when consent is withdrawn", async () => {
    await page.getByRole("button", { name: "Mark as sent" }).click();
    const sent = page.getByRole("region", { name: "What was sent" });
    await sent.getByText(/version 1, French/).waitFor();
    await sent.getByText("No reply yet.").waitFor();
    const { items } = await ask<{ items: { id: string }[] }>(page, `/api/consents/${person}`);
    await ask(page, `/api/consents/${items[0]?.id}/withdraw`, {});
    await page.reload();
    await sent.getByText(/Consent was withdrawn since/).waitFor();
    await card()
      .getByText(/the person’s consent: withdrawn/)
      .waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await keepPicture("submissions-sent-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 390, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await keepPicture("submissions-phone");
    expect(watched.faults).toEqual([]);
  });
});
