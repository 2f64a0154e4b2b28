// One story from a relative's locked file to a submission, and back by a consent that is withdrawn. Nobody in it exists.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from "vitest";
import { formatDate, parseDate } from "../../src/model/index.ts";
import type { RouteCard, SubmissionsOf } from "../../src/server/index.ts";
import { aRecording } from "../../src/collect/testing.ts";
import { ask, type Served, startBrowser, startServer, watchedPage } from "./browser.ts";
import { oneAfterAnother } from "./one-after-another.ts";
import { makeVault, sayWhy, soon } from "./steps.ts";
import {
  addEpisode,
  dayFromNow,
  denial,
  firstArticle,
  picture,
  plain,
  readByOffice,
  said,
  savedForm,
  sisterWrites,
  takeIn,
  taken,
  who,
} from "./story-steps.ts";

describe("one story, played to the end", { timeout: 120_000 }, () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let folder: string;
  /** The person's file, and the interview with somebody held beside him. */
  let person = "";
  let appeal = "";
  let interview = "";
  let article = "";

  oneAfterAnother();
  beforeEach(() => onTestFailed(() => picture(page, "failed")));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-one-story-"));
    served = await startServer();
    browser = await startBrowser();
    ({ page, faults } = await watchedPage(browser, served.origin, { acceptDownloads: true }));
    await makeVault(page, served.origin);
    // On file before the story begins: the person, as a newspaper wrote the name.
    const { source } = await ask<{ source: string }>(page, "/api/sources/text", {
      kind: "article",
      text: firstArticle,
    });
    await ask(page, "/api/records", {
      schema: "Person",
      source,
      label: who.cyrillic,
      claims: [
        { property: "name", words: who.cyrillic },
        { property: "name", words: who.latin },
        { property: "occupation", words: "бағбан" },
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const go = async (path: string): Promise<void> => {
    await page.goto(served.origin + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const dialog = () => page.getByRole("dialog");

  it("begins with a locked file that a relative made without a network", async () => {
    await go("/appeals");
    await button("Make the key").click();
    await page.getByLabel("Whose form it is").waitFor();
    const { path, code, asked } = await sisterWrites(browser, await savedForm(page), folder);
    expect(asked).toEqual([]);
    expect((await readFile(path)).includes(Buffer.from(who.arabic))).toBe(false);
    await go("/appeals");
    await page.getByLabel("Choose the file").setInputFiles(path);
    await page.getByRole("heading", { level: 1, name: "An appeal that came" }).waitFor();
    await page.getByText(code).waitFor();
    await page.getByRole("link", { name: who.arabic, exact: true }).waitFor();
    expect(await page.getByText("Invented Sister").count()).toBe(0);
    appeal = page.url().split("/").at(-1) ?? "";
    await picture(page, "1-appeal");
  });

  it("knows the person again under another script, by somebody's judgement", async () => {
    await page.getByRole("link", { name: `The same person? ${who.cyrillic}` }).click();
    const same = button(/^Same/);
    await same.waitFor();
    for (const name of [who.cyrillic, who.arabic])
      await page.locator(".same__head", { hasText: name }).waitFor();
    await page.getByText("The names are the same form of one name.").waitFor();
    await picture(page, "2-same-person");
    await same.click();
    await sayWhy(page, "The sister names the garden the newspaper wrote of.", "Decide");
    await page.getByRole("main").getByText("They are one file now.").waitFor();
    await picture(page, "2-same-person-done");
    await go("/people");
    await page.getByRole("searchbox").fill("Bekzat");
    await page.getByText("1 person found").waitFor();
    await page.getByRole("link", { name: who.cyrillic }).click();
    await page.getByRole("heading", { level: 1, name: who.cyrillic }).waitFor();
    person = page.url().split("/").at(-1) ?? "";
    await page.getByRole("list", { name: "Names" }).getByText(who.arabic).waitFor();
    await picture(page, "2-file");
  });

  it("hears somebody who was held beside him, from a recording with its words by the second", async () => {
    await go("/add");
    await page
      .getByLabel("Choose files")
      .first()
      .setInputFiles({ name: "kitchen.wav", mimeType: "audio/wav", buffer: aRecording(30) });
    await page.locator(".add__line").getByRole("link").click();
    await page.getByRole("link", { name: "Interview", exact: true }).click();
    await button("Write down how it was held").click();
    await page.getByLabel("Who spoke").fill("A man from the next cell");
    await page.getByLabel("Real name and how to reach them").fill("Invented Cellmate");
    await dialog().getByRole("button", { name: "Save" }).click();
    await page.getByText("A man from the next cell").waitFor();
    interview = /sources\/([^/]+)/.exec(page.url())?.[1] ?? "";
    await takeIn(page, "Original", "kk", "kazakh", "Aida");
    await button("Add a translation").click();
    await takeIn(page, "Translation", "en", "english", "M. Between");
    await picture(page, "3-interview");
    await expect.poll(() => page.locator(".interview-line").count(), soon).toBe(said.length);
  });

  it("draws two episodes and three acts from it, each with the moment it was said", async () => {
    await go(`/people/${person}/story`);
    await picture(page, "4-story-before");
    await addEpisode(page, "police-custody", `since ${taken}`, said[0]?.english ?? "", [
      ["beating", said[1]?.english ?? ""],
      ["ill-treatment", said[2]?.english ?? ""],
    ]);
    await addEpisode(page, "prison", "", said[3]?.english ?? "", [
      ["forced-kneeling", said[4]?.kazakh ?? ""],
    ]);
    await picture(page, "4-story");
    // Every claim of it stands beside the recording, at the moment it was said, and plays there.
    await go(`/sources/${interview}/interview`);
    const moments = page.getByRole("complementary", { name: "Claims" });
    for (const { clock } of said)
      await moments
        .getByRole("button", { name: `Play from ${clock}` })
        .first()
        .waitFor();
    await moments.getByRole("button", { name: "Play from 0:14" }).first().click();
    const now = () =>
      page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime);
    await expect.poll(now, soon).toBeGreaterThan(14);
    expect(await now()).toBeLessThan(29);
  });

  it("takes in what an ambassador answers, and what of it is about this case", async () => {
    await go("/add?how=text");
    await page.getByLabel("The text").fill(denial);
    await button("Add this text").click();
    await page.locator(".reader-margin__count").waitFor();
    await card().getByText("denies").waitFor();
    await card().getByRole("button", { name: /^Edit/ }).click();
    const field = page.getByRole("combobox", { name: "Answers which statement or question" });
    await field.pressSequentially(who.arabic);
    await page
      .getByRole("listbox")
      .getByRole("option", { name: /Appeal for/ })
      .click();
    await button("Accept with these changes").click();
    await page.locator(".reader-margin__count", { hasText: /^1 of/ }).waitFor();
    article = page.url();
    await go(`/people/${person}`);
    await status().getByText("one origin").waitFor();
    const kind = page.getByRole("group", { name: "What happened" });
    await kind.locator(".prop__toggle").click();
    await kind.getByText("the police had taken anybody from the Tuztau gardens").waitFor();
    await kind.getByText("names nobody: does not make it disputed").waitFor();
    await picture(page, "5-general-denial");
  });
  const card = () => page.locator(".reader-card--on");
  const status = () => page.locator(".file__status");

  it("is disputed once a denial names the person", async () => {
    await page.goto(article);
    await card().getByRole("checkbox", { name: who.cyrillic, exact: true }).check();
    await card()
      .getByRole("button", { name: /^Accept/ })
      .click();
    await page.locator(".reader-margin__count", { hasText: "All decided" }).waitFor();
    await go(`/people/${person}`);
    await status().getByText("disputed").waitFor();
    await picture(page, "5-denial-by-name");
  });

  it("has what the relative said accepted by a member who looked at it", async () => {
    const open = page.locator(".prop").filter({ hasText: /\d to review/ });
    for (let left = await open.count(); left > 0; left -= 1) {
      const row = page.locator(".prop", { has: page.getByRole("button", { name: "Accept" }) });
      await open.first().locator(".prop__toggle").click();
      await row.getByRole("button", { name: "Accept" }).click();
      await expect.poll(() => row.count(), soon).toBe(0);
      expect(await open.count()).toBe(left - 1);
    }
    await picture(page, "6-accepted");
    await go(`/people/${person}/submissions`);
    await page.getByText("Nobody said yet in whose name you submit.").waitFor();
    await picture(page, "6-submissions");
  });
  const hearing = dayFromNow(9);
  const pack = () =>
    page.getByRole("region", { name: /Working Group on Enforced or Involuntary Disappearances/ });

  it("has a case, with a deportation hearing that nobody misses", async () => {
    await go(`/people/${person}`);
    await button("Open a case").click();
    await dialog().getByLabel("Kind").selectOption("deportation");
    await dialog().getByRole("button", { name: "Open it" }).click();
    await page.getByText(/^Case G-.* is open\.$/).waitFor();
    await picture(page, "7-case");
    await button("Set a day").click();
    await dialog().getByLabel("What happens on it").selectOption("hearing");
    await dialog().getByLabel("In a few words").fill("Tuztau court, room of the invented judge");
    await dialog().getByLabel("Day", { exact: true }).fill(hearing);
    await dialog().getByLabel("Hour, if one was said").fill("09:30");
    await dialog().getByLabel("Time zone of the place").fill("Asia/Almaty");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().waitFor({ state: "hidden" });
    await picture(page, "7-case-set");
    await go("/");
    await page.locator(".day-line").getByText("Tuztau court").waitFor();
    await picture(page, "7-home");
    await go(`/cases/calendar?span=week&from=${hearing}`);
    await page.locator(`[data-day="${hearing}"]`).getByText("Tuztau court").waitFor();
    await picture(page, "7-calendar");
  });

  it("cannot be sent while one element and one consent are missing", async () => {
    await go(`/people/${person}/submissions`);
    await button("Change").click();
    await dialog().getByLabel("Name").fill("Invented Witness Group");
    await dialog().getByLabel("Address").fill("1 Invented Street, Almaty");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().waitFor({ state: "hidden" });
    await pack()
      .getByText(/^What relatives or others did/)
      .waitFor();
    await pack().getByText("consent of whoever gave “kitchen.wav”: never asked").waitFor();
    const { missing, blocked } = await wgeid();
    expect(missing.map(({ field }) => field)).toEqual(["search"]);
    expect(blocked).toMatchObject([{ kind: "source", id: interview, reason: "never-asked" }]);
    await pack().getByRole("button", { name: "Look and make" }).click();
    await dialog().getByRole("article").waitFor();
    expect(
      await dialog()
        .getByRole("button", { name: /^Make / })
        .count(),
    ).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("is written once both are supplied, and a word processor shows every element and name", async () => {
    await pack().getByRole("button", { name: "Write it" }).click();
    await dialog()
      .getByLabel(/^What relatives or others did/)
      .fill("His sister asked at the Tuztau station and was sent away.");
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().waitFor({ state: "hidden" });
    await pack().getByRole("button", { name: "Ask" }).click();
    const next = dialog().getByRole("button", { name: "Next" });
    await next.click();
    await next.click();
    await dialog()
      .getByRole("checkbox", { name: /tell the government the name/ })
      .check();
    await next.click();
    await dialog().getByRole("button", { name: "Write it down" }).click();
    await pack().getByText("Nothing is missing and nothing is in the way.").waitFor();
    await picture(page, "8-ready");
    await pack().getByRole("button", { name: "Look and make" }).click();
    await dialog().getByRole("article").getByText("His sister asked").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button("Make DOCX").click(),
    ]);
    const docx = join(folder, download.suggestedFilename());
    await download.saveAs(docx);
    const { text, pages } = await readByOffice(docx);
    for (const words of [
      ...Object.values(who),
      // The six elements: who, when, where, by whom, what was done to find them, who writes.
      formatDate(parseDate(taken)?.edtf ?? ""),
      "Tuztau",
      "Police",
      "His sister asked at the Tuztau station and was sent away.",
      "Invented Witness Group",
    ])
      expect(text).toContain(plain(words));
    expect(text).not.toContain(plain("Invented Sister"));
    expect(text).not.toContain(plain("Invented Cellmate"));
    for (const ink of pages) expect(ink).toBeGreaterThan(0.001);
    await picture(page, "8-made");
  });

  it("stands as sent, with what it rests on", async () => {
    await button("Mark as sent").click();
    await sent()
      .getByText(/version 1, English/)
      .waitFor();
    await sent().getByText("No reply yet.").waitFor();
    await go(`/people/${person}/consents`);
    await page.getByRole("list").getByText("UN submission").waitFor();
    await picture(page, "9-sent");
  });
  const sent = () => page.getByRole("region", { name: "What was sent" });
  const wgeid = async (): Promise<RouteCard> => {
    const page_ = await ask<SubmissionsOf>(page, `/api/people/${person}/submissions`);
    return page_.routes.find(({ route }) => route === "wgeid") as RouteCard;
  };

  it("is marked when the man who spoke of him takes his consent back", async () => {
    await go(`/sources/${interview}/interview`);
    await button("Withdraw").click();
    await dialog().getByText("UN submission").waitFor();
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await dialog().waitFor({ state: "hidden" });
    await go(`/people/${person}/submissions`);
    await sent()
      .getByText(/Consent was withdrawn since/)
      .waitFor();
    await pack().getByText("consent of whoever gave “kitchen.wav”: withdrawn").waitFor();
    // What he told stays out of a dossier as well.
    await go(`/people/${person}/dossier`);
    await page.getByLabel("For whom").selectOption("un-named");
    await page.locator(".dossier__held").getByText("consent was withdrawn").first().waitFor();
    await picture(page, "9-withdrawn-by-giver");
  });

  it("marks everything that used a consent which is withdrawn, and sends nothing more", async () => {
    await go(`/people/${person}/consents`);
    await page.getByRole("button", { name: "Withdraw" }).first().click();
    await dialog().getByText("UN submission").waitFor();
    await picture(page, "10-withdraw");
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("consent withdrawn since").waitFor();
    await page.getByText(/Write to the experts/).waitFor();
    await picture(page, "10-consents");
    await go(`/people/${person}/submissions`);
    await sent()
      .getByText(/Consent was withdrawn since/)
      .waitFor();
    await pack()
      .getByText(/the person’s consent: withdrawn/)
      .waitFor();
    await picture(page, "10-submissions");
    await go(`/people/${person}/dossier`);
    await page.getByLabel("For whom").selectOption("un-named");
    await page.getByText("The consent for this audience was withdrawn.").waitFor();
    await picture(page, "10-dossier");
    // What she sent is a source of its own, and its consent is taken back where it came in.
    await go(`/appeals/${appeal}`);
    await button("Withdraw").click();
    await dialog().getByText("UN submission").waitFor();
    await dialog().getByRole("button", { name: "Withdraw" }).click();
    await page
      .getByRole("main")
      .getByText(/^taken back by/)
      .waitFor();
    await picture(page, "10-appeal");
    expect(faults).toEqual([]);
  });
});
