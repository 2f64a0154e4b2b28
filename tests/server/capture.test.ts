// Capturing a page through the interface for programs, with the real browser and a site on loopback.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  CapturedSource,
  CapturePreview,
  CaptureReadiness,
  CollectionFacts,
} from "../../src/server/index.ts";
import { startTestSite, testSettings, type TestSite } from "../../src/collect/testing.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

describe("capturing over HTTP", { timeout: 90_000 }, () => {
  let server: TestServer;
  let site: TestSite;
  beforeAll(async () => {
    site = await startTestSite();
    server = await startTestServer({
      withVault: true,
      captureTesting: testSettings([site.port]).testing ?? {},
    });
  }, 60_000);
  afterAll(async () => {
    await server.end();
    await site.end();
  });

  it("says that it can, and which way it goes out", async () => {
    const { body } = await server.ask("GET", "/api/capture");
    expect(body as CaptureReadiness).toEqual({ problem: null, proxied: false });
  });

  it("captures, keeps, and shows picture and record", async () => {
    const made: CapturedSource = await server.job("/api/capture", {
      url: `${site.origin}/article`,
    });
    expect(made.title).toContain("Villager held for a year");
    const facts = (await server.ask("GET", `/api/sources/${made.source}/capture`))
      .body as CollectionFacts;
    expect(facts).toEqual(made.facts);
    const picture = await server.ask("GET", `/api/sources/${made.source}/capture/picture`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(picture.headers.get("content-security-policy")).toContain("sandbox");
    expect(picture.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("holds a capture until it is kept, and forgets one that is discarded or locked away", async () => {
    const total = async (): Promise<number> =>
      ((await server.ask("POST", "/api/sources/list", {})).body as { total: number }).total;
    const hold = async (): Promise<CapturePreview> =>
      server.job("/api/capture", { url: `${site.origin}/`, hold: true });
    const before = await total();
    const held = await hold();
    expect(held).toMatchObject({ httpStatus: 200, finalUrl: `${site.origin}/article` });
    expect(held.redirects.map(({ status }) => status)).toEqual([302, 200]);
    const at = `/api/capture/held/${held.id}`;
    expect((await server.ask("GET", `${at}/picture`)).headers.get("content-type")).toBe("image/png"); // prettier-ignore
    expect(await total()).toBe(before);
    const kept: CapturedSource = await server.job(`${at}/keep`, {});
    expect(kept.facts.target.finalUrl).toBe(held.finalUrl);
    expect(await total()).toBe(before + 1);
    const gone = { status: 404, body: { error: { code: "capture-gone" } } };
    expect(await server.ask("GET", `${at}/picture`)).toMatchObject(gone);
    const second = `/api/capture/held/${(await hold()).id}`;
    expect((await server.ask("DELETE", second)).status).toBe(200);
    expect(await server.ask("DELETE", second)).toMatchObject(gone);
    expect(await total()).toBe(before + 1);
    const third = `/api/capture/held/${(await hold()).id}`;
    await server.holding.lock();
    server.signIn(await server.holding.unlock(passphrase));
    expect(await server.ask("GET", `${third}/picture`)).toMatchObject(gone);
  });

  it("says of a source that came another way that it was not captured", async () => {
    const { body } = await server.send("note.txt", "An invented note of an invented village.");
    const { source } = body as { source: string };
    expect((await server.ask("GET", `/api/sources/${source}/capture`)).body).toEqual({});
    const picture = await server.ask("GET", `/api/sources/${source}/capture/picture`);
    expect(picture).toMatchObject({ status: 404, body: { error: { code: "not-captured" } } });
  });

  it("refuses what is not a page on the web, and a kind that is none", async () => {
    for (const [body, code] of [
      [{ url: "file:///etc/hostname" }, "capture-address"],
      [{ url: site.origin, kind: "invented" }, "kind-unknown"],
    ] as const) {
      const { job } = (await server.ask("POST", "/api/capture", body)).body as { job: string };
      expect((await server.holding.jobs.ended(job)).error?.code).toBe(code);
    }
    expect((await server.ask("POST", "/api/capture", { url: "" })).status).toBe(400);
  });

  it("stops when it is told to, and leaves no source", async () => {
    const before = (await server.ask("POST", "/api/sources/list", {})).body as { total: number };
    const { job } = (await server.ask("POST", "/api/capture", { url: `${site.origin}/never` }))
      .body as { job: string };
    await expect.poll(() => site.asked.includes("/never"), { timeout: 20_000 }).toBe(true);
    await server.ask("DELETE", `/api/jobs/${job}`);
    expect((await server.holding.jobs.ended(job)).state).toBe("cancelled");
    expect((await server.ask("POST", "/api/sources/list", {})).body).toMatchObject(before);
  });
});
