// guwah publish from the preview to the folder, in its own process, by two members of one small vault. Everyone in it is invented.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RecordFile } from "../../src/weigh/index.ts";
import { deskOf, type Put } from "./dossiers.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

const other = "nine invented herons cross south";
const main = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");
let server: TestServer;
let root: string;
let hidden: Put;

beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-publish-"));
  const desk = deskOf(server, root);
  const roles = ["reviewer"];
  await server.ask("POST", "/api/members", { name: "Bota Invented", roles, passphrase: other });
  const shown = await desk.put("article", "Turymtai Oytur");
  hidden = await desk.put("article", "Qyrghiek Oytur");
  await desk.consent(shown.record, "public-name");
  const { source } = shown;
  const accepted = async (schema: string, claims: readonly object[]): Promise<string> => {
    const body = { schema, source, label: "invented", claims };
    const { id } = (await server.ask("POST", "/api/records", body)).body as { id: string };
    const file = (await server.ask("GET", `/api/records/${id}`)).body as RecordFile;
    for (const one of file.properties.flatMap((property) => property.claims))
      if (one.review !== "accepted")
        await server.ask("POST", `/api/claims/${one.id}/review`, {
          state: "accepted",
          expect: one.reviewSeq,
        });
    return id;
  };
  await accepted("Figure", [
    { property: "population", words: "people of an invented valley" },
    { property: "quantity", value: { kind: "number", low: 800, high: 900 } },
  ]);
  const place = await accepted("Place", [
    { property: "name", words: "Invented camp by the river" },
    { property: "kind", value: { kind: "code", vocabulary: "place-kind", code: "camp" } },
    { property: "coordinates", words: "43.123456, 81.654321" },
  ]);
  await accepted("Episode", [
    { property: "person", value: { kind: "ref", record: shown.record } },
    { property: "kind", value: { kind: "code", vocabulary: "episode-kind", code: "camp" } },
    { property: "facilityRecord", value: { kind: "ref", record: place } },
  ]);
  await server.ask("POST", "/api/lock");
});
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

function guwah(secret: string, ...words: string[]): Promise<{ code: number; json: never }> {
  const env = {
    ...process.env,
    GUWAH_HOME: server.home,
    GUWAH_PASSPHRASE: secret,
    GUWAH_DATABASE_URL: "",
  };
  const all = [main, ...words, "--json"];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env, maxBuffer: 1e8 }, (error, out) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, json: (out === "" ? null : JSON.parse(out)) as never });
    });
  });
}

it("goes from the preview to a folder with pages, tables, a map and the numbers", async () => {
  const dir = join(root, "site");
  const make = () => guwah(passphrase, "publish", "--to", dir, "--audience", "public");
  expect((await make()).code).not.toBe(0);
  await guwah(passphrase, "publish", "publisher", "--name", "An invented group");
  for (const secret of [passphrase, other]) {
    const { contents } = (await guwah(secret, "publish", "--preview")).json as { contents: string };
    const { code } = await guwah(secret, "publish", "approve", contents);
    expect(code).toBe(0);
  }
  const made = await make();
  expect(made.json).toMatchObject({ number: 1, people: 1, audience: "public" });
  const tables = join(root, "tables");
  const copies = "an invented archive";
  const exported = ["json", "--audience", "public", "--to", tables, "--copies", copies];
  expect((await guwah(passphrase, "export", ...exported)).json).toMatchObject({ people: 1 });
  const written = readFileSync(join(tables, "guwah.json"), "utf8");
  expect(written).toContain("Turymtai");
  expect(written).not.toMatch(/Qyrghiek|81\.654/);
  const left = (await guwah(passphrase, "publish", "copies", "1")).json;
  expect(left).toMatchObject({
    items: [
      { kind: "export", format: "json", to: copies, own: true },
      { kind: "release", number: 1, to: "site", own: true },
    ],
  });
  const files = new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(dir, path), readFileSync(path, "utf8")]),
  );
  const paths = [...files.keys()];
  expect(paths).toEqual(
    expect.arrayContaining(["release.json", "data/guwah.json", "data/places.geojson"]),
  );
  expect(paths.some((path) => /^data\/.*\.csv$/.test(path))).toBe(true);
  expect(files.get("places/map-light.svg")).toContain("Invented camp by the river");
  expect(files.get("estimates.html")).toContain("people of an invented valley");
  expect(files.get("data/places.geojson")).toContain("81.65");
  const release = JSON.parse(files.get("release.json") ?? "") as Record<string, unknown>;
  expect(release).toMatchObject({
    publisher: { name: "An invented group" },
    estimates: [{ low: 800, high: 900 }],
  });
  const all = [...files.values()].join("\n");
  expect(all).not.toMatch(/Qyrghiek|81\.654/);
  for (const word of hidden.needles) expect(all).not.toContain(word);

  // The next release goes into the same folder: only what differs is written, and what is somebody else's stays.
  writeFileSync(join(dir, "CNAME"), "example.org");
  const { token } = (await server.ask("POST", "/api/unlock", { passphrase })).body as {
    token: string;
  };
  server.signIn(token);
  const desk = deskOf(server, root);
  const second = await desk.put("article", "Tilegen Oytur");
  await desk.consent(second.record, "public-name");
  const audience = "public";
  const { body } = await server.ask("POST", "/api/releases/preview", { audience });
  const { contents } = body as { contents: string };
  await server.ask("POST", "/api/releases/approve", { audience, contents });
  await server.ask("POST", "/api/lock");
  expect((await guwah(other, "publish", "approve", contents)).code).toBe(0);
  const next = (await make()).json as { number: number; files: number; written: number };
  expect(next).toMatchObject({ number: 2, people: 2 });
  expect(next.written).toBeLessThan(next.files - 5);
  execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: dir });
  expect(readFileSync(join(dir, "release.json"), "utf8")).toContain("Tilegen");
  expect(readFileSync(join(dir, "CNAME"), "utf8")).toBe("example.org");
}, 180_000);
