// Where a value comes from, and what a source seems to repeat, by keyboard in a real browser. Everyone is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  ask,
  openDemonstration,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";

const story = `A teacher of the invented county was taken from the market in March, her husband said, and nobody has told him where she is.
He wrote to the invented prosecutor twice and got no answer. A lawyer refused to take the case, he added on Tuesday.
According to Halfmoon Wire, an invented court sentenced her to eight years. Her husband told the Birch Post that she is ill.
Neighbours said that four other women of the same street were taken in the same week, all of them teachers too.`;

describe("where a word comes from", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await openDemonstration(page, served.origin);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it(
    "is drawn from a value's dots: ten outlets, one husband, each leading to its source",
    { timeout: 60_000 },
    async () => {
      const { items } = await ask<{ items: { id: string }[] }>(page, "/api/people/list", {
        q: "Raushan",
      });
      await page.goto(`${served.origin}/people/${items[0]?.id}`);
      const dots = page.getByRole("button", {
        name: "Show where it comes from: 1 origin in 10 sources",
      });
      await dots.first().focus();
      await page.keyboard.press("Enter");
      const drawing = page.getByRole("group", { name: "Where it comes from" });
      await drawing.getByText("1 origin in 10 sources").waitFor();
      expect(await drawing.getByRole("link").count()).toBe(10);
      expect(await dots.first().getAttribute("aria-expanded")).toBe("true");
      const repeats = await drawing
        .getByRole("listitem")
        .filter({ hasText: "Lakeshore Post" })
        .last()
        .textContent();
      expect(repeats).toContain("repeats Dombra teacher sentenced to eight years, husband says");
      expect(await seriousOn(watched)).toEqual([]);
      await page.keyboard.press("Enter");
      await drawing.waitFor({ state: "detached" });
      await page.keyboard.press("Enter");
      await drawing.getByRole("link").nth(1).click();
      await page
        .getByRole("heading", { level: 1 })
        .filter({ hasText: "Music teacher jailed" })
        .waitFor();
    },
  );

  it(
    "is proposed in the reader: accepted with one key, set aside with one key, and taken back",
    { timeout: 60_000 },
    async () => {
      const put = async (title: string, day: number, publisher: string, text: string) =>
        ask<{ source: string }>(page, "/api/sources/text", {
          kind: "article",
          title,
          publisher,
          published: `2019-03-${day}`,
          text,
        });
      const wire = await put(
        "Court sentences teacher",
        10,
        "Halfmoon Wire",
        "A court sentenced a teacher on Monday.",
      );
      const first = await put("Teacher held for a year", 12, "The Invented Courier", story);
      await put(
        "Woman held since March",
        13,
        "The Invented Herald",
        `${story}\nThe Herald could not reach him.`,
      );
      await page.goto(`${served.origin}/sources/${first.source}`);
      await page.getByRole("link", { name: "About this source" }).click();
      await page.getByText("Nearly the same text as").waitFor();
      expect(await page.getByText(/100% of this text stands there/).count()).toBe(1);
      await page.getByRole("button", { name: "Edit what it repeats" }).click();
      const form = page.getByRole("dialog");
      await form.getByRole("button", { name: "Accept: repeats Halfmoon Wire" }).focus();
      await page.keyboard.press("Enter");
      await form
        .getByRole("button", { name: "Accept: repeats Halfmoon Wire" })
        .waitFor({ state: "detached" });
      await form.getByRole("button", { name: "Not so: does not repeat Birch Post" }).focus();
      await page.keyboard.press("Enter");
      await form.getByText("The text seems to repeat").waitFor({ state: "detached" });
      expect(await seriousOn(watched)).toEqual([]);
      await form.getByRole("button", { name: "Save" }).click();
      await form.waitFor({ state: "detached" });
      const view = await ask<{ relays: unknown[] }>(page, `/api/sources/${first.source}`);
      expect(view.relays).toMatchObject([{ source: wire.source, words: "Halfmoon Wire" }]);
      const { relays } = await ask<{ relays: { words: string; state: string }[] }>(
        page,
        `/api/sources/${first.source}/origins`,
      );
      expect(relays).toMatchObject([{ words: "Birch Post", state: "rejected" }]);
      expect(watched.faults).toEqual([]);
    },
  );
});
