// Counts that are kept: made again from the same position of the ledger, and told the public only in steps. Everybody is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft } from "../../model/index.ts";
import type { SourceId } from "../../model/index.ts";
import { noProgress } from "../../runtime/index.ts";
import { withoutClosed } from "../../store/index.ts";
import { coded, engineKinds, openTestWeigh, type TestWeigh } from "../../weigh/testing.ts";
import { countDocumented } from "../documented/count-documented.ts";
import type { Reproduced } from "./reproduce-count.ts";
import { reproduceCount } from "./reproduce-count.ts";
import { saveCount } from "./save-count.ts";
import { listCounts, type SavedCount, savedCount } from "./saved-counts.ts";
import { countTables } from "./saved.tables.ts";

describe.each(engineKinds)("a kept count on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let people = 0;
  const held = async (sex: string): Promise<void> => {
    people += 1;
    const person = await w.person(source, `Person ${people} Invented`, coded("sex", "sex", sex));
    await w.episode(source, person, { property: "from", words: "2018-02" });
  };
  const keep = async (audience: "inside" | "public"): Promise<SavedCount> =>
    saveCount({ ...w.deps }, w.everyone, { audience });
  const again = async (id: string): Promise<Reproduced> =>
    reproduceCount(w.deps, w.everyone, { id, progress: noProgress });
  const sexes = ({ tables }: Pick<SavedCount, "tables">): unknown =>
    tables.find(({ by }) => by === "sex")?.rows.map(({ row, people: n }) => [row, n]);

  beforeAll(async () => {
    w = await openTestWeigh(kind, [countTables]);
    source = await w.source("Invented Courier", { published: "2019-03-12" });
    for (const sex of ["male", "female"]) for (let n = 0; n < 9; n++) await held(sex);
    for (let n = 0; n < 3; n++) await held("other");
  });
  afterAll(async () => w.end());

  it("has an address, and says what it was made of", async () => {
    const kept = await keep("inside");
    expect(await savedCount(w.deps.db, kept.id)).toEqual(kept);
    expect(kept).toMatchObject({ documented: 21, reviewed: false, savedBy: "Aida Invented" });
    expect(kept.snapshot.facts).toMatch(/^[0-9a-f]{64}$/);
    expect((await listCounts(w.deps.db)).map(({ id }) => id)).toEqual([kept.id]);
    await expect(savedCount(w.deps.db, kept.id.replace(/.$/, "Z"))).rejects.toMatchObject({
      code: "count/no-such-count",
    });
  });

  it("comes out the same from the same position, whatever came after; a number that was bent does not", async () => {
    const kept = await keep("inside");
    await held("male");
    const now = await countDocumented(w.deps, w.everyone, { audience: "inside" });
    expect([now.documented, now.snapshot.shown === kept.snapshot.shown]).toEqual([22, false]);
    expect(await again(kept.id)).toMatchObject({ same: true, erased: 0 });
    const { entries, entriesNow } = await again(kept.id);
    expect(entriesNow).toBeGreaterThan(entries);
    // A body that tells another number than the ledger gives is found out.
    const [row] = await w.deps.db.selectFrom("saved_counts").select("body").execute();
    const body = JSON.parse(row?.body ?? "") as object;
    const id = "cnt_00000000000000000000000001";
    const bent = { ...body, id, shown: "0".repeat(64) };
    await w.append(draft("count.saved", id, bent as never));
    expect((await again(id)).same).toBe(false);
  });

  it("for the public says in steps what changed, and nothing of its small numbers in any byte", async () => {
    const first = await keep("public");
    expect(first.documented).toBe(20);
    // Three of `other` and, with them, the next smallest: not listed, not by name either.
    expect(sexes(first)).toEqual([
      ["male", 10],
      ["not-listed", null],
    ]);
    expect(first.snapshot.facts).toBeNull();
    expect(JSON.stringify(first)).not.toMatch(/"basis"|"Female"|"people":[1-46-9]\b/);
    expect(await again(first.id)).toMatchObject({ same: true });
    // Two more of `other` would be five: nothing moves until five have come.
    for (let n = 0; n < 4; n++) await held("other");
    const second = await keep("public");
    expect(sexes(second)).toEqual(sexes(first));
    expect([second.documented, second.snapshot.shown]).toEqual([20, first.snapshot.shown]);
    await held("other");
    const third = await keep("public");
    expect(third.documented).toBe(25);
    expect(sexes(third)).toEqual([
      ["male", 10],
      ["female", 5],
      ["other", 5],
      ["not-listed", null],
    ]);
    for (const { id } of [first, second, third]) expect((await again(id)).same).toBe(true);
  });

  it("for the public is for whoever may publish, inside for whoever publishes or reviews", async () => {
    const save = async (audience: "inside" | "public", role: "analyst" | "documenter") =>
      saveCount(w.deps, w.as(role), { audience });
    for (const refused of [save("public", "analyst"), save("inside", "documenter")])
      await expect(refused).rejects.toMatchObject({ code: "access/not-allowed" });
  });

  it("has nothing of closed sources in it, and what was told before they were closed comes out the same", async () => {
    const before = await keep("inside");
    await w.append(draft("source.closed", source, { source, closed: true }));
    const seen = await withoutClosed(w.vault);
    const deps = { ...w.deps, db: seen.engine.db, ledger: seen.ledger };
    const after = await saveCount(deps, w.everyone, { audience: "public" });
    expect([after.documented, after.delay]).toEqual([null, null]);
    for (const { id } of [before, after])
      expect((await reproduceCount(deps, w.everyone, { id })).same).toBe(true);
  });
});
