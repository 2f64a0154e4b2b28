// What is told of a source as evidence, on both engines. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, type SourceId } from "../../model/index.ts";
import { checkLedger, rebuild } from "../../store/index.ts";
import { aClaim, aPerson, id, newRecord } from "../../store/testing.ts";
import { type TestFixity, testFixity } from "../fixity/testing.ts";
import { makeCheckpoint } from "../make-checkpoint.ts";
import { engineKinds, refusedWith } from "../testing.ts";
import { noteCustody } from "./note-custody.ts";
import { noteView } from "./note-views.ts";
import { showEvidence } from "./show-evidence.ts";

describe.each(engineKinds)("evidence on %s", (engine) => {
  let test: TestFixity;
  beforeAll(async () => {
    test = await testFixity(engine);
  });
  afterAll(() => test.end());

  const deps = () => ({
    ledger: test.vault.ledger,
    db: test.vault.engine.db,
    home: test.vault.home,
    keys: test.vault.keys,
    clock: test.clock,
  });
  async function source(bytes: string): Promise<{ id: SourceId; file: never }> {
    const given = id("src") as SourceId;
    const file = await test.keep(bytes);
    const body = { id: given, kind: "article", file, title: "Invented notice" };
    await test.vault.ledger.append(test.keeper.member, [draft("source.added", given, body)]);
    return { id: given, file: file as never };
  }

  it("follows what was made from the original, and from that again, with tool and parameters", async () => {
    const { id: one, file } = await source("An invented scan.");
    const redacted = await test.keep("An invented sc--.", {
      derivedFrom: file,
      tool: "invented 1.0",
      parameters: { boxes: "2" },
    });
    const thumbnail = await test.keep("sc", { derivedFrom: redacted, tool: "small 2" });
    await test.keep("Made from something else.", { derivedFrom: "0".repeat(64) });
    const { original, derived, custody } = await showEvidence(deps(), one);
    expect(original?.hash).toBe(file);
    expect(derived).toMatchObject([
      { hash: redacted, from: file, tool: "invented 1.0", parameters: { boxes: "2" } },
      { hash: thumbnail, from: redacted, tool: "small 2", by: "Tursun Invented" },
    ]);
    expect(custody.map(({ action }) => action)).toEqual(["received", "derived", "derived"]);
    expect((await test.vault.files.bytes(file, 100)).toString()).toBe("An invented scan.");
  });

  it("tells in the order of time what was noted of it or of a file made from it, and nothing else", async () => {
    const { id: one, file } = await source("An invented letter.");
    const other = await source("Another invented letter.");
    const made = await test.keep("An inv--ted letter.", { derivedFrom: file });
    const { vault, keeper } = test;
    await noteCustody(vault, keeper, { action: "transferred", source: one, from: "A", to: "B" });
    await noteCustody(vault, keeper, { action: "copied", source: other.id });
    await noteCustody(vault, keeper, { action: "redacted", file: made, reason: "a face" });
    await noteCustody(vault, keeper, { action: "exported", to: "backup" });
    const { custody } = await showEvidence(deps(), one);
    expect(custody.map(({ action }) => action)).toEqual([
      "received",
      "derived",
      "transferred",
      "redacted",
    ]);
    expect(custody[2]).toMatchObject({ from: "A", to: "B", by: "Tursun Invented" });
    expect(custody.map(({ seq }) => seq)).toEqual(
      custody.map(({ seq }) => seq).toSorted((a, b) => a - b),
    );
  });

  it("writes no more than one look an hour for each member and source", async () => {
    const { id: one } = await source("An invented list.");
    let now = test.clock();
    const looking = { ledger: test.vault.ledger, clock: () => now };
    const looks = async () =>
      (await showEvidence(deps(), one)).custody.filter(({ action }) => action === "viewed").length;
    await noteView(looking, test.keeper, one);
    await noteView(looking, test.keeper, one);
    expect(await looks()).toBe(1);
    now += 61 * 60 * 1000;
    await noteView(looking, test.keeper, one);
    expect(await looks()).toBe(2);
  });

  it("counts where it is used, and names the first checkpoint that signs it", async () => {
    const { id: one } = await source("An invented report.");
    expect((await showEvidence(deps(), one)).ledger.checkpoint).toBe(null);
    const record = newRecord();
    await test.vault.ledger.append(test.keeper.member, [aPerson(record, one), aClaim(record, one)]);
    const { size } = await makeCheckpoint(deps(), test.keeper, "hand");
    await source("Something later, invented.");
    await makeCheckpoint(deps(), test.keeper, "hand");
    const { used, ledger } = await showEvidence(deps(), one);
    expect(used).toMatchObject({ records: 1, claims: 1, statements: 0 });
    expect(ledger.checkpoint).toMatchObject({ size, why: "hand", cosignatures: 0 });
    const taken = { target: record, subject: record, back: false, reason: "wrong person" };
    await test.vault.ledger.append(test.keeper.member, [draft("withdrawn", record, taken)]);
    expect((await showEvidence(deps(), one)).used).toMatchObject({ records: 0, first: [] });
  });

  it("is replayed from the ledger bit for bit, and unknown for a source that is not here", async () => {
    await rebuild(test.vault.ledger.deps);
    expect(await checkLedger(test.vault.ledger.deps)).toMatchObject({ clean: true });
    expect(await refusedWith(() => showEvidence(deps(), id("src")))).toBe("no-such-source");
  });
});
