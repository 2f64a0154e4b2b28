// A keeper signs the ledger, names a partner's witness, and carries files to another one: on the integrity page, with a real
// witness at the other end. Everyone in it is invented.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CheckpointList,
  cosignCheckpoint,
  initWitness,
  serveWitness,
  type ServedWitness,
  trustLog,
  type WitnessFolder,
} from "../../src/preserve/index.ts";
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

describe("the integrity page", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let page: Page;
  let folder: string;
  let near: WitnessFolder;
  let far: WitnessFolder;
  let online: ServedWitness;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-browser-witness-"));
    near = await initWitness(join(folder, "near"), "almaty.example/invented");
    far = await initWitness(join(folder, "far"), "istanbul.example/invented");
    online = await serveWitness(near, { clock: Date.now });
    served = await startServer();
    browser = await startBrowser();
    watched = await watchedPage(browser, served.origin);
    page = watched.page;
    await makeVault(page, served.origin);
    await page.goto(`${served.origin}/integrity`);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    await online.close();
    await rm(folder, { recursive: true, force: true });
  });

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  async function saved(press: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    return readFile(await download.path(), "utf8");
  }
  async function give(name: string, text: string): Promise<void> {
    const path = join(folder, "given.txt");
    await writeFile(path, text);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(name).click()]);
    await chooser.setFiles(path);
  }

  it("says that there is none yet, signs, and shows the key to publish", async () => {
    await page.getByText("No checkpoint yet.").waitFor();
    await button("Make a checkpoint").click();
    await page.getByText(/^\d+ entries signed\.$/).waitFor();
    const { vkey } = await ask<CheckpointList>(page, "/api/checkpoints");
    await page.getByText(vkey ?? "none", { exact: true }).waitFor();
    for (const witness of [near, far]) await trustLog(witness, vkey ?? "");
    await button("Make a checkpoint").click();
    await page.getByText("Nothing was written since the last checkpoint.").waitFor();
  });

  it("takes two witnesses, one with an address and one by file, and needs both", async () => {
    await button("Change the witnesses").click();
    await button("Add this witness").click();
    await page.getByText("A witness needs a name and a key.").waitFor();
    const enter = async (name: string, vkey: string, address: string): Promise<void> => {
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("Its key").fill(vkey);
      await page.getByLabel("Its address").fill(address);
      await button("Add this witness").click();
      await page.getByRole("button", { name: `Remove ${name}` }).waitFor();
    };
    await enter("Almaty", near.vkey, `http://127.0.0.1:${online.port}`);
    await enter("Istanbul", far.vkey, "");
    await page.getByLabel("How many must have cosigned").selectOption("2");
    expect(await seriousOn(watched)).toEqual([]);
    await button("Save").click();
    await page.getByText("nothing cosigned yet").nth(1).waitFor();
  });

  it("asks the one over the network, and carries a file to the other and back", async () => {
    await button("Make a checkpoint").click();
    await page.getByRole("row").filter({ hasText: "Almaty" }).waitFor();
    await page.getByText("not enough yet").first().waitFor();
    const request = await saved(() =>
      page.getByRole("button", { name: /^Save a request for Istanbul$/ }).click(),
    );
    const answer = await cosignCheckpoint(far, Date.now, request);
    if (answer.kind !== "cosigned") throw new Error(answer.kind);
    await give("Add a witness's answer", answer.note);
    await page.getByText("Cosigned by Istanbul.").waitFor();
    await page.getByText("Witnessed by 2 of 2, 2 needed.").waitFor();
    await give("Add a witness's answer", "not a checkpoint");
    await page.getByText("This is not a checkpoint").waitFor();
  });

  it("saves a checkpoint with all its signatures, and compares it later", async () => {
    const note = await saved(() => button("Save it, to be kept elsewhere").click());
    expect(note.match(/^— /gm)).toHaveLength(3);
    await give("Compare a kept checkpoint", note);
    await page.getByText(/^The same ledger: its first \d+ entries/).waitFor();
    await give("Compare a kept checkpoint", note.replace(/^\d+$/m, "4"));
    await page.getByText("Forged: this ledger's key has not signed it.").waitFor();
  });

  it("proves all of it with everything else, and is accessible and quiet", async () => {
    await button("Check everything").click();
    await page.getByText("Proved: nothing was changed").waitFor({ timeout: 60_000 });
    expect(await seriousOn(watched)).toEqual([]);
    expect(watched.faults).toEqual([]);
  });
});
