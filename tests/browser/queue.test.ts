// The pairs that wait, by keyboard: looking for duplicates, each answer, taking back, and numbers after a merge. Everyone is invented.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PeoplePage, QueuePage } from "../../src/link/index.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import {
  ask,
  openDemonstration,
  type Served,
  startBrowser,
  startServer,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { soon } from "./steps.ts";

const axeSource = await readFile(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

describe("the queue by keyboard", { timeout: 120_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await openDemonstration(page, served.origin);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const queue = async (more = {}): Promise<QueuePage> =>
    ask<QueuePage>(page, "/api/queue", { limit: 100, ...more });
  /** The names of the pair that is shown. */
  const shown = async (): Promise<string[]> => page.locator(".heads h3").allInnerTexts();
  const names = ({ items }: QueuePage, at = 0): (string | undefined)[] => [
    items[at]?.leftPerson.label,
    items[at]?.rightPerson.label,
  ];
  const answer = async (key: string, next: unknown): Promise<void> => {
    await page.keyboard.press(key);
    await page.getByRole("textbox", { name: /why\?$/ }).waitFor();
    await page.keyboard.type("Invented reason.");
    await page.keyboard.press("Enter");
    await expect.poll(shown, soon).toEqual(next);
  };
  const serious = async (): Promise<string[]> => {
    await page.evaluate(axeSource);
    return page.evaluate(async () => {
      interface Violation {
        readonly id: string;
        readonly impact: string;
      }
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id }) => id);
    });
  };

  it("says that nobody has looked, looks, and shows the most valuable pair", async () => {
    await page.goto(`${served.origin}/same-person`);
    await page.getByText("Nobody has looked for duplicates in this vault yet.").waitFor();
    await page.getByRole("button", { name: "Look for duplicates" }).click();
    await page.getByText(/records looked at/).waitFor();
    const all = await queue();
    expect(all).toMatchObject({ total: all.items.length, stale: false, next: null });
    await expect.poll(shown, soon).toEqual(names(all));
    await page.getByText(`1 of ${all.total}`).waitFor();
    await page.getByText(/on file bears? a name like this/).waitFor();
    await expect.poll(serious, soon).toEqual([]);
  });

  it("takes each answer by its key, and goes on", async () => {
    const before = await queue();
    await answer("d", names(before, 1));
    await answer("n", names(before, 2));
    await answer("r", names(before, 3));
    expect((await queue()).total).toBe(before.total - 3);
  });

  it("takes back with z, so that the pair waits again", async () => {
    const { total } = await queue();
    const undo = page.locator(".queue__pager").getByRole("button", { name: /^Undo/ });
    for (const back of [1, 2, 3]) {
      // While one is being taken back the key does nothing, so that it takes back one each.
      await expect.poll(async () => undo.isEnabled(), soon).toBe(true);
      const before = await shown();
      await page.keyboard.press("z");
      await expect.poll(shown, soon).not.toEqual(before);
      expect((await queue()).total).toBe(total + back);
    }
    const { items } = await queue();
    await expect.poll(shown, soon).toEqual(names({ items } as QueuePage));
    expect(items[0]?.standing?.undone).toBe(true);
  });

  it("shows pairs not decided by a filter, with what was said before", async () => {
    await page.getByRole("combobox", { name: "Show" }).selectOption("only");
    await page.getByText("Decided before").waitFor();
    const { items, total } = await queue({ undecided: "only" });
    expect(total).toBe(items.length);
    await expect.poll(shown, soon).toEqual(names({ items } as QueuePage));
    await page.getByText(`1 of ${total}`).waitFor();
  });

  it("shows possible relatives as relatives", async () => {
    await page.getByRole("combobox", { name: "Show" }).selectOption("kin");
    await expect.poll(shown, soon).toEqual(["Жанат Серікқызы", "Serik Zhanatuly"]);
    await page
      .getByText("They are shown as relatives and are not proposed as one person.")
      .waitFor();
    await expect.poll(serious, soon).toEqual([]);
  });

  it("finds a merged person by the old number, named in the file, until it is taken back", async () => {
    await page.getByRole("combobox", { name: "Show" }).selectOption("");
    await expect.poll(shown, soon).toEqual(names(await queue()));
    const [item] = (await queue()).items;
    const [kept, merged] = [item?.leftPerson, item?.rightPerson];
    await page.keyboard.press("s");
    await page.getByRole("textbox", { name: /why\?$/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("They are one file now.").waitFor();
    const found = async (): Promise<string[]> => {
      const list = await ask<PeoplePage>(page, "/api/people/list", { q: merged?.number });
      return list.items.map(({ id }) => id);
    };
    expect(await found()).toEqual([kept?.id]);
    await page.goto(`${served.origin}/people/${merged?.number}`);
    await page.getByRole("heading", { level: 1, name: kept?.label ?? "" }).waitFor();
    await page.getByText(/^formerly P-/).waitFor();
    const file = await ask<RecordFile>(page, `/api/records/${merged?.id}`);
    expect(file.formerly).toContain(merged?.number);
    const tie = file.judgements.find(({ left, right }) => [left, right].includes(merged?.id ?? ""));
    await ask(page, "/api/judgements", {
      left: tie?.left,
      right: tie?.right,
      verdict: "undecided",
      undone: true,
      reason: "Invented.",
      expect: tie?.seq,
    });
    expect(await found()).toEqual([merged?.id]);
  });

  it("says what a split would separate", async () => {
    const { items } = await ask<PeoplePage>(page, "/api/people/list", { q: "Darkhan Tileubek" });
    await page.goto(`${served.origin}/people/${items[0]?.id}?tab=records`);
    await page.getByText("Without it this would be a file of its own:").first().waitFor();
    await page.getByRole("button", { name: "Not the same person" }).first().click();
    await page.getByText(/Only this record holds the others together/).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(serious, soon).toEqual([]);
    expect(faults).toEqual([]);
  });
});
