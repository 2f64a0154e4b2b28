// Finding people: whole words and beginnings in any script, pages that lose nobody. Everyone here is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, type RecordId } from "../model/index.ts";
import { checkLedger } from "../store/index.ts";
import { aClaim, aPerson, newBatch, newRecord } from "../store/testing.ts";
import { countPeople, listPeople, type ListPeople } from "./list-people.ts";
import { engineKinds, namesOf, openTestLink, type TestLink } from "./testing.ts";

describe.each(engineKinds)("people on %s", (kind) => {
  let link: TestLink;
  let round = 0;
  beforeAll(async () => {
    link = await openTestLink(kind);
  });
  afterAll(() => link.end());

  const find = async (q: string): Promise<string[]> =>
    (await listPeople(link.db, { q })).items.map((person) => person.id);
  /** All pages, each person as often as they came. */
  async function pages(query: ListPeople): Promise<{ ids: string[]; totals: Set<number> }> {
    const ids: string[] = [];
    const totals = new Set<number>();
    let cursor = query.cursor;
    do {
      const page = await listPeople(link.db, { ...query, cursor });
      ids.push(...page.items.map((person) => person.id));
      totals.add(page.total);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return { ids, totals };
  }
  /** A word no other test uses. */
  const freshWord = (): string =>
    `zz${String.fromCharCode(...[...String((round += 1))].map((d) => 97 + Number(d)))}zz`;
  const takeBack = (target: string, back = false) =>
    link.append(draft("withdrawn", target, { target, subject: target, back, reason: "invented" }));

  describe("are found", () => {
    let cyrillic: RecordId;
    let arabic: RecordId;
    let chinese: RecordId;
    let latin: RecordId;
    beforeAll(async () => {
      cyrillic = await link.person("Құралай Ойданқызы", "Kuralay Oydankyzy");
      arabic = await link.person("ئايگۈل ئويدۇرما");
      chinese = await link.person("库来·奥依丹");
      latin = await link.person("Jeyran Hayalî-Öz");
    });

    it.each([
      ["a whole name", "Құралай Ойданқызы", () => [cyrillic]],
      ["its words the other way round", "ойданқызы құралай", () => [cyrillic]],
      ["the beginning of a word", "Ойдан", () => [cyrillic]],
      ["beginnings of several words", "ойд құр", () => [cyrillic]],
      ["a word of each of two spellings", "Құралай Oydankyzy", () => [cyrillic]],
      ["plain letters for marked ones", "hayali oz", () => [latin]],
      ["Kazakh letters typed on a Russian keyboard", "Куралай", () => [cyrillic]],
      ["Arabic script", "ئايگۈل", () => [arabic]],
      ["the beginning of a word in Arabic script", "ئايگ", () => [arabic]],
      ["Chinese, in part and whole", "库来", () => [chinese]],
      ["capitals and spaces", "  JEYRAN  ", () => [latin]],
    ])("by %s", async (_, q, expected) => {
      expect(await find(q)).toEqual(expected());
    });

    it.each([
      ["a word nobody bears", "Xqxqxq"],
      ["a name and a word nobody bears", "Құралай Xqxqxq"],
      ["the end of a word", "данқызы"],
      ["words of two different people", "Құралай Jeyran"],
      ["nothing but signs", "%%% ___ '\"; --"],
    ])("by nobody looking for %s", async (_, q) => {
      expect(await listPeople(link.db, { q })).toMatchObject({ total: 0, items: [], next: null });
    });

    it("by words that two records judged the same spell differently", async () => {
      const word = freshWord();
      const one = await link.person(`Мәлике ${word}а`);
      const two = await link.person(`Malika ${word}`);
      await link.judge(one, two, "same");
      expect(await find(`мәлике malika`)).toEqual([one]);
      const page = await listPeople(link.db, { q: `malika ${word}` });
      expect(page).toMatchObject({ total: 1, matched: { [one]: `Malika ${word}` } });
      await link.judge(one, two, "different");
      expect(await find("мәлике malika")).toEqual([]);
      expect(await find(`malika ${word}`)).toEqual([two]);
    });

    it("with whole words before beginnings", async () => {
      const word = freshWord();
      const longer = await link.person(`Aa ${word}ova`);
      const exact = await link.person(`Bb ${word}`);
      expect(await find(word)).toEqual([exact, longer]);
    });
  });

  describe("come in pages", () => {
    it("that lose nobody and repeat nobody, in the order of names or of a search", async () => {
      const names = fc.array(fc.constantFrom("Aa", "Ab", "Әб", "ab", "甲", "😀", ""), {
        minLength: 1,
        maxLength: 25,
      });
      await fc.assert(
        fc.asyncProperty(names, fc.integer({ min: 1, max: 7 }), async (chosen, limit) => {
          const word = freshWord();
          const made: RecordId[] = [];
          for (const name of chosen) made.push(await link.person(`${name} ${word}`));
          const found = await pages({ q: word, limit });
          expect(found.ids.toSorted()).toEqual(made.toSorted());
          expect([...found.totals]).toEqual([made.length]);
          const all = await pages({ limit: 20 + limit });
          expect(new Set(all.ids).size).toBe(all.ids.length);
          expect(all.ids).toEqual(expect.arrayContaining(made));
          expect([...all.totals]).toEqual([all.ids.length]);
          expect(await countPeople(link.db)).toBe(all.ids.length);
        }),
        { numRuns: 8 },
      );
    });

    it("that hold all of a search with very many hits", async () => {
      const word = freshWord();
      const records = Array.from({ length: 950 }, newRecord);
      const drafts = records.flatMap((record, i) => {
        const name = `${word} ${i % 2 === 0 ? "Invented" : "Придуманный"}`;
        return [aPerson(record, link.source, name), ...namesOf(record, link.source, [name])];
      });
      await link.append(...drafts);
      const { ids, totals } = await pages({ q: word, limit: 200 });
      expect(ids.toSorted()).toEqual(records.toSorted());
      expect([...totals]).toEqual([950]);
    });

    it("that keep those who were there while others are added and taken back", async () => {
      const word = freshWord();
      const there: RecordId[] = [];
      for (let i = 10; i < 30; i++) there.push(await link.person(`${word} ${i}`));
      for (const query of [{ q: word }, {}]) {
        const first = await listPeople(link.db, { ...query, limit: 5 });
        const early = await link.person(`${word} 00`);
        const late = await link.person(`${word} 99`);
        const rest = await pages({ ...query, limit: 7, cursor: first.next ?? undefined });
        const seen = [...first.items.map((person) => person.id), ...rest.ids];
        const ours = seen.filter((id) => there.includes(id as RecordId));
        expect(ours.toSorted()).toEqual(there);
        expect(new Set(seen).size).toBe(seen.length);
        for (const record of [early, late]) await takeBack(record);
      }
    });

    it.each(["", "0", "x", "-1", "W10", "bnVsbA", "WzEsMl0", "1e9", "💣"])(
      "and not after a place nobody was given: %s",
      async (cursor) => {
        for (const query of [{}, { q: "a" }])
          await expect(listPeople(link.db, { ...query, cursor })).rejects.toMatchObject({
            code: "link/bad-cursor",
          });
      },
    );
  });

  describe("disappear", () => {
    it("when they are taken back, and come again when that is taken back", async () => {
      const word = freshWord();
      const person = await link.person(word);
      const before = await countPeople(link.db);
      await takeBack(person);
      expect(await find(word)).toEqual([]);
      expect((await pages({})).ids).not.toContain(person);
      expect(await countPeople(link.db)).toBe(before - 1);
      await takeBack(person, true);
      expect(await find(word)).toEqual([person]);
      expect((await pages({})).ids).toContain(person);
    });

    it("with the table import that brought them", async () => {
      const word = freshWord();
      const batch = newBatch();
      const record = newRecord();
      const value = { kind: "name" as const, text: word };
      const mapping = { schema: "Person", columns: [] };
      const opened = aPerson(record, link.source, word);
      await link.append(
        draft("batch.started", batch, { id: batch, source: link.source, mapping, series: "x" }),
        { ...opened, body: { ...opened.body, batch } },
        aClaim(record, link.source, "name", value, { batch }),
      );
      expect(await find(word)).toEqual([record]);
      await link.append(draft("batch.undone", batch, { id: batch, reason: "invented" }));
      expect(await find(word)).toEqual([]);
      expect((await pages({})).ids).not.toContain(record);
    });

    it("by a name that was rejected, and are still listed", async () => {
      const word = freshWord();
      const person = await link.person("Invented Keeps", word);
      const [, claim] = await link.db
        .selectFrom("claims")
        .select("id")
        .where("record", "=", person)
        .orderBy("seq")
        .execute();
      const body = { claim: claim?.id as never, record: person, state: "rejected" as const };
      await link.append(draft("claim.reviewed", person, body));
      expect(await find(word)).toEqual([]);
      expect((await pages({})).ids).toContain(person);
    });

    it("not while one of the records judged the same still stands", async () => {
      const word = freshWord();
      const elder = await link.person(`${word} elder`);
      const younger = await link.person(`${word} younger`);
      await link.judge(elder, younger, "same");
      const before = await countPeople(link.db);
      await takeBack(elder);
      expect(await find(word)).toEqual([elder]);
      expect((await pages({})).ids.filter((id) => id === elder || id === younger)).toEqual([elder]);
      expect(await countPeople(link.db)).toBe(before);
      await takeBack(younger);
      expect(await find(word)).toEqual([]);
      expect((await pages({})).ids).not.toContain(elder);
    });
  });

  it("may be called, and looked for by, anything at all", async () => {
    const long = "ұ".repeat(1_000);
    const hostile = [
      long,
      "𠀀".repeat(300),
      `${"a".repeat(59)}😀`,
      `a${"𝒜".repeat(250)}`,
      "😀👩‍👩‍👧‍👧🏳️‍🌈",
      "\u0001\u0007\u001b[31m name\u2028\u202e",
      "' OR 1=1 --",
      `${"a".repeat(79)}😀`,
      "%_\\",
    ];
    for (const name of hostile) await link.person(name);
    for (const q of [...hostile, long.repeat(10), "\u0000", "\ud800 a", " ".repeat(10_000)])
      await listPeople(link.db, { q });
    const anything = fc
      .string({ unit: "binary", minLength: 1, maxLength: 60 })
      .map((text) => text.toWellFormed().replaceAll("\0", " "));
    await fc.assert(
      fc.asyncProperty(anything, async (name) => {
        const person = await link.person(name);
        const { items, total } = await listPeople(link.db, { q: name, limit: 200 });
        expect(items.length).toBeLessThanOrEqual(total);
        if (items.length > 0 && total <= 200) expect(items.map((p) => p.id)).toContain(person);
      }),
      { numRuns: 40 },
    );
    // Half a character is refused as a whole: nothing of it is written.
    await expect(link.person("\ud800 alone")).rejects.toMatchObject({ code: "proof/json-text" });
    expect(await checkLedger(link.vault.ledger.deps)).toMatchObject({ clean: true, problems: [] });
  });
});
