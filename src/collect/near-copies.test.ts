// Nearly the same texts among the sources of a vault, on both engines. Everyone and every outlet here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseEntries } from "../store/index.ts";
import { addFile, addText, copiesOf, forgetReadings, forgetShingles, readAgain } from "./index.ts";
import { engineKinds, openTestCollect, type TestCollect } from "./testing.ts";

const story = `Nurlan Testov, 41, was taken from his home in the invented village of Birinchi in March, his sister said.
He has not been allowed to call the family since February, she said, and nobody would tell them where he is held.
A spokesperson of the invented county denied that anyone had been detained there and hung up the telephone.
Neighbours said that four other men of the same street were taken in the same week, all of them shepherds.
The family wrote to the invented prosecutor twice and got no answer. A lawyer refused to take the case.
The sister now lives abroad and says that she will go on asking until somebody answers her in writing.`;

const printed = (outlet: string, day: number, text: string): string =>
  `${outlet}\n\nVillager held for a year\n\n${day} March 2019\n\n${text}\n\nShare | Print | Subscribe to our newsletter\n`;

describe.each(engineKinds)("nearly the same texts on %s", (kind) => {
  let vault: TestCollect;
  beforeAll(async () => {
    vault = await openTestCollect(kind);
  });
  afterAll(() => vault.end());

  const take = async (name: string, text: string): Promise<string> => {
    const item = await addFile(vault.deps, { name, bytes: Buffer.from(text, "utf8") });
    return item.source ?? item.duplicateOf ?? "";
  };
  const db = () => vault.deps.ledger.deps.engine.db;

  it("are found as soon as the second is in, both ways round, without what stands around them", async () => {
    const wire = await take("wire.txt", printed("The Invented Wire", 11, story));
    expect(await copiesOf(db(), [wire])).toEqual([]);
    const brief = await take(
      "brief.txt",
      printed("The Invented Courier", 12, story.split("\n").slice(0, 4).join("\n")),
    );
    const other = await take(
      "other.txt",
      printed(
        "The Invented Herald",
        12,
        "A flood cut off three invented villages on Tuesday, and no one was hurt. ".repeat(2),
      ),
    );
    expect(await copiesOf(db(), [other])).toEqual([]);
    const [there] = await copiesOf(db(), [brief]);
    expect(there).toMatchObject({ source: brief, other: wire });
    expect(there?.share).toBeGreaterThan(0.9);
    const [back] = await copiesOf(db(), [wire]);
    expect(back).toMatchObject({ source: wire, other: brief });
    expect(back?.share).toBeLessThan(0.8);
  });

  it("are the same pairs whichever is read first", async () => {
    const ids = [
      await take("one.txt", printed("Invented One", 14, `${story} One more invented line of it.`)),
      await take("two.txt", printed("Invented Two", 15, story)),
    ];
    const before = await copiesOf(db(), ids);
    expect(before.length).toBeGreaterThanOrEqual(4);
    const { engine } = vault.deps.ledger.deps;
    for (const order of [ids, ids.toReversed()]) {
      await forgetReadings(engine, order);
      expect((await copiesOf(db(), ids)).filter((p) => ids.includes(p.other))).toEqual([]);
      for (const _ of order) await readAgain(vault.deps);
      expect(await copiesOf(db(), ids)).toEqual(before);
    }
  });

  it("are not looked for where a text has a few words, or hardly any", async () => {
    for (const text of ["Invented.", "An invented note of seven short words."]) {
      const item = await addText(vault.deps, { kind: "note", text });
      expect(item.error).toBeUndefined();
      expect(await copiesOf(db(), [item.source ?? ""])).toEqual([]);
    }
  });

  it("are forgotten with a source that is erased", async () => {
    const { engine } = vault.deps.ledger.deps;
    const text = `The invented testimony of a shepherd. ${story.replaceAll("March", "April")}`;
    const { source = "" } = await addText(vault.deps, { kind: "article", text });
    expect((await copiesOf(db(), [source])).length).toBeGreaterThan(0);
    const others = (await copiesOf(db(), [source])).map((p) => p.other);
    const row = await db()
      .selectFrom("sources")
      .select("seq")
      .where("id", "=", source)
      .executeTakeFirstOrThrow();
    await eraseEntries(vault.deps, vault.deps.actor.member, [row.seq], "for an invented reason");
    expect((await copiesOf(db(), others)).some((p) => p.other === source)).toBe(false);
    await forgetShingles(engine, []);
    for (const table of ["cache_shingles", "cache_shingle_finders", "cache_copies"] as const) {
      const left = await db()
        .selectFrom(table)
        .select("source")
        .where("source", "=", source)
        .execute();
      expect(left).toEqual([]);
    }
    const pairs = await db()
      .selectFrom("cache_copies")
      .select("other")
      .where("other", "=", source)
      .execute();
    expect(pairs).toEqual([]);
  });
});
