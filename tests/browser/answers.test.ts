// A denial in the reader: what it may answer is ticked by keys before it is accepted, and what was accepted too early to
// be linked is linked afterwards. The outlets, the people and the villages are invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { makeVault, passphrase, soon } from "./steps.ts";

const article = `Lake Lantern (an invented outlet)

A closed road in Koktal

By Madina Invented
12 March 2019

ALMATY -- A woman from the invented village of Koktal said that her brother, Yerlan Testuly, was tortured in a camp at Birinchi in early 2018.

An official of the invented county, Hao Testing, denied that Yerlan Testuly had been tortured in a camp.

The road to the village was closed in winter, the Reed Association said.
`;

interface Said {
  readonly id: string;
  readonly stance: string;
  readonly answers: readonly { readonly id: string; readonly claim?: string }[];
  readonly answeredBy: readonly { readonly id: string }[];
  readonly targets: readonly { readonly record: string }[];
}
interface Reading {
  readonly reading: {
    readonly statements: readonly { readonly id: string; readonly stance: string }[];
  };
  readonly decisions: Readonly<Record<string, { readonly became?: string }>>;
}

describe("a denial in the reader", { timeout: 240_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let source = "";
  let question = "";
  let yerlan = "";

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await makeVault(page, served.origin);
    const add = async (text: string): Promise<string> =>
      (await ask<{ source: string }>(page, "/api/sources/text", { kind: "article", text })).source;
    const record = async (schema: string, label: string, property: string): Promise<string> => {
      const claims = [{ property, words: label }];
      const body = { schema, source: other, label, claims };
      return (await ask<{ id: string }>(page, "/api/records", body)).id;
    };
    const other = await add("A note of nobody about an invented camp that was closed.");
    question = await record("Question", "Were people tortured in the camp at Birinchi?", "wording");
    yerlan = await record("Person", "Yerlan Testuly", "name");
    source = await add(article);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const progress = async (words: RegExp): Promise<void> =>
    page.locator(".reader-margin__count", { hasText: words }).waitFor();
  const open = async (): Promise<void> => {
    await page.goto(`${served.origin}/sources/${source}`);
    await page.locator(".reader-margin__count").waitFor();
  };
  /** The statement that the denial (or what it answers) became. */
  const said = async (stance: "asserts" | "denies"): Promise<Said> => {
    const { reading, decisions } = await ask<Reading>(page, `/api/sources/${source}/reading`);
    const found = reading.statements.find((s) => s.stance === stance);
    const became = decisions[found?.id ?? ""]?.became;
    return ask<Said>(page, `/api/statements/${became}`);
  };
  const choice = (words: string) =>
    page.locator(".reader-answers .check", { hasText: words }).locator("input");

  it("shows the question and the person it may be about, with the reason, and ticks neither", async () => {
    await open();
    await press("j");
    await page.locator(".reader-card--on", { hasText: "denies" }).waitFor();
    await choice("Were people tortured").waitFor();
    const panel = await page.locator(".reader-answers").innerText();
    expect(panel).toMatch(/Words in common: .*tortured/);
    expect(panel).toMatch(/A person on file, named here as “Yerlan Testuly”/);
    expect(await page.locator(".reader-answers input:checked").count()).toBe(0);
    expect(await seriousOn({ page })).toEqual([]);
  });

  it("attaches what a key ticked, and nothing else", async () => {
    await press("6");
    await expect.poll(async () => choice("Were people tortured").isChecked(), soon).toBe(true);
    await press("7", "6", "6");
    await press("a");
    await progress(/^1 of/);
    await expect
      .poll(async () => (await said("denies")).targets, soon)
      .toMatchObject([{ record: yerlan }]);
    expect((await said("denies")).answers.map(({ id }) => id)).toEqual([question]);
    const view = await ask<{ sides: readonly { readonly statements: readonly unknown[] }[] }>(
      page,
      `/api/questions/${question}`,
    );
    expect(JSON.stringify(view.sides)).toMatch((await said("denies")).id);
  });

  it("offers to link the two once what it answers is accepted after it, by a key, and takes it back", async () => {
    expect(await page.locator(".reader-waiting").count()).toBe(0);
    await press("1");
    await page.locator(".reader-card--on", { hasText: "was tortured in a camp" }).waitFor();
    await press("a");
    await page.locator(".reader-waiting", { hasText: "not linked yet" }).waitFor();
    expect(await seriousOn({ page })).toEqual([]);
    await press("d");
    await page.locator(".reader-waiting").waitFor({ state: "detached" });
    const allegation = await said("asserts");
    const denial = await said("denies");
    expect(allegation.answeredBy.map(({ id }) => id)).toEqual([denial.id]);
    expect(denial.answers.map(({ id }) => id)).toContain(allegation.id);
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.locator(".reader-waiting").waitFor();
    expect((await said("asserts")).answeredBy).toEqual([]);
  });

  it("ticks from the start only what the text itself sets against it", async () => {
    // Taken back, the denial is open again, and what it answers is a statement by now.
    await press("k");
    await page.locator(".reader-card--on", { hasText: "denies" }).waitFor();
    await press("u");
    await page.locator(".reader-answers").waitFor();
    await expect.poll(async () => choice("her brother").isChecked(), soon).toBe(true);
    // What was ticked before is ticked still: take it off, and edit.
    await choice("Were people tortured").waitFor();
    await press("7");
    await expect.poll(async () => choice("Were people tortured").isChecked(), soon).toBe(false);
    await press("e");
    const form = page.locator("form.reader-edit");
    await form.waitFor();
    await expect
      .poll(async () => form.locator(".reader-answers input:checked").count(), soon)
      .toBe(2);
    await form.getByRole("combobox", { name: "Answers which statement or question" }).fill("Were");
    await form.getByRole("option", { name: /Were people tortured/ }).click();
    await form.getByRole("button", { name: "Accept with these changes" }).click();
    await form.waitFor({ state: "detached" });
    const denial = await said("denies");
    const allegation = await said("asserts");
    expect(denial.answers.map(({ id }) => id).toSorted()).toEqual(
      [allegation.id, question].toSorted(),
    );
    expect(await page.locator(".reader-waiting").count()).toBe(0);
  });

  it("fits a phone", async () => {
    const watched = await watchedPage(browser, served.origin, {
      colorScheme: "dark",
      viewport: { width: 390, height: 860 },
    });
    await watched.page.goto(`${served.origin}/sources/${source}`);
    await watched.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await watched.page.getByRole("button", { name: "Unlock", exact: true }).click();
    await watched.page.locator(".reader-card--on").waitFor();
    for (const key of ["1", "k", "u"]) await watched.page.keyboard.press(key);
    await watched.page.locator(".reader-answers").waitFor();
    const wider = await watched.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([await seriousOn(watched), wider]).toEqual([[], 0]);
    await watched.page.context().close();
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
