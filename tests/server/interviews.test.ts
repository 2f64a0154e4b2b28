// Interviews over HTTP: recordings played in pieces, and closed ones that nothing betrays. Everyone in it is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IntakeItem } from "../../src/collect/index.ts";
import { aRecording } from "../../src/collect/testing.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

const analyst = "nine invented herons cross south";
const publisher = "four invented storks rest east";
const hidden = "Zhanbota Kirshe";
const bytes = aRecording(20);
let server: TestServer;
let source: string;
let record: string;

async function be(secret: string): Promise<void> {
  const { body } = await server.ask("POST", "/api/unlock", { passphrase: secret });
  server.signIn((body as { token: string }).token);
}
const close = (closed: boolean) =>
  server.ask("POST", `/api/interviews/${source}/closed`, { closed });

async function play(range?: string): Promise<Response> {
  return server.app.request(`http://127.0.0.1:4824/api/interviews/${source}/recording`, {
    headers: { ...server.headers(), ...(range === undefined ? {} : { Range: range }) },
  });
}

beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  source = ((await server.send("kitchen.wav", bytes)).body as IntakeItem).source ?? "";
  await server.ask("POST", `/api/sources/${source}/describe`, {
    kind: "interview",
    headline: { value: `Talk of ${hidden}` },
    expect: null,
  });
  await server.ask("POST", `/api/interviews/${source}/transcript`, {
    track: "original",
    language: "kk",
    by: "B. Inventova",
    segments: [{ fromMs: 1_000, toMs: 4_000, text: `${hidden} was there` }],
    expect: null,
  });
  const passage = { fromMs: 1_000, toMs: 4_000, quote: `${hidden} was there` };
  const made = await server.ask("POST", "/api/records", {
    schema: "Person",
    source,
    label: hidden,
    claims: [{ property: "name", words: hidden, passage }],
  });
  record = (made.body as { id: string }).id;
  for (const [name, roles, secret] of [
    ["Bota Invented", ["analyst"], analyst],
    ["Daulet Invented", ["publisher"], publisher],
  ] as const)
    await server.ask("POST", "/api/members", { name, roles, passphrase: secret });
}, 60_000);
afterAll(async () => server.end());

describe("a recording", () => {
  it("is given whole, in the part that is asked for, or not at all past its end", async () => {
    const whole = await play();
    expect(whole.status).toBe(200);
    expect(whole.headers.get("accept-ranges")).toBe("bytes");
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await play("bytes=70000-70999");
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 70000-70999/${bytes.length}`);
    expect(part.headers.get("content-type")).toMatch(/^audio\//);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(70_000, 71_000))).toBe(true);
    const past = await play(`bytes=${bytes.length}-`);
    expect(past.status).toBe(416);
    const looks = await server.ask("GET", `/api/sources/${source}/evidence`);
    expect(JSON.stringify(looks.body)).toContain("viewed");
  });

  it("carries claims that lead back to the moment they were said", async () => {
    const file = (await server.ask("GET", `/api/records/${record}`)).body as {
      properties: { claims: { id: string; passage: object }[] }[];
    };
    const claim = file.properties.flatMap((p) => p.claims)[0];
    expect(claim?.passage).toMatchObject({ fromMs: 1_000, toMs: 4_000 });
    const passage = await server.ask("GET", `/api/claims/${claim?.id}/passage`);
    expect(passage.body).toMatchObject({ source, fromMs: 1_000, quote: `${hidden} was there` });
    const moments = await server.ask("GET", `/api/interviews/${source}/moments`);
    expect(moments.body).toMatchObject([{ record, label: hidden, fromMs: 1_000, toMs: 4_000 }]);
  });
});

describe("a closed interview", () => {
  /** Everything a member is shown, asked for one thing after the other. */
  async function all(): Promise<Map<string, string>> {
    const asked: [string, string, unknown?][] = [
      ["GET", "/api/home"],
      ["POST", "/api/sources/list", {}],
      ["POST", "/api/sources/list", { q: hidden }],
      ["GET", `/api/sources/${source}`],
      ["GET", `/api/sources/${source}/text`],
      ["GET", `/api/sources/${source}/reading`],
      ["GET", `/api/sources/${source}/history`],
      ["GET", `/api/sources/${source}/file`],
      ["GET", `/api/sources/${source}/evidence`],
      ["GET", `/api/sources/${source}/origins`],
      ["GET", `/api/sources/${source}/marks`],
      ["GET", `/api/sources/${source}/picture`],
      ["GET", `/api/interviews/${source}`],
      ["GET", `/api/interviews/${source}/recording`],
      ["GET", `/api/interviews/${source}/moments`],
      ["POST", "/api/people/list", {}],
      ["POST", "/api/people/list", { q: hidden }],
      ["POST", "/api/people/list", { q: "Janbota", sounds: true }],
      ["POST", "/api/records/list", { schema: "Person" }],
      ["GET", `/api/records/${record}`],
      ["GET", `/api/records/${record}/history`],
      ["GET", `/api/people/${record}/cluster`],
      ["POST", "/api/queue", {}],
      ["POST", "/api/dossiers/preview", { records: [record], audience: "inside" }],
    ];
    const found = new Map<string, string>();
    for (const [method, path, body] of asked) {
      const answer = await server.ask(method, path, body);
      found.set(
        `${method} ${path} ${JSON.stringify(body ?? "")}`,
        `${answer.status} ${JSON.stringify(answer.body)}`,
      );
    }
    return found;
  }
  const telling = (found: ReadonlyMap<string, string>): string[] =>
    [...found].filter(([, answer]) => answer.includes(hidden)).map(([what]) => what);

  it("is seen by an analyst while it is open, in lists, search, files and history", async () => {
    await be(analyst);
    expect(telling(await all()).length).toBeGreaterThan(8);
  });

  it.each([analyst, publisher])(
    "betrays nothing to whoever may not open sealed values",
    async (secret) => {
      await be(passphrase);
      expect((await close(true)).status).toBe(200);
      await be(secret);
      expect(telling(await all())).toEqual([]);
      expect((await play("bytes=0-9")).status).toBe(404);
      if (secret === analyst) {
        // Nor may they let themselves in; a search they make leaves the index whole for those who may.
        expect((await close(false)).status).toBe(403);
        await server.job("/api/link", {});
      }
      await be(passphrase);
      expect(telling(await all()).length).toBeGreaterThan(8);
      expect((await close(false)).status).toBe(200);
    },
  );

  it("leaves to nobody, whoever asks, and a dossier says why", async () => {
    await be(passphrase);
    const reasons = async (): Promise<readonly string[]> => {
      const ask = { records: [record], audience: "inside" };
      const { body } = await server.ask("POST", "/api/dossiers/preview", ask);
      const { people } = body as { people: { heldBack: { reason: string }[] }[] };
      return people.flatMap((one) => one.heldBack.map(({ reason }) => reason));
    };
    const letter = { person: record, template: "appeal", language: "en", given: {} };
    const writes = async () => server.ask("POST", "/api/letters/preview", letter);
    expect(await reasons()).not.toContain("closed");
    expect((await writes()).status).toBe(200);
    await close(true);
    expect(await reasons()).toContain("closed");
    expect((await writes()).status).toBe(404);
    await close(false);
  });
});
