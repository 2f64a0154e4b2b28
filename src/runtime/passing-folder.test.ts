// What a killed process left open is cleared by the next; what a living one uses, and what is not ours, is not.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clearPassing, makePassingFolder } from "./passing-folder.ts";
import { thisProcess } from "./process-mark.ts";

/** Another process that makes a passing folder, and lives until it is killed. */
async function otherProcess(place: string) {
  const here = join(import.meta.dirname, "passing-folder.ts");
  const script = `const { makePassingFolder } = await import(${JSON.stringify(here)});
    console.log((await makePassingFolder(${JSON.stringify(place)})).path); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const kill = async (): Promise<void> => {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return { path: said.toString().trim(), kill };
}

describe("folders for what lies open for a while", () => {
  let parent: string;
  let place: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "guwah-passing-"));
    place = join(parent, "place");
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it("lie where only their owner may enter, and are gone when they are forgotten", async () => {
    await mkdir(place, { mode: 0o755 });
    const { path, forget } = await makePassingFolder(place);
    for (const folder of [place, path]) expect(statSync(folder).mode & 0o077).toBe(0);
    await writeFile(join(path, "page"), "of an invented courier");
    await forget();
    expect(await readdir(place)).toEqual([]);
  });

  it("stay while their process lives, and are cleared when it was killed", async () => {
    const { path, kill } = await otherProcess(place);
    await writeFile(join(path, "page"), "of an invented courier");
    const mine = await makePassingFolder(place);
    expect(await clearPassing(place)).toBe(0);
    expect(existsSync(join(path, "page"))).toBe(true);
    await kill();
    expect(await clearPassing(place)).toBe(1);
    expect([existsSync(path), existsSync(mine.path)]).toEqual([false, true]);
  });

  it("are cleared when their number went to another process, or after a restart of the computer", async () => {
    const me = await thisProcess();
    const left = async (name: string, mark: object): Promise<void> => {
      await mkdir(join(place, name), { recursive: true });
      await writeFile(join(place, name, "process.json"), JSON.stringify(mark));
    };
    await left("held", me);
    await left("boot", { ...me, bootId: "another" });
    if (me.ticks !== undefined) await left("ticks", { ...me, ticks: `${me.ticks}0` });
    await clearPassing(place);
    expect(await readdir(place)).toEqual(me.bootId === undefined ? ["boot", "held"] : ["held"]);
  });

  it("are spared without a mark only while they are young", async () => {
    await mkdir(join(place, "young"), { recursive: true });
    await mkdir(join(place, "old"));
    await writeFile(join(place, "old", "process.json"), "{");
    await utimes(join(place, "old"), 1, 1);
    expect(await clearPassing(place)).toBe(1);
    expect(await readdir(place)).toEqual(["young"]);
  });

  it("are never made or cleared through a link to somebody's folder", async () => {
    await mkdir(join(parent, "letters"));
    await writeFile(join(parent, "letters", "kept"), "");
    await utimes(join(parent, "letters", "kept"), 1, 1);
    await symlink(join(parent, "letters"), place);
    await expect(makePassingFolder(place)).rejects.toMatchObject({ code: "folder-taken" });
    expect(await clearPassing(place)).toBe(0);
    expect(await readdir(join(parent, "letters"))).toEqual(["kept"]);
  });
});
