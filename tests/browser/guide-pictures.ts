// What the guide shows: each picture's name, the screen it is of, and the steps from that screen to the picture.
// Invariant: steps only look; what they leave in the demonstration is a check and a trial, which write nothing of a person.
import type { Page } from "playwright-core";
import type { screens } from "./browser.ts";

export interface Picture {
  readonly name: string;
  readonly screen: keyof Awaited<ReturnType<typeof screens>>;
  /** A screen that lies under that one, as `/story` under a person's, or one with an address of its own. */
  readonly under?: `/${string}`;
  readonly alone?: `/${string}`;
  readonly steps?: (page: Page) => Promise<void>;
  /** In pixels, where the usual window would cut off what the picture is about. */
  readonly height?: number;
}

const tab =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole("navigation").getByRole("link", { name }).first().click();
  };

export const pictures: readonly Picture[] = [
  { name: "home", screen: "home" },
  { name: "sources", screen: "sources" },
  { name: "add", screen: "add" },
  { name: "reader", screen: "reader" },
  { name: "reader-uyghur", screen: "reader-uyghur" },
  { name: "reader-claim", screen: "reader", steps: markWords },
  { name: "table", screen: "table" },
  { name: "table-import", screen: "table-import", steps: tryTheTable },
  { name: "people", screen: "people" },
  { name: "person", screen: "person", steps: openAValue, height: 1080 },
  { name: "person-statements", screen: "person", steps: tab(/^Statements/) },
  { name: "person-records", screen: "person", steps: tab(/^Records/) },
  { name: "person-history", screen: "person", steps: tab(/^History/) },
  { name: "story", screen: "person", under: "/story", height: 1080 },
  { name: "network", screen: "person", under: "/network" },
  { name: "consents", screen: "person", under: "/consents" },
  { name: "cases", screen: "cases" },
  { name: "case-calendar", screen: "case-calendar" },
  { name: "submissions", screen: "submissions" },
  { name: "rebuttal", screen: "person", under: "/rebuttal" },
  { name: "dossier", screen: "dossier" },
  { name: "record", screen: "record" },
  { name: "questions", screen: "questions" },
  { name: "question", screen: "question", height: 1080 },
  { name: "figures", screen: "figures" },
  { name: "figure", screen: "figure" },
  { name: "counts", screen: "home", alone: "/counts", height: 1080 },
  { name: "map", screen: "home", alone: "/map" },
  { name: "release", screen: "home", alone: "/release", height: 1080 },
  { name: "exports", screen: "home", alone: "/release/exports" },
  { name: "pairs-that-wait", screen: "pairs-that-wait", steps: lookForPairs, height: 1080 },
  { name: "same-person", screen: "same-person" },
  { name: "batches", screen: "imports" },
  { name: "integrity", screen: "integrity", steps: check },
  { name: "settings", screen: "settings" },
  { name: "keys", screen: "person", steps: showKeys },
];

/** A value of the file is pressed, so that the words it rests on are beside it. */
async function openAValue(page: Page): Promise<void> {
  await page.locator(".prop__value").first().click();
  await page.getByRole("link", { name: "Open in the source" }).first().waitFor();
}

async function markWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    const words = document.querySelector(".reader-block--body [data-at]")?.firstChild;
    if (!(words instanceof Text)) throw new Error("the reader shows no text");
    const comma = words.data.indexOf(",");
    getSelection()?.setBaseAndExtent(words, 0, words, comma > 0 ? comma : words.length);
  });
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: /^Claim/ })
    .click();
  await page.getByRole("dialog").getByLabel("Which property").selectOption("name");
}

async function tryTheTable(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Try it out" }).click();
  await page.getByRole("button", { name: /^Import \d/ }).waitFor({ timeout: 60_000 });
}

async function lookForPairs(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look for duplicates" }).click();
  await page.getByRole("progressbar").waitFor({ state: "detached", timeout: 60_000 });
  await page.getByText("How the names answer each other").waitFor({ timeout: 60_000 });
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check everything" }).click();
  await page.getByRole("progressbar").waitFor({ state: "detached", timeout: 60_000 });
  await page.getByText("Proved: nothing was changed").waitFor({ timeout: 60_000 });
}

async function showKeys(page: Page): Promise<void> {
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
}
