// The steps people take on the screens, as the tests of several roads take them. Everyone in them is invented.
import type { Locator, Page } from "playwright-core";

/** How long to ask again: for `expect.poll` on a slow machine. */
export const soon = { timeout: 20_000 } as const;

export const passphrase = "seven invented cranes fly north";

/** Makes a vault through the first page and goes in. Gives the recovery code as it was shown. */
export async function makeVault(page: Page, origin: string): Promise<string> {
  await page.goto(origin);
  await page.getByRole("button", { name: /Make a new vault/ }).click();
  await page.getByLabel("Name of the vault").fill("Invented vault");
  await page.getByLabel("Your name").fill("Aida");
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("The same passphrase again").fill(passphrase);
  await page.getByText(/Strength: Strong/).waitFor();
  await page.getByRole("button", { name: "Make the vault" }).click();
  const code = await shownCode(page);
  await page.getByLabel(/type its last four/).fill(code.slice(-4));
  await page.getByRole("button", { name: "Go to the vault" }).click();
  await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
  return code;
}

/** The recovery code that stands on the page, its groups joined by dashes. */
export async function shownCode(page: Page): Promise<string> {
  const groups = page.locator(".code > span:not(.sr-only)");
  await groups.first().waitFor({ timeout: 60_000 });
  return (await groups.allTextContents()).join("-");
}

export interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** Drops files on the page as a hand would, all at once. */
export async function dropFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  const held = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator(".add__drop").dispatchEvent("drop", { dataTransfer: held });
}

/** The line of one file on its way into the vault. */
export function fileLine(page: Page, name: string): Locator {
  return page.locator(".add__line").filter({ hasText: name });
}

/** Selects words of the reader's text with the mouse, from their first letter to their last. */
export async function markWords(page: Page, words: string): Promise<void> {
  const block = page.locator(".reader-block", { hasText: words }).first();
  await block.scrollIntoViewIfNeeded();
  const ends = await block.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const start = nodes
      .map((node) => node.data)
      .join("")
      .indexOf(wanted);
    const rectOf = (at: number): DOMRect => {
      let before = 0;
      for (const node of nodes) {
        if (at < before + node.data.length) {
          const range = document.createRange();
          range.setStart(node, at - before);
          range.setEnd(node, at - before + 1);
          return range.getBoundingClientRect();
        }
        before += node.data.length;
      }
      throw new Error("the words end outside their paragraph");
    };
    const [first, last] = [rectOf(start), rectOf(start + wanted.length - 1)];
    const middle = (rect: DOMRect): number => rect.top + rect.height / 2;
    return {
      from: { x: first.left + 1, y: middle(first) },
      to: { x: last.right - 0.5, y: middle(last) },
    };
  }, words);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("toolbar", { name: /selected words/ }).waitFor();
}

/** Finds one thing by typing into a field that proposes, and takes the first that is proposed. */
export async function choose(within: Page | Locator, label: string, typed: string): Promise<void> {
  const field = within.getByRole("combobox", { name: label });
  await field.click();
  await field.pressSequentially(typed);
  const page = "page" in within ? within.page() : within;
  await page.getByRole("option", { name: typed }).first().click();
}

/** Answers the question why, and goes on. */
export async function sayWhy(page: Page, reason: string, submit: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Why\?/).fill(reason);
  await dialog.getByRole("button", { name: submit, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}
