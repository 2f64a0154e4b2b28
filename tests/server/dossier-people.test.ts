// Dossiers about several people, with copies in the place of originals, and stamped while they are made. Everyone is invented.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import type { IntakeItem } from "../../src/collect/index.ts";
import { replying, serve, testAuthority } from "../../src/preserve/testing.ts";
import type { RedactionView } from "../../src/publish/index.ts";
import { inventPdf } from "../../src/publish/redact/testing.ts";
import type { DossierPreview } from "../../src/server/index.ts";
import type { RecordFile } from "../../src/weigh/index.ts";
import { type Desk, deskOf, type Put, verified, wordsIn } from "./dossiers.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let root: string;
let desk: Desk;
beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  root = mkdtempSync(join(tmpdir(), "guwah-dossier-"));
  desk = deskOf(server, root);
});
afterAll(async () => {
  await server.end();
  rmSync(root, { recursive: true, force: true });
});

const numberOf = async (record: string): Promise<string> =>
  ((await server.ask("GET", `/api/records/${record}`)).body as RecordFile).number;
const kin = async (source: string, from: Put, to: Put, name: string): Promise<void> => {
  const claims = [
    { property: "from", value: { kind: "ref", record: from.record } },
    { property: "to", value: { kind: "ref", record: to.record, words: name } },
  ];
  const made = await server.ask("POST", "/api/records", {
    schema: "Relationship",
    source,
    label: "kin",
    claims,
  });
  const { id } = made.body as { id: string };
  const file = (await server.ask("GET", `/api/records/${id}`)).body as RecordFile;
  for (const claim of file.properties.flatMap((one) => one.claims))
    await server.ask("POST", `/api/claims/${claim.id}/review`, {
      state: "accepted",
      expect: claim.reviewSeq,
    });
};

describe("a dossier about several people", () => {
  let first: Put;
  let second: Put;
  let third: Put;
  beforeAll(async () => {
    first = await desk.put("article", "Gulnisa Yarmuq");
    second = await desk.put("article", "Tursun Yarmuq");
    third = await desk.put("article", "Rehim Qaraboz");
    await kin(first.source, first, second, "Tursun Yarmuq");
    await kin(first.source, first, third, "Rehim Qaraboz");
    await desk.consent(first.record);
    await desk.consent(second.record);
  });

  it(
    "has a section for each, and no byte of one who did not consent",
    { timeout: 60_000 },
    async () => {
      const everybody = [first, second, third].map(({ record }) => record);
      const { dir, told } = await desk.dossier(everybody, "partners");
      expect(told.leftOut).toEqual([
        { id: third.record, number: await numberOf(third.record), consent: "never-asked" },
      ]);
      const numbers = [await numberOf(first.record), await numberOf(second.record)];
      expect(told.numbers).toEqual(numbers);
      const { status, text } = verified(dir, "--signer", told.signer);
      expect(text).toContain("All 9 steps passed");
      expect(status).toBe(0);
      const all = wordsIn(dir);
      for (const word of [...first.needles, ...second.needles]) expect(all).toContain(word);
      const absent = [...third.needles, "Rehim", "Qaraboz", third.record, third.source];
      for (const word of [...absent, await numberOf(third.record)]) expect(all).not.toContain(word);
      const report = readFileSync(join(dir, "data/report.html"), "utf8");
      expect(report.match(/<section class="person"/g)).toHaveLength(2);
      expect(report).toMatch(/1 × person: nobody was asked for this audience/);
      for (const number of numbers)
        expect(existsSync(join(dir, `data/people/${number}.json`))).toBe(true);
    },
  );

  it("says what is held back of each; that they are kin goes when both go", async () => {
    const ask = async (...people: readonly Put[]) =>
      (
        await server.ask("POST", "/api/dossiers/preview", {
          records: people.map(({ record }) => record),
          audience: "partners",
        })
      ).body as DossierPreview;
    const otherPeople = ({ people }: DossierPreview): number[] =>
      people.map(
        ({ heldBack }) => heldBack.find(({ reason }) => reason === "other-person")?.count ?? 0,
      );
    expect(otherPeople(await ask(first))).toEqual([2]);
    expect(otherPeople(await ask(first, second))).toEqual([1, 0]);
    // The same person named twice is one person.
    expect((await ask(first, first)).people).toHaveLength(1);
    const nobody = await ask(third);
    expect(nobody).toMatchObject({ error: { code: "publish/no-consent" } });
    const none = await server.ask("POST", "/api/dossiers/preview", {
      records: [],
      audience: "partners",
    });
    expect(none.status).toBe(400);
  });

  it("is asked for in a terminal, from a file", { timeout: 60_000 }, async () => {
    const selection = join(root, "selection.txt");
    writeFileSync(selection, `# invented\n${await numberOf(first.record)}\n\nTursun Yarmuq\n`);
    const to = join(root, "from-terminal");
    const lines: string[] = [];
    const given = { selection, to, audience: "partners" };
    await run("dossier", [third.record], given, lines);
    expect(lines.join("\n")).toMatch(/^2 people, /);
    expect(lines.join("\n")).toMatch(/left out: P-\w{8}, consent never-asked/);
    expect(lines.join("\n")).toContain("No time stamp: no authority is set");
    expect(verified(to).status).toBe(0);

    const opened = await server.ask("POST", "/api/cases", {
      kind: "detention",
      people: [first.record, third.record],
    });
    expect(opened.status).toBe(200);
    const { number } = opened.body as { number: string };
    const ofCase = join(root, "of-case");
    await run("dossier", [], { case: number, to: ofCase, audience: "partners" }, []);
    const all = wordsIn(ofCase);
    for (const word of first.needles) expect(all).toContain(word);
    for (const word of third.needles) expect(all).not.toContain(word);
    await expect(run("dossier", [], { to, audience: "partners" }, [])).rejects.toThrow(/whom/);
  });
});

describe("a copy with parts blacked out", () => {
  it("goes in the place of the original, whose hash is nowhere", { timeout: 90_000 }, async () => {
    const one = await desk.put("article", "Zohra Tamchi");
    await desk.consent(one.record);
    const pages = [["Zohra Tamchi and Veli Yoqalghan were seen."], ["Nobody here is real."]];
    const pdf = inventPdf({ pages, hidden: "hiddenword" });
    const { source } = (await server.send("paper.pdf", pdf)).body as IntakeItem & {
      source: string;
    };
    const claims = [{ property: "occupation", words: "inventress" }];
    const record = (
      await server.ask("POST", "/api/records", { schema: "Person", source, label: "Zohra", claims })
    ).body as { id: string };
    const file = (await server.ask("GET", `/api/records/${record.id}`)).body as RecordFile;
    for (const claim of file.properties.flatMap((property) => property.claims))
      await server.ask("POST", `/api/claims/${claim.id}/review`, {
        state: "accepted",
        expect: claim.reviewSeq,
      });
    const judged = { left: one.record, right: record.id, verdict: "same", reason: "invented" };
    expect((await server.ask("POST", "/api/judgements", judged)).status).toBe(200);
    await desk.consent(source);
    const every = ["Veli Yoqalghan", "hiddenword"];
    const made = (await server.ask("POST", `/api/sources/${source}/redact`, { every }))
      .body as RedactionView;
    const row = await server.holding
      .open!.vault.engine.db.selectFrom("sources")
      .select(["file", "text"])
      .where("id", "=", source)
      .executeTakeFirstOrThrow();
    const hashes = [row.file, row.text].filter((hash) => hash !== null);
    expect(hashes).toContain(createHash("sha256").update(pdf).digest("hex"));

    const open = await desk.dossier(one.record, "partners");
    for (const hash of hashes) expect(wordsIn(open.dir)).toContain(hash);

    const ask = { records: [one.record], audience: "partners" };
    const preview = (await server.ask("POST", "/api/dossiers/preview", ask)).body as DossierPreview;
    expect(preview.offered).toMatchObject([
      { source, copies: [{ file: made.file }], original: "goes" },
    ]);
    const wrong = { ...ask, copies: [{ source, file: row.file }] };
    expect((await server.ask("POST", "/api/dossiers/preview", wrong)).body).toMatchObject({
      error: { code: "publish/no-such-copy" },
    });

    const copies = [{ source, file: made.file }];
    const { dir, told } = await desk.dossier(one.record, "partners", { copies });
    expect(told.heldBack).toEqual([{ what: "file", reason: "redacted", count: 1 }]);
    const { text, status } = verified(dir);
    expect(text).toContain("All 9 steps passed");
    expect(status).toBe(0);
    const all = wordsIn(dir);
    for (const word of [...hashes, "Yoqalghan", "hiddenword"]) expect(all).not.toContain(word);
    expect(all).toContain(made.file);
    expect(all).toContain("a copy with parts blacked out; the original is not included");
    expect(all).toContain('"blackedOut":true');
    // That it was made of this source is in the ledger, without the original's hash.
    expect(all).toContain('"action":"redacted"');
    expect(existsSync(join(dir, `data/files/${made.file.slice(0, 2)}/${made.file}.pdf`))).toBe(
      true,
    );
  });
});

describe("a dossier made where an authority is set", { timeout: 90_000 }, () => {
  const authority = testAuthority();
  afterAll(() => authority.end());

  it("is stamped before it is sealed, or says that it is not", async () => {
    const one = await desk.put("article", "Sabit Oqyay");
    const served = await serve(replying(authority));
    await server.ask("POST", "/api/authorities", {
      name: "clock",
      url: served.url,
      root: authority.root,
    });
    const quiet = await desk.dossier(one.record, "inside", { stamp: false });
    expect(quiet.told).toMatchObject({ stamps: 0, unstamped: ["clock"] });
    expect(served.asked).toHaveLength(0);
    const { dir, told } = await desk.dossier(one.record, "inside");
    expect(told).toMatchObject({ stamps: 1, unstamped: [] });
    expect(verified(dir).text).toMatch(/stamps +ok +1 time stamps[^]*All 9 steps passed/);
    // A stamp that covers everything is enough: nobody is asked again.
    await desk.dossier(one.record, "inside");
    expect(served.asked).toHaveLength(1);
    await served.close();
    const later = await desk.put("article", "Sabit Yengi");
    const late = await desk.dossier(later.record, "inside");
    expect(late.told).toMatchObject({ stamps: 0, unstamped: ["clock"] });
    expect(verified(late.dir).text).toMatch(/no time stamps[^]*All 9 steps passed/);
    expect(wordsIn(late.dir)).toContain("It has no time stamp.");
  });
});

/** Runs a command against the server, as a terminal would. */
async function run(
  name: string,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
  lines: string[],
): Promise<unknown> {
  const command = commands.find((one) => one.name === name);
  const post = async (path: string, body: unknown) => (await server.ask("POST", path, body)).body;
  return command?.run({
    args,
    options,
    terminal: { line: (said: string) => lines.push(said) },
    connect: async () => ({
      post,
      get: async (path: string) => (await server.ask("GET", path)).body,
      follow: desk.finished,
      download: async (path: string) =>
        new Blob([new Uint8Array(await desk.archive(path.split("/").at(-1) ?? ""))]).stream(),
    }),
  } as never);
}
