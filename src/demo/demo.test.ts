// The demonstration vault as a newcomer finds it. Everyone in it is invented.
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMembers, openSealed, unlock, createAttempts } from "../access/index.ts";
import { caseBoardView, nearestDays, showCase } from "../act/index.ts";
import {
  createReader,
  listSources,
  showOrigins,
  type SourceOrigins,
  sourceText,
  type SourcesPage,
} from "../collect/index.ts";
import { countPeople, linkVault, listPeople, showQueue } from "../link/index.ts";
import { type Passage, propertyOf, type Value } from "../model/index.ts";
import { scriptOf } from "../names/index.ts";
import { systemClock } from "../runtime/index.ts";
import { checkLedger } from "../store/index.ts";
import { listRecords, recordFile, type RelatedView } from "../weigh/index.ts";
import { buildDemo, demoPassphrase } from "./build-demo.ts";
import { chain } from "./cases/raushan.ts";
import { rowCount } from "./list/list-rows.ts";
import { demoHome, openTestDemo, type TestDemo } from "./testing.ts";

let demo: TestDemo;
const reader = createReader();
const db = () => demo.made.vault.engine.db;
const collect = () => ({
  ...demo.made.vault,
  actor: demo.made.actor,
  ids: { next: () => "" as never },
  clock: systemClock,
  reader,
});

beforeAll(async () => {
  demo = await openTestDemo();
});
afterAll(async () => {
  await reader.close();
  await demo?.end();
});

async function personFile(q: string) {
  const { items } = await listPeople(db(), { q, limit: 20 });
  const most = items.toSorted((a, b) => b.records - a.records)[0];
  return recordFile({ db: db(), clock: systemClock }, most?.id ?? "");
}

function relatedTo(related: readonly RelatedView[], schema: string, label: RegExp): RelatedView {
  const found = related
    .filter((r) => r.schema === schema && label.test(r.label))
    .toSorted((a, b) => b.records.length - a.records.length);
  if (found[0] === undefined) throw new Error(`no ${schema} like ${label}`);
  return found[0];
}

async function originsOf(title: string): Promise<SourceOrigins> {
  const { items } = await listSources(collect(), { limit: 200 });
  const found = items.find((source) => source.title === title);
  if (found === undefined) throw new Error(`no source is called ${title}`);
  return showOrigins(collect(), { id: found.id });
}

const property = (view: { readonly properties: RelatedView["properties"] }, name: string) =>
  view.properties.find((p) => p.name === name);

describe("the vault", () => {
  it("passes the check of every entry, row and file", async () => {
    const report = await checkLedger(demo.made.vault.ledger.deps);
    expect(report.problems).toEqual([]);
    expect(report.clean).toBe(true);
  });

  it("told how far it had come, step by step to the end", () => {
    const done = demo.steps.map((s) => s.done);
    expect(done).toEqual(done.map((_, i) => i));
    expect(demo.steps.at(-1)).toEqual({ done: done.length - 1, total: done.length - 1 });
  });

  it("has two members, who both wrote parts of it, and opens with its passphrase", async () => {
    const members = await listMembers(demo.made.vault);
    expect(members.map((m) => m.active)).toEqual([true, true]);
    const authors = await db().selectFrom("entries").select("author").distinct().execute();
    expect(authors.map((a) => a.author).toSorted()).toEqual(members.map((m) => m.id).toSorted());
    const { member } = await unlock(
      { attempts: createAttempts() },
      { home: demo.home, secret: demoPassphrase },
    );
    expect(member).toBe(demo.made.actor.member);
  });

  it("was written in weeks that lie behind us, in order", async () => {
    const entries = await db().selectFrom("entries").select("at").orderBy("seq").execute();
    const times = entries.map((e) => e.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(
      new Set(times.map((at) => new Date(at).toISOString().slice(0, 10))).size,
    ).toBeGreaterThan(10);
    expect(times.at(-1)).toBeLessThan(Date.UTC(2026, 3, 1));
  });
});

describe("what is in it", () => {
  let sources: SourcesPage;
  beforeAll(async () => {
    sources = await listSources(collect(), { limit: 200 });
  });

  it("at least 40 persons beside the list, on more than 60 records, and the 300 of the list", async () => {
    const listed = sources.items.find((s) => s.kind === "list");
    const told = await db()
      .selectFrom("records")
      .select("id")
      .where("schema", "=", "Person")
      .where("source", "!=", listed?.id ?? "")
      .execute();
    expect(told.length).toBeGreaterThanOrEqual(60);
    const standing = await countPeople(db());
    expect(standing - rowCount).toBeGreaterThanOrEqual(40);
  });

  it("at least 25 sources of many kinds, in five languages", () => {
    expect(sources.total).toBeGreaterThanOrEqual(25);
    expect(new Set(sources.items.map((s) => s.language))).toEqual(
      new Set(["en", "kk", "ug", "zh", "ru"]),
    );
    const kinds = new Set(sources.items.map((s) => s.kind));
    for (const kind of [
      "article",
      "testimony",
      "recording",
      "appeal",
      "official-statement",
      "court-paper",
      "report",
      "list",
      "letter",
      "leaked-document",
      "social-post",
      "note",
    ]) {
      expect([...kinds]).toContain(kind);
    }
  });

  it("Kazakh in three scripts, and names in each", async () => {
    const names = await db()
      .selectFrom("claims")
      .select("value")
      .where("property", "=", "name")
      .execute();
    const kazakh = names
      .map((n) => JSON.parse(n.value) as Value)
      .filter((v) => v.kind === "name" && v.lang === "kk");
    const scripts = new Set(kazakh.map((v) => (v.kind === "name" ? scriptOf(v.text) : "")));
    expect([...scripts].toSorted()).toEqual(["Arab", "Cyrl", "Latn"]);
  });

  it("leaves work to do: open suggestions, proposed claims, pairs not decided; and shows a rejection and something taken back", async () => {
    expect(sources.items.filter((s) => (s.open ?? 0) > 0).length).toBeGreaterThanOrEqual(3);
    const rejected = await db().selectFrom("suggestion_rejections").select("source").execute();
    expect(rejected.length).toBeGreaterThanOrEqual(1);
    const proposed = await db()
      .selectFrom("claims")
      .select("id")
      .where("review", "=", "proposed")
      .execute();
    expect(proposed.length).toBeGreaterThan(1_000);
    const verdicts = await db().selectFrom("judgements").select("verdict").execute();
    expect(new Set(verdicts.map((v) => v.verdict))).toEqual(
      new Set(["same", "different", "undecided", "relative"]),
    );
    expect(await db().selectFrom("withdrawals").select("target").execute()).toHaveLength(2);
  });

  it("questions with both sides, figures of several units, proceedings, interventions, groups, organisations", async () => {
    const total = async (schema: string) => (await listRecords(db(), { schema, limit: 200 })).total;
    for (const [schema, least] of [
      ["Question", 4],
      ["Figure", 5],
      ["Proceeding", 2],
      ["Intervention", 5],
      ["Group", 3],
      ["Organization", 4],
      ["Relationship", 8],
      ["Act", 2],
      ["Place", 1],
    ] as const) {
      expect([schema, (await total(schema)) >= least]).toEqual([schema, true]);
    }
    const units = await db()
      .selectFrom("claims")
      .innerJoin("records", "records.id", "claims.record")
      .select("claims.value")
      .where("records.schema", "=", "Figure")
      .where("claims.property", "=", "unit")
      .execute();
    expect(new Set(units.map((u) => u.value)).size).toBeGreaterThanOrEqual(4);
  });
});

describe("every accepted claim", () => {
  it("leads to a passage of the text that says what it quotes", async () => {
    const claims = await db()
      .selectFrom("claims")
      .select(["id", "source", "passage", "property"])
      .where("review", "=", "accepted")
      .execute();
    const texts = new Map<string, string>();
    let withPassage = 0;
    for (const { source, passage, property: name } of claims) {
      if (passage === null) continue;
      withPassage += 1;
      const { start = -1, end = -1, quote } = JSON.parse(passage) as Passage;
      const text = texts.get(source) ?? (await sourceText(collect(), { id: source })).text;
      texts.set(source, text);
      // What is sealed is not written down a second time as a quotation.
      if (propertyOf("Person", name)?.sealed === true) expect(quote).toBeUndefined();
      else expect([name, text.slice(start, end)]).toEqual([name, quote]);
    }
    // Only what a testimony's form writes itself (who is whose relative) has none.
    expect(claims.length - withPassage).toBeLessThan(15);
    expect(withPassage).toBeGreaterThan(500);
  });

  it("and every statement does too", async () => {
    const statements = await db().selectFrom("statements").select(["source", "body"]).execute();
    expect(statements.length).toBeGreaterThan(60);
    for (const { source, body } of statements) {
      const { passage } = JSON.parse(body) as { passage: Passage };
      const { text } = await sourceText(collect(), { id: source });
      expect(
        text.slice(passage.start, passage.end).startsWith(passage.quote?.slice(0, 4_000) ?? ""),
      ).toBe(true);
    }
  });
});

describe("Darkhan, whose sister asks for him", () => {
  it("is disputed by a denial that names him", async () => {
    const file = await personFile("Darkhan Tileubek");
    expect(file.status?.state).toBe("disputed");
    const held = relatedTo(file.related, "Episode", /camp/i);
    expect(property(held, "kind")?.headlines[0]?.state).toBe("disputed");
    expect(property(held, "kind")?.headlines[0]?.origins.length).toBeGreaterThanOrEqual(3);
    expect(property(file, "birthDate")?.headlines[0]?.state).toBe("single");
  });

  it("was taken on one of several dates and held in one of two places; all are kept", async () => {
    const file = await personFile("Darkhan Tileubek");
    const from = property(relatedTo(file.related, "Episode", /taken/i), "from");
    expect((from?.others.length ?? 0) + 1).toBeGreaterThanOrEqual(3);
    expect(property(relatedTo(file.related, "Episode", /camp/i), "place")?.others).toHaveLength(1);
  });

  it("is one person in five ways of writing", async () => {
    const file = await personFile("Дархан Тілеубекұлы");
    const scripts = new Set(file.names.map((n) => scriptOf(n.text)));
    expect([...scripts]).toEqual(expect.arrayContaining(["Latn", "Cyrl"]));
    expect(file.names.some((n) => /\p{Script=Han}/u.test(n.text))).toBe(true);
    expect(file.records.length).toBeGreaterThanOrEqual(6);
  });

  it("has a sister whose telephone number only some may open", async () => {
    const file = await personFile("Darkhan Tileubek");
    const contact = property(file, "contactAbroad");
    expect(contact?.headlines[0]?.text).toBe("sealed");
    const row = await db()
      .selectFrom("claims")
      .select("value")
      .where("property", "=", "contactAbroad")
      .executeTakeFirstOrThrow();
    const { sealed, actor } = demo.made;
    if (sealed === null) throw new Error("the first member holds the sealed key");
    expect(openSealed(JSON.parse(row.value), sealed, actor)).toBe("+7 000 000 00 17");
    expect(row.value).not.toContain("000 00 17");
  });
});

describe("Raushan, whose husband spoke to one reporter", () => {
  it("counts one origin behind ten outlets", async () => {
    const file = await personFile("Raushan Qabdolla");
    const sentence = property(relatedTo(file.related, "Episode", /sentenced/i), "sentence");
    const eight = sentence?.others.find((o) => o.text.startsWith("8"));
    expect(chain).toHaveLength(10);
    expect(eight?.claims).toHaveLength(10);
    expect(eight?.origins).toHaveLength(1);
    expect(eight?.origins[0]?.retellings).toBe(9);
  });

  it("so one graded page stands above all ten", async () => {
    const file = await personFile("Raushan Qabdolla");
    const sentence = property(relatedTo(file.related, "Episode", /sentenced/i), "sentence");
    expect(sentence?.headlines[0]?.text).toMatch(/^7/);
    expect(sentence?.headlines[0]?.why).toMatch(/graded/);
  });

  it("is not disputed by a denial of the policy", async () => {
    const file = await personFile("Raushan Qabdolla");
    expect(file.status?.state).not.toBe("disputed");
    expect(file.properties.flatMap((p) => p.headlines).map((h) => h.state)).not.toContain(
      "disputed",
    );
  });
});

describe("a beekeeper, in two prints of one agency text", () => {
  it("has one origin for what both say, though neither is said to repeat the other", async () => {
    const file = await personFile("Serikbol Qusain");
    const from = property(relatedTo(file.related, "Episode", /taken/i), "from")?.headlines[0];
    expect(from?.claims).toHaveLength(2);
    expect(from?.origins).toHaveLength(1);
  });

  it("shows each print beside the other in the reader", async () => {
    const { copies, relays } = await originsOf("Beekeeper missing since visit to county office");
    expect(copies).toMatchObject([{ publisher: "The Millbrook Evening Star" }]);
    expect(copies[0]?.share).toBeGreaterThan(0.8);
    expect(relays.map(({ words }) => words)).not.toContain("Halfmoon Wire");
  });

  it("stands beside a paper whose citation of an agency waits to be accepted", async () => {
    const { relays } = await originsOf("Songs out of a schoolbook");
    const cited = relays.find(({ words }) => words.includes("Halfmoon Wire"));
    expect(cited).toMatchObject({ state: "open" });
    expect(cited?.fits.map(({ title }) => title)).toContain(
      "Dombra teacher sentenced to eight years, husband says",
    );
  });
});

describe("others", () => {
  it("the general denial is on file, names nobody and disputes nobody else", async () => {
    const denials = await db()
      .selectFrom("statements")
      .select(["id", "body"])
      .where("stance", "=", "denies")
      .execute();
    const general = denials.filter(
      (d) => (JSON.parse(d.body) as { targets: unknown[] }).targets.length === 0,
    );
    expect(general.length).toBeGreaterThanOrEqual(1);
    for (const name of ["Saltanat Oralkhan", "Bolat Shaken", "Tokhtar Beisen"]) {
      expect([name, (await personFile(name)).status?.state]).not.toContain("disputed");
    }
  });

  it("a court declined to deport two men, after three hearings", async () => {
    const file = await personFile("Qanat Isabek");
    const proceeding = relatedTo(file.related, "Proceeding", /deport/i);
    expect(property(proceeding, "hearing")?.headlines.map((h) => h.text)).toHaveLength(3);
    expect(property(proceeding, "outcome")?.headlines.map((h) => h.state)).toContain(
      "corroborated",
    );
  });

  it("a birth year is pinned with its reason", async () => {
    const born = property(await personFile("Mirzat Turdiyuz"), "birthDate");
    expect(born?.headlines[0]).toMatchObject({ text: "1969", pinned: true });
    expect(born?.headlines[0]?.why).toMatch(/identity card/);
    expect(born?.others.map((o) => o.text)).toEqual(["1968"]);
  });

  it("a sentence is corroborated by a letter of notice and a daughter", async () => {
    const file = await personFile("Mirzat Turdiyuz");
    const sentence = property(relatedTo(file.related, "Episode", /sentenced/i), "sentence");
    expect(sentence?.headlines[0]).toMatchObject({ text: "11 years", state: "corroborated" });
  });
});

describe("a demonstration made again", () => {
  it("is the same, entry by entry, but for salts and keys", async () => {
    const again = await openTestDemo();
    const written = (vault: TestDemo) =>
      vault.made.vault.engine.db
        .selectFrom("entries")
        .select(["seq", "at", "kind", "subject"])
        .where("kind", "!=", "vault.created")
        .orderBy("seq")
        .execute();
    expect(await written(again)).toEqual(await written(demo));
    await again.end();
  });
});

describe("a demonstration that is stopped", () => {
  it("leaves nothing behind", async () => {
    const { home, deps, end } = await demoHome();
    const stop = new AbortController();
    const making = buildDemo({ ...deps, signal: stop.signal }, () => stop.abort());
    await expect(making).rejects.toMatchObject({ code: "cancelled" });
    await expect(readdir(home)).rejects.toMatchObject({ code: "ENOENT" });
    await end();
  });
});

describe("cases", () => {
  it("of which one has a hearing ahead, something overdue, and two men in it", async () => {
    const deps = { db: db(), clock: systemClock };
    const { columns } = await caseBoardView(deps);
    expect(columns.map(({ total }) => total)).toEqual([1, 1, 1, 0]);
    const item = columns[1]?.items[0];
    expect(item).toMatchObject({ kind: "deportation", next: { kind: "hearing", overdue: false } });
    const shown = await showCase(deps, item?.number ?? "");
    expect(shown.people).toHaveLength(2);
    expect(shown.taskList.filter(({ overdue }) => overdue)).toHaveLength(1);
    expect(shown.proceedings.length).toBeGreaterThanOrEqual(2);
    expect(shown.interim.find(({ body }) => body === "cat-22")).toMatchObject({
      country: "KZ",
      open: "yes",
    });
    expect((await nearestDays(deps))[0]).toMatchObject({ what: "task", overdue: true });
  });
});

describe("pairs nobody has compared", () => {
  it("hold a possible father and daughter, shown as relatives and not as one person", async () => {
    const { engine } = demo.made.vault;
    await linkVault({ engine }, demo.made.actor);
    const { items } = await showQueue(engine, { band: "kin", limit: 100 });
    const names = items.map(({ leftPerson, rightPerson }) =>
      [leftPerson.label, rightPerson.label].sort(),
    );
    expect(names).toContainEqual(["Serik Zhanatuly", "Жанат Серікқызы"]);
    const pair = items.find(({ leftPerson, rightPerson }) =>
      [leftPerson.label, rightPerson.label].includes("Жанат Серікқызы"),
    );
    expect(pair?.reasons.map(({ rule }) => rule)).toContain("kin.swapped");
    expect((await showQueue(engine)).total).toBeGreaterThan(5);
  });
});
