// Where sources have their word from, over the addresses of the server. Everyone and every outlet here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  IntakeItem,
  SourceOrigins,
  SourceReading,
  SourceView,
} from "../../src/collect/index.ts";
import { postgresUrl } from "../../src/store/testing.ts";
import type { AnswerProposals, RecordFile } from "../../src/weigh/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

const story = `Yerlan Testuly, 41, was taken from his home in the invented village of Birinchi in March, his sister said on Tuesday.
He has not been allowed to call the family since, and nobody would tell them in which camp he is held, she said.
Neighbours said that four other men of the same street were taken in the same week, all of them shepherds.
An official of the invented county, Mr. Hao Testing, denied that Yerlan Testuly was held in a camp.
The family wrote to the invented prosecutor twice and got no answer. A lawyer refused to take the case.`;
const page = (outlet: string, title: string, day: number, body: string): string =>
  `${outlet}\n\n${title}\n\n${day} March 2019\n\n${body}\n\nShare | Print | Subscribe to our newsletter\n`;

describe.each(["sqlcipher", "postgres"] as const)("the addresses of origins on %s", (kind) => {
  let server: TestServer;
  const ids: Record<string, string> = {};
  const origins = async (name: string): Promise<SourceOrigins> =>
    (await server.ask("GET", `/api/sources/${ids[name]}/origins`)).body;
  const view = async (name: string): Promise<SourceView> =>
    (await server.ask("GET", `/api/sources/${ids[name]}`)).body;
  const take = async (name: string, publisher: string, day: number, body: string) => {
    const added = (
      await server.ask("POST", "/api/sources/text", {
        kind: "article",
        title: `Invented ${name}`,
        publisher,
        published: `2019-03-${String(day).padStart(2, "0")}`,
        text: page(publisher, `Invented ${name}`, day, body),
      })
    ).body as IntakeItem;
    ids[name] = added.source as string;
  };
  const claim = async (person: string, source: string | undefined, words = "baker") =>
    server.ask("POST", "/api/claims", { record: person, source, property: "occupation", words });
  const occupation = async (person: string) =>
    ((await server.ask("GET", `/api/records/${person}`)).body as RecordFile).properties.find(
      (p) => p.name === "occupation",
    )?.headlines[0];

  beforeAll(async () => {
    server = await startTestServer({
      withVault: true,
      ...(kind === "postgres" ? { databaseUrl: postgresUrl() } : {}),
    });
    await take("wire", "Halfmoon Wire", 10, story);
    await take(
      "copy",
      "The Invented Courier",
      11,
      `${story}\nThe Courier could not reach anyone else.`,
    );
    await take(
      "citing",
      "The Invented Herald",
      12,
      `A shepherd is missing, according to Halfmoon Wire. "They took him at night," his cousin told the Birch Post on Monday.`,
    );
  });
  afterAll(() => server.end());

  it("show nearly the same texts with their shares, both ways", async () => {
    const { copies } = await origins("copy");
    expect(copies).toMatchObject([{ source: ids["wire"], publisher: "Halfmoon Wire" }]);
    expect(copies[0]?.share).toBeGreaterThan(0.8);
    expect((await origins("wire")).copies).toMatchObject([{ source: ids["copy"] }]);
    expect((await origins("citing")).copies).toEqual([]);
  });

  it("count a copy with its original, before anybody described it", async () => {
    const made = await server.ask("POST", "/api/records", {
      schema: "Person",
      source: ids["wire"],
      label: "Yerlan Testuly",
      claims: [{ property: "name", value: { kind: "name", text: "Yerlan Testuly" } }],
    });
    const person = (made.body as { id: string }).id;
    for (const name of ["wire", "copy"]) await claim(person, ids[name]);
    const headline = await occupation(person);
    expect(headline?.state).toBe("single");
    expect(headline?.origins).toHaveLength(1);
    expect(headline?.origins[0]?.carriers).toMatchObject([
      { source: ids["wire"], publisher: "Halfmoon Wire" },
      { source: ids["copy"], from: ids["wire"], how: "same-text" },
    ]);
    await claim(person, ids["citing"]);
    expect(await occupation(person)).toMatchObject({ state: "corroborated" });
  });

  it("propose what a text cites; it counts once it is accepted, and not before", async () => {
    const before = await origins("citing");
    expect(before.relays.map(({ words, state }) => ({ words, state }))).toEqual([
      { words: "Halfmoon Wire", state: "open" },
      { words: "Birch Post", state: "open" },
    ]);
    const [wire] = before.relays;
    expect(wire?.fits).toMatchObject([{ source: ids["wire"], because: "publisher" }]);
    expect((await view("citing")).relays).toEqual([]);
    const people = (await server.ask("POST", "/api/people/list", { q: "Yerlan" })).body as {
      items: { id: string }[];
    };
    const person = people.items[0]?.id as string;
    expect((await occupation(person))?.origins).toHaveLength(2);
    const { seq } = await view("citing");
    const described = await server.ask("POST", `/api/sources/${ids["citing"]}/describe`, {
      relays: [{ words: wire?.words, passage: wire?.passage, source: wire?.fits[0]?.source }],
      expect: seq,
    });
    expect(described.status).toBe(200);
    expect((await origins("citing")).relays.map((r) => r.words)).toEqual(["Birch Post"]);
    const headline = await occupation(person);
    expect(headline?.origins).toHaveLength(1);
    expect(headline?.origins[0]?.carriers).toContainEqual(
      expect.objectContaining({ source: ids["citing"], from: ids["wire"], how: "repeats" }),
    );
  });

  it("remember a no, through a new reading, until it is taken back", async () => {
    const [birch] = (await origins("citing")).relays;
    const asked = { source: ids["citing"], suggestion: birch?.id };
    expect((await server.ask("POST", "/api/suggestions/reject", asked)).status).toBe(200);
    const { seq } = await view("citing");
    await server.ask("POST", `/api/sources/${ids["citing"]}/describe`, {
      published: { value: "2019-03-13" },
      expect: seq,
    });
    expect((await origins("citing")).relays).toMatchObject([{ id: birch?.id, state: "rejected" }]);
    await server.ask("POST", "/api/suggestions/reopen", asked);
    expect((await origins("citing")).relays).toMatchObject([{ id: birch?.id, state: "open" }]);
  });

  it("propose what a denial answers, and whom it names", async () => {
    const { reading } = (await server.ask("GET", `/api/sources/${ids["wire"]}/reading`))
      .body as SourceReading;
    const denial = reading.statements.find((s) => s.stance === "denies");
    const { status, body } = await server.ask(
      "GET",
      `/api/sources/${ids["wire"]}/answers/${denial?.id}`,
    );
    expect(status).toBe(200);
    expect((body as AnswerProposals).people).toMatchObject([{ words: "Yerlan Testuly" }]);
    const gone = await server.ask("GET", `/api/sources/${ids["wire"]}/answers/nothing`);
    expect(gone.status).toBe(404);
  });

  it("know no source that is not there, and ask who is there", async () => {
    const nowhere = `/api/sources/src_${"0".repeat(26)}/origins`;
    expect((await server.ask("GET", nowhere)).status).toBe(404);
    server.signIn(null);
    expect((await server.ask("GET", `/api/sources/${ids["wire"]}/origins`)).status).toBe(423);
  });
});
