// Cases: the board by keyboard, a day set in one zone and read in another, findings that come back, a proceeding from a source. Everyone is invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  ask,
  openDemonstration,
  type Served,
  startBrowser,
  startServer,
  watchedPage,
} from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { choose, sayWhy, soon } from "./steps.ts";

interface Item {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly statusSeq: number;
}
type Board = { columns: { status: string; items: Item[] }[]; members: { id: string }[] };

describe("cases", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let fresh: Item;

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    const berlin = { timezoneId: "Europe/Berlin" };
    ({ page, faults } = await watchedPage(browser, served.origin, berlin));
    await openDemonstration(page, served.origin);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const heading = async (name: string | RegExp) =>
    page.getByRole("heading", { level: 1, name }).waitFor();
  const said = async (text: string | RegExp) =>
    page.getByRole("region", { name: "News" }).getByText(text).first().waitFor();
  const clean = async () => {
    await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
    expect(faults).toEqual([]);
  };
  const statusOf = async (id: string): Promise<string> =>
    (await ask<Item>(page, `/api/cases/${id}`)).status;
  const open = async (path: string) => page.goto(served.origin + path);
  /** An ISO day on the calendar of Almaty, so many days from now. */
  const dayIn = (days: number): string =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Almaty" }).format(
      Date.now() + days * 86_400_000,
    );

  it("are moved on the board by keyboard, by menu and by dragging, and back", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await heading("Cases");
    const { columns } = await ask<Board>(page, "/api/cases/board", {});
    fresh = columns[0]?.items[0] as Item;
    await page.locator(`[data-case="${fresh.id}"]`).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("l");
    await said(`${fresh.number} is now “At work”.`);
    expect(await statusOf(fresh.id)).toBe("active");
    // The card kept the focus in its new column.
    await expect
      .poll(
        () => page.evaluate(() => (document.activeElement as HTMLElement).dataset["case"]),
        soon,
      )
      .toBe(fresh.id);
    await page.keyboard.press("h");
    await expect.poll(() => statusOf(fresh.id), soon).toBe("new");
    await page.getByRole("button", { name: `Move ${fresh.number}` }).press("Enter");
    await page.getByRole("menuitem", { name: "To “Waiting”" }).press("Enter");
    await said(`${fresh.number} is now “Waiting”.`);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => statusOf(fresh.id), soon).toBe("new");
    await page
      .getByRole("listitem")
      .filter({ has: page.locator(`[data-case="${fresh.id}"]`) })
      .dragTo(page.getByRole("region", { name: /^At work/ }));
    await expect.poll(() => statusOf(fresh.id), soon).toBe("active");
    await clean();
  });

  it("that somebody else moved meanwhile are shown anew before anybody decides", async () => {
    const stale = page.locator(`[data-case="${fresh.id}"]`);
    await stale.focus();
    await ask(page, `/api/cases/${fresh.id}/change`, { status: "new" });
    await page.keyboard.press("l");
    await said(/Somebody changed this while you were looking at it/);
    expect(await statusOf(fresh.id)).toBe("new");
    await page.getByRole("region", { name: /^New/ }).locator(`[data-case="${fresh.id}"]`).waitFor();
  });

  it("fill a column further than is shown at first, and are narrowed to a kind", async () => {
    const { items } = await ask<{ items: { id: string }[] }>(page, "/api/people/list", {
      q: "Mirzat",
      limit: 1,
    });
    const body = { people: [items[0]?.id], kind: "other", priority: "low" };
    for (let n = 0; n < 30; n++) await ask(page, "/api/cases", { ...body, title: `Invented ${n}` });
    await open("/cases");
    const column = page.getByRole("region", { name: /^New/ });
    await expect.poll(() => column.locator(".case-card").count(), soon).toBe(25);
    await column.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => column.locator(".case-card").count(), soon).toBe(31);
    const shown = await column.locator("[data-case]").evaluateAll((all) => all.length);
    const ids = await column
      .locator("[data-case]")
      .evaluateAll((all) => new Set(all.map((one) => (one as HTMLElement).dataset["case"])).size);
    expect(ids).toBe(shown);
    await page.getByLabel("Kind").selectOption("death");
    await page.getByText("No case fits these choices.").waitFor();
    await clean();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Kind").selectOption("other");
    await expect
      .poll(
        () =>
          page
            .getByRole("region", { name: /^Waiting/ })
            .locator(".case-card")
            .count(),
        soon,
      )
      .toBe(0);
    await page.getByLabel("Kind").selectOption("");
  });

  it("get a hearing that stands at home and in the calendar on the court's day, whatever clock one has", async () => {
    const day = dayIn(2);
    await open(`/cases/${fresh.id}`);
    await page.getByRole("button", { name: "Set a day" }).waitFor();
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What happens on it").selectOption("hearing");
    await dialog.getByLabel("In a few words").fill("Invented hearing");
    await dialog.getByLabel("Day", { exact: true }).fill(day);
    await dialog.getByLabel("Hour, if one was said").fill("02:30");
    await dialog.getByLabel("Time zone of the place").fill("Almaty");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Choose what happens, a day and a time zone.").waitFor();
    await dialog.getByLabel("Time zone of the place").fill("Asia/Almaty");
    await clean();
    await dialog.getByRole("button", { name: "Save" }).click();
    await said("The day is set.");
    await open("/");
    const line = page.locator(".day-line").filter({ hasText: "Invented hearing" });
    await line.getByText(/in 2 days/).waitFor();
    // Half past two at night in Almaty is the evening before in Berlin, in winter and in summer.
    const before = new Date(Date.parse(day) - 86_400_000);
    const dayBefore = new RegExp(`your time: \\w{3} ${before.getUTCDate()} .*, 2[23]:30`);
    await line.getByText(dayBefore).waitFor();
    await clean();
    await open(`/cases/calendar?span=week&from=${day}`);
    const onDay = (at: Page) =>
      at.locator(`[data-day="${day}"]`).getByText("Invented hearing").waitFor();
    await onDay(page);
    await page.getByText(dayBefore).waitFor();
    await clean();
    const storageState = await page.context().storageState();
    const there = { storageState, timezoneId: "Asia/Almaty" };
    const { page: court } = await watchedPage(browser, served.origin, there);
    await court.goto(`${served.origin}/cases/calendar?span=week&from=${day}`);
    await onDay(court);
    const told = await court
      .locator(".day-line")
      .filter({ hasText: "Invented hearing" })
      .innerText();
    expect(told).toContain("02:30");
    expect(told).not.toContain("your time");
    await court.context().close();
  });

  it("have a finding settled with a reason, which comes back when the facts change", async () => {
    const deadline = { case: fresh.id, kind: "submission", title: "Invented paper" };
    const at = { day: dayIn(-5), zone: "Asia/Almaty" };
    await ask(page, "/api/deadlines", { ...deadline, at });
    await open(`/cases/${fresh.id}`);
    const text = "A deadline has passed and still waits.";
    const findings = page.getByRole("region", { name: "To settle" });
    await findings.getByText(text).waitFor();
    await findings.getByRole("button", { name: "Settle with a reason" }).click();
    await sayWhy(page, "the office accepts it late", "Settle with a reason");
    await findings.getByText("1 settled").waitFor();
    await expect.poll(() => findings.locator(".case-finding--warn").count(), soon).toBe(0);
    await clean();
    await page.getByRole("button", { name: "More for Invented paper" }).click();
    await page.getByRole("menuitem", { name: "Move" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Day", { exact: true }).fill(dayIn(-2));
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Say why it was moved").waitFor();
    await dialog.getByLabel("Why was it moved?").fill("they gave three days more");
    await dialog.getByRole("button", { name: "Save" }).click();
    await said("Moved.");
    await findings.locator(".case-finding--warn").getByText(text).waitFor();
  });

  it("hold tasks that are added, done and taken back", async () => {
    const tasks = page.getByRole("region", { name: "Tasks" });
    await tasks.getByRole("button", { name: "Add a task" }).click();
    await tasks.getByLabel("What is to be done").fill("Call the invented lawyer");
    await tasks.getByLabel("Until").fill(dayIn(1));
    await tasks.getByRole("button", { name: "Add a task" }).click();
    await tasks.getByText("Call the invented lawyer").waitFor();
    await tasks.getByRole("button", { name: "Done" }).click();
    await tasks.getByText("No task is open.").waitFor();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await tasks.getByRole("button", { name: "Done" }).waitFor();
  });

  it("take in a proceeding from a source and its passage, and make a day of its hearing", async () => {
    type Sources = { items: { id: string; title: string; kind: string; language?: string }[] };
    const { items } = await ask<Sources>(page, "/api/sources/list", { limit: 200 });
    const source = items.find(({ title }) => title === "The truck in front of the office");
    const { text } = await ask<{ text: string }>(page, `/api/sources/${source?.id}/text`);
    const words = text.slice(0, 40).trim();
    await page.getByRole("button", { name: "Add a proceeding" }).click();
    const dialog = page.getByRole("dialog");
    await choose(dialog, "Source", "The truck in front of the office");
    await dialog.getByLabel("The words that say so").fill("words that stand nowhere in it");
    await dialog.getByLabel("Kind", { exact: true }).selectOption("deportation");
    await dialog.getByLabel("Country", { exact: true }).fill("Kazakhstan");
    await dialog.getByLabel("Hearing", { exact: true }).fill(dayIn(6));
    await dialog.getByRole("button", { name: "Write it down" }).click();
    await dialog.getByText(/These words are not in/).waitFor();
    await dialog.getByLabel("The words that say so").fill(words);
    await dialog.getByRole("button", { name: "Write it down" }).click();
    await said("The proceeding is in the file.");
    await page.getByText("Committee against Torture, article 22").waitFor();
    await clean();
    const court = page.getByRole("article");
    await court.getByRole("button", { name: "Set as a deadline" }).click();
    await expect
      .poll(() => dialog.getByLabel("Day", { exact: true }).inputValue(), soon)
      .toBe(dayIn(6));
    await dialog.getByRole("button", { name: "Save" }).click();
    await court.getByText("set as a deadline").waitFor();
    await page.getByText("from a source").waitFor();
  });

  it("are opened from a person's page, and what stops everything stands at home", async () => {
    const { items } = await ask<{ items: { id: string }[] }>(page, "/api/sources/list", {
      limit: 1,
    });
    const { id } = await ask<{ id: string }>(page, "/api/records", {
      schema: "Person",
      source: items[0]?.id,
      label: "Invented Child",
      claims: [{ property: "birthDate", words: `${new Date().getUTCFullYear() - 6}` }],
    });
    await open(`/people/${id}`);
    await page.getByRole("button", { name: "Open a case" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Open it" }).click();
    await dialog.getByText("Choose a person and the kind of case.").waitFor();
    await dialog.getByLabel("Kind").selectOption("family");
    await dialog.getByRole("button", { name: "Open it" }).click();
    await page.waitForURL(/\/cases\/cas_/);
    await heading("Invented Child");
    const theCase = page.url().split("/").at(-1);
    await ask(page, "/api/tasks", { case: theCase, title: "Find the mother", due: dayIn(1) });
    await open("/");
    const blocks = page.getByRole("region", { name: "Nothing should go out" });
    await blocks.getByText("no parent or guardian has consented").waitFor();
    await clean();
    await open("/cases/workload");
    await page.getByRole("rowheader", { name: "Nobody has taken" }).waitFor();
    await clean();
  });
});
