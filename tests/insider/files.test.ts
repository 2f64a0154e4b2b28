// Someone who can reach the disk changes a file of the vault: the check names it, and no other. Everything here is invented.
import { copyFile, cp, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { checkVault, type Vault } from "../../src/store/index.ts";
import { type Stored, tamperedVault, type TamperedVault } from "./tampered-vault.ts";

describe.each(["sqlcipher", "postgres"] as const)("files of a vault on %s", (engine) => {
  let made: TamperedVault;
  let vault: Vault;
  beforeAll(async () => {
    made = await tamperedVault(engine, inject("postgresUrl"));
    vault = await made.open();
    await cp(`${made.home}/files`, `${made.home}-files`, { recursive: true });
  });
  afterAll(async () => {
    await vault.close();
    await rm(`${made.home}-files`, { recursive: true, force: true });
    await made.end();
  });

  const file = (i: number): Stored => made.files[i % made.files.length] as Stored;
  const damaged = ({ seq, hash }: Stored) => ({ kind: "file-damaged", seq, file: hash });
  /** What the check says after the damage; then everything is put back. */
  async function problemsAfter(damage: () => Promise<void>) {
    await damage();
    const report = await checkVault(vault);
    expect(report.clean).toBe(report.problems.length === 0);
    expect(report.problemCount).toBe(report.problems.length);
    await rm(`${made.home}/files`, { recursive: true });
    await cp(`${made.home}-files`, `${made.home}/files`, { recursive: true });
    return report.problems;
  }

  it("are clean as they were made: the received files and their texts", async () => {
    expect(made.files.length).toBeGreaterThanOrEqual(4);
    expect(await problemsAfter(async () => {})).toEqual([]);
  });

  it("are named when a single bit of them was flipped, wherever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(7), async (i, at, bit) => {
        const one = file(i);
        const problems = await problemsAfter(async () => {
          const bytes = await readFile(one.path);
          bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
          await writeFile(one.path, bytes);
        });
        expect(problems).toEqual([damaged(one)]);
      }),
      { numRuns: 25 },
    );
  });

  it("are named when they were cut short, or something was added", async () => {
    for (const [i, one] of made.files.entries()) {
      const { length } = await readFile(one.path);
      for (const left of [0, 1, 24, Math.floor(length / 2), length - 1]) {
        const problems = await problemsAfter(() => truncate(one.path, left));
        expect(problems, `${left} of ${length} bytes of file ${i}`).toEqual([damaged(one)]);
      }
      const longer = await problemsAfter(async () =>
        writeFile(one.path, Buffer.concat([await readFile(one.path), Buffer.from([0])])),
      );
      expect(longer).toEqual([damaged(one)]);
    }
  });

  it("are named when they were removed", async () => {
    const [one, two] = [file(0), file(2)];
    const problems = await problemsAfter(async () => {
      await rm(one.path);
      await rm(two.path);
    });
    expect(problems).toEqual(
      [one, two].map(({ seq, hash }) => ({ kind: "file-missing", seq, file: hash })),
    );
  });

  it("are both named when two genuine ones were exchanged", async () => {
    const [one, two] = [file(1), file(2)];
    const problems = await problemsAfter(async () => {
      await rename(one.path, `${one.path}.aside`);
      await rename(two.path, one.path);
      await rename(`${one.path}.aside`, two.path);
    });
    expect(problems).toEqual([damaged(one), damaged(two)]);
  });

  it("are named when a genuine one was put in their place", async () => {
    const [one, two] = [file(0), file(3)];
    expect(await problemsAfter(() => copyFile(two.path, one.path))).toEqual([damaged(one)]);
  });
});
