// A relative fills in the form from disk with the network cut; age opens what it makes, and the vault takes it in.
// Everyone in them is invented.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Appeal } from "../../src/model/index.ts";
import type { ArrivedAppeal, ConsentView } from "../../src/server/index.ts";
import { drawPicture } from "../../src/collect/testing.ts";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault, passphrase, soon } from "./steps.ts";

const root = join(import.meta.dirname, "..", "..");
const built = join(root, "dist", "web", "appeal-form.html");
const names = { first: "Ерлан Ойдантегі", again: "ئەرلان ئويدانتېگى", second: "叶尔兰" };

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-browser-appeal-"));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

interface FromDisk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests but for the page itself, errors of scripts, breaches of the policy. */
  readonly faults: string[];
}

/** Opens a file of this machine with the network cut. */
async function openFromDisk(
  html: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<FromDisk> {
  const path = join(folder, `form-${Math.random().toString(36).slice(2)}.html`);
  await writeFile(path, html);
  const context = await browser.newContext(options);
  await context.setOffline(true);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const own = pathToFileURL(path).href;
  page.on("request", (request) => {
    if (request.url() !== own && !request.url().startsWith("blob:null/"))
      faults.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  await page.goto(own);
  return { page, context, faults };
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();

/** The six steps, as a hand would take them. */
async function fillIn(page: Page, photo: string): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(names.first);
  await press(page, "Add the name in another writing");
  await page.keyboard.type(names.again);
  await page.getByLabel("Who is this person to you?").selectOption("My brother");
  await page.getByLabel("Born").fill("12 March 1971");
  await press(page, "Add another person");
  await page.keyboard.type(names.second);
  await press(page, "Next");
  await page
    .getByLabel("What happened?")
    .first()
    .fill("They came at night.\nNobody says where he is.");
  await page.getByLabel("When were they taken, or last free?").first().fill("spring 2018");
  await page.getByLabel("How do you know?").first().selectOption("Somebody else told me");
  await press(page, "Next");
  await page.getByLabel("What was done so far?").fill("We wrote to the invented county office.");
  await press(page, "Next");
  await page.locator("#files-input").setInputFiles(photo);
  await page.getByLabel("What does it show?").fill("He, at a wedding");
  await press(page, "Next");
  await page.getByLabel("Your name").fill("Gulnar Oidantegi");
  await page.getByLabel("How can the group reach you?").fill("+7 000 000 00 00");
  await press(page, "Next");
}

async function saved(page: Page, button: string): Promise<{ path: string; name: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  const path = join(folder, `${Math.random().toString(36).slice(2)}.age`);
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

async function photo(): Promise<string> {
  const path = join(folder, "wedding.png");
  await writeFile(path, await drawPicture("wedding").png().toBuffer());
  return path;
}

const withKey = (html: string, recipient: string): string =>
  html.replace(
    'name="guwah-recipient" content=""',
    `name="guwah-recipient" content="${recipient}"`,
  );

describe("the form on its own", () => {
  it("asks the network for nothing, and what it makes opens with age and tar", async () => {
    const key = join(folder, "key.txt");
    execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
    const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
    const html = await readFile(built, "utf8");
    expect((await stat(built)).size).toBeLessThan(300_000);
    const { page, context, faults } = await openFromDisk(withKey(html, recipient));
    await fillIn(page, await photo());

    // Every line of the consent is a no at first, and without the first there is no file.
    const ticks = page.getByRole("checkbox");
    expect(await ticks.count()).toBe(7);
    for (const tick of await ticks.all()) expect(await tick.isChecked()).toBe(false);
    await press(page, "Make the locked file");
    expect(await page.getByRole("alert").textContent()).toMatch(/tick the first line/);
    await page.getByLabel("May the members of our group see it?").check();
    await page.getByLabel(/without telling the government/).check();
    const { path, name } = await saved(page, "Make the locked file");
    const code = await page.locator(".appeal-form__code").textContent();
    expect(name).toBe(`appeal-${new Date().toISOString().slice(0, 10)}-${code}.age`);

    const tar = execFileSync("age", ["-d", "-i", key, path]);
    await writeFile(join(folder, "a.tar"), tar);
    const json = execFileSync("tar", ["-xOf", join(folder, "a.tar"), "appeal.json"], {
      encoding: "utf8",
    });
    const appeal = JSON.parse(json) as Appeal;
    expect(appeal).toMatchObject({
      people: [
        { names: [names.first, names.again], relation: "brother", knows: "told-by-another" },
        { names: [names.second] },
      ],
      files: [{ entry: "files/01.png", name: "wedding.png", about: "He, at a wedding" }],
      consent: { wording: "1 en", audiences: ["inside", "un-quiet"] },
      sender: { name: "Gulnar Oidantegi" },
    });
    const picture = execFileSync("tar", ["-xOf", join(folder, "a.tar"), "files/01.png"]);
    expect(picture.equals(await readFile(await photo()))).toBe(true);
    // Nothing of it is left in the browser.
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("runs no script but its own, and reaches no address", async () => {
    const html = (await readFile(built, "utf8")).replace(
      "</body>",
      '<script>document.title = "planted"</script><img src="https://example.invalid/x.png"></body>',
    );
    const { page, context, faults } = await openFromDisk(html);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.title()).toBe("Tell us who is missing");
    const refused = await page.evaluate(
      async () =>
        new Promise<string>((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) =>
            resolve(event.effectiveDirective),
          );
          void fetch("https://example.invalid/").catch(() => {});
        }),
    );
    expect(refused).toBe("connect-src");
    expect(faults.filter((fault) => /script/.test(fault)).length).toBeGreaterThan(0);
    await context.close();
  });

  it("is gone on with from a file that opens with a password, and with no other", async () => {
    const { page, context } = await openFromDisk(await readFile(built, "utf8"));
    await fillIn(page, await photo());
    await page.getByLabel("May the members of our group see it?").check();
    await page.getByText("Stop now and go on later").click();
    await page.getByLabel(/A password/).fill("short");
    await press(page, "Save for later");
    await page.getByText("Please take a longer password.").waitFor();
    await page.getByLabel(/A password/).fill("invented geese 7");
    const { path } = await saved(page, "Save for later");
    expect((await readFile(path)).includes(Buffer.from(names.first))).toBe(false);
    await page.reload();
    await page.getByText("Stop now and go on later").click();
    const open = page.getByLabel("Open what I saved");
    await page.getByLabel(/A password/).fill("another password");
    await open.setInputFiles(path);
    await page.getByText("This does not open it.").waitFor();
    await page.getByLabel(/A password/).fill("invented geese 7");
    await open.setInputFiles(path);
    await page.getByText("Opened. Go on where you stopped.").waitFor();
    expect(await page.getByLabel("Name", { exact: true }).first().inputValue()).toBe(names.first);
    await press(page, "Photos and papers");
    expect(await page.getByLabel("What does it show?").inputValue()).toBe("He, at a wedding");
    await context.close();
  });

  it("keeps out what is too large or too many, and says so", async () => {
    const { page, context } = await openFromDisk(await readFile(built, "utf8"));
    await page.getByRole("button", { name: /Photos and papers/ }).click();
    const many = Array.from({ length: 31 }, (_, i) => ({
      name: `letter-${i}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`invented ${i}`),
    }));
    await page.locator("#files-input").setInputFiles(many);
    expect(await page.getByRole("listitem").filter({ hasText: "letter-" }).count()).toBe(30);
    await page.getByText("That is more than 30 files.").waitFor();
    await press(page, "Remove letter-0.txt");
    expect(await page.getByRole("listitem").filter({ hasText: "letter-" }).count()).toBe(29);
    await context.close();
  });

  it("is whole on a phone and in the dark, by keyboard and for axe", async () => {
    for (const options of [
      { viewport: { width: 360, height: 740 } },
      { colorScheme: "dark" as const },
    ]) {
      const { page, context } = await openFromDisk(await readFile(built, "utf8"), options);
      for (let step = 1; step <= 6; step += 1) {
        expect(await seriousOn({ page }), `step ${step}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `step ${step}`).toBeLessThanOrEqual(0);
        if (step === 6) continue;
        await page.getByRole("button", { name: "Next" }).focus();
        await page.keyboard.press("Enter");
        // A new step is read out from its heading on.
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
      }
      await context.close();
    }
  });
});

describe("the group", () => {
  let served: Served;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    served = await startServer();
    watched = await watchedPage(browser, served.origin, { acceptDownloads: true });
    page = watched.page;
    await makeVault(page, served.origin);
  });
  afterAll(() => served.stop());

  it("makes its key, hands the form out, and takes in what comes back", async () => {
    await page.goto(`${served.origin}/appeals`);
    await press(page, "Make the key");
    await page.getByLabel("Whose form it is").waitFor();
    await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
    await page.getByLabel("Whose form it is").fill('The <b>"invented"</b> families');
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      press(page, "Save the form"),
    ]);
    const html = await readFile(await download.path(), "utf8");
    const form = await openFromDisk(html);
    await form.page.getByText('A form of The <b>"invented"</b> families').waitFor();
    await fillIn(form.page, await photo());
    await form.page.getByLabel("May the members of our group see it?").check();
    const { path } = await saved(form.page, "Make the locked file");
    const code = (await form.page.locator(".appeal-form__code").textContent()) ?? "";
    expect(form.faults).toEqual([]);
    await form.context.close();

    await page.goto(`${served.origin}/add`);
    await page.getByLabel("Choose files").first().setInputFiles(path);
    await page.getByRole("link", { name: "An appeal that came" }).click();
    await page.getByRole("heading", { level: 1, name: "An appeal that came" }).waitFor();
    await page.getByText(code).waitFor();
    for (const name of [names.first, names.second])
      await page.getByRole("link", { name }).waitFor();
    expect(await page.getByText("Gulnar").count()).toBe(0);
    await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
    const { items } = await ask<{ items: ArrivedAppeal[] }>(page, "/api/appeals");
    const [appeal] = items;
    for (const { record } of appeal?.people ?? []) {
      const consents = await ask<{ items: ConsentView[] }>(page, `/api/consents/${record}`);
      expect(consents.items).toMatchObject([{ audiences: ["inside"], wording: "1 en" }]);
    }

    const env = { ...process.env, GUWAH_HOME: served.home, GUWAH_PASSPHRASE: passphrase };
    const cli = join(root, "src", "cli", "main.ts");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, "appeal", "open", path, "--json"],
      { env },
    );
    expect(JSON.parse(stdout)).toMatchObject([{ known: true, code, source: appeal?.source }]);
  });

  it("fills it in together; a draft waits while one looks elsewhere, and who is alike is named", async () => {
    await page.goto(`${served.origin}/appeals/new`);
    await page.getByLabel("Name", { exact: true }).fill("Erlan Oidantegi");
    await press(page, /Who may see this/);
    await page.getByLabel("May the members of our group see it?").check();
    await page.getByRole("link", { name: "Appeals" }).first().click();
    await press(page, "Leave for now");
    await page.getByRole("link", { name: "Fill in together" }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Erlan Oidantegi");
    await expect.poll(() => seriousOn({ page }), soon).toEqual([]);
    await press(page, /Who may see this/);
    await press(page, "Take it in");
    await page.getByRole("heading", { level: 1, name: "An appeal that came" }).waitFor();
    // The one whose name is the same in another script stands first.
    await page.getByRole("link", { name: `The same person? ${names.first}` }).click();
    await page.waitForURL(/same-person\?left=rec_.*right=rec_/);
    expect(watched.faults).toEqual([]);
  });
});
