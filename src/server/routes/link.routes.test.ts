// Finding duplicates over the addresses of the server. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../testing.ts";

describe("the addresses of linking", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
  });
  afterAll(() => server.end());

  it("look for candidates as long work, and give an empty queue in an empty vault", async () => {
    const report = await server.job("/api/link", {});
    expect(report).toMatchObject({ mode: "everyone", records: 0, candidates: 0 });
    const { status, body } = await server.ask("POST", "/api/queue", { limit: 5 });
    expect(status).toBe(200);
    expect(body).toEqual({ total: 0, items: [], next: null });
  });

  it("refuse what they do not know", async () => {
    expect((await server.ask("POST", "/api/queue", { band: "certain" })).status).toBe(400);
    expect((await server.ask("POST", "/api/queue", { cursor: "nonsense" })).status).toBe(400);
    const nobody = `rec_${"0".repeat(26)}`;
    expect((await server.ask("GET", `/api/compare/${nobody}/${nobody}`)).status).toBe(404);
  });

  it("ask who is there", async () => {
    server.signIn(null);
    for (const path of ["/api/link", "/api/queue"])
      expect((await server.ask("POST", path, {})).status).toBe(401);
  });
});
