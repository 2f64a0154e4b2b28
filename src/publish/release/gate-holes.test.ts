// What somebody hostile would look for in a release: each a way round the gate that is shut. Everyone in it is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { draft, type RecordId, type SourceId, type Value } from "../../model/index.ts";
import { aPerson, id, newRecord } from "../../store/testing.ts";
import { withoutClosed } from "../../store/index.ts";
import { approvalsOf, approveRelease, withdrawRelease } from "./decide-release.ts";
import { type PlanDeps, planRelease } from "./plan-release.ts";
import { hasPrivateNumber } from "./private-numbers.ts";
import { anEpisode, openTestRelease, type TestRelease } from "./testing.ts";
import { toldAddress } from "./web-address.ts";

const ask = { audience: "public" } as const;
const text = (words: string): Value => ({ kind: "text", text: words });
const code = (vocabulary: string, of: string): Value => ({ kind: "code", vocabulary, code: of });

describe("the gate of a release", () => {
  let vault: TestRelease;
  let article: SourceId;
  let shown: RecordId;
  let hidden: RecordId;
  beforeEach(async () => {
    vault = await openTestRelease("sqlcipher");
    article = await vault.source();
    shown = await vault.person("Turymtai Oytur", article);
    hidden = await vault.person("Qyrghiek Sandyq", article);
    await vault.consent(shown, "public-name");
  });
  afterEach(() => vault.end());

  const plan = (more: Partial<PlanDeps> = {}) => planRelease({ ...vault.decide, ...more }, ask);
  /** Everything a reader gets, as one text. */
  const told = async (): Promise<string> => JSON.stringify((await plan()).release);
  const job = (words: string, more: object = {}, source = article) =>
    vault.claim(shown, source, "occupation", text(words), more);
  const quoted = (quote: string) => job("herder", { passage: { quote } });
  const say = async (
    content: string,
    more: { source?: SourceId; words?: string; record?: RecordId; target?: RecordId } = {},
  ): Promise<RecordId> => {
    const said = newRecord();
    await vault.append(
      draft("statement.added", said, {
        id: said,
        source: more.source ?? article,
        passage: {},
        speaker: {
          words: more.words ?? "an invented office",
          ...(more.record === undefined ? {} : { record: more.record }),
        },
        content,
        mode: "direct",
        stance: "asserts",
        targets: [{ record: more.target ?? shown }],
        answers: [],
      }),
    );
    return said;
  };
  const describeSource = (body: object) =>
    vault.append(draft("source.described", article, { id: article, ...body } as unknown as never));

  it("hears a name that stays in another script, spelling or order", async () => {
    const quotes = [
      "They met Қырғиек Сандық there.",
      "Она видела Қырғиека Сандықа.",
      "Somebody met Qirgiyek, later called Sandiq, there.",
      "Sandyq Qyrghiek was in the next room.",
      "ئۇلار قىرغىيەك ساندىق بىلەن كۆرۈشتى",
    ];
    for (const quote of quotes) await quoted(quote);
    await quoted("Nobody else was there.");
    const all = await told();
    expect(all).toContain("Nobody else");
    expect(quotes.filter((quote) => all.includes(quote))).toEqual([]);
  });

  it("hears who is named as who is named, however it is spelled", async () => {
    await quoted("Тұрымтай Ойтұрды көрді.");
    expect(await told()).toContain("Тұрымтай");
  });

  it("does not take a name that stays for told because another field holds it", async () => {
    await job("Qyrghiek Sandyq");
    expect(await told()).not.toContain("Qyrghiek");
  });

  it("holds back a name field that goes on with somebody else's name", async () => {
    await vault.claim(shown, article, "name", {
      kind: "name",
      text: "Turymtai Oytur, daughter of Qyrghiek Sandyq",
    });
    const all = await told();
    expect(all).toContain("Turymtai Oytur");
    expect(all).not.toContain("Qyrghiek");
  });

  it("looks for names that only closed sources know, whoever asks, and shows them to nobody who may not see them", async () => {
    const closed = await vault.source("testimony");
    const inside = await vault.person("Bulbul Tarazi", closed);
    await vault.append(draft("source.closed", closed, { source: closed, closed: true }));
    await quoted("Bulbul Tarazi was in the next room.");
    const view = await withoutClosed(vault.vault);
    expect(view.engine.db).not.toBe(vault.decide.db);
    const [whole, part] = [await plan(), await plan({ db: view.engine.db })];
    for (const { release } of [whole, part])
      expect(JSON.stringify(release)).not.toContain("Bulbul");
    expect(part.contents).toBe(whole.contents);
    expect(whole.people.map(({ id: of }) => of)).toContain(inside);
    expect(JSON.stringify(part.people)).not.toMatch(/Bulbul|closed/);
  });

  it("asks whoever said it, also where the statement is about somebody else", async () => {
    const testimony = await vault.source("testimony");
    await vault.consent(testimony, "public-name");
    const statement = await say("It was so.", {
      source: testimony,
      record: hidden,
      target: hidden,
    });
    await job("weaver", { statement }, testimony);
    expect(await told()).not.toContain("weaver");
    await vault.consent(hidden, "public-name");
    expect(await told()).toContain("weaver");
  });

  it("tells neither a statement about a sensitive act, nor its words in a quote, in any language", async () => {
    const act = anEpisode(shown, article, "Act", [["type", code("act-type", "rape")]]);
    await vault.append(...act.drafts);
    await say("First of two things.", { target: act.record });
    await say("Second: she was raped.");
    await say("Third, изнасилование.");
    await say("Fourth, harmless.");
    const all = await told();
    expect(all).toContain("Fourth");
    expect(all).not.toMatch(/First of|Second:|Third/);
  });

  it("keeps words from which a sealed value was read, and numbers that belong to one person", async () => {
    await vault.claim(
      shown,
      article,
      "idNumber",
      { kind: "sealed", cipher: "AAAA", hash: "0".repeat(64) } as never,
      { passage: { start: 10, end: 40 } },
    );
    await job("one", { passage: { start: 0, end: 20, quote: "Overlaps, it does." } });
    await job("two", { passage: { start: 50, end: 60, quote: "Elsewhere it stands." } });
    await job("three", { passage: { quote: "Call +7 701 555 01 23 at night." } });
    const all = await told();
    expect(all).toContain("Elsewhere");
    expect(all).not.toMatch(/Overlaps|Call/);
  });

  it("tells no street of a home that another field or quote repeats, and where house arrest was only by its county", async () => {
    const address = "7 Poplar Lane, Qumul";
    const home: Value = { kind: "place", text: address, code: "650102" };
    await vault.claim(shown, article, "residence", home);
    await vault.claim(shown, article, "origin", { kind: "place", text: "Lone Well village" });
    await vault.claim(shown, article, "birthPlace", { kind: "place", text: address });
    await quoted("They came to 7 Poplar Lane at night.");
    const arrest = anEpisode(shown, article, "Episode", [
      ["kind", code("episode-kind", "house-arrest")],
      ["place", { kind: "place", text: "9 Willow Lane", code: "650102" }],
      ["facility", text("the house at 9 Willow Lane")],
    ]);
    await vault.append(...arrest.drafts);
    const { release } = await plan();
    expect(JSON.stringify(release)).not.toMatch(/Poplar|Willow|Lone Well/);
    const place = release.people[0]?.parts[0]?.values.find(({ property }) => property === "place");
    expect(place?.coarser).toBe("place");
  });

  it("names no relative who stays by one name in the words for a speaker", async () => {
    const tie = newRecord();
    await vault.append(
      draft("record.added", tie, { id: tie, schema: "Relationship", source: article, label: "x" }),
    );
    for (const [property, record] of [
      ["from", shown],
      ["to", hidden],
    ] as const)
      await vault.claim(
        tie,
        article,
        property,
        { kind: "ref", record },
        { schema: "Relationship" },
      );
    await say("She is well.", { words: "Qyrghiek, her sister" });
    const all = await told();
    expect(all).toContain("She is well.");
    expect(all).not.toContain("Qyrghiek");
  });

  it("gives no address of a page whose title names somebody who stays", async () => {
    await job("herder");
    const url = { value: "https://courier.example/2019/05/a-story" };
    await describeSource({ headline: { value: "A story" }, url });
    expect(await told()).toContain("courier.example");
    await describeSource({ headline: { value: "The story of Qyrghiek Sandyq" }, url });
    expect(await told()).not.toMatch(/courier\.example|Qyrghiek/);
  });

  it("shows no picture with somebody in it who is not named", async () => {
    const photo = await vault.source("photo");
    await vault.consent(photo, "public-name");
    await vault.claim(shown, photo, "occupation", text("herder"));
    const may: boolean[] = [];
    const pictures: PlanDeps["pictures"] = (_records, _sources, ok) => {
      may.push(ok(photo));
      return Promise.resolve([]);
    };
    await plan({ pictures });
    const other = id("rec") as RecordId;
    await vault.append(aPerson(other, photo, "x"));
    await plan({ pictures });
    expect(may).toEqual([true, false]);
  });

  it("counts no approval from before a withdrawal, nor of a member who may not decide any more", async () => {
    const { contents } = await plan();
    const [one, two] = [await vault.member("One Invented"), await vault.member("Two Invented")];
    for (const member of [one, two])
      await approveRelease(vault.decide, member, { ...ask, contents });
    await vault.append(
      draft("member.changed", two.member, {
        id: two.member,
        name: "Two Invented",
        roles: ["reader"],
        active: true,
      } as never),
    );
    const count = async () => (await approvalsOf(vault.decide.db, "public", contents)).length;
    expect(await count()).toBe(1);
    await vault.append(
      draft("release.made", "release 1", {
        number: 1,
        audience: "public",
        contents: contents as never,
        tree: contents as never,
        files: 1,
        to: "a host",
        approvedBy: ["One Invented", "Two Invented"],
        people: [],
        sources: [],
      }),
    );
    await withdrawRelease(vault.decide, vault.actor, { ...ask, number: 1, reason: "a mistake" });
    expect(await count()).toBe(0);
  });
});

describe("numbers of one person", () => {
  it.each([
    ["654123198001011234", true],
    ["65412319800101123X", true],
    ["+7 (701) 555-01-23", true],
    ["passport G12345678", true],
    ["write to a.person@mail.example", true],
    ["١٢٣٤٥٦٧٨٩٠", true],
    ["2018-05-03–2019-06-07", false],
    ["about 1,000,000 people in 12 counties", false],
    ["(2018) case 40, first instance, 123", false],
  ])("in %j: %s", (words, has) => {
    expect(hasPrivateNumber(words)).toBe(has);
  });
});

describe("the address of a page", () => {
  it.each([
    ["https://courier.example/a?id=7", "https://courier.example/a?id=7"],
    ["https://courier.example/a?id=7&fbclid=XYZ", "https://courier.example/a?id=7"],
    ["https://courier.example/a#:~:text=Somebody", "https://courier.example/a"],
    ["https://user:word@courier.example/a", undefined],
    ["https://courier.example/a?token=abc", undefined],
    ["http://192.168.1.7/a", undefined],
    ["http://localhost/a", undefined],
    ["javascript:alert(1)", undefined],
    ["file:///home/somebody/a.html", undefined],
  ])("%s", (address, as) => {
    expect(toldAddress(address)).toBe(as);
  });
});
