// Accepting and rejecting what a reading suggests, over HTTP. The outlet and everyone in it are invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  IntakeItem,
  RecordFile,
  SourceMark,
  SourceReading,
  SourceView,
} from "../../src/server/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

const text =
  "Oke Berg was detained in May 2018, Ana Lind said. She said about 900 villagers were held. " +
  "The ministry denied that 40 villagers had been tortured.\n\n" +
  "The road was watched day and night, writes, which notes that the bridge was gone.\n";

describe("suggestions", () => {
  let server: TestServer;
  let source = "";
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
    const body = { kind: "article", text, language: "en" };
    const added = await server.ask("POST", "/api/sources/text", body);
    source = (added.body as IntakeItem).source ?? "";
  });
  afterAll(async () => server.end());

  const reading = async (): Promise<SourceReading> =>
    (await server.ask("GET", `/api/sources/${source}/reading`)).body;
  const open = async (): Promise<number | null> =>
    ((await server.ask("GET", `/api/sources/${source}`)).body as SourceView).open;
  const marks = async (): Promise<readonly SourceMark[]> =>
    (await server.ask("GET", `/api/sources/${source}/marks`)).body;
  const accept = async (suggestion: string, as: object) =>
    server.ask("POST", "/api/suggestions/accept", { source, suggestion, as });
  const spanOf = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, quote: words };
  };
  const named = (name: string) => ({
    kind: "record",
    schema: "Person",
    label: name,
    claims: [
      { property: "name", value: { kind: "name", text: name }, passage: spanOf("Oke Berg") },
    ],
  });

  it("that wait are statements, figures and acts, without what a denial holds", async () => {
    const { reading: found, notOffered } = await reading();
    const held = [...found.figures, ...found.acts].filter(({ id }) => notOffered.includes(id));
    expect(held.map(({ start, end }) => text.slice(start, end)).toSorted()).toEqual([
      "40 villagers",
      "tortured",
    ]);
    const { statements, figures, acts } = found;
    expect(await open()).toBe(statements.length + figures.length + acts.length - held.length);
  });

  it("inside a denial are refused as facts", async () => {
    const { notOffered } = await reading();
    expect(notOffered.length).toBeGreaterThan(0);
    for (const id of notOffered) {
      const as = { kind: "record", schema: "Figure", label: "40", claims: [] };
      expect(await accept(id, as)).toMatchObject({
        status: 409,
        body: { error: { code: "weigh/said-not-so" } },
      });
    }
  });

  it("nobody made are refused", async () => {
    expect(await accept("0000000000000000", named("Nobody"))).toMatchObject({
      status: 404,
      body: { error: { code: "weigh/no-such-suggestion" } },
    });
  });

  it("whose speaker was lost need one, or an empty one on purpose", async () => {
    const [first, second] = (await reading()).reading.statements.filter((s) => s.speakerLost);
    const id = first?.id ?? "";
    expect(await accept(id, { kind: "statement" })).toMatchObject({
      status: 400,
      body: { error: { code: "weigh/speaker-lost" } },
    });
    const [left, filled] = [
      await accept(id, { kind: "statement", speaker: "" }),
      await accept(second?.id ?? "", { kind: "statement", speaker: "The Reed Post" }),
    ];
    const speakers = await Promise.all(
      [left, filled].map(async ({ body }) => {
        const { became } = body as { became: string };
        return (await server.ask("GET", `/api/statements/${became}`)).body;
      }),
    );
    expect(speakers.map(({ speaker }) => speaker)).toEqual(["", "The Reed Post"]);
  });

  it("of a name become a record that is judged the same as one on file, or nothing at all", async () => {
    const other = await server.ask("POST", "/api/sources/text", {
      kind: "article",
      text: "An older page of an invented list, with one name on it.",
    });
    const made = await server.ask("POST", "/api/records", {
      schema: "Person",
      source: (other.body as IntakeItem).source,
      label: "Оке Берг",
      claims: [{ property: "name", words: "Оке Берг" }],
    });
    const older = (made.body as { id: string }).id;
    const mention = (await reading()).reading.mentions.find((m) => m.text === "Oke Berg");
    const same = { record: older, reason: "the same invented man", score: 0.9 };
    const gone = { ...same, record: `rec_${"0".repeat(26)}` };
    expect(await accept(mention?.id ?? "", { ...named("Oke Berg"), same: gone })).toMatchObject({
      status: 404,
    });
    expect((await reading()).decisions[mention?.id ?? ""]).toBeUndefined();
    const { status, body } = await accept(mention?.id ?? "", { ...named("Oke Berg"), same });
    expect(status).toBe(200);
    const { became } = body as { became: string };
    const file = (await server.ask("GET", `/api/records/${older}`)).body as RecordFile;
    expect(file.names.map((name) => name.text).toSorted()).toEqual(["Oke Berg", "Оке Берг"]);
    const { decisions } = await reading();
    expect(decisions[mention?.id ?? ""]).toEqual({ state: "accepted", became, schema: "Person" });
  });

  it("accepted stay marked in the text until they are taken back", async () => {
    const before = await marks();
    expect(before.find(({ schema }) => schema === "Person")).toMatchObject(spanOfName());
    const figure = (await reading()).reading.figures[0];
    const { body } = await accept(figure?.id ?? "", {
      kind: "record",
      schema: "Figure",
      label: "about 900",
      claims: [
        {
          property: "quantity",
          value: { kind: "number", low: 900, high: 900, hedge: "about" },
          passage: { start: figure?.start, end: figure?.end },
        },
      ],
    });
    const { became } = body as { became: string };
    const drawn = (await marks()).find(({ record }) => record === became);
    expect(drawn).toMatchObject({ property: "quantity", suggestion: figure?.id });
    const waiting = (await open()) ?? 0;
    await server.ask("POST", "/api/withdraw", { target: became, subject: became, reason: "undo" });
    expect((await marks()).find(({ record }) => record === became)).toBeUndefined();
    expect(await open()).toBe(waiting + 1);
  });

  function spanOfName(): { start: number; end: number } {
    const { start, end } = spanOf("Oke Berg");
    return { start, end };
  }
});
