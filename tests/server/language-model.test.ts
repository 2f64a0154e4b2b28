// Asking a language model, as a person would, through the whole program: off until a keeper sets one, and then only by
// hand, for one source. The model is a server of our own. Everyone and every outlet here is invented.
import { Socket } from "node:net";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetReadings } from "../../src/collect/index.ts";
import {
  type FakeEndpoint,
  says,
  startFakeEndpoint,
} from "../../src/collect/language-model/testing.ts";
import { startTestServer, type TestServer } from "./server.ts";

const article = `The Invented Courier
Subscribe to our newsletter!

Villager held for a year without charge

By Saule Inventova
12 March 2019

Nurlan Testov was taken from his home in the invented village of Birinchi in winter, and nobody in the village has seen him.

For his neighbours there is little doubt: he is alive, in the old mill behind the river.

© The Invented Courier. All rights reserved.`;

const honest = says({
  statements: [
    {
      speaker: "his neighbours",
      cue: null,
      content: ["he is alive, in the old mill behind the river"],
      stance: "asserts",
    },
    { speaker: "his neighbours", content: ["he is dead"], stance: "asserts" },
  ],
  names: [{ words: "Birinchi", type: "place" }],
});

let server: TestServer;
let model: FakeEndpoint;
let source = "";
const key = "key-that-nobody-may-see";

beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  const { body } = await server.send("courier.txt", article);
  source = (body as { source: string }).source;
});
afterAll(() => server.end());
beforeEach(async () => {
  model = await startFakeEndpoint();
});
afterEach(async () => {
  await server.ask("DELETE", "/api/language-model");
  await model.close();
});

const switchOn = async (more: object = {}): Promise<void> => {
  const { status } = await server.ask("POST", "/api/language-model", {
    address: model.address,
    model: "tester:1b",
    key,
    ...more,
  });
  expect(status).toBe(200);
};
interface Ended {
  readonly state: string;
  readonly result?: Record<string, number>;
  readonly error?: { readonly code: string };
}
const askModel = async (address = model.address): Promise<Ended> => {
  const { body } = await server.ask("POST", `/api/sources/${source}/ask-model`, { address });
  const { job } = body as { job: string };
  await server.holding.jobs.ended(job);
  return (await server.ask("GET", `/api/jobs/${job}`)).body;
};
interface Said {
  readonly id: string;
  readonly rule: string;
  readonly band: string;
}
const statements = async (): Promise<readonly Said[]> => {
  const { body } = await server.ask("GET", `/api/sources/${source}/reading`);
  return (body as { reading: { statements: readonly Said[] } }).reading.statements;
};

describe("as installed", () => {
  it("nothing is sent: not when a source comes in, is read, described or listed, nor when the model is asked", async () => {
    // Every connection any code of ours could open is watched, not only those to our own model.
    let opened = 0;
    const connect = vi.spyOn(Socket.prototype, "connect");
    try {
      expect((await server.ask("GET", "/api/language-model")).body).toEqual({
        on: false,
        never: false,
      });
      await server.send("other.txt", article.replace("Testov", "Testovich"));
      await statements();
      await server.ask("POST", "/api/sources/list", {});
      await server.ask("POST", `/api/sources/${source}/describe`, {
        expect: null,
        language: { value: "en" },
      });
      expect(await askModel()).toMatchObject({ state: "failed", error: { code: "model-off" } });
    } finally {
      opened = connect.mock.calls.length;
      connect.mockRestore();
    }
    expect(opened).toBe(0);
    expect(model.questions).toEqual([]);
  });

  it("a member without the right cannot switch it on, change it or switch it off", async () => {
    const passphrase = "nine invented herons at dusk";
    await server.ask("POST", "/api/members", {
      name: "Bolat Invented",
      roles: ["documenter", "analyst", "reviewer", "publisher"],
      passphrase,
    });
    const { body } = await server.ask("POST", "/api/unlock", { passphrase });
    const asMember = { Authorization: `Bearer ${(body as { token: string }).token}` };
    const setting = { address: model.address, model: "tester" };
    const refused = await server.ask("POST", "/api/language-model", setting, asMember);
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "access/not-allowed" } } });
    expect((await server.ask("GET", "/api/language-model")).body).toMatchObject({ on: false });
    await switchOn();
    expect((await server.ask("DELETE", "/api/language-model", undefined, asMember)).status).toBe(
      403,
    );
    expect((await server.ask("GET", "/api/language-model")).body).toMatchObject({ on: true });
  });

  it("GUWAH_LANGUAGE_MODEL=never rules it out, even where one was set", async () => {
    await switchOn();
    const { config } = server.holding.deps as { config: { languageModel?: string } };
    config.languageModel = "never";
    try {
      expect((await server.ask("GET", "/api/language-model")).body).toEqual({
        on: false,
        never: true,
      });
      const setting = { address: model.address, model: "tester" };
      expect((await server.ask("POST", "/api/language-model", setting)).status).toBe(403);
      expect(await askModel()).toMatchObject({ error: { code: "model-never" } });
      expect(model.questions).toEqual([]);
    } finally {
      delete config.languageModel;
    }
  });
});

describe("the key", () => {
  it("goes in and never comes out, and lies nowhere in the clear", async () => {
    await switchOn();
    const { body } = await server.ask("GET", "/api/language-model");
    expect(body).toEqual({
      on: true,
      address: model.address,
      model: "tester:1b",
      hasKey: true,
      here: true,
    });
    const { engine } = server.holding.open?.vault ?? {};
    const rows = await engine?.db.selectFrom("cache_language_model").selectAll().execute();
    expect(rows).toHaveLength(1);
    for (const hidden of [key, model.address, "tester:1b"])
      expect(inspect(rows)).not.toContain(hidden);
    await askModel();
    expect(model.questions[0]?.headers.authorization).toBe(`Bearer ${key}`);
  });

  it("stays where the address's host stays, and does not travel to another one", async () => {
    await switchOn();
    const path = "/api/language-model";
    const same = { address: model.address.replace("/v1/", "/v2/"), model: "other" };
    expect((await server.ask("POST", path, same)).body).toMatchObject({ hasKey: true });
    const elsewhere = { address: "https://models.example/v1", model: "other" };
    expect((await server.ask("POST", path, elsewhere)).body).toMatchObject({
      hasKey: false,
      here: false,
    });
  });

  it("in a box of another vault, or a changed one, is no setting at all", async () => {
    await switchOn();
    const { engine } = server.holding.open?.vault ?? {};
    const row = await engine?.db
      .selectFrom("cache_language_model")
      .selectAll()
      .executeTakeFirstOrThrow();
    const box = row?.box ?? "";
    const changed = (box.startsWith("A") ? "B" : "A") + box.slice(1);
    await engine?.db.updateTable("cache_language_model").set({ box: changed }).execute();
    expect((await server.ask("GET", "/api/language-model")).body).toMatchObject({ on: false });
  });
});

describe("asked by hand", () => {
  it("the model gets the body of that source and nothing else of the vault", async () => {
    await switchOn();
    model.answer = honest;
    await askModel();
    expect(model.questions).toHaveLength(1);
    const { body, raw } = model.questions[0] ?? { body: { messages: [] }, raw: "" };
    const sent = body.messages.find((m) => m.role === "user")?.content ?? "";
    expect(sent).toContain("behind the river");
    for (const paragraph of sent.split("\n\n")) expect(article).toContain(paragraph);
    for (const word of [
      "newsletter",
      "Saule",
      "rights reserved",
      "courier.txt",
      "Aida",
      source,
      key,
    ])
      expect(raw).not.toContain(word);
  });

  it("what it suggests joins the reading, marked with its name, and a person accepts it", async () => {
    await switchOn();
    model.answer = honest;
    const before = await statements();
    const ended = await askModel();
    expect(ended).toMatchObject({ state: "done", result: { notFound: 1, malformed: 0 } });
    const all = await statements();
    const added = all.filter((s) => s.rule === "model tester:1b");
    expect(all.filter((s) => s.rule !== "model tester:1b")).toEqual(
      before.filter((s) => s.rule !== "model tester:1b"),
    );
    expect(added).toMatchObject([{ band: "C" }]);
    const listed = (await server.ask("GET", `/api/sources/${source}`)).body as { open: number };
    const accepted = await server.ask("POST", "/api/suggestions/accept", {
      source,
      suggestion: added[0]?.id,
      as: { kind: "statement" },
    });
    expect(accepted.status).toBe(200);
    const after = (await server.ask("GET", `/api/sources/${source}`)).body as { open: number };
    expect(after.open).toBe(listed.open - 1);
    // Asked again it says the same, once.
    await askModel();
    expect(await statements()).toEqual(all);
  });

  it("what it suggested is forgotten with the source", async () => {
    const { engine } = server.holding.open?.vault ?? {};
    if (engine === undefined) throw new Error("the vault is closed");
    await forgetReadings(engine, [source]);
    expect((await statements()).filter((s) => s.rule.startsWith("model"))).toEqual([]);
  });

  it("nothing is sent where the address is not the one the person saw", async () => {
    await switchOn();
    const other = await startFakeEndpoint();
    expect(await askModel(other.address)).toMatchObject({ error: { code: "model-changed" } });
    expect([...other.questions, ...model.questions]).toEqual([]);
    await other.close();
  });

  it("a hostile model gets nothing in, and leaves the reading as it was", async () => {
    await switchOn();
    const before = await statements();
    const hostile: readonly [FakeEndpoint["answer"], string][] = [
      [(_q, r) => r.end("<html>he is alive</html>"), "model-answer"],
      [(_q, r) => r.end("x".repeat(10 * 2 ** 20)), "model-too-large"],
      [(_q, r) => r.writeHead(302, { Location: model.address }).end(), "model-redirect"],
      [(_q, r) => r.writeHead(500).end(), "model-refused"],
    ];
    for (const [answer, code] of hostile) {
      model.answer = answer;
      expect(await askModel()).toMatchObject({ state: "failed", error: { code } });
    }
    model.answer = says({
      statements: [{ speaker: "The county", content: ["he was never held"], stance: "denies" }],
    });
    expect(await askModel()).toMatchObject({ result: { added: 0, notFound: 1 } });
    expect(await statements()).toEqual(before);
  });

  it("a slow one can be stopped", async () => {
    await switchOn();
    const asked = new Promise<void>((resolve) => {
      model.answer = () => resolve();
    });
    const { body } = await server.ask("POST", `/api/sources/${source}/ask-model`, {
      address: model.address,
    });
    const { job } = body as { job: string };
    await asked;
    await server.ask("DELETE", `/api/jobs/${job}`);
    await server.holding.jobs.ended(job);
    expect((await server.ask("GET", `/api/jobs/${job}`)).body).toMatchObject({
      state: "cancelled",
    });
  });
});
