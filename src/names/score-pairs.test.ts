// Names in these tests are invented.
import { describe, expect, test } from "vitest";
import { benchNames, NamesError, scorePairs } from "./index.ts";

async function* lines(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function scored(...texts: string[]): Promise<string[]> {
  return Array.fromAsync(scorePairs(lines(...texts)));
}

describe("scorePairs", () => {
  test("keeps other columns in any order and appends score and band", async () => {
    const out = await scored(
      "\ufeffid\tright\tnote\tleft\r",
      "1\t萨娜瓦尔·图尔荪\tx\tSanawar Tursun\r",
      "2\tZordun Sapar\ty\tSanawar Tursun",
    );
    expect(out[0]).toBe("id\tright\tnote\tleft\tscore\tband");
    expect(out[1]).toMatch(
      /^1\t萨娜瓦尔·图尔荪\tx\tSanawar Tursun\t[01]\.\d{4}\tvery likely the same name$/u,
    );
    expect(out[2]).toMatch(/\tdifferent$/u);
  });
  test("odd rows get a low score and do not stop the run", async () => {
    const out = await scored(
      "left\tright",
      "only one cell",
      "",
      "\t",
      `${"x".repeat(10_000)}\tSanawar`,
      "a\tb\tc",
    );
    expect(out).toHaveLength(6);
    expect(out[1]).toBe("only one cell\t\t0.0000\tdifferent");
    expect(out[2]).toBe("");
    expect(out[3]).toBe("\t\t0.0000\tdifferent");
  });
  test("a table without its columns, or empty, is refused with a code", async () => {
    await expect(scored("name\tother", "a\tb")).rejects.toMatchObject({
      code: "names.columns-missing",
    });
    await expect(scored()).rejects.toBeInstanceOf(NamesError);
    await expect(scored()).rejects.toMatchObject({ code: "names.no-header" });
  });
  test("a header that leaks a name does not reach the error", async () => {
    await expect(scored("Sanawar Tursun\tx")).rejects.not.toThrow(/Sanawar/u);
  });
  test("is lazy: a row comes out before the next is asked for", async () => {
    let asked = 0;
    async function* counted(): AsyncGenerator<string> {
      for (const line of ["left\tright", "a\tb", "c\td"]) {
        asked++;
        yield line;
      }
    }
    const run = scorePairs(counted());
    await run.next();
    await run.next();
    expect(asked).toBe(2);
  });
});

describe("benchNames", () => {
  test("reports rates that can be written as JSON, the same shares for the same seed", async () => {
    let tick = 0;
    const run = () => benchNames({ people: 120, runMs: 1, now: () => (tick += 1) });
    const first = await run();
    const second = await run();
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(second.veryLikelyAmongSame).toBe(first.veryLikelyAmongSame);
    expect(first.veryLikelyAmongSame).toBeGreaterThan(0.85);
    expect(first.veryLikelyAmongUnrelated).toBeLessThan(0.05);
    expect(first.parsedPairsPerSecond.mixed).toBeGreaterThan(0);
  });
});
