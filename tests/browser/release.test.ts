// Two members look at what would leave, approve it, and it is made and withdrawn. Everyone in it is invented.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousOn } from "./axe.ts";
import {
  ask,
  type Served,
  startBrowser,
  startServer,
  type Watched,
  watchedPage,
} from "./browser.ts";
import { makeVault, passphrase, sayWhy, soon } from "./steps.ts";

const other = "nine invented herons cross south";

describe("publishing", () => {
  let served: Served;
  let elsewhere: Served;
  let folder: string;
  let browser: Browser;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    [served, elsewhere] = await Promise.all([startServer(), startServer()]);
    folder = await mkdtemp(join(tmpdir(), "guwah-release-"));
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    await ask(page, "/api/members", {
      name: "Bota Invented",
      roles: ["reviewer"],
      passphrase: other,
    });
    await person("Turymtai Oytur", "public-name");
    await person("Qyrghiek Oytur", "public-no-name");
    await person("Sunqar Oytur");
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([served.stop(), elsewhere.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function person(name: string, audience?: string): Promise<void> {
    const given = {
      kind: "article",
      title: `Invented Courier on ${name}`,
      text: `${name} was seen.`,
    };
    const { source } = await ask<{ source: string }>(page, "/api/sources/text", given);
    const claims = [
      { property: "name", words: name },
      { property: "occupation", words: "teacher" },
    ];
    const made = { schema: "Person", source, label: name, claims };
    const { id } = await ask<{ id: string }>(page, "/api/records", made);
    type File = { properties: { claims: { id: string; reviewSeq: number | null }[] }[] };
    const file = await ask<File>(page, `/api/records/${id}`);
    for (const claim of file.properties.flatMap((property) => property.claims)) {
      const decided = { state: "accepted", expect: claim.reviewSeq };
      await ask(page, `/api/claims/${claim.id}/review`, decided);
    }
    if (audience !== undefined)
      await ask(page, "/api/consents", {
        about: id,
        audiences: [audience],
        giver: "parent",
        mode: "spoken",
      });
  }

  /** A picture for whoever wants to look: GUWAH_TEST_PICTURES names the folder. */
  async function picture(name: string): Promise<void> {
    const folder = process.env["GUWAH_TEST_PICTURES"];
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  /** The second member agrees from another machine. */
  async function secondApproves(): Promise<void> {
    const context = await browser.newContext();
    const second = await context.newPage();
    await second.goto(served.origin);
    await ask(second, "/api/unlock", { passphrase: other });
    const ask2 = { audience: "public" };
    const { contents } = await ask<{ contents: string }>(second, "/api/releases/preview", ask2);
    await ask(second, "/api/releases/approve", { ...ask2, contents });
    await context.close();
  }

  /** Light, dark and at the width of a phone: nothing wider than the page, nothing axe calls serious. */
  async function looks(name: string): Promise<void> {
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await picture(`${name}-light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(async () => seriousOn(watched), soon).toEqual([]);
    await picture(`${name}-dark`);
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await picture(`${name}-phone`);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  it("shows who would be shown and how, who stays and why", async () => {
    await page.goto(`${served.origin}/release`);
    await page.getByRole("heading", { name: "Release 1" }).waitFor();
    await page.getByText("The release names no group.").waitFor();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByLabel("Name", { exact: true }).fill("An invented group");
    await page.getByLabel("Address of the site").fill("https://invented.example");
    await picture("release-publisher");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("An invented group").waitFor();
    await page.getByText("No picture goes.").waitFor();
    await page.getByText("No file of a source goes", { exact: false }).waitFor();
    await page.getByText("1 new", { exact: true }).waitFor();
    await page.getByText("1 person is shown · 2 people stay").waitFor();
    await page.getByText("By name · 2 values").waitFor();
    await page.getByText("Too few people are like this person").waitFor();
    await page.getByText("Nobody was asked").waitFor();
    await page.getByText("2 members must look at this and approve it.").waitFor();
    await page.getByText("What the page says").click();
    await page.getByText("Occupation: teacher").waitFor();
    await looks("release");
  });

  it(
    "is made when two approved, and says where the copies went",
    { timeout: 120_000 },
    async () => {
      await page.getByRole("button", { name: "I have looked at it: approve" }).click();
      await page.getByText("1 more member must look at this and approve it.").waitFor();
      await secondApproves();
      await page.reload();
      await page
        .getByText(/^Approved by .*Bota Invented\.$/)
        .first()
        .waitFor();
      await page.getByLabel("Where the copies go").fill("an invented host");
      await page.getByRole("button", { name: "Make the release" }).click();
      await page.getByRole("heading", { name: "The release is made" }).waitFor({ timeout: 60_000 });
      await picture("release-made");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download" }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("release-1.tar");
      await page.reload();
      await page.getByText("Copies went to an invented host", { exact: false }).waitFor();
      await page.getByText("Nothing changed.").waitFor();
    },
  );

  it("goes out as tables by the same approval, and everything comes home", async () => {
    await page.getByRole("link", { name: "Exports" }).click();
    await page.getByText("What would go", { exact: true }).waitFor();
    await page.getByLabel("For whom").selectOption("public");
    await page.getByText("1 person is shown").waitFor();
    await page.getByLabel("FollowTheMoney").check();
    await page.getByText("What is in it, and what is lost").click();
    await page.getByText("Lost: which claim a value rests on", { exact: false }).waitFor();
    await page.getByLabel("Where the copies go").fill("an invented archive");
    await looks("exports");
    await page.getByRole("button", { name: "Make the export" }).click();
    await page.getByRole("heading", { name: "The export is made" }).waitFor();
    expect(await carried()).toBe("guwah-ftm-public.tar");
    await page.getByRole("button", { name: "Take everything home" }).click();
    await page.getByRole("heading", { name: "Everything is written" }).waitFor();
    await picture("exports-home");
    expect(await carried("Everything is written", join(folder, "guwah-all.tar"))).toBe(
      "guwah-all.tar",
    );
    await page.goto(`${served.origin}/release`);
  });

  it("comes back into an empty Guwah from its first page, approvals and all", async () => {
    const { page: empty } = await watchedPage(browser, elsewhere.origin);
    await empty.goto(elsewhere.origin);
    await empty.getByRole("button", { name: /Restore from a backup/ }).click();
    await empty.getByLabel("Backup file").setInputFiles(join(folder, "guwah-all.tar"));
    await empty.getByLabel("Passphrase of that vault").fill(passphrase);
    await empty.getByRole("button", { name: "Restore" }).click();
    await empty.getByRole("heading", { name: "Unlock" }).waitFor({ timeout: 60_000 });
    await ask(empty, "/api/unlock", { passphrase });
    await empty.goto(`${elsewhere.origin}/release`);
    await empty.getByText("An invented group").waitFor();
    await empty.getByText("Copies went to an invented host", { exact: false }).waitFor();
    await empty.context().close();
  });

  /** The name of what is downloaded from under this heading. */
  async function carried(heading = "The export is made", into?: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("status")
        .filter({ hasText: heading })
        .getByRole("link", { name: "Download" })
        .click(),
    ]);
    if (into !== undefined) await download.saveAs(into);
    return download.suggestedFilename();
  }

  it("takes in what another program holds, after a trial, as proposed", async () => {
    const actor = {
      id: 4,
      name: "Tynystyq Invented",
      nickname: "Tyn",
      nationalities: [],
      origin_place: null,
      invented_field: "x",
    };
    await page.goto(`${served.origin}/add`);
    await page.getByLabel("Choose files").setInputFiles({
      name: "invented-actors.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify([actor])),
    });
    await page.getByRole("link", { name: "Import from another program" }).click();
    await page.getByText("Bayanat (JSON or CSV of actors)").first().waitFor();
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.getByText("Tynystyq Invented").waitFor();
    await looks("foreign");
    await page.getByRole("button", { name: "Import 1 record" }).click();
    await page.getByText("Undo this import").waitFor();
    await page.goto(`${served.origin}/release`);
  });

  it("keeps somebody out on hold, and is withdrawn", async () => {
    await page.getByRole("button", { name: "Hold back" }).click();
    await sayWhy(page, "asked to wait", "Hold back");
    await page.getByText("Nobody may be shown to this audience yet.", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("dialog").getByText("an invented archive").waitFor();
    await picture("release-withdraw");
    await sayWhy(page, "a mistake", "Withdraw");
    await page.getByText("Withdrawn: a mistake").waitFor();
    await page.getByLabel("They were asked: an invented archive").check();
    await page.getByText("ticked by Aida", { exact: false }).waitFor();
    await page.getByLabel("They say it is gone: an invented archive").check();
    await page.reload();
    await expect
      .poll(() => page.getByLabel("They say it is gone: an invented archive").isChecked(), soon)
      .toBe(true);
    expect(await page.getByLabel("They were asked: an invented host").isChecked()).toBe(false);
    await looks("release-past");
    await page.evaluate(() => Object.assign(globalThis, { print: () => {} }));
    await page.getByRole("button", { name: "Print this list" }).click();
    await page.emulateMedia({ media: "print" });
    await page.getByText("an invented archive").first().waitFor();
    expect(await page.getByText("Who publishes").isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Print this list" }).isVisible()).toBe(false);
    await picture("release-paper");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    await page.getByText("Who publishes").waitFor();
    expect(watched.faults).toEqual([]);
  });
});
