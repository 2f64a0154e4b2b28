// Finding duplicates over the addresses of the server. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IntakeItem } from "../../src/collect/index.ts";
import type { CompareView, PeoplePage, QueuePage } from "../../src/link/index.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

describe("the addresses of linking", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
  });
  afterAll(() => server.end());

  it("look for candidates as long work, and give an empty queue in an empty vault", async () => {
    expect(await server.job("/api/link", {})).toMatchObject({
      mode: "everyone",
      records: 0,
      candidates: 0,
    });
    const { status, body } = await server.ask("POST", "/api/queue", { limit: 5 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 0, items: [], next: null, stale: false });
    expect((body as QueuePage).linkedAt).toBeGreaterThan(0);
  });

  it("refuse what they do not know", async () => {
    expect((await server.ask("POST", "/api/queue", { band: "certain" })).status).toBe(400);
    expect((await server.ask("POST", "/api/queue", { cursor: "nonsense" })).status).toBe(400);
    const nobody = `rec_${"0".repeat(26)}`;
    expect((await server.ask("GET", `/api/compare/${nobody}/${nobody}`)).status).toBe(404);
  });

  describe("with two people of one name", () => {
    let people: RecordFile[];
    beforeAll(async () => {
      const text = "Jeyran Oydanova, also written Жейран Ойданова. Everyone here is invented.";
      const { source } = (await server.send("invented.txt", text)).body as IntakeItem;
      people = [];
      for (const label of ["Jeyran Oydanova", "Жейран Ойданова"]) {
        const claims = [{ property: "name", words: label }];
        const made = await server.ask("POST", "/api/records", {
          schema: "Person",
          source,
          label,
          claims,
        });
        people.push(await file((made.body as { id: string }).id));
      }
    });
    const file = async (id: string): Promise<RecordFile> =>
      (await server.ask("GET", `/api/records/${id}`)).body;
    const judge = async (verdict: string, more = {}) =>
      server.ask("POST", "/api/judgements", {
        left: people[0]?.id,
        right: people[1]?.id,
        verdict,
        reason: "invented",
        ...more,
      });
    const queue = async (more = {}): Promise<QueuePage> =>
      (await server.ask("POST", "/api/queue", more)).body;

    it("say that something came since, and explain the pair word by word", async () => {
      expect((await queue()).stale).toBe(true);
      expect(await server.job("/api/link", {})).toMatchObject({ records: 2, compared: 1 });
      const { items, total, stale } = await queue();
      // One source speaks of both, which counts against; the pair need not wait.
      expect({ shown: items.length, stale }).toEqual({ shown: total, stale: false });
      const [one, other] = people.map(({ id }) => id);
      for (const path of [`/api/compare/${one}/${other}`, `/api/people/${one}/compare/${other}`]) {
        const { body } = await server.ask("GET", path);
        const view = body as CompareView;
        expect(view.names?.pairs).toHaveLength(2);
        expect(view.reasons.map(({ rule }) => rule)).toContain("source.together");
        expect(view.bearers).toEqual({ people: 0, orMore: false });
      }
    });

    it("lead from old numbers and ids to the merged file, and back after it is undone", async () => {
      const [first, second] = people as [RecordFile, RecordFile];
      const made = await judge("same");
      for (const known of [first.id, second.id, first.number, second.number.toLowerCase()])
        expect(await file(known)).toMatchObject({ id: first.id, formerly: [second.number] });
      const { body } = await server.ask("POST", "/api/people/list", { q: second.number });
      expect((body as PeoplePage).items).toMatchObject([{ id: first.id }]);
      const { seq } = made.body as { seq: number };
      expect((await judge("undecided", { undone: true, expect: seq })).status).toBe(200);
      for (const { id, number } of people)
        for (const known of [id, number])
          expect(await file(known)).toMatchObject({ id, number, formerly: [] });
      expect((await server.ask("GET", "/api/records/P-00000000")).status).toBe(404);
    });

    it("refuse to take back anything into another verdict", async () => {
      expect((await judge("same", { undone: true })).status).toBe(422);
      expect((await queue({ undecided: "never" })).total).toBeUndefined();
    });

    it("show a pair not decided when asked for", async () => {
      await judge("undecided");
      const { items, total } = await queue({ undecided: "only" });
      expect(total).toBe(1);
      expect(items[0]?.standing).toMatchObject({ verdict: "undecided", undone: false });
      expect((await queue()).items).toEqual([]);
    });

    it("find people by how a name sounds when asked to, and say so", async () => {
      const list = async (more: object): Promise<PeoplePage> =>
        (await server.ask("POST", "/api/people/list", { q: "Джейран Ойдан", ...more })).body;
      expect((await list({})).total).toBe(0);
      const found = await list({ sounds: true });
      expect(found.total).toBe(2);
      expect(Object.keys(found.alike ?? {})).toHaveLength(2);
    });
  });

  it("ask who is there", async () => {
    server.signIn(null);
    for (const path of ["/api/link", "/api/queue"])
      expect((await server.ask("POST", path, {})).status).toBe(423);
  });
});
