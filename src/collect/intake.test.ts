// Files, texts and testimonies come in, on both engines. Everyone and every outlet here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClaimId, draft, type RecordId, type SourceId } from "../model/index.ts";
import { checkLedger, liveClaims } from "../store/index.ts";
import {
  addFile,
  addTestimony,
  addText,
  describeSource,
  forgetReadings,
  listSources,
  readAgain,
  showSource,
  sourceReading,
  sourceText,
} from "./index.ts";
import { engineKinds, openTestCollect, pressText, type TestCollect } from "./testing.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

describe.each(engineKinds)("taking in on %s", (kind) => {
  let vault: TestCollect;
  beforeAll(async () => {
    vault = await openTestCollect(kind);
  });
  afterAll(() => vault.end());

  it("keeps an article, its text and its reading", async () => {
    const item = await addFile(vault.deps, { name: "courier.txt", bytes: bytes(pressText) });
    expect(item.error).toBeUndefined();
    expect(item.suggestions).toBeGreaterThan(0);
    const id = item.source ?? "";
    const { text } = await sourceText(vault.deps, { id });
    expect(text).toBe(pressText);
    const { reading, decisions } = await sourceReading(vault.deps, { id });
    for (const s of reading.statements) {
      for (const span of s.content)
        expect(text.slice(span.start, span.end).length).toBeGreaterThan(0);
    }
    expect(decisions).toEqual({});
    const view = await showSource(vault.deps, { id });
    expect(view).toMatchObject({
      title: item.title,
      open: item.suggestions,
      seq: null,
      statements: 0,
      claims: 0,
    });
    expect(view.file).toMatchObject({
      size: bytes(pressText).length,
      mime: "text/plain",
      name: "courier.txt",
    });
  });

  it("answers with the older source when the same bytes come again", async () => {
    const once = await addFile(vault.deps, {
      name: "a.md",
      bytes: bytes("# Invented headline\n\nInvented text."),
    });
    const again = await addFile(vault.deps, {
      name: "b.md",
      bytes: bytes("# Invented headline\n\nInvented text."),
    });
    expect(again).toMatchObject({ duplicateOf: once.source });
    expect(again.source).toBeUndefined();
    const two = await Promise.all(
      [1, 2].map(() =>
        addText(vault.deps, { kind: "note", text: "The same invented note, twice at once." }),
      ),
    );
    expect(two.map((i) => i.source ?? i.duplicateOf)).toEqual(
      Array(2).fill(two.find((i) => i.source)?.source),
    );
    expect(two.filter((i) => i.source !== undefined)).toHaveLength(1);
  });

  it("names what is wrong with an item, writes nothing for it, and takes the others", async () => {
    const before = (await listSources(vault.deps)).total;
    const items = [];
    for (const [name, content] of [
      ["empty.txt", ""],
      ["blank.txt", " \n\t "],
      ["broken.pdf", "%PDF-1.7\nnot really"],
      ["old.doc", Buffer.from("d0cf11e0a1b11ae1", "hex")],
      ["broken.docx", Buffer.from("PK\x03\x04 and no more", "latin1")],
      ["fine.txt", "An invented text that is fine."],
    ] as const) {
      items.push(
        await addFile(vault.deps, {
          name,
          bytes: typeof content === "string" ? bytes(content) : content,
        }),
      );
    }
    expect(items.map((i) => i.error?.code)).toEqual([
      "empty",
      "empty",
      "broken-pdf",
      "unsupported",
      "broken-archive",
      undefined,
    ]);
    expect((await listSources(vault.deps)).total).toBe(before + 1);
  });

  it("shows no script of a page as text, and calls a page an article", async () => {
    const page = `<!doctype html><html><head><title>Invented page</title></head><body><article><h1>Invented page</h1>
      <p>Nurlan Testov was taken in March, his sister said.</p><script>steal("secret-word")</script></article></body></html>`;
    const item = await addFile(vault.deps, { name: "page.html", bytes: bytes(page) });
    expect(item.kind).toBe("article");
    const { text } = await sourceText(vault.deps, { id: item.source ?? "" });
    expect(text).toContain("his sister said");
    expect(text).not.toContain("secret-word");
  });

  it("keeps pictures and recordings without a text, and transcripts with their time codes", async () => {
    const photo = await addFile(vault.deps, {
      name: "p.jpg",
      bytes: Buffer.from("ffd8ffe000104a46494600", "hex"),
    });
    expect(photo.kind).toBe("photo");
    await expect(sourceText(vault.deps, { id: photo.source ?? "" })).rejects.toMatchObject({
      code: "no-text",
    });
    const vtt =
      "WEBVTT\n\n00:00:01.000 --> 00:00:04.500\nMy brother was taken, Invented Aigul said.\n";
    const transcript = await addFile(vault.deps, { name: "talk.vtt", bytes: bytes(vtt) });
    const { text, cues } = await sourceText(vault.deps, { id: transcript.source ?? "" });
    expect(cues).toHaveLength(1);
    expect(text.slice(cues[0]?.start, cues[0]?.end)).toContain("My brother was taken");
    expect(cues[0]).toMatchObject({ startMs: 1000, endMs: 4500 });
  });

  it("takes a table as a list, whatever it is called, and not what only calls itself one", async () => {
    const csv = await addFile(vault.deps, {
      name: "people.csv",
      bytes: bytes("name,age\nInvented Person,30\n"),
    });
    expect(csv).toMatchObject({ kind: "list", suggestions: 0 });
    const fake = await addFile(vault.deps, {
      name: "photo.csv",
      bytes: Buffer.from("ffd8ffe000104a46494601", "hex"),
    });
    expect(fake.kind).toBe("photo");
  });

  it("hides direction tricks in a file's name", async () => {
    const item = await addFile(vault.deps, {
      name: "../up/photo\u202Egpj.txt",
      bytes: bytes("Invented text with a trick in its name."),
    });
    expect(item.name).toBe("photo gpj.txt");
  });

  it("keeps a testimony as one statement, with records whose names lead into the text", async () => {
    const text =
      "I am Aigul Invented. My brother Nurlan Invented was taken in March 2018. I saw it.";
    const item = await addTestimony(vault.deps, {
      text,
      testifier: "Aigul Invented",
      given: "2020-05",
      knows: "saw-it",
      people: [{ name: "Nurlan Invented", relation: "brother" }, { name: "Nobody Mentioned" }],
    });
    expect(item.records).toHaveLength(3);
    const [, nurlan, nobody] = item.records;
    const claims = await liveClaims(vault.deps.ledger.deps.engine.db, [nurlan ?? "", nobody ?? ""]);
    const [name, unmentioned] = claims.map(
      (c) => JSON.parse(c.passage ?? "null") as { start: number; end: number } | null,
    );
    expect(text.slice(name?.start, name?.end)).toBe("Nurlan Invented");
    expect(unmentioned).toBeNull();
    expect(claims[0]).toMatchObject({ knows: "saw-it", said: "2020-05" });
    const view = await showSource(vault.deps, { id: item.source ?? "" });
    expect(view).toMatchObject({
      kind: "testimony",
      statements: 1,
      author: { value: "Aigul Invented", state: "accepted" },
    });
    expect(view.records.map((r) => r.schema).toSorted()).toEqual([
      "Person",
      "Person",
      "Person",
      "Relationship",
    ]);
  });

  it("lets a person say what a source is, and refuses a description of an older version", async () => {
    const { source = "" } = await addText(vault.deps, {
      kind: "article",
      text: "Text of an invented article to describe.",
      publisher: "Invented Wire",
    });
    const first = await showSource(vault.deps, { id: source });
    expect(first.publisher).toMatchObject({ value: "Invented Wire", state: "accepted" });
    const origin = await addText(vault.deps, {
      kind: "article",
      text: "The invented wire story itself.",
    });
    const second = await describeSource(vault.deps, {
      id: source,
      expect: first.seq,
      headline: { value: "A better headline" },
      publisher: { value: "" },
      relays: [{ source: origin.source as never, words: "the invented wire reported" }],
    });
    expect(second.title).toBe("A better headline");
    expect(second.publisher?.state).not.toBe("accepted");
    expect(second.relays[0]).toMatchObject({ title: "The invented wire story itself." });
    expect((await showSource(vault.deps, { id: origin.source ?? "" })).relayedBy).toEqual([
      { id: source, title: "A better headline" },
    ]);
    await expect(
      describeSource(vault.deps, { id: source, expect: first.seq, note: "late" }),
    ).rejects.toMatchObject({
      code: "conflict",
      current: { title: "A better headline", seq: second.seq },
    });
  });

  it("counts a suggestion as decided until the decision is taken back", async () => {
    const text = `${pressText}\nAn invented coda.`;
    const { source = "", suggestions = 0 } = await addFile(vault.deps, {
      name: "coda.txt",
      bytes: bytes(text),
    });
    const { reading } = await sourceReading(vault.deps, { id: source });
    const [one, two, three] = reading.statements.map((s) => s.id);
    if (one === undefined || two === undefined || three === undefined)
      throw new Error("the text should give three statements");
    const { ids, ledger, actor } = vault.deps;
    const id = source as SourceId;
    const [statement, record, claim] = [
      ids.next<RecordId>("rec"),
      ids.next<RecordId>("rec"),
      ids.next<ClaimId>("clm"),
    ];
    const withdraw = (target: string, back: boolean) =>
      ledger.append(actor.member, [
        draft("withdrawn", source, { target, subject: source, back, reason: "" }),
      ]);
    await ledger.append(actor.member, [
      draft("statement.added", statement, {
        id: statement,
        source: id,
        passage: { start: 0, end: 5 },
        content: "x",
        mode: "direct",
        stance: "asserts",
        targets: [],
        answers: [],
        suggestion: one,
      }),
      draft("record.added", record, {
        id: record,
        schema: "Person",
        source: id,
        label: "Invented",
      }),
      draft("claim.added", record, {
        id: claim,
        record,
        schema: "Person",
        property: "name",
        value: { kind: "name", text: "Invented" },
        source: id,
        review: "accepted",
        suggestion: two,
      }),
      draft("suggestion.rejected", source, { source: id, suggestion: three }),
    ]);
    const decided = async () => (await sourceReading(vault.deps, { id: source })).decisions;
    expect(await decided()).toEqual({
      [one]: { state: "accepted", became: statement },
      [two]: { state: "accepted", became: record, schema: "Person" },
      [three]: { state: "rejected" },
    });
    expect((await showSource(vault.deps, { id: source })).open).toBe(suggestions - 3);
    const waiting = async () =>
      (await listSources(vault.deps, { state: "open" })).items.map((i) => i.id);
    expect((await waiting()).includes(source)).toBe(suggestions > 3);
    await withdraw(statement, false);
    await withdraw(claim, false);
    await withdraw(`${source}#${three}`, false);
    expect(await decided()).toEqual({});
    expect(await waiting()).toContain(source);
    await withdraw(statement, true);
    await ledger.append(actor.member, [
      draft("suggestion.rejected", source, { source: id, suggestion: three }),
    ]);
    expect(await decided()).toEqual({
      [one]: { state: "accepted", became: statement },
      [three]: { state: "rejected" },
    });
  });

  it("reads again what it has no reading of, and points into the same text", async () => {
    const { source = "" } = await addFile(vault.deps, {
      name: "again.txt",
      bytes: bytes(`${pressText}\nRead twice.`),
    });
    const before = await sourceReading(vault.deps, { id: source });
    await forgetReadings(vault.deps.ledger.deps.engine, [source]);
    expect(await sourceReading(vault.deps, { id: source })).toEqual(before);
    expect((await sourceText(vault.deps, { id: source })).text).toBe(`${pressText}\nRead twice.`);
    await forgetReadings(vault.deps.ledger.deps.engine, [source]);
    expect((await showSource(vault.deps, { id: source })).open).toBeNull();
    expect(await readAgain(vault.deps)).toEqual({ read: 1, failed: 0 });
    expect(await sourceReading(vault.deps, { id: source })).toEqual(before);
    const kazakh = await describeSource(vault.deps, {
      id: source,
      expect: null,
      language: { value: "kk" },
    });
    expect(kazakh.language).toBe("kk");
    expect((await sourceReading(vault.deps, { id: source })).reading.language).toBe("kk");
  });

  it("lists newest first, page by page, and finds words in any script", async () => {
    await addText(vault.deps, { kind: "article", title: "Ойдан шығарылған АУЫЛ", text: "Мәтін." });
    const found = await listSources(vault.deps, { q: "ауыл" });
    expect(found.items.map((i) => i.title)).toEqual(["Ойдан шығарылған АУЫЛ"]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listSources(vault.deps, {
        limit: 3,
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map((i) => i.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe((await listSources(vault.deps)).total);
    const times = (await listSources(vault.deps, { limit: 200 })).items.map((i) => i.addedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("adds nothing for a member who may not, and leaves a clean ledger", async () => {
    const publisher = vault.as("publisher");
    await expect(
      addFile(publisher, { name: "x.txt", bytes: bytes("Invented.") }),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
    await expect(addText(publisher, { kind: "note", text: "Invented." })).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    expect(await checkLedger(vault.deps.ledger.deps)).toMatchObject({ clean: true });
  });
});
