// Erasure for safety on both engines: content is gone, proof stays. Everyone here is invented.
import { afterEach, describe, expect, it } from "vitest";
import { draft } from "../model/index.ts";
import { checkLedger } from "./check.ts";
import { eraseEntries } from "./erase-entries.ts";
import { historyOf } from "./read-entries.ts";
import { aClaim, aPerson, aSource, engineKinds, newRecord, newSource } from "./testing.ts";
import { type TestVault, testVault } from "./vault-testing.ts";

describe.each(engineKinds)("erasing on %s", (kind) => {
  let v: TestVault;
  afterEach(() => v.end());

  it("takes content, salt, rows and files, keeps the leaves, and the ledger still checks", async () => {
    v = await testVault(kind);
    const { ledger, files, engine } = v.vault;
    const kept = await files.keep(Buffer.from("an invented letter"), { limitBytes: 100 });
    const other = await files.keep(Buffer.from("another letter"), { limitBytes: 100 });
    const source = newSource();
    const record = newRecord();
    const body = { hash: kept.hash, size: kept.size, mime: "text/plain" };
    const entries = await ledger.append(v.member, [
      draft("file.kept", kept.hash, body),
      draft("file.kept", other.hash, { ...body, hash: other.hash, size: other.size }),
      aSource(source),
      aPerson(record, source),
      aClaim(record, source),
    ]);
    const leaves = () =>
      engine.db.selectFrom("entries").select("leaf").where("seq", "<", 7).orderBy("seq").execute();
    const before = await leaves();
    const doomed = [entries[0], entries[3], entries[4]].map((e) => e?.seq ?? -1);

    const erased = await eraseEntries(v.vault, v.member, doomed, "she asked for it");
    expect(erased).toMatchObject({ entries: 3, files: 1 });

    const rows = await engine.db
      .selectFrom("entries")
      .select(["body", "salt"])
      .where("seq", "in", doomed)
      .execute();
    expect(rows).toEqual(doomed.map(() => ({ body: null, salt: null })));
    expect(await leaves()).toEqual(before);
    expect(await engine.db.selectFrom("records").selectAll().execute()).toEqual([]);
    expect(await engine.db.selectFrom("claims").selectAll().execute()).toEqual([]);
    expect(await engine.db.selectFrom("sources").select("id").execute()).toEqual([{ id: source }]);
    expect(await files.verify(kept.hash)).toBe("missing");
    expect(await files.verify(other.hash)).toBe("ok");
    const history = await historyOf(engine.db, [record]);
    expect(history.map((h) => h.body)).toEqual([null, null]);
    expect(await checkLedger(ledger.deps)).toMatchObject({ clean: true, entries: 8 });
    // And the vault goes on.
    await ledger.append(v.member, [aSource()]);
    expect((await checkLedger(ledger.deps)).clean).toBe(true);
  });

  it("refuses, whole, what must stay or is not there", async () => {
    v = await testVault(kind);
    const [entry] = await v.vault.ledger.append(v.member, [aSource()]);
    const fine = entry?.seq ?? -1;
    // The vault's first entry, the active keeper, a number that does not exist, nothing at all.
    for (const seqs of [[fine, 0], [fine, 1], [fine, 99], []]) {
      const erasing = eraseEntries(v.vault, v.member, seqs, "a test");
      await expect(erasing).rejects.toMatchObject({ code: "never-erased" });
    }
    const { seq } = await eraseEntries(v.vault, v.member, [fine], "a test");
    const again = eraseEntries(v.vault, v.member, [seq], "to hide it");
    await expect(again).rejects.toMatchObject({ code: "never-erased" });
    expect(await checkLedger(v.vault.ledger.deps)).toMatchObject({ clean: true, entries: 4 });
  });

  it("leaves everything as it was when the rebuild inside fails", async () => {
    v = await testVault(kind);
    const [entry] = await v.vault.ledger.append(v.member, [aSource()]);
    const { deps } = v.vault.ledger;
    const broken = {
      ...v.vault.ledger,
      deps: {
        ...deps,
        projections: [
          {
            room: "test",
            tables: [],
            project: {
              "vault.created": () => {
                throw new Error("planted");
              },
            },
          },
        ],
      },
    };
    await expect(
      eraseEntries({ ...v.vault, ledger: broken }, v.member, [entry?.seq ?? -1], "a test"),
    ).rejects.toThrow("planted");
    expect(await checkLedger(deps)).toMatchObject({ clean: true, entries: 3 });
  });
});
