// The interface as a script sees it: guards, unlocking, and the road from a text to a person's file. Everyone is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresUrl } from "../../src/store/testing.ts";
import type { IntakeItem, SourceReading, SourceText, SourceView } from "../../src/collect/index.ts";
import type { PeoplePage } from "../../src/link/index.ts";
import type {
  ClaimView,
  HistoryView,
  PassageView,
  RecordFile,
  StatementView,
} from "../../src/weigh/index.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

const article = `Steppe Lantern (invented outlet)

Sister asks where her brother is

By Madina Invented
12 March 2019

ALMATY -- A woman from the invented village of Koktal said on Tuesday that her brother, Yerlan Testuly, was taken to a camp in early 2018.

"They took him from the market and never said why," Gulnar Testkyzy told the Steppe Lantern.

An official of the invented county, Mr. Hao Testing, denied that Yerlan Testuly had been detained and called the report false.

Share | Print | Subscribe to our newsletter
`;

describe.each(["sqlcipher", "postgres"] as const)(
  "from a text to a person's file on %s",
  (kind) => {
    let server: TestServer;
    let source: string;
    let person: string;
    beforeAll(async () => {
      server = await startTestServer({
        withVault: true,
        ...(kind === "postgres" ? { databaseUrl: postgresUrl() } : {}),
      });
    });
    afterAll(() => server.end());

    it("takes an article in and proposes what it is and what it states", async () => {
      const added = (await server.send("steppe-lantern.txt", article)).body as IntakeItem;
      expect(added.error).toBeUndefined();
      source = added.source as string;
      const view = (await server.ask("GET", `/api/sources/${source}`)).body as SourceView;
      expect(view.headline).toMatchObject({
        value: "Sister asks where her brother is",
        state: "proposed",
      });
      expect(view.published?.value).toBe("2019-03-12");
      const { reading } = (await server.ask("GET", `/api/sources/${source}/reading`))
        .body as SourceReading;
      const { text } = (await server.ask("GET", `/api/sources/${source}/text`)).body as SourceText;
      expect(text).toBe(article);
      const contents = reading.statements.map((s) =>
        s.content.map((c) => text.slice(c.start, c.end)).join(" "),
      );
      expect(contents.some((c) => c.includes("They took him from the market"))).toBe(true);
      expect(contents.join(" ")).not.toContain("newsletter");
    });

    it("takes the same file only once", async () => {
      const again = (await server.send("other-name.txt", article)).body as IntakeItem;
      expect(again.duplicateOf).toBe(source);
    });

    it("makes a statement and a person, each leading back to its words", async () => {
      const { reading } = (await server.ask("GET", `/api/sources/${source}/reading`))
        .body as SourceReading;
      const { text } = (await server.ask("GET", `/api/sources/${source}/text`)).body as SourceText;
      const told = reading.statements.find((s) =>
        s.content.some((c) => text.slice(c.start, c.end).includes("from the market")),
      );
      const accepted = await server.ask("POST", "/api/suggestions/accept", {
        source,
        suggestion: told?.id,
        as: { kind: "statement", speaker: "Gulnar Testkyzy" },
      });
      expect(accepted.status).toBe(200);
      const statement = (accepted.body as { became: string }).became;
      const start = text.indexOf("Yerlan Testuly");
      const passage = { start, end: start + "Yerlan Testuly".length, quote: "Yerlan Testuly" };
      const made = await server.ask("POST", "/api/records", {
        schema: "Person",
        source,
        label: "Yerlan Testuly",
        claims: [
          { property: "name", value: { kind: "name", text: "Yerlan Testuly" }, passage, statement },
          { property: "idNumber", words: "650000 0000 1234 5678" },
        ],
      });
      expect(made.status).toBe(200);
      person = (made.body as { id: string }).id;
      const file = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      expect(file.names[0]?.text).toBe("Yerlan Testuly");
      const name = file.properties.find((p) => p.name === "name");
      expect(name?.claims[0]).toMatchObject({
        speaker: "Gulnar Testkyzy",
        review: "accepted",
        source,
      });
      const where = (await server.ask("GET", `/api/claims/${name?.claims[0]?.id}/passage`))
        .body as PassageView;
      expect(where.quote).toBe("Yerlan Testuly");
      expect(text.slice(where.start ?? 0, where.end ?? 0)).toBe("Yerlan Testuly");
      const decided = (await server.ask("GET", `/api/sources/${source}/reading`))
        .body as SourceReading;
      expect(decided.decisions[told?.id ?? ""]).toMatchObject({
        state: "accepted",
        became: statement,
      });
    });

    it("refuses a passage whose words are not there", async () => {
      const refused = await server.ask("POST", "/api/claims", {
        record: person,
        source,
        property: "occupation",
        words: "teacher",
        passage: { start: 0, end: 7, quote: "teacher" },
      });
      expect(refused).toMatchObject({
        status: 409,
        body: { error: { code: "weigh/passage-differs" } },
      });
    });

    it("seals an ID number: found in no answer, opened only on request", async () => {
      const file = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      expect(JSON.stringify(file)).not.toContain("1234 5678");
      const sealed = file.properties.find((p) => p.name === "idNumber");
      expect(sealed?.headlines[0]?.text).toBe("sealed");
      const opened = await server.ask("POST", `/api/claims/${sealed?.claims[0]?.id}/open-sealed`);
      expect(opened.body).toEqual({ text: "650000 0000 1234 5678" });
      const history = (await server.ask("GET", `/api/records/${person}/history`))
        .body as HistoryView[];
      expect(JSON.stringify(history)).not.toContain("1234 5678");
    });

    it("shows a denial that names the person as a dispute, with both sides", async () => {
      const { text } = (await server.ask("GET", `/api/sources/${source}/text`)).body as SourceText;
      const episode = (
        await server.ask("POST", "/api/records", {
          schema: "Episode",
          source,
          label: "Camp",
          claims: [
            { property: "person", value: { kind: "ref", record: person } },
            { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "camp" } },
            { property: "from", words: "early 2018" },
          ],
        })
      ).body as { id: string };
      const before = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      expect(before.status?.state).toBe("single");
      const start = text.indexOf("An official");
      const denial = await server.ask("POST", "/api/statements", {
        source,
        passage: { start, end: text.indexOf(" and called") },
        content: "that Yerlan Testuly had been detained",
        stance: "denies",
        speaker: "Mr. Hao Testing",
        targets: [{ record: episode.id }],
      });
      expect((denial.body as StatementView).stance).toBe("denies");
      const after = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      const kindProperty = after.related
        .find((r) => r.schema === "Episode")
        ?.properties.find((p) => p.name === "kind");
      expect(kindProperty?.headlines[0]?.state).toBe("disputed");
      expect(kindProperty?.denials[0]).toMatchObject({
        speaker: "Mr. Hao Testing",
        namesThePerson: true,
      });
    });

    it("finds the person by the beginning of a name, and keeps a merge undoable", async () => {
      const other = (
        await server.ask("POST", "/api/records", {
          schema: "Person",
          source,
          label: "Ерлан Тестұлы",
          claims: [{ property: "name", value: { kind: "name", text: "Ерлан Тестұлы" } }],
        })
      ).body as { id: string };
      const found = (await server.ask("POST", "/api/people/list", { q: "Ерл" })).body as PeoplePage;
      expect(found.items.map((p) => p.id)).toEqual([other.id]);
      const before = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      await server.ask("POST", "/api/judgements", {
        left: person,
        right: other.id,
        verdict: "same",
        reason: "the same appeal names both",
        expect: null,
      });
      const merged = (await server.ask("GET", `/api/records/${other.id}`)).body as RecordFile;
      expect(merged.names.map((n) => n.text).sort()).toEqual(["Yerlan Testuly", "Ерлан Тестұлы"]);
      expect(merged.id).toBe(person);
      const stale = await server.ask("POST", "/api/judgements", {
        left: person,
        right: other.id,
        verdict: "different",
        reason: "seen an old page",
        expect: null,
      });
      expect(stale.status).toBe(409);
      expect(stale.body).toMatchObject({ error: { details: { current: { verdict: "same" } } } });
      await server.ask("POST", "/api/judgements", {
        left: person,
        right: other.id,
        verdict: "different",
        reason: "another birth date",
      });
      const split = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      expect({ ...split, judgements: [], seq: 0 }).toEqual({ ...before, judgements: [], seq: 0 });
      expect(split.judgements[0]?.verdict).toBe("different");
    });

    it("rejects, pins, corrects and takes back a claim, and says who did", async () => {
      const add = async (words: string): Promise<ClaimView> =>
        (
          await server.ask("POST", "/api/claims", {
            record: person,
            source,
            property: "occupation",
            words,
          })
        ).body;
      const first = await add("teacher");
      const rejected = (
        await server.ask("POST", `/api/claims/${first.id}/review`, {
          state: "rejected",
          reason: "another man",
          expect: null,
        })
      ).body as ClaimView;
      expect(rejected.review).toBe("rejected");
      const second = await add("baker");
      const corrected = (
        await server.ask("POST", `/api/claims/${second.id}/replace`, { words: "baker of bread" })
      ).body as ClaimView;
      await server.ask("POST", "/api/pins", {
        record: person,
        property: "occupation",
        claim: corrected.id,
        reason: "his own words",
      });
      const file = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      const occupation = file.properties.find((p) => p.name === "occupation");
      expect(occupation?.claims.map((c) => c.text)).toEqual(["baker of bread"]);
      expect(occupation?.headlines[0]).toMatchObject({ pinned: true });
      await server.ask("POST", "/api/withdraw", {
        target: corrected.id,
        subject: person,
        reason: "not certain",
      });
      const gone = (await server.ask("GET", `/api/records/${person}`)).body as RecordFile;
      expect(
        gone.properties.find((p) => p.name === "occupation")?.claims.map((c) => c.text),
      ).toEqual(["baker"]);
      const history = (await server.ask("GET", `/api/records/${person}/history`))
        .body as HistoryView[];
      expect(history.every((h) => h.by === "Aida Invented")).toBe(true);
      expect(history.some((h) => h.kind === "withdrawn")).toBe(true);
    });

    it("proves itself clean, and rebuilds to the same", async () => {
      const report = (await server.job("/api/check")) as { clean: boolean; files: number };
      expect(report).toMatchObject({ clean: true });
      expect(report.files).toBeGreaterThan(0);
      const before = (await server.ask("GET", `/api/records/${person}`)).body;
      await server.job("/api/rebuild");
      expect((await server.ask("GET", `/api/records/${person}`)).body).toEqual(before);
    });

    it("locks: nothing answers, and the passphrase opens it again", async () => {
      await server.ask("POST", "/api/lock");
      expect(await server.ask("GET", `/api/records/${person}`)).toMatchObject({
        status: 423,
        body: { error: { code: "locked" } },
      });
      const { body } = await server.ask("POST", "/api/unlock", { passphrase });
      server.signIn((body as { token: string }).token);
      expect((await server.ask("GET", `/api/records/${person}`)).status).toBe(200);
    });
  },
);
