// A release over HTTP and in a terminal: two members, a picture without anything in it, a withdrawal. Everyone in it is invented.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { photograph } from "../../src/collect/testing.ts";
import type { IntakeItem } from "../../src/collect/index.ts";
import type {
  MadeRelease,
  ReleaseCopies,
  ReleasePreview,
  ReleaseStatus,
} from "../../src/server/index.ts";
import type { PersonConsents } from "../../src/act/index.ts";
import { type Desk, deskOf, type Put } from "./dossiers.ts";
import { passphrase, startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
let desk: Desk;
let shown: Put;
let hidden: Put;
const other = "nine invented herons cross south";

beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-releases-"));
  desk = deskOf(server, root);
  const roles = ["reviewer"];
  await server.ask("POST", "/api/members", { name: "Bota Invented", roles, passphrase: other });
  shown = await desk.put("article", "Turymtai Oytur");
  hidden = await desk.put("article", "Qyrghiek Oytur");
  await desk.consent(shown.record, "public-name");
});
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

async function be(secret: string): Promise<void> {
  const { body } = await server.ask("POST", "/api/unlock", { passphrase: secret });
  server.signIn((body as { token: string }).token);
}
const preview = async (): Promise<ReleasePreview> =>
  (await server.ask("POST", "/api/releases/preview", { audience: "public" })).body;
const approve = (contents: string) =>
  server.ask("POST", "/api/releases/approve", { audience: "public", contents });

async function bothApprove(): Promise<void> {
  const { contents } = await preview();
  expect((await approve(contents)).status).toBe(200);
  await be(other);
  expect((await approve((await preview()).contents)).status).toBe(200);
  await be(passphrase);
}

/** Everything in the files of a release that is made now. */
async function released(): Promise<{
  made: MadeRelease;
  text: string;
  paths: string[];
  dir: string;
}> {
  const started = await server.ask("POST", "/api/releases", {
    audience: "public",
    to: "an invented host",
  });
  const { job } = started.body as { job: string };
  const made = (await desk.finished(job)) as unknown as MadeRelease;
  const answer = await server.app.request(`http://127.0.0.1:4824/api/releases/${job}`, {
    headers: server.headers(),
  });
  expect(answer.status).toBe(200);
  const dir = mkdtempSync(join(root, "r-"));
  const bytes = Buffer.from(await answer.arrayBuffer());
  execFileSync("tar", ["-x", "--strip-components=1"], { cwd: dir, input: bytes });
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return { made, dir, paths, text: paths.map((path) => readFileSync(path, "utf8")).join("\n") };
}

describe("a release", () => {
  it("is told person by person, and not made without two members", async () => {
    const plan = await preview();
    const levels = plan.people.map(({ label, level, reason }) => [label, level, reason]);
    expect(levels.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ["Qyrghiek Oytur", null, "person-never-asked"],
      ["Turymtai Oytur", "name", null],
    ]);
    expect(plan.missing).toEqual([{ code: "approvals", have: 0, need: 2 }]);
    await approve(plan.contents);
    const { job } = (await server.ask("POST", "/api/releases", { audience: "public", to: "x" }))
      .body as { job: string };
    await expect(desk.finished(job)).rejects.toThrow("publish/not-approved");
  });

  it("has the public site of those who are shown, summed so that sha256sum agrees", async () => {
    await bothApprove();
    const { made, text, dir } = await released();
    expect(made.approvedBy).toEqual(["Aida Invented", "Bota Invented"]);
    expect(text).toContain("Turymtai");
    expect(text).not.toContain("Qyrghiek");
    for (const word of hidden.needles) expect(text).not.toContain(word);
    execFileSync("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: dir });
    const sums = execFileSync("sha256sum", ["SHA256SUMS"], { cwd: dir, encoding: "utf8" });
    expect(sums.split(" ")[0]).toBe(made.tree);
  });

  it("carries a picture two members confirmed, called by its hash and with nothing in it but pixels", async () => {
    const item = (await server.send("Oytur-family.jpg", await photograph("release")))
      .body as IntakeItem;
    const source = item.source ?? "";
    const made = await server.ask("POST", "/api/records", {
      schema: "Person",
      source,
      label: "in a picture",
      claims: [{ property: "name", words: "Turymtai Oytur" }],
    });
    const record = (made.body as { id: string }).id;
    await desk.same(shown, { ...shown, record, source });
    await desk.consent(source, "public-name");
    const say = () =>
      server.ask("POST", `/api/sources/${source}/confirmations`, { record, shows: true });
    await say();
    expect((await preview()).release.people[0]?.pictures).toEqual([]);
    await be(other);
    await say();
    await be(passphrase);
    const plan = await preview();
    const [told] = plan.release.people;
    // What changed is told by its section, and never how.
    expect(plan.changedIn[told?.number ?? ""]).toContain("pictures");
    expect(plan.changedIn[told?.number ?? ""]).not.toContain("story");
    const [picture] = told?.pictures ?? [];
    expect(picture).toBeDefined();
    await bothApprove();
    const { paths, text } = await released();
    expect(paths.filter((path) => path.includes(picture?.sha256.slice(0, 12) ?? "-"))).toHaveLength(
      1,
    );
    expect(`${paths.join(" ")}${text}`).not.toMatch(/Oytur-family|Exif/);
  });

  it("names the group as a keeper set it, whose change voids what was approved", async () => {
    const set = (asked: object) => server.ask("POST", "/api/releases/publisher", asked);
    const before = await preview();
    expect(before.missing).toEqual([]);
    const us = { name: "An invented group", address: "https://invented.example/guwah/" };
    expect((await set({ ...us, contact: "  " })).body).toEqual(us);
    const after = await preview();
    expect(after.release.publisher).toEqual(us);
    expect(after.contents).not.toBe(before.contents);
    expect(after.missing).toEqual([{ code: "approvals", have: 0, need: 2 }]);
    for (const address of ["http://invented.example", "https://a:b@invented.example", "nowhere"]) {
      const { status, body } = await set({ ...us, address });
      expect(status).toBe(400);
      expect((body as { error: { code: string } }).error.code).toBe("publish/bad-address");
    }
    await be(other);
    expect((await set(us)).status).toBe(403);
    await be(passphrase);
    expect((await preview()).contents).toBe(after.contents);
  });

  it("goes out as tables by the same approval, pictures and all, and not without it", async () => {
    const ask = { format: "csv", audience: "public", to: "an invented archive" };
    const { job: early } = (await server.ask("POST", "/api/exports", ask)).body as { job: string };
    await expect(desk.finished(early)).rejects.toThrow("publish/no-release");
    await bothApprove();
    expect((await preview()).release.people[0]?.pictures).toHaveLength(1);
    const { job } = (await server.ask("POST", "/api/exports", ask)).body as { job: string };
    await desk.finished(job);
    const answer = await server.app.request(`http://127.0.0.1:4824/api/exports/${job}`, {
      headers: server.headers(),
    });
    const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    expect(text).toContain("Turymtai");
    for (const word of [...hidden.needles, "Qyrghiek"]) expect(text).not.toContain(word);
    await released();
  });

  it("marks a withdrawn consent with where the copies went, and leaves the person out", async () => {
    const consents = (await server.ask("GET", `/api/consents/${shown.record}/state`))
      .body as PersonConsents;
    const [{ id } = { id: "" }] = consents.consents;
    await server.ask("POST", `/api/consents/${id}/withdraw`, {});
    const after = (await server.ask("GET", `/api/consents/${shown.record}/state`))
      .body as PersonConsents;
    const marks = { audience: "public-name", marked: true, todo: "correct-in-public" };
    expect(after.wentOut).toMatchObject([
      { ...marks, kind: "release", receiver: "an invented host" },
      { ...marks, kind: "export", receiver: "an invented archive" },
      { ...marks, kind: "release", receiver: "an invented host" },
      { ...marks, kind: "release", receiver: "an invented host" },
    ]);
    const plan = await preview();
    expect(plan.release.people).toEqual([]);
    const [gone, ...others] = plan.release.changes;
    expect([gone?.kind, others]).toEqual(["withdrawn", []]);
    expect(plan.gone).toEqual({ [gone?.number ?? ""]: shown.record });
  });

  it("is withdrawn with a list of every copy that holds its people, to be ticked off", async () => {
    const ask = { audience: "public", number: 3, reason: "asked to" };
    const { items } = (await server.ask("POST", "/api/releases/withdraw", ask))
      .body as ReleaseCopies;
    const told = items.map(({ kind, number, format, own, people, to }) => [
      kind === "release" ? number : format,
      own,
      people,
      to,
    ]);
    expect(told).toEqual([
      [3, true, 1, "an invented host"],
      ["csv", true, 1, "an invented archive"],
      [2, false, 1, "an invented host"],
      [1, false, 1, "an invented host"],
    ]);
    const { releases } = (await server.ask("GET", "/api/releases")).body as ReleaseStatus;
    expect(releases.map(({ number, withdrawn }) => [number, withdrawn?.reason])).toEqual([
      [3, "asked to"],
      [2, undefined],
      [1, undefined],
    ]);
    const rows = await server.holding.open?.vault.engine.db
      .selectFrom("entries")
      .select("body")
      .where("kind", "=", "release.withdrawn")
      .execute();
    expect(JSON.parse(rows?.[0]?.body ?? "{}")).toMatchObject({
      copies: items.map(({ seq }) => seq),
    });
    const [, archive] = items;
    const say = (copy: number | undefined, state: string) =>
      server.ask("POST", "/api/copies/answer", { copy, state });
    expect((await say(archive?.seq, "asked")).status).toBe(200);
    expect((await say(999_999, "gone")).status).toBe(404);
    const again = (await server.ask("GET", "/api/releases/copies?number=3&audience=public"))
      .body as ReleaseCopies;
    expect(again.items.map(({ answer }) => answer?.state ?? null)).toEqual([
      null,
      "asked",
      null,
      null,
    ]);
    const { wentOut } = (await server.ask("GET", `/api/consents/${shown.record}/state`))
      .body as PersonConsents;
    expect(wentOut.map(({ answer }) => answer?.by ?? null)).toEqual([
      null,
      "Aida Invented",
      null,
      null,
    ]);
  });
});
