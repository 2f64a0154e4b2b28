// Questions and figures over the addresses of the server. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "./server.ts";

interface Quantity {
  readonly id: string;
  readonly figures: readonly string[];
  readonly estimates: readonly {
    readonly amount: object;
    readonly sayings: readonly { claim: string; figure: string }[];
  }[];
}
type Items<T> = { readonly items: readonly T[] };

describe("the addresses of figures", () => {
  let server: TestServer;
  let source: string;
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
    source = await addText(server, "The office counted 412 people. Another counted about 600.");
  });
  afterAll(() => server.end());

  const figure = async (words: string): Promise<{ id: string; quantity: Quantity }> => {
    const unit = { kind: "code", vocabulary: "figure-unit", code: "persons-held" };
    const { id } = await made<{ id: string }>(server, "/api/records", {
      schema: "Figure",
      source,
      label: words,
      claims: [
        { property: "quantity", words },
        { property: "unit", value: unit },
      ],
    });
    return { id, quantity: await got(server, `/api/figures/${id}`) };
  };

  it("put figures of one quantity on one chart, move one away and back", async () => {
    const { items } = await got<Items<object>>(server, "/api/figures");
    expect(items).toEqual([]);
    const first = await figure("412");
    const second = await figure("about 600");
    expect(second.quantity.estimates.map((e) => e.amount)).toEqual([
      { low: 412, high: 412, hedge: "exact" },
      { low: 600, high: 600, hedge: "about" },
    ]);
    const move = async (like: string | null): Promise<Quantity> =>
      made(server, `/api/figures/${second.id}/move`, { like, reason: "invented" });
    expect((await move(second.id)).figures).toEqual([second.id]);
    expect((await move(null)).figures).toEqual([first.id, second.id]);
    const list = await got<Items<{ estimates: number; origins: number }>>(server, "/api/figures");
    expect(list.items).toMatchObject([{ id: first.id, estimates: 2, origins: 1 }]);
  });

  it("show no figure whose number was rejected", async () => {
    const { id, quantity } = await figure("77");
    const said = quantity.estimates.flatMap((e) => e.sayings).find((s) => s.figure === id);
    await made(server, `/api/claims/${said?.claim}/review`, { state: "rejected" });
    expect((await server.ask("GET", `/api/figures/${id}`)).status).toBe(404);
    const list = await got<Items<object>>(server, "/api/figures");
    expect(list.items).toMatchObject([{ estimates: 2 }]);
  });

  it("refuse what they do not know, and ask who is there", async () => {
    const nobody = `rec_${"0".repeat(26)}`;
    const move = `/api/figures/${nobody}/move`;
    expect((await server.ask("GET", `/api/figures/${nobody}`)).status).toBe(404);
    expect((await server.ask("GET", "/api/figures/nonsense")).status).toBe(400);
    expect((await server.ask("POST", move, { like: null, reason: "" })).status).toBe(404);
    expect((await server.ask("POST", move, { like: 5, reason: "" })).status).toBe(400);
    server.signIn(null);
    for (const path of ["/api/figures", `/api/figures/${nobody}`])
      expect((await server.ask("GET", path)).status).toBe(423);
    expect((await server.ask("POST", move, { like: null, reason: "" })).status).toBe(423);
  });
});

describe("the addresses of questions", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
  });
  afterAll(() => server.end());

  it("show both sides, and put a statement under a question once", async () => {
    const source = await addText(server, "A nurse said she saw it. An office said it never was.");
    const { id } = await made<{ id: string }>(server, "/api/records", {
      schema: "Question",
      source,
      label: "Was it so?",
      claims: [{ property: "wording", words: "Was it so?" }],
    });
    const say = async (stance: string, content: string, answers: string[]): Promise<string> =>
      (
        await made<{ id: string }>(server, "/api/statements", {
          source,
          passage: {},
          stance,
          content,
          answers,
        })
      ).id;
    await say("asserts", "she saw it", [id]);
    const denial = await say("denies", "it never was", []);
    type Question = { disputed: boolean; sides: { side: string; statements: object[] }[] };
    const path = `/api/questions/${id}`;
    expect(await got<Question>(server, path)).toMatchObject({ disputed: false });
    for (let twice = 0; twice < 2; twice++) {
      const question = await made<Question>(server, `${path}/statements`, { statement: denial });
      expect(question.disputed).toBe(true);
      expect(question.sides.map((s) => [s.side, s.statements.length])).toEqual([
        ["asserts", 1],
        ["estimates", 0],
        ["denies", 1],
        ["reframes", 0],
        ["others", 0],
      ]);
    }
    const { items } = await got<Items<object>>(server, "/api/questions");
    expect(items).toMatchObject([{ id, wording: "Was it so?", disputed: true }]);
  });

  it("refuse what they do not know, and ask who is there", async () => {
    const nobody = `rec_${"0".repeat(26)}`;
    const attach = `/api/questions/${nobody}/statements`;
    expect((await server.ask("GET", `/api/questions/${nobody}`)).status).toBe(404);
    expect((await server.ask("POST", attach, { statement: nobody })).status).toBe(404);
    expect((await server.ask("POST", attach, { statement: "nonsense" })).status).toBe(400);
    server.signIn(null);
    expect((await server.ask("GET", "/api/questions")).status).toBe(423);
    expect((await server.ask("POST", attach, { statement: nobody })).status).toBe(423);
  });
});

async function got<T>(server: TestServer, path: string): Promise<T> {
  const { status, body } = await server.ask("GET", path);
  expect(status, path).toBe(200);
  return body;
}

async function made<T>(server: TestServer, path: string, input: unknown): Promise<T> {
  const { status, body } = await server.ask("POST", path, input);
  expect(status, path).toBe(200);
  return body;
}

/** A typed text as a source; gives its id. */
async function addText(server: TestServer, text: string): Promise<string> {
  const item = await made<{ source: string }>(server, "/api/sources/text", {
    text,
    title: "An invented note",
    kind: "note",
  });
  return item.source;
}
