// A photograph goes out as a person's only when two different members said that it shows them. Everyone in it is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IntakeItem, PictureConfirmation } from "../../src/collect/index.ts";
import { photograph } from "../../src/collect/testing.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let source: string;
let record: string;
const other = "nine invented herons cross south";

async function be(secret: string): Promise<void> {
  const { body } = await server.ask("POST", "/api/unlock", { passphrase: secret });
  server.signIn((body as { token: string }).token);
}
const say = (shows: boolean, of = record) =>
  server.ask("POST", `/api/sources/${source}/confirmations`, { record: of, shows });
async function heldBack(): Promise<boolean> {
  const ask = { records: [record], audience: "partners" };
  const { body } = await server.ask("POST", "/api/dossiers/preview", ask);
  const { people } = body as { people: { heldBack: { what: string; reason: string }[] }[] };
  expect(people).toHaveLength(1);
  return people[0]!.heldBack.some(
    ({ what, reason }) => what === "file" && reason === "not-confirmed",
  );
}

beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  const item = (await server.send("one.jpg", await photograph("confirm"))).body as IntakeItem;
  source = item.source ?? "";
  const made = await server.ask("POST", "/api/records", {
    schema: "Person",
    source,
    label: "Kerembek Oytur",
    claims: [{ property: "name", words: "Kerembek Oytur" }],
  });
  record = (made.body as { id: string }).id;
  const file = (await server.ask("GET", `/api/records/${record}`)).body as {
    properties: { claims: { id: string; reviewSeq: number | null }[] }[];
  };
  for (const { id, reviewSeq } of file.properties.flatMap((p) => p.claims))
    await server.ask("POST", `/api/claims/${id}/review`, { state: "accepted", expect: reviewSeq });
  for (const about of [record, source])
    await server.ask("POST", "/api/consents", {
      about,
      audiences: ["partners"],
      giver: "parent",
      mode: "spoken",
    });
  const roles = ["reviewer"];
  await server.ask("POST", "/api/members", { name: "Bota Invented", roles, passphrase: other });
  const third = { name: "Daulet Invented", roles: ["publisher"], passphrase: `third ${other}` };
  await server.ask("POST", "/api/members", third);
});
afterAll(async () => server.end());

describe("a photograph", () => {
  it("stays until two members said that it shows the person, and stays again when one takes it back", async () => {
    expect(await heldBack()).toBe(true);
    expect((await say(true)).body).toMatchObject([
      { by: ["Aida Invented"], mine: true, confirmed: false },
    ]);
    await say(true);
    expect(await heldBack()).toBe(true);
    await be(other);
    expect((await say(true)).body).toMatchObject([{ mine: true, confirmed: true }]);
    await be(passphrase);
    expect(await heldBack()).toBe(false);
    const confirmed = (await say(false)).body as PictureConfirmation[];
    expect(confirmed).toMatchObject([{ by: ["Bota Invented"], mine: false, confirmed: false }]);
    expect(await heldBack()).toBe(true);
  });

  it("is confirmed only by those who review, and only for people its source speaks of", async () => {
    await be(`third ${other}`);
    expect((await say(true)).body).toMatchObject({ error: { code: "access/not-allowed" } });
    await be(passphrase);
    const elsewhere = await say(
      true,
      record.replace(/.$/, (c) => (c === "0" ? "1" : "0")),
    );
    expect(elsewhere.body).toMatchObject({ error: { code: "source-unknown" } });
    const { problems } = (await server.job("/api/check")) as { problems: unknown[] };
    expect(problems).toEqual([]);
  });
});
