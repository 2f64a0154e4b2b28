// A table becomes people: seen before it happens, never doubled, undone as a whole; two of them are one person, and two again.
// The list and everyone in it are invented.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { choose, dropFiles, fileLine, makeVault, sayWhy, soon } from "./steps.ts";

const rows = [
  ["1", "Gulnar Testkyzy", "f", "1971", "Koktal", "seamstress", "green"],
  ["2", "Marat Testbek", "m", "12.03.1965", "Koktal", "driver", "red"],
  ["3", "Ерлан Тестұлы", "m", "1984", "Koktal", "seller", "blue"],
  ["4", "Yerlan Testuly", "m", "the year of the flood", "Koktal", "seller", "blue"],
];
const list = [
  ["No", "Name", "Sex", "Date of birth", "Place of origin", "Occupation", "Colour of the folder"],
  ...rows,
]
  .map((cells) => cells.join(","))
  .join("\n");

type People = { total: number; items: { id: string; label: string }[] };

describe("the road of a table", { timeout: 180_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let source = "";

  oneAfterAnother();
  beforeAll(async () => {
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin));
    await makeVault(page, served.origin);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const people = async (): Promise<string[]> =>
    (await ask<People>(page, "/api/people/list", {})).items.map(({ label }) => label).toSorted();
  const idOf = async (label: string): Promise<string> =>
    (await ask<People>(page, "/api/people/list", {})).items.find((p) => p.label === label)?.id ??
    "";
  const tryOut = async (): Promise<Record<string, string>> => {
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.locator(".table-sums").waitFor();
    const sums = await page.locator(".table-sum").allInnerTexts();
    return Object.fromEntries(
      sums.map((sum) => [sum.replace(/^\d+\s+/, ""), /^\d+/.exec(sum)?.[0] ?? ""]),
    );
  };

  it("shows what each column becomes, guessed and open to correction", async () => {
    await page.goto(`${served.origin}/add`);
    await dropFiles(page, [{ name: "list.csv", text: list }]);
    await fileLine(page, "list.csv").getByRole("link", { name: "Import the table" }).click();
    await page.getByRole("heading", { level: 1, name: "Import a table" }).waitFor();
    source = page.url().split("/").at(-2) ?? "";
    const become = async (column: string): Promise<string> =>
      page.getByLabel(`Becomes: ${column}`, { exact: true }).locator("option:checked").innerText();
    expect(await become("Name")).toBe("Name");
    expect(await become("Date of birth")).toBe("Date of birth");
    expect(await become("Place of origin")).toBe("Place of origin");
    expect(await become("Colour of the folder")).toBe("leave out");
    await page.getByLabel("Column that tells rows apart").selectOption("No");
  });

  it("tries it out row by row, and writes nothing", async () => {
    expect(await tryOut()).toMatchObject({ new: "4", "left out": "0" });
    await page.getByText("1 cell is not understood and left empty").waitFor();
    const problem = page.locator(".table-reports tr", { hasText: "Yerlan Testuly" });
    await problem.getByText("Date of birth: does not read as a date").waitFor();
    expect(await people()).toEqual([]);
  });

  it("imports what was tried", async () => {
    await page.getByRole("button", { name: "Import 4 rows" }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.getByText("4 new").waitFor();
    const names = new Set(rows.map(([, name]) => name));
    expect(new Set(await people())).toEqual(names);
  });

  it("leads from a value to its row, and keeps the row over a reload", async () => {
    await page.goto(`${served.origin}/people/${await idOf("Marat Testbek")}`);
    const values = page.locator(".prop__value");
    await values.first().waitFor();
    for (const [index, text] of (await values.allInnerTexts()).entries()) {
      const value = values.nth(index);
      // The heading's value may share its claim with another: pressed once more it would close.
      if ((await value.getAttribute("aria-pressed")) !== "true") await value.click();
      const marked = page.locator(".passage mark");
      await marked.waitFor();
      expect(rows[1], `the cell of “${text}”`).toContain(await marked.innerText());
      await page
        .getByRole("link", { name: "Open in the source" })
        .and(page.locator('[href$="at=row:2"], [href$="at=row%3A2"]'))
        .waitFor();
    }
    await page.getByRole("link", { name: "Open in the source" }).click();
    const row = page.locator(".rows__row--here");
    await row.getByText("Marat Testbek").waitFor();
    await page.reload();
    await row.getByText("Marat Testbek").waitFor();
  });

  it("does not double anyone when the same list is imported again", async () => {
    await page.goto(`${served.origin}/sources/${source}/table`);
    await page.getByLabel("Column that tells rows apart").selectOption("No");
    expect(await tryOut()).toMatchObject({ new: "0", "as before": "4" });
    expect(await page.getByRole("button", { name: "Import 0 rows" }).isDisabled()).toBe(true);
  });

  it("makes one file of two people, by a decision with a reason", async () => {
    await page.goto(`${served.origin}/people/${await idOf("Yerlan Testuly")}`);
    await page.getByRole("link", { name: "Same person as…" }).click();
    await choose(page, "The other person", "Ерлан Тестұлы");
    await page.getByRole("heading", { name: "Are these the same person?" }).waitFor();
    await page.getByRole("button", { name: /^Different/ }).waitFor();
    await page.keyboard.press("s");
    await sayWhy(page, "The same row twice, in two scripts.", "Decide");
    await page.getByText("They are one file now.").first().waitFor();
    expect(await people()).toHaveLength(3);
    await page.getByRole("link", { name: "The file that holds them both" }).click();
    await page.getByText("The same row twice, in two scripts.").waitFor();
    expect(await page.locator(".recs__item", { hasText: "Not the same person" }).count()).toBe(2);
  });

  it("keeps both names and both rows in the file that holds them both", async () => {
    await page.getByRole("link", { name: /^What is said/ }).click();
    for (const name of ["Yerlan Testuly", "Ерлан Тестұлы"])
      await page.locator(".prop__value", { hasText: name }).waitFor();
  });

  it("makes two of them again", async () => {
    await page.getByRole("link", { name: /^Records/ }).click();
    await page
      .locator(".recs__item", { hasText: "Ерлан Тестұлы" })
      .getByRole("button", { name: "Not the same person" })
      .click();
    await sayWhy(page, "Born in other years.", "Not the same person");
    await expect.poll(people, soon).toHaveLength(4);
  });

  it("tells both decisions in the history, with who and why", async () => {
    await page.goto(`${served.origin}/people/${await idOf("Ерлан Тестұлы")}`);
    await page.getByRole("link", { name: /^History/ }).click();
    for (const [verdict, why] of [
      ["same", "The same row twice, in two scripts."],
      ["different", "Born in other years."],
    ] as const) {
      const line = page.getByRole("row").filter({ hasText: why });
      await line.getByText(new RegExp(`judged two records: ${verdict}`)).waitFor();
      await line.getByText("Aida").waitFor();
      await line.getByText(/entry \d+/).waitFor();
    }
  });

  it("undoes the import as a whole, with a reason", async () => {
    await page.goto(`${served.origin}/batches`);
    await page.getByRole("button", { name: "Undo the import" }).click();
    await sayWhy(page, "It was the wrong list.", "Undo the import");
    await page.getByText("undone", { exact: false }).first().waitFor();
    await expect.poll(people, soon).toEqual([]);
  });

  it("never asked anyone but its own server, and broke no policy", () => {
    expect(faults).toEqual([]);
  });
});
