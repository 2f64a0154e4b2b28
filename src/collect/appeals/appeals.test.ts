// Appeals come in on both engines; hostile ones do not. Everyone here is invented.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { armor, Encrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSealed, type SealedValue } from "../../access/index.ts";
import { appealEntry, archiveHeader, receiptCode, writeArchive } from "../../model/index.ts";
import {
  engineKinds,
  newAppeal,
  openTestCollect,
  sealedAppeal,
  sealedBytes,
  type TestCollect,
} from "../testing.ts";
import { sourceText } from "../source-reading.ts";
import { addFile } from "../add-file.ts";
import { appealIdentities, appealKey, setAppealKey } from "./appeal-key.ts";
import { appealTables } from "./appeals.tables.ts";
import { openAppeal } from "./open-appeal.ts";
import { listAppeals } from "./show-appeal.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const idOf = (n: number): string => n.toString(16).padStart(32, "0");

describe.each(engineKinds)("appeals on %s", (kind) => {
  let test: TestCollect;
  let recipient: string;
  beforeAll(async () => {
    test = await openTestCollect(kind, [appealTables]);
    recipient = (await setAppealKey(test.as("keeper"))).recipient ?? "";
  });
  afterAll(() => test.end());
  const open = (bytes: Uint8Array, as = test.as("documenter")) =>
    openAppeal(as, { name: "appeal.age", bytes });
  const rows = (record: string) =>
    test.vault.engine.db
      .selectFrom("claims")
      .select(["property", "value", "passage", "knows", "review"])
      .where("record", "=", record)
      .orderBy("seq")
      .execute();

  it("becomes a source with its people, claims in the sender's words, and the sender sealed", async () => {
    const bytes = await sealedAppeal(recipient, newAppeal());
    const view = await open(bytes);
    expect(view).toMatchObject({
      known: false,
      people: [{ label: "Ерлан Ойдантегі", giver: "sibling" }],
      consent: { audiences: ["inside", "un-quiet"], language: "en", wording: "appeal form 1" },
    });
    const { text } = await sourceText(test.deps, { id: view.source });
    expect(text).toContain("Nobody has said where he is.");
    expect(text).not.toMatch(/Gulnar|000 00/);

    const claims = await rows(view.people[0]?.record ?? "");
    const said = claims.map((c) => [c.property, JSON.parse(c.value)] as const);
    expect(said).toContainEqual([
      "name",
      { kind: "name", text: "Ерлан Ойдантегі", script: "Cyrl" },
    ]);
    expect(said).toContainEqual([
      "name",
      { kind: "name", text: "Erlan Oidantegi", script: "Latn" },
    ]);
    expect(said).toContainEqual([
      "birthDate",
      { kind: "date", edtf: "1971-03-12", words: "12 March 1971" },
    ]);
    expect(said).toContainEqual([
      "lastConfirmedAlive",
      { kind: "date", edtf: "XXXX", words: "before the second winter" },
    ]);
    for (const { passage, knows, review } of claims) {
      const { start, end, quote } = JSON.parse(passage ?? "{}") as Record<string, never>;
      expect(text.slice(start, end)).toBe(quote);
      expect([knows, review]).toEqual(["told-by-another", "proposed"]);
    }
    // What happened stands with the taking, where forms look for it.
    const notes = await test.vault.engine.db
      .selectFrom("claims")
      .innerJoin("records", "records.id", "claims.record")
      .select(["records.schema", "claims.value"])
      .where("claims.property", "=", "note")
      .execute();
    expect(notes.map(({ schema, value }) => [schema, JSON.parse(value)])).toEqual([
      ["Episode", { kind: "text", text: "They came at night.\nNobody has said where he is." }],
    ]);
    const sealed = await test.vault.engine.db
      .selectFrom("claims")
      .select(["record", "value"])
      .where("property", "=", "contactAbroad")
      .executeTakeFirstOrThrow();
    const documenter = test.as("documenter");
    const value = JSON.parse(sealed.value) as SealedValue;
    expect(openSealed(value, documenter.sealed ?? null, documenter.actor)).toBe(
      "Gulnar Oidantegi · +7 000 000 00 00 · only in the evening",
    );
    const everything = await test.vault.engine.db.selectFrom("entries").select("body").execute();
    expect(JSON.stringify(everything)).not.toMatch(/Gulnar|AGE-SECRET/);
  });

  it("is known again: the same file, and the same appeal encrypted anew; another saving is named", async () => {
    const appeal = newAppeal({ id: idOf(1) });
    const bytes = await sealedAppeal(recipient, appeal);
    const first = await open(bytes);
    const again = await sealedAppeal(recipient, { ...appeal, made: "2026-03-05T00:00:00Z" });
    expect(await open(bytes)).toMatchObject({ known: true, source: first.source });
    expect(await open(again)).toMatchObject({ known: true, source: first.source });
    const longer = await open(
      await sealedAppeal(recipient, { ...appeal, done: "And a third time." }),
    );
    expect(longer).toMatchObject({ known: false, alsoSaved: [first.source] });
    expect((await listAppeals(test.vault.engine.db)).map((a) => a.source)).toContain(longer.source);
  });

  it("is opened also when somebody kept the locked file as a source before", async () => {
    const bytes = await sealedAppeal(recipient, newAppeal({ id: idOf(7), done: "Kept before." }));
    await addFile(test.deps, { name: "appeal.age", bytes });
    const view = await open(bytes);
    expect(view.known).toBe(false);
    expect(await open(bytes)).toMatchObject({ known: true, source: view.source, code: view.code });
  });

  it("takes in many people and files; a file that lies about its type is taken as what it is", async () => {
    const people = Array.from({ length: 12 }, (_, i) => ({ names: [`Invented Person ${i}`] }));
    const view = await open(
      await sealedAppeal(recipient, newAppeal({ id: idOf(2), people }), [
        {
          name: "files/01.jpg",
          called: "letter.jpg",
          bytes: utf8("A letter, not a picture at all."),
        },
        {
          name: "files/02.bin",
          called: "../../odd.bin",
          bytes: new Uint8Array(),
        },
      ]),
    );
    expect(view.people).toHaveLength(12);
    expect(view.files[0]?.source).toMatch(/^src_/);
    expect(view.files[1]).toMatchObject({ name: "odd.bin", error: "empty" });
    const kinds = await test.vault.engine.db
      .selectFrom("sources")
      .innerJoin("files", "files.hash", "sources.file")
      .select(["files.mime"])
      .where("sources.id", "=", view.files[0]?.source ?? "")
      .execute();
    expect(kinds[0]?.mime).toMatch(/^text\//);
  });

  it("opens with `age -d`, with the identity that is sealed in the vault", async () => {
    const bytes = await sealedAppeal(recipient, newAppeal({ id: idOf(3) }));
    const [identity = ""] = await appealIdentities(test.as("documenter"));
    const folder = mkdtempSync(join(tmpdir(), "guwah-age-"));
    writeFileSync(join(folder, "key"), identity);
    writeFileSync(join(folder, "a.age"), bytes);
    const tar = execFileSync("age", ["-d", "-i", join(folder, "key"), join(folder, "a.age")]);
    writeFileSync(join(folder, "a.tar"), tar);
    const json = execFileSync("tar", ["-xOf", join(folder, "a.tar"), appealEntry], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true });
    expect(JSON.parse(json)).toMatchObject({ id: idOf(3) });
  });

  it("opens what was encrypted to an earlier key after a new one was made, also as ASCII armour", async () => {
    const before = await sealedAppeal(recipient, newAppeal({ id: idOf(4) }));
    const next = await setAppealKey(test.as("keeper"));
    expect(next).toMatchObject({ earlier: 1 });
    expect(next.recipient).not.toBe(recipient);
    expect(await open(utf8(armor.encode(before)))).toMatchObject({ known: false });
    expect((await appealKey(test.vault.engine.db)).recipient).toBe(next.recipient);
  });

  it("is refused to roles without the right, and a key to all but keepers", async () => {
    const bytes = await sealedAppeal(recipient, newAppeal({ id: idOf(5) }));
    const refused = { code: "access/not-allowed" };
    await expect(open(bytes, test.as("analyst"))).rejects.toMatchObject(refused);
    await expect(open(bytes, test.as("reviewer"))).rejects.toMatchObject(refused);
    await expect(setAppealKey(test.as("documenter"))).rejects.toMatchObject(refused);
    await expect(appealIdentities(test.as("publisher"))).rejects.toMatchObject(refused);
  });

  it("writes nothing of a hostile file", async () => {
    const count = async () =>
      (await test.vault.engine.db.selectFrom("entries").select("seq").execute()).length;
    const before = await count();
    const json = (change: object) =>
      utf8(JSON.stringify({ ...newAppeal({ id: idOf(6) }), ...change }));
    const holding = (bytes: Uint8Array) =>
      sealedBytes(recipient, writeArchive([{ name: appealEntry, bytes }]));
    const stranger = new Encrypter();
    stranger.addRecipient("age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg");
    const crowded = new Encrypter();
    for (let i = 0; i < 200; i++) crowded.addRecipient(recipient);
    const whole = await holding(json({}));
    const lying = [{ entry: "files/01", name: "a", bytes: 5 }];
    const cases: Record<string, [Uint8Array, string]> = {
      "no age file": [utf8("PK\u0003\u0004 zip"), "appeal/not-an-appeal"],
      "another key": [await stranger.encrypt("x"), "appeal/another-key"],
      "cut off": [whole.subarray(0, whole.length - 40), "appeal/broken"],
      "a changed byte": [
        whole.map((byte, i) => (i === whole.length - 30 ? byte ^ 1 : byte)),
        "appeal/broken",
      ],
      "a header without end": [
        utf8(`age-encryption.org/v1\n${"-> X25519 AAAA\nAAAA\n".repeat(9_000)}`),
        "appeal/broken",
      ],
      "a header of hundreds of stanzas": [
        await crowded.encrypt(writeArchive([{ name: appealEntry, bytes: json({}) }])),
        "appeal/broken",
      ],
      "no archive": [await sealedBytes(recipient, utf8("x".repeat(2_000))), "appeal/broken"],
      "a size beyond the file": [
        await sealedBytes(recipient, archiveHeader(appealEntry, 8 ** 10)),
        "appeal/broken",
      ],
      "an entry that climbs out": [
        await sealedBytes(recipient, writeArchive([{ name: "../../x", bytes: utf8("x") }])),
        "appeal/broken",
      ],
      "no JSON": [await holding(utf8("{")), "appeal/broken"],
      "nested too deep": [await holding(utf8("[".repeat(200_000))), "appeal/broken"],
      "a newer form": [await holding(json({ version: 2 })), "appeal/newer"],
      "no consent to be read": [
        await holding(json({ consent: { wording: "1", audiences: ["public-name"] } })),
        "appeal/broken",
      ],
      "an audience nobody knows": [
        await holding(json({ consent: { wording: "1", audiences: ["inside", "everyone"] } })),
        "appeal/broken",
      ],
      "too many people": [
        await holding(json({ people: Array.from({ length: 51 }, () => ({ names: ["X"] })) })),
        "appeal/broken",
      ],
      nobody: [await holding(json({ people: [] })), "appeal/broken"],
      "a field nobody asked for": [
        await holding(json({ __proto__: null, admin: true })),
        "appeal/broken",
      ],
      "a file that is not there": [await holding(json({ files: lying })), "appeal/broken"],
      "a file of another size than it says": [
        await sealedBytes(
          recipient,
          writeArchive([
            { name: appealEntry, bytes: json({ files: lying }) },
            { name: "files/01", bytes: utf8("x") },
          ]),
        ),
        "appeal/broken",
      ],
      "a file nobody named": [
        await sealedBytes(
          recipient,
          writeArchive([
            { name: appealEntry, bytes: json({}) },
            { name: "files/01", bytes: utf8("x") },
          ]),
        ),
        "appeal/broken",
      ],
    };
    for (const [what, [bytes, code]] of Object.entries(cases)) {
      const error = await open(bytes).then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(error, what).toMatchObject({ code });
      expect(String(error), what).not.toMatch(/Ерлан|Gulnar/);
    }
    expect(await count()).toBe(before);
  });

  it("gives a code of eight signs that anyone can compute", () => {
    expect(receiptCode("00".repeat(32))).toBe("0000-0000");
    expect(receiptCode(`ffffffffff${"0".repeat(54)}`)).toBe("ZZZZ-ZZZZ");
    expect(receiptCode(`0000000001${"f".repeat(54)}`)).toBe("0000-0001");
  });
});
