// A whole article reviewed with the keyboard alone, lane by lane; every decision is there after a reload.
// The outlets, the people and the villages are invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { makeVault, passphrase, soon } from "./steps.ts";

const article = `Lake Lantern (an invented outlet)
Home | Region | Donate | Sign up for our newsletter

Questions about a closed road

By Madina Invented
12 March 2019

ALMATY -- A woman from the invented village of Koktal said on Tuesday that her brother, Yerlan Testuly, was detained in early 2018.

She said that about 900 villagers were held in the county. "They wrote down our names," Gulnar Testkyzy told the Lake Lantern.

The Lake Courier reported that Marat Testbek said the road was closed in winter.

An official of the invented county, Hao Testing, denied that 40 villagers had been tortured.

The road to the village was watched day and night, writes, which notes that two bridges were gone.

At least 12 families left the village, according to the Reed Association.

Share | Print | ISSN 0000-0000
`;

interface Reading {
  readonly reading: Record<
    "statements" | "figures" | "acts" | "mentions",
    readonly { readonly id: string; readonly start: number; readonly end: number }[]
  >;
  readonly decisions: Readonly<
    Record<string, { readonly state: string; readonly schema?: string; readonly became?: string }>
  >;
  readonly notOffered: readonly string[];
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly label: string }[];
}

describe("an article reviewed by keyboard", { timeout: 240_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let source = "";
  let other = "";

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await makeVault(page, served.origin);
    const add = async (text: string): Promise<string> => {
      const body = { kind: "article", text };
      return (await ask<{ source: string }>(page, "/api/sources/text", body)).source;
    };
    other = await add("A neighbour of an invented village said that the well was dry in May 2018.");
    await ask(page, "/api/records", {
      schema: "Person",
      source: other,
      label: "Ерлан Тестұлы",
      claims: [{ property: "name", words: "Ерлан Тестұлы" }],
    });
    source = await add(article);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const reading = async (): Promise<Reading> => ask(page, `/api/sources/${source}/reading`);
  const open = async (): Promise<void> => {
    await page.goto(`${served.origin}/sources/${source}`);
    await page.locator(".reader-margin__count").waitFor();
  };
  /** The card in hand: its lane and its words. */
  const inHand = async (): Promise<{ lane: string; id: string; words: string }> => {
    const card = page.locator(".reader-card--on");
    return {
      lane: (await card.getAttribute("data-lane")) ?? "",
      id: (await card.getAttribute("data-card")) ?? "",
      words: (await card.textContent()) ?? "",
    };
  };
  /** Waits until the margin says how many are decided. */
  const progress = async (words: RegExp | string): Promise<void> =>
    page.locator(".reader-margin__count", { hasText: words }).waitFor();
  const states = async (): Promise<Record<string, number>> => {
    const all = Object.values((await reading()).decisions).map(
      ({ state, schema = "Statement" }) => `${state} ${state === "rejected" ? "" : schema}`,
    );
    return Object.fromEntries(
      [...new Set(all)].map((key) => [key.trim(), all.filter((one) => one === key).length]),
    );
  };
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Sends the form in the card and waits until it is gone: keys belong to it as long as it is there. */
  const send = async (then: "goes" | "stays" = "goes"): Promise<void> => {
    await press("Enter");
    if (then === "goes") await page.locator("form.reader-edit").waitFor({ state: "detached" });
  };
  const tabTo = async (selector: string): Promise<void> => {
    for (let step = 0; step < 16; step++) {
      if (await page.evaluate((s) => document.activeElement?.matches(s) === true, selector)) return;
      await press("Tab");
    }
    throw new Error(`Tab does not come to ${selector}`);
  };

  it("begins at the first open statement and says how much there is", async () => {
    await open();
    const { reading: found, notOffered } = await reading();
    const total =
      found.statements.length + found.figures.length + found.acts.length - notOffered.length;
    expect(notOffered).toHaveLength(2);
    await progress(`0 of ${total} decided`);
    expect(await inHand()).toMatchObject({ lane: "statements", id: found.statements[0]?.id });
  });

  it("accepts together only what is sure about the source itself", async () => {
    await page.getByRole("button", { name: /^Accept the .*sure/ }).waitFor();
    expect(await page.getByRole("button", { name: /accept all|band/i }).count()).toBe(0);
    await press("m");
    await page.getByRole("button", { name: /^Accept the .*sure/ }).waitFor({ state: "detached" });
    expect((await reading()).decisions).toEqual({});
  });

  it("draws a quotation inside the one it is quoted in, in the margin and in the text", async () => {
    const nested = page.locator(".reader-card .reader-card__nest .reader-card");
    expect(await nested.textContent()).toMatch(/in: The Lake Courier[\s\S]*Marat Testbek/);
    const bracketed = page.locator(".reader-run--opens");
    expect(await bracketed.allTextContents()).toEqual(["the road was closed in winter."]);
  });

  it("accepts statements with a, takes one back with u, rejects with x", async () => {
    await press("a");
    await progress(/^1 of/);
    await press("u");
    await progress(/^0 of/);
    await press("a");
    await progress(/^1 of/);
    await press("x");
    await progress(/^2 of/);
    await expect.poll(states, soon).toEqual({ "accepted Statement": 1, rejected: 1 });
    // The rejected one is taken back as well, so that its figure and act can be said through it.
    await press("u");
    await progress(/^1 of/);
    await press("a");
    await progress(/^2 of/);
    await expect.poll(states, soon).toEqual({ "accepted Statement": 2 });
  });

  it("asks who says it where the speaker was lost, and lets nobody past without an answer", async () => {
    for (let done = 2; done < 6; done++) {
      await progress(new RegExp(`^${done} of`));
      await press("a");
    }
    await progress(/^6 of/);
    expect((await inHand()).words).toMatch(/speaker lost/);
    await press("a");
    const form = page.locator("form.reader-edit");
    await form.waitFor();
    await press("Enter");
    await form.getByText("Please say who says it").waitFor();
    await page.keyboard.type("The Reed Post");
    await send();
    await progress(/^7 of/);
    // The second one is left open on purpose.
    expect((await inHand()).words).toMatch(/speaker lost/);
    await press("a");
    await form.waitFor();
    await tabTo("form.reader-edit .check input");
    await press("Space");
    await send();
    await progress(/^8 of/);
    await press("a");
    await progress(/^9 of/);
  });

  it("goes on to the figures by itself; a figure is said by whom the text says it", async () => {
    await expect.poll(async () => (await inHand()).lane, soon).toBe("figures");
    expect((await inHand()).words).toMatch(/about 900 villagers[\s\S]*Given by: A woman from/);
    await press("a");
    await progress(/^10 of/);
    await expect.poll(states, soon).toMatchObject({ "accepted Figure": 1 });
    const { items } = await ask<Listed>(page, "/api/records/list", { schema: "Figure" });
    const file = await ask<{
      properties: { name: string; claims: { speaker?: string; text: string }[] }[];
    }>(page, `/api/records/${items[0]?.id}`);
    const quantity = file.properties.find(({ name }) => name === "quantity");
    expect(quantity?.claims[0]?.speaker).toMatch(/A woman from the invented village/);
  });

  it("edits a figure with e, Escape leaves it as it was", async () => {
    await press("e");
    await page.getByLabel("From", { exact: true }).waitFor();
    await press("Escape");
    await page.locator("form.reader-edit").waitFor({ state: "detached" });
    await press("e");
    await page.getByLabel("From", { exact: true }).waitFor();
    await press("Control+a");
    await page.keyboard.type("3");
    await press("Enter");
    await page.getByText("The first number must not be above the second.").waitFor();
    await press("Control+a");
    await page.keyboard.type("2");
    await send();
    await progress(/^11 of/);
  });

  it("shows the figure inside the denial and never offers it", async () => {
    await press("2");
    const denied = page.locator(".reader-card", { hasText: "inside a denial" });
    expect(await denied.textContent()).toMatch(/40 villagers/);
    await press("j", "k", "k", "k", "j");
    await expect.poll(async () => (await inHand()).words, soon).toMatch(/inside a denial/);
    await press("a");
    expect(await page.locator("form.reader-edit").count()).toBe(0);
    await press("?");
    const keys = await page.getByRole("dialog").innerText();
    expect(keys).not.toMatch(/Accept the suggestion/);
    expect(keys).toMatch(/Next suggestion\s+j?\s*J/);
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await press("n");
    await expect.poll(async () => (await inHand()).words, soon).toMatch(/12 families/);
    await press("a");
    await progress(/^12 of/);
  });

  it("takes a name for the file another source opened, in another script", async () => {
    await press("4");
    await press("j");
    await page.locator(".reader-card--on", { hasText: "Yerlan Testuly" }).waitFor();
    await page.locator(".reader-card--on", { hasText: /Ерлан Тестұлы[\s\S]*% alike/ }).waitFor();
    await press("l");
    await expect.poll(states, soon).toMatchObject({ "accepted Person": 1 });
    const people = await ask<Listed>(page, "/api/people/list", {});
    expect(people.items).toHaveLength(1);
  });

  it("opens a new file for a name nobody has", async () => {
    await page.locator(".reader-card--on", { hasText: "Gulnar Testkyzy" }).waitFor();
    await press("a");
    await expect.poll(states, soon).toMatchObject({ "accepted Person": 2 });
  });

  it("puts an act on the person whose name was accepted, and asks where there is none", async () => {
    await press("3");
    const card = page.locator(".reader-card--on");
    await card.filter({ hasText: "on the file of Yerlan Testuly" }).waitFor();
    await press("a");
    await card.filter({ hasText: "choose to whom" }).waitFor();
    await press("a");
    await page.getByRole("combobox", { name: "To whom" }).waitFor();
    // The words name nobody, so nobody is proposed, and Enter picks no stranger.
    await press("Enter");
    expect(await page.locator(".chooser__list [role=option]").count()).toBe(0);
    await tabTo("form.reader-edit .check input");
    await send("stays");
    await page.getByText("Please choose the person").waitFor();
    await press("Space");
    await send();
    await progress("All decided");
    const { reading: found, notOffered } = await reading();
    const kept = (all: readonly { readonly id: string }[]): number =>
      all.filter(({ id }) => !notOffered.includes(id)).length;
    await expect.poll(states, soon).toEqual({
      "accepted Statement": found.statements.length,
      "accepted Figure": kept(found.figures),
      "accepted Act": kept(found.acts),
      "accepted Person": 2,
    });
  });

  it("uses a date as a value and never asks to decide on it", async () => {
    await press("5");
    await page.locator(".reader-card--on", { hasText: "Tuesday" }).waitFor();
    await press("j", "c");
    const dialog = page.getByRole("dialog");
    await dialog.locator("blockquote", { hasText: "early 2018" }).waitFor();
    await press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  it("keeps every decision and every mark over a reload", async () => {
    const before = (await reading()).decisions;
    await open();
    await progress("All decided");
    expect((await reading()).decisions).toEqual(before);
    for (const [key, done] of [
      ["1", "9/9"],
      ["2", "3/3"],
      ["3", "2/2"],
      ["4", "2/7"],
    ] as const) {
      await press(key);
      await page.locator(".reader-lane--on", { hasText: done }).waitFor();
    }
    // With the statements beside the text, the figures and acts are drawn as what was made of them.
    await press("1");
    const made = page.locator(".reader-run--made");
    await made.filter({ hasText: "about 900" }).click();
    await page.getByRole("heading", { level: 1, name: "about 900 villagers" }).waitFor();
    await page.goBack();
    await progress("All decided");
  });

  it("takes back the decision in hand after a reload, and is open again", async () => {
    await press("2");
    await page.locator(".reader-card--on", { hasText: "about 900" }).waitFor();
    await press("u");
    await progress(/ of /);
    await press("a");
    await progress("All decided");
    await expect.poll(states, soon).toMatchObject({ "accepted Figure": 3 });
  });

  it("goes on to the next source that has open suggestions", async () => {
    await page.getByRole("link", { name: /^Next source:/ }).waitFor();
    await press("n");
    await page.waitForURL(`**/sources/${other}`);
    await progress(/^0 of/);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing axe-core finds serious: %s, %i wide", async (colorScheme, width) => {
    const watched = await watchedPage(browser, served.origin, {
      colorScheme,
      viewport: { width, height: 860 },
    });
    await watched.page.goto(`${served.origin}/sources/${source}`);
    await watched.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await watched.page.getByRole("button", { name: "Unlock", exact: true }).click();
    await watched.page.locator(".reader-card").first().waitFor();
    await watched.page.getByLabel("Mark every lane in the text").check();
    const found: string[] = [];
    for (const key of ["1", "2", "3", "4", "5"]) {
      await watched.page.keyboard.press(key);
      await watched.page.locator(".reader-card--on").waitFor();
      found.push(...(await seriousOn(watched)));
    }
    const wider = await watched.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([found, wider]).toEqual([[], 0]);
    await watched.page.context().close();
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
