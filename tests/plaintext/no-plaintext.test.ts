// Nobody's name and no word of any text on the disk: while the server works, after locking, after a kill.
// Everyone in it is invented, anew in each run.
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesUnder, findNeedles, freshWord } from "./needles.ts";
import { type Served, serveVault } from "./served-vault.ts";

const needles = {
  cyrillicName: freshWord("cyrillic"),
  arabicName: freshWord("arabic"),
  chineseName: freshWord("chinese"),
  latinName: freshWord("latin"),
  sentence: `${freshWord("latin", 9)} ${freshWord("cyrillic", 9)}`,
  cell: freshWord("cyrillic"),
  fileName: freshWord("latin"),
  tableName: freshWord("arabic"),
  searchWord: freshWord("cyrillic"),
  idNumber: freshWord("latin", 18),
  reason: freshWord("latin"),
  refused: freshWord("latin"),
  memberName: freshWord("cyrillic"),
  vaultName: freshWord("latin"),
  passphrase: [1, 2, 3, 4].map(() => freshWord("latin", 7)).join(" "),
};
const names = [
  needles.cyrillicName,
  needles.arabicName,
  needles.chineseName,
  needles.latinName,
] as const;

describe("what the server leaves on the disk", () => {
  let folder: string;
  let server: Served;
  let before: Set<string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guwah-plaintext-"));
    before = new Set(await readdir(tmpdir()));
    server = await serveVault(folder);
  });
  afterAll(async () => {
    await server.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  const signIn = (body: { token: string }): void => server.signIn(body.token);
  const at = (name: string): string => join(folder, name);
  /** Every file the server could have written: its folders, and whatever is new in the system's own temporary folder. */
  async function everywhere(): Promise<string[]> {
    const added = (await readdir(tmpdir())).filter((name) => !before.has(name));
    const others = await Promise.all(added.map((name) => filesOf(join(tmpdir(), name))));
    return [...(await filesUnder(folder)), ...others.flat()];
  }
  async function filesOf(path: string): Promise<string[]> {
    const found = await stat(path).catch(() => null);
    if (found === null) return [];
    return found.isDirectory() ? filesUnder(path) : [path];
  }

  /** Everything people do in a day, and some that goes wrong. */
  async function work(round: number): Promise<void> {
    const text = `Invented Courier\n\n${names.join(", ")} was seen. ${needles.sentence}, said a neighbour.\n`;
    const added = await server.send<{ source: string }>(
      `${needles.fileName} ${round}.txt`,
      `${text}${round}`,
    );
    expect(added.status).toBe(200);
    const { source } = added.body;
    const people: string[] = [];
    for (const name of names) {
      const made = await server.ask<{ id: string }>("POST", "/api/records", {
        schema: "Person",
        source,
        label: name,
        claims: [
          { property: "name", value: { kind: "name", text: name } },
          { property: "note", words: needles.sentence },
          { property: "idNumber", words: needles.idNumber },
        ],
      });
      expect(made.status).toBe(200);
      people.push(made.body.id);
    }
    const statement = {
      source,
      passage: {},
      content: needles.sentence,
      stance: "denies",
      speaker: needles.latinName,
    };
    expect((await server.ask("POST", "/api/statements", statement)).status).toBe(200);
    const [left, right] = people;
    const judged = { left, right, verdict: "same", reason: needles.reason };
    expect((await server.ask("POST", "/api/judgements", judged)).status).toBe(200);
    await importTable(round);
    for (const q of [...names, needles.searchWord])
      expect((await server.ask("POST", "/api/people/list", { q })).status).toBe(200);
    expect((await server.ask("GET", `/api/records/${left}`)).status).toBe(200);
    expect(await server.job("/api/backup")).toBe("done");
    expect(await server.job("/api/check")).toBe("done");
    // What is refused is not written down either.
    for (const [path, body] of [
      ["/api/records", { schema: needles.refused, source, label: needles.refused, claims: [] }],
      ["/api/claims", { record: left, source, property: "birthDate", words: needles.refused }],
      ["/api/people/list", { q: needles.refused, cursor: needles.refused }],
      ["/api/people/list", { nonsense: needles.refused }],
      [`/api/${needles.refused}`, {}],
    ] as const)
      expect((await server.ask("POST", path, body)).status).toBeGreaterThanOrEqual(400);
    expect(
      (await server.send(`${needles.refused}.docx`, `PK\u0003\u0004${needles.refused}`)).status,
    ).toBeLessThan(500);
  }

  /** A dossier that may go to partners, and that nobody carries away. */
  async function makeDossier(round: number): Promise<void> {
    const added = await server.ask<{ source: string }>("POST", "/api/sources/text", {
      kind: "article",
      title: "The Invented Courier",
      text: `${names[0]} was seen ${round} times.`,
    });
    const made = await server.ask<{ id: string }>("POST", "/api/records", {
      schema: "Person",
      source: added.body.source,
      label: names[0],
      claims: [{ property: "name", value: { kind: "name", text: names[0] } }],
    });
    const { id } = made.body;
    type File = { properties: { claims: { id: string; reviewSeq: number }[] }[] };
    const file = (await server.ask<File>("GET", `/api/records/${id}`)).body;
    for (const { id: claim, reviewSeq } of file.properties.flatMap(({ claims }) => claims))
      await server.ask("POST", `/api/claims/${claim}/review`, {
        state: "accepted",
        expect: reviewSeq,
      });
    const said = { about: id, audiences: ["partners"], giver: "parent", mode: "spoken" };
    expect((await server.ask("POST", "/api/consents", said)).status).toBe(200);
    expect(await server.job("/api/dossiers", { records: [id], audience: "partners" })).toBe("done");
    const waiting = await filesUnder(at("vault/outgoing"));
    expect(await findNeedles(waiting, { name: names[0] })).not.toEqual([]);
  }

  async function importTable(round: number): Promise<void> {
    const rows = Array.from({ length: 300 }, (_, i) => `${i},${needles.cell} ${i},baker`);
    const table = `no,name,job\n${rows.join("\n")}\n${round},${needles.latinName},x\n`;
    const { body } = await server.send<{ source: string }>(
      `${needles.tableName}${round}.csv`,
      table,
    );
    const mapping = {
      schema: "Person",
      columns: [
        { column: "no" },
        { column: "name", schema: "Person", property: "name" },
        { column: "job" },
      ],
    };
    const path = `/api/sources/${body.source}/table/import`;
    expect(await server.job(path, { mapping, series: needles.cell })).toBe("done");
  }

  it("has none of it while it is open and works, its write-ahead log included", async () => {
    const made = await server.ask<{ token: string; recoveryCode: string }>("POST", "/api/vault", {
      vaultName: needles.vaultName,
      memberName: needles.memberName,
      passphrase: needles.passphrase,
    });
    signIn(made.body);
    await work(1);
    expect((await stat(at("vault/vault.db-wal"))).size).toBeGreaterThan(10_000);
    const all = { ...needles, recoveryCode: made.body.recoveryCode, token: made.body.token };
    expect(await findNeedles(await everywhere(), all)).toEqual([]);
  });

  it("would have been found out by the same search", async () => {
    await writeFile(
      at("tmp/leak"),
      Buffer.concat([Buffer.alloc(9_000, 7), Buffer.from(needles.cell)]),
    );
    await writeFile(at("vault/files/leak"), Buffer.from(`x${needles.arabicName}`, "utf16le"));
    await writeFile(at("said/leak"), JSON.stringify({ q: needles.searchWord }));
    await writeFile(at(`home/${needles.fileName}`), "");
    expect((await findNeedles(await everywhere(), needles)).sort()).toEqual(
      [
        `cell in ${at("tmp/leak")}`,
        `arabicName in ${at("vault/files/leak")}`,
        `searchWord in ${at("said/leak")}`,
        `fileName in ${at(`home/${needles.fileName}`)}`,
      ].sort(),
    );
    for (const leak of ["tmp/leak", "vault/files/leak", "said/leak", `home/${needles.fileName}`])
      await rm(at(leak));
    const searched = await everywhere();
    for (const path of ["vault/vault.db", "vault/vault.db-wal", "vault/vault.json"])
      expect(searched).toContain(at(path));
  });

  it("has none of it after locking, nor after a wrong passphrase", async () => {
    await server.ask("POST", "/api/lock");
    const wrong = await server.ask("POST", "/api/unlock", { passphrase: needles.refused });
    expect(wrong.status).toBe(401);
    expect(await findNeedles(await everywhere(), needles)).toEqual([]);
  });

  it("has none of it after locking while a dossier waits, nor at the start after a kill then", async () => {
    const open = { passphrase: needles.passphrase };
    signIn((await server.ask<{ token: string }>("POST", "/api/unlock", open)).body);
    await makeDossier(2);
    await server.ask("POST", "/api/lock");
    expect(await findNeedles(await everywhere(), needles)).toEqual([]);
    signIn((await server.ask<{ token: string }>("POST", "/api/unlock", open)).body);
    await makeDossier(3);
    await server.kill("SIGKILL");
    expect(await findNeedles(await everywhere(), needles)).not.toEqual([]);
    server = await serveVault(folder);
    expect(await findNeedles(await everywhere(), needles)).toEqual([]);
  });

  it("has none of it after it was killed in the middle of its work", async () => {
    const { body } = await server.ask<{ token: string }>("POST", "/api/unlock", {
      passphrase: needles.passphrase,
    });
    signIn(body);
    await work(2);
    const cutOff = work(3).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.kill("SIGKILL");
    await cutOff;
    expect((await stat(at("vault/vault.db-wal"))).size).toBeGreaterThan(10_000);
    expect(await findNeedles(await everywhere(), needles)).toEqual([]);
  });

  it("has none of it when it was started again and stopped as one should", async () => {
    server = await serveVault(folder);
    const { body } = await server.ask<{ token: string }>("POST", "/api/unlock", {
      passphrase: needles.passphrase,
    });
    signIn(body);
    expect((await server.ask("POST", "/api/people/list", { q: needles.cyrillicName })).status).toBe(
      200,
    );
    await server.kill("SIGTERM");
    expect(await findNeedles(await everywhere(), needles)).toEqual([]);
  });
});
