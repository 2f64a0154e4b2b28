// Two pages at one thing: the one that saves later is told, sees both versions, and decides. Everyone here is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { makeVault, sayWhy } from "./steps.ts";

describe("two pages at one thing", { timeout: 120_000 }, () => {
  let served: Served;
  let browser: Browser;
  let first: Page;
  let second: Page;
  let source = "";
  let people: readonly string[] = [];

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page: first } = await watchedPage(browser, served.origin));
    await makeVault(first, served.origin);
    second = await first.context().newPage();
    ({ source } = await ask<{ source: string }>(first, "/api/sources/text", {
      text: "Aman and Amangul, both invented, sell fruit.",
      kind: "note",
    }));
    people = await Promise.all(
      ["Aman", "Amangul"].map(async (label) => {
        const made = await ask<{ id: string }>(first, "/api/records", {
          schema: "Person",
          source,
          label,
          claims: [{ property: "name", words: label }],
        });
        return made.id;
      }),
    );
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const publisher = async (): Promise<unknown> => {
    const view = await ask<{ publisher?: { value: string } }>(first, `/api/sources/${source}`);
    return view.publisher?.value;
  };

  it("refuses the later description and shows both; saving again is a decision", async () => {
    for (const page of [first, second]) {
      await page.goto(`${served.origin}/sources/${source}`);
      await page.locator(".reader-meta").getByRole("button", { name: "Edit", exact: true }).click();
    }
    await first.getByLabel("Publisher").fill("Steppe Lantern");
    await first.getByRole("button", { name: "Save" }).click();
    await first.getByRole("dialog").waitFor({ state: "hidden" });

    await second.getByLabel("Publisher").fill("Seven Springs");
    await second.getByRole("button", { name: "Save" }).click();
    await second.getByText("Somebody described this source while you were writing.").waitFor();
    await second.getByText("Now in the vault: Steppe Lantern").waitFor();
    expect(await second.getByLabel("Publisher").inputValue()).toBe("Seven Springs");
    expect(await publisher()).toBe("Steppe Lantern");

    await second.getByRole("button", { name: "Save" }).click();
    await second.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await publisher()).toBe("Seven Springs");
  });

  it("refuses the later judgement and shows the one that stands", async () => {
    const [left, right] = people;
    for (const page of [first, second]) {
      await page.goto(`${served.origin}/same-person?left=${left}&right=${right}`);
      await page.getByRole("button", { name: /^Different/ }).click();
      await page.getByRole("dialog").waitFor();
    }
    await sayWhy(first, "A brother and a sister.", "Decide");
    const dialog = second.getByRole("dialog");
    await dialog.getByLabel(/^Why\?/).fill("They look alike.");
    await dialog.getByRole("button", { name: "Decide" }).click();
    await dialog.getByText(/Somebody changed this/).waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await second.getByText("A brother and a sister.").waitFor();
  });
});
