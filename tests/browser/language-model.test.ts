// A keeper sets a language model, and somebody asks it about a source: by keyboard, in a real browser, against a model of
// our own. Everyone and every outlet here is invented.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type FakeEndpoint,
  says,
  startFakeEndpoint,
} from "../../src/collect/language-model/testing.ts";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault } from "./steps.ts";

const article = `Villager held for a year without charge

Nurlan Testov was taken from his home in the invented village of Birinchi in winter, and nobody in the village has seen him.

For his neighbours there is little doubt: he is alive, in the old mill behind the river.`;

describe("a language model on the screens", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let model: FakeEndpoint;
  beforeAll(async () => {
    model = await startFakeEndpoint();
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await model.close();
  });

  it("is set with its warning read, and asked only when somebody sends the text", async () => {
    const { page, faults } = watched;
    await makeVault(page, served.origin);
    const { source } = await ask<{ source: string }>(page, "/api/sources/text", {
      kind: "article",
      text: article,
    });
    await page.goto(`${served.origin}/sources/${source}`);
    await page.getByText(/Nurlan Testov was taken/).waitFor();
    expect(await page.getByRole("button", { name: "Ask the language model" }).count()).toBe(0);

    await page.goto(`${served.origin}/settings`);
    await page.getByText("Nothing is sent to anybody.").waitFor();
    await page.getByRole("button", { name: "Set a language model" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Address").fill(model.address);
    await dialog.getByLabel("Name of the model").fill("tester:1b");
    await dialog.getByLabel("Key").fill("key-of-tests");
    await dialog.getByText(`The text of a source you choose is sent to ${model.address}`).waitFor();
    await dialog.getByRole("button", { name: "Save" }).press("Enter");
    await dialog.getByText("Please read the warning").waitFor();
    expect(await seriousOn(watched)).toEqual([]);
    await dialog.getByLabel(/I have understood/).press("Space");
    await dialog.getByRole("button", { name: "Save" }).press("Enter");
    await page.getByText(`Set: tester:1b at ${model.address}, with a key.`).waitFor();
    expect(await page.content()).not.toContain("key-of-tests");

    await page.goto(`${served.origin}/sources/${source}`);
    await page.getByRole("button", { name: "Ask the language model" }).press("Enter");
    await page.getByRole("dialog").getByText(model.address).waitFor();
    expect(await seriousOn(watched)).toEqual([]);
    expect(model.questions).toEqual([]);
    model.answer = says({
      statements: [
        {
          speaker: "his neighbours",
          content: ["he is alive, in the old mill behind the river"],
          stance: "asserts",
        },
        { speaker: "his neighbours", content: ["he is dead"], stance: "asserts" },
      ],
    });
    await page.getByRole("button", { name: "Send the text" }).press("Enter");
    await page.getByText("1 new suggestion.").waitFor();
    await page.getByText(/1 thrown away/).waitFor();
    expect(model.questions).toHaveLength(1);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().press("Enter");
    const lanes = page.locator(".reader-lanes");
    await lanes.getByRole("button", { name: /Statements/ }).press("Enter");
    await page.getByText(/model tester:1b/).waitFor();
    // The page itself asked nobody but its own server.
    expect(faults).toEqual([]);
  });
});
