// Making and unlocking a vault on both engines. Everyone here is invented.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openVault } from "../store/index.ts";
import { actorOf } from "./actor.ts";
import { createAttempts } from "./attempts.ts";
import { allRoles } from "./roles.ts";
import { type TestHome, testHome, testPassphrase } from "./testing.ts";
import { unlock } from "./unlock.ts";

/** Attempts that note their delays instead of waiting. */
function notedAttempts() {
  const delays: number[] = [];
  const attempts = createAttempts((ms) => {
    delays.push(ms);
    return Promise.resolve();
  });
  return { attempts, delays };
}

/** Every file under a folder, with its bytes, in a form two looks can be compared by. */
async function contents(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name));
  const pairs = files.map(async (f) => [f, await readFile(f, "base64")] as const);
  return new Map(await Promise.all(pairs));
}

describe.each(["sqlcipher", "postgres"] as const)("a vault on %s", (engine) => {
  let place: TestHome;
  afterEach(() => place.end());

  it("opens with its passphrase, and its first member holds every role", async () => {
    place = await testHome(engine);
    const { vault, actor } = await place.create();
    expect(actor.roles).toEqual(allRoles);
    await vault.close();

    const unlocked = await unlock(notedAttempts(), { home: place.home, secret: testPassphrase });
    const again = await openVault({ ...place.deps, keys: unlocked.keys });
    expect(await actorOf(again, unlocked.member)).toEqual(actor);
    expect(unlocked.by).toBe("passphrase");
    expect(unlocked.sealed).not.toBeNull();
    await again.close();
  });

  it("opens with the printed recovery code, typed small and with other dashes", async () => {
    place = await testHome(engine);
    const { vault, recoveryCode } = await place.create();
    await vault.close();
    const secret = ` ${recoveryCode.toLowerCase().replaceAll("-", " – ")}`;
    const unlocked = await unlock(notedAttempts(), { home: place.home, secret });
    expect(unlocked.by).toBe("recovery");
    const again = await openVault({ ...place.deps, keys: unlocked.keys });
    await again.close();
  });

  it("answers wrong passphrases after 1, 2, 4 seconds, and nothing is written", async () => {
    place = await testHome(engine);
    const { vault } = await place.create();
    await vault.close();
    const before = await contents(place.home);
    const { attempts, delays } = notedAttempts();
    const tryOne = (secret: string) => unlock({ attempts }, { home: place.home, secret });
    for (const guess of ["four dry riverbeds", `${testPassphrase} `, ""]) {
      await expect(tryOne(guess)).rejects.toMatchObject({ code: "access/wrong-passphrase" });
    }
    expect(delays).toEqual([1_000, 2_000, 4_000]);
    expect(await contents(place.home)).toEqual(before);

    await tryOne(testPassphrase);
    await expect(tryOne("again wrong")).rejects.toMatchObject({ status: 401 });
    expect(delays.at(-1)).toBe(1_000);
  });
});
