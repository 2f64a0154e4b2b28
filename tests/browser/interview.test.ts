// An interview from its recording to a claim in a person's file that plays where it was said. Everyone and every word is invented.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRecording } from "../../src/collect/testing.ts";
import { seriousOn } from "./axe.ts";
import { ask, startBrowser, startServer, watchedPage } from "./browser.ts";
import type { Served, Watched } from "./browser.ts";
import { makeVault, soon } from "./steps.ts";

interface Told {
  readonly testifier?: string;
  readonly transcripts: readonly {
    readonly track: string;
    readonly by: string;
    readonly segments: readonly { readonly fromMs: number; readonly text: string }[];
  }[];
}

describe("an interview", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let source: string;
  const words = "ئۇلار كېچىدە كەلدى";

  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    source = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const headers = {
        "X-Guwah": "1",
        "X-Guwah-Name": "kitchen.wav",
        "X-Guwah-Kind": "interview",
      };
      const answer = await fetch("/api/sources/file", { method: "POST", headers, body: bytes });
      return ((await answer.json()) as { source: string }).source;
    }, aRecording(30).toString("base64"));
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const at = (): Promise<number> =>
    page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime);
  const goTo = (seconds: number): Promise<void> =>
    page.locator("audio").evaluate(async (audio: HTMLAudioElement, to: number) => {
      const there = new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
      audio.currentTime = to;
      await there;
    }, seconds);
  const told = () => ask<Told>(page, `/api/interviews/${source}`);

  it("is reached from its source, and says how it was held with the name sealed", async () => {
    await page.goto(`${served.origin}/sources/${source}`);
    await page.getByRole("link", { name: "Interview", exact: true }).click();
    await button("Write down how it was held").click();
    await page.getByLabel("Who spoke").fill("A teacher from the north");
    await page.getByLabel("Real name and how to reach them").fill("Dana Realname");
    await page.getByLabel("Held", { exact: true }).selectOption("in-person");
    expect(await seriousOn(watched)).toEqual([]);
    await button("Save").click();
    await page.getByText("A teacher from the north").waitFor();
    await button("Show the sealed name").click();
    await page.getByText("Dana Realname").waitFor();
    expect(JSON.stringify(await told())).not.toContain("Realname");
  });

  it("is typed along with the keys of a pedal, and saved by itself", async () => {
    await page.getByLabel("Language").first().selectOption("ug");
    await goTo(12);
    await page.keyboard.press("Control+j");
    const line = page.getByRole("textbox", { name: "Original" });
    await line.waitFor();
    await page.keyboard.type(words);
    // While the words are typed the recording obeys: back, on, slower, play, stop with a step back.
    await page.keyboard.press("F1");
    await expect.poll(at, soon).toBe(7);
    await page.keyboard.press("F2");
    await expect.poll(at, soon).toBe(12);
    await page.keyboard.press("F3");
    await page.getByText("0.9 × speed").waitFor();
    const playing = () =>
      page.locator("audio").evaluate((audio: HTMLAudioElement) => !audio.paused);
    await page.keyboard.press("Escape");
    await expect.poll(playing, soon).toBe(true);
    await expect.poll(at, soon).toBeGreaterThan(12.2);
    await page.keyboard.press("Escape");
    await expect.poll(playing, soon).toBe(false);
    expect(await at()).toBeLessThan(12.2);
    expect(await line.inputValue()).toBe(words);
    await page.getByText("Saved", { exact: true }).waitFor();
    expect((await told()).transcripts).toMatchObject([
      { track: "original", by: "Aida", segments: [{ fromMs: 12_000, text: words }] },
    ]);
    await page.reload();
    await expect.poll(() => line.inputValue(), soon).toBe(words);
  });

  it("makes one version of what is typed in the next minute, and loses nothing when the page is loaded anew", async () => {
    const line = page.getByRole("textbox", { name: "Original" });
    await line.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" one");
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.keyboard.type(" two");
    await page.getByText("Not saved yet").waitFor();
    await page.reload();
    await expect.poll(() => line.inputValue(), soon).toBe(`${words} one two`);
    await line.fill(words);
    await page.getByText("Saved", { exact: true }).waitFor();
  });

  it("takes in a translation, which stands beside the words it translates", async () => {
    await button("Add a translation").click();
    await page.getByLabel("Language").nth(1).selectOption("en");
    await page
      .getByRole("region", { name: "Translation" })
      .getByRole("button", { name: "Take in a file" })
      .click();
    const file = page.getByRole("dialog").getByLabel("Transcript");
    const srt =
      "1\n00:00:12,000 --> 00:00:15,000\nThey came at night\n\n2\n00:00:20,000 --> nothing\nx\n";
    await file.setInputFiles({
      name: "night.srt",
      mimeType: "application/x-subrip",
      buffer: Buffer.from(srt),
    });
    await page.getByRole("dialog").getByLabel("Translated by").fill("M. Between");
    await page.getByRole("dialog").getByRole("button", { name: "Take in a file" }).click();
    await page.getByText("Line 6: a time that is none; left out").waitFor();
    await button("Go on").click();
    const row = page.locator(".interview-line").first();
    await expect
      .poll(() => row.getByRole("textbox", { name: "Translation" }).inputValue(), soon)
      .toBe("They came at night");
    expect(await row.getByRole("textbox", { name: "Original" }).inputValue()).toBe(words);
    expect((await told()).transcripts).toMatchObject([
      { track: "original" },
      { track: "translation", by: "M. Between" },
    ]);
  });

  it("gives claims that play where they were said, from a person's file", async () => {
    await button("Make a claim of what is said at 0:12").click();
    await page.getByLabel("Which property").selectOption("name");
    const value = page.getByRole("dialog").getByLabel("Value");
    await value.fill("Zhanbota Kirshe");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    const claims = page.getByRole("complementary", { name: "Claims" });
    await claims.getByRole("link", { name: "Zhanbota Kirshe" }).click();
    await page.getByRole("heading", { level: 1, name: "Zhanbota Kirshe" }).waitFor();
    await page.locator("button.prop__value").first().click();
    await page.getByRole("link", { name: "Play it there" }).waitFor();
    await page.getByText("at 0:12").waitFor();
    await page.locator(".prop__toggle").first().click();
    await page.getByRole("link", { name: "Play from 0:12" }).click();
    await page.getByRole("heading", { level: 2, name: "Claims" }).waitFor();
    expect(page.url()).toContain("t=12000ms");
    await expect.poll(at, soon).toBeGreaterThan(12);
    expect(await at()).toBeLessThan(29);
  });

  it("is closed by what it tells, and opened again by hand", async () => {
    await page.keyboard.press("Escape");
    await button("Change").click();
    await page.getByLabel("It tells of sexual violence").check();
    await button("Save").click();
    await page.getByText(/so it is closed until someone opens it/).waitFor();
    expect(await seriousOn(watched)).toEqual([]);
    await button("Open this interview").click();
    await page.getByRole("dialog").getByRole("button", { name: "Open this interview" }).click();
    await page.getByText(/so it is closed/).waitFor({ state: "detached" });
    expect(await ask(page, `/api/interviews/${source}`)).toMatchObject({ closed: false });
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has nothing axe-core finds serious: %s, %i wide", async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    await page.goto(`${served.origin}/sources/${source}/interview`);
    await page.getByRole("link", { name: "Zhanbota Kirshe" }).waitFor();
    const shots = process.env["SHOTS"];
    if (shots)
      await page.screenshot({
        path: join(shots, `interview-${colorScheme}-${width}.png`),
        fullPage: true,
      });
    expect(await seriousOn(watched)).toEqual([]);
    const over = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    expect(await page.evaluate(over)).toBe(false);
    expect(watched.faults).toEqual([]);
  });
});
