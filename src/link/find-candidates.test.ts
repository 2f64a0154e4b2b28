// Finding candidates among invented people whose truth is known.
import { describe, expect, it } from "vitest";
import { benchLink, inventTable } from "./bench-link.ts";
import { findCandidates } from "./find-candidates.ts";
import { TableBuilder } from "./matching/candidate-table.ts";

const row = { sex: 0, bornFrom: 0, bornTo: 0, places: [], areas: [], identities: [], sources: [] };

async function pairsOf(names: readonly string[], threads = 1): Promise<[string, string][]> {
  const builder = new TableBuilder();
  for (const name of names) builder.add({ ...row, names: [name] });
  const found = await findCandidates({ table: builder.done(), threads });
  return [...found.left].map((left, i) => [
    names[left] as string,
    names[found.right[i] as number] as string,
  ]);
}

describe("candidates", () => {
  it("are found across scripts, and only there", async () => {
    const pairs = await pairsOf([
      "Jeyran Oydanova",
      "Tolunbek Mirzat",
      "Жейран Ойданова",
      "تولۇنبەك مىرزات",
    ]);
    expect(pairs.map((pair) => pair.toSorted())).toEqual(
      expect.arrayContaining([
        ["Jeyran Oydanova", "Жейран Ойданова"],
        ["Tolunbek Mirzat", "تولۇنبەك مىرزات"],
      ]),
    );
    expect(pairs).toHaveLength(2);
  });

  it("do not depend on how many threads looked for them", async () => {
    const { table } = inventTable(5_000, 3);
    const [one, two] = [
      await findCandidates({ table, threads: 1 }),
      await findCandidates({ table, threads: 2 }),
    ];
    const told = ({ left, right, score }: typeof one): string[] =>
      [...left].map((l, i) => `${l} ${right[i]} ${score[i]}`).sort();
    expect(told(two)).toEqual(told(one));
    expect(one.left.length).toBeGreaterThan(1_000);
  });

  it("of nobody, of one, and of names that are none are none", async () => {
    expect(await pairsOf([])).toEqual([]);
    expect(await pairsOf(["Jeyran Oydanova"])).toEqual([]);
    expect(await pairsOf(["", "", "💠", "\u202E", "a".repeat(10_000), "\n", "1234"])).toEqual([]);
  });

  it("stop when they are told to", async () => {
    const { table } = inventTable(300, 3);
    const stopped = findCandidates({ table, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("the bench", () => {
  it("finds most of the duplicates it made, and says what it measured", async () => {
    const figures = await benchLink({ size: 3_000 });
    expect(figures["records"]).toBe(3_000);
    expect(figures["truePairs"]).toBeGreaterThan(800);
    expect(figures["recall"]).toBeGreaterThan(0.9);
    expect(figures["candidatesPerRecord"]).toBeLessThan(25);
  });
});
