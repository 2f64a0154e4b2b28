// What a hostile page on the same machine may try, and what it gets.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "./server.ts";

describe("the guards", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ withVault: true });
  });
  afterAll(() => server.end());

  it.each([
    "evil.example",
    "evil.example:4824",
    "127.0.0.1:9999",
    "127.0.0.1.evil.example:4824",
    "localhost",
  ])("refuses the host %s (DNS rebinding)", async (host) => {
    expect((await server.ask("GET", "/api/state", undefined, { Host: host })).status).toBe(421);
  });

  it("answers under its own names", async () => {
    for (const host of ["127.0.0.1:4824", "localhost:4824", "[::1]:4824"]) {
      expect((await server.ask("GET", "/healthz", undefined, { Host: host })).status).toBe(200);
    }
  });

  it.each(["https://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:4824"])(
    "refuses the origin %s (CSRF)",
    async (origin) => {
      expect((await server.ask("POST", "/api/lock", {}, { Origin: origin })).body).toMatchObject({
        error: { code: "wrong-origin" },
      });
    },
  );

  it("refuses a change without its own header, and one another site asked for", async () => {
    expect((await server.ask("POST", "/api/lock", {}, { "X-Guwah": "" })).status).toBe(403);
    expect(
      (await server.ask("GET", "/api/state", undefined, { "Sec-Fetch-Site": "cross-site" })).status,
    ).toBe(403);
    expect(
      (await server.ask("GET", "/api/state", undefined, { "Sec-Fetch-Site": "same-site" })).status,
    ).toBe(403);
    expect((await server.ask("GET", "/api/state")).body).toMatchObject({ vault: "open" });
  });

  it("sends a policy that allows no other origin, and never caches what is in the vault", async () => {
    const { headers } = await server.ask("GET", "/api/state");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("sends an original only as an attachment no browser would run", async () => {
    const page =
      "<html><body><script>alert(1)</script><p>Invented page with enough words to read.</p></body></html>";
    const { source } = (await server.send("page.html", page)).body as { source: string };
    const { headers, body } = await server.ask("GET", `/api/sources/${source}/file`);
    expect(headers.get("content-disposition")).toMatch(/^attachment/);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(body).toBe(page);
  });

  it("answers nobody without a session, and tells nothing of an internal error", async () => {
    server.signIn(null);
    for (const path of [
      "/api/home",
      "/api/members",
      "/api/batches",
      "/api/records/rec_00000000000000000000000000",
    ]) {
      expect((await server.ask("GET", path)).status).toBe(423);
    }
  });
});

describe("the OpenAPI document", () => {
  it("names every address there is, and no other", async () => {
    const server = await startTestServer();
    const { body } = await server.ask("GET", "/api/openapi.json");
    const document = body as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(document.openapi).toBe("3.1.0");
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
    );
    const served = server.app.routes
      .filter(
        (r) =>
          r.path.startsWith("/api/") &&
          r.path !== "/api/*" &&
          r.path !== "/api/openapi.json" &&
          r.method !== "ALL",
      )
      .map((r) => `${r.method} ${r.path.replace(/:(\w+)/g, "{$1}")}`);
    expect(described.sort()).toEqual([...new Set(served)].sort());
    expect(described.length).toBeGreaterThan(30);
    await server.end();
  });
});
