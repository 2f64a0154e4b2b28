// What the people of one invented story bring along, and the steps they take. Nobody in it exists.
import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";

/** The person, as different people write the name. */
export const who = {
  cyrillic: "Бекзат Айтөлеуұлы",
  arabic: "بەكزات ايتولەۋۇلى",
  latin: "Bekzat Aitoleuuly",
} as const;

/** The day so many days from now, as an ISO day. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const taken = dayFromNow(-40);

/** The newspaper that wrote of the person first. */
export const firstArticle = `Аққу хабаршысы (ойдан шығарылған газет)

Ұсталғандар туралы

Бекзат Айтөлеуұлы деген бағбан ұсталды дейді көршілері. Мұндағы ешкім шын емес.
`;

/** The ambassador's interview: one denial that names nobody, one that names the person. */
export const denial = `The Reed Courier (an invented outlet)

An ambassador answers

Lin Testing, an ambassador, denied that the police had taken anybody from the Tuztau gardens.

Lin Testing denied that Bekzat Aitoleuuly had ever been detained by the police.

Nobody in this article exists.
`;

const time = (seconds: number): string => `00:00:${String(seconds).padStart(2, "0")}.000`;
const cues = [
  [2, 6, "Біз бір камерада отырдық.", "We sat in one cell of the Tuztau station."],
  [8, 12, "Оны таяқпен ұрды.", "A guard beat him with a stick."],
  [14, 18, "Оған үш күн тамақ бермеді.", "For three days they gave him no food."],
  [19, 23, "Кейін Тұзтау мектебіне апарды.", "Then they moved him to the Tuztau school."],
  [24, 28, "Сол жерде түні бойы тұрғызып қойды.", "There they made him stand all night."],
] as const;

/** What a fellow prisoner says on the recording, by the second. */
export const said = cues.map(([from, , kazakh, english]) => ({
  clock: `0:${String(from).padStart(2, "0")}`,
  kazakh,
  english,
}));
const vtt = (language: "kazakh" | "english"): Buffer =>
  Buffer.from(
    [
      "WEBVTT",
      ...cues.map(
        ([from, to, kk, en]) => `${time(from)} --> ${time(to)}\n${language === "kazakh" ? kk : en}`,
      ),
    ].join("\n\n"),
  );

const press = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole("button", { name, exact: true }).click();

/** The sister fills in the form from her disk, with no network, and gets one locked file. */
export async function sisterWrites(
  browser: Browser,
  html: string,
  folder: string,
): Promise<{ path: string; code: string; asked: readonly string[] }> {
  const form = join(folder, "form.html");
  await writeFile(form, html);
  const own = pathToFileURL(form).href;
  const context = await browser.newContext({ acceptDownloads: true });
  await context.setOffline(true);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== own && !request.url().startsWith("blob:null/")) asked.push(request.url());
  });
  await page.goto(own);
  await page.getByLabel("Name", { exact: true }).fill(who.arabic);
  await page.getByLabel("Woman or man").selectOption("Man or boy");
  await page.getByLabel("Who is this person to you?").selectOption("My brother");
  await page.getByLabel("Born").fill("1985");
  await press(page, "Next");
  await page.getByLabel("What happened?").fill("They came to his garden and took him along.");
  await page.getByLabel("When were they taken, or last free?").fill(taken);
  await page.getByLabel("From where?").fill("Tuztau");
  await page.getByLabel("How do you know?").selectOption("I saw it");
  for (let step = 3; step <= 5; step += 1) await press(page, "Next");
  await page.getByLabel("Your name").fill("Invented Sister");
  await press(page, "Next");
  await page.getByLabel("May the members of our group see it?").check();
  await page.getByLabel(/tell the government the name/).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page, "Make the locked file"),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  const code = (await page.locator(".appeal-form__code").textContent()) ?? "";
  await context.close();
  return { path, code, asked };
}

/** The form of this group, saved from its page. */
export async function savedForm(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page, "Save the form"),
  ]);
  return readFile(await download.path(), "utf8");
}

/** A picture for whoever wants to look: GUWAH_TEST_PICTURES names the folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["GUWAH_TEST_PICTURES"];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const run = promisify(execFile);

/** Lines of a page break where the page ends; words do not. */
export const plain = (text: string): string =>
  text.normalize("NFKC").replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");

/** A document as LibreOffice shows it: the text of its pages, and how much of each page is not paper. */
export async function readByOffice(
  docx: string,
): Promise<{ text: string; pages: readonly number[] }> {
  const folder = `${docx}-office`;
  await mkdir(folder);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const ask = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, docx];
  await run("soffice", ask, { timeout: 240_000 });
  const made = (await readdir(folder)).find((name) => name.endsWith(".pdf")) ?? "none.pdf";
  const pdf = join(folder, made);
  const { stdout } = await run("pdftotext", [pdf, "-"]);
  await run("pdftoppm", ["-png", "-r", "60", pdf, join(folder, "page")]);
  const drawn = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
  const keep = process.env["GUWAH_TEST_PICTURES"];
  const pages = [];
  for (const name of drawn) {
    if (keep !== undefined) await copyFile(join(folder, name), join(keep, name));
    const { data } = await sharp(join(folder, name))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    pages.push(data.filter((grey) => grey < 200).length / data.length);
  }
  return { text: plain(stdout), pages };
}

/** Takes a transcript in. */
export async function takeIn(
  page: Page,
  track: "Original" | "Translation",
  language: string,
  words: "kazakh" | "english",
  by: string,
): Promise<void> {
  await page
    .getByRole("region", { name: track, exact: true })
    .getByRole("button", { name: "Take in a file" })
    .click();
  await page
    .getByRole("dialog")
    .getByLabel("Transcript")
    .setInputFiles({ name: `${words}.vtt`, mimeType: "text/vtt", buffer: vtt(words) });
  await page.getByRole("dialog").getByLabel("Language").selectOption(language);
  await page
    .getByRole("dialog")
    .getByLabel(track === "Original" ? "Written down by" : "Translated by")
    .fill(by);
  await page.getByRole("dialog").getByRole("button", { name: "Take in a file" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Writes down a stretch of the story from the recording, each act with its own words. */
export async function addEpisode(
  page: Page,
  kind: string,
  from: string,
  quote: string,
  acts: readonly (readonly [string, string])[],
): Promise<void> {
  await page.getByRole("button", { name: "Add an episode" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "Source" }).fill("kitchen");
  await form.getByRole("option", { name: /kitchen/ }).click();
  await form.getByLabel("The words that say so", { exact: true }).fill(quote);
  await form.getByLabel("What happened").selectOption(kind);
  await form.getByLabel("How does the speaker know?").selectOption("saw-it");
  await form.getByLabel("From", { exact: true }).fill(from);
  await form.getByLabel("Facility").fill("Tuztau");
  await form.getByLabel("Kind of holder").selectOption("police");
  for (const [i, [type, words]] of acts.entries()) {
    await form.getByRole("button", { name: "Add an act" }).click();
    const act = form.getByRole("group", { name: `Act ${i + 1}` });
    await act.getByLabel("What was done").selectOption(type);
    await act.getByLabel("The words that say so, if others").fill(words);
  }
  await picture(page, `4-form-${kind}`);
  await form.getByRole("button", { name: "Add to the story" }).click();
  await form.waitFor({ state: "hidden" });
}
