// Who changed what and when, in words; what is sealed or erased stays so. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, type RecordId, type SourceId } from "../model/index.ts";
import { eraseEntries } from "../store/index.ts";
import { latestHistory, recordHistory } from "./history.ts";
import { gradeClaim, pinClaim, replaceClaim, reviewClaim, withdraw } from "./review-claim.ts";
import { engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const number = "650000 1980 0101 0000";

describe.each(engineKinds)("history on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  beforeAll(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier");
  });
  afterAll(() => w.end());

  const words = async (record: RecordId): Promise<string[]> =>
    (await recordHistory(w.deps.db, record)).map((item) => item.text);

  it("tells everything that was done, newest first, by whom", async () => {
    const person = await w.person(source, "Yerlan Testuly");
    const claim = await w.claim(person, source, { property: "occupation", words: "baker" });
    await reviewClaim(w.deps, w.everyone, { claim, state: "rejected", reason: "another man" });
    await reviewClaim(w.deps, w.everyone, { claim, state: "accepted" });
    await gradeClaim(w.deps, w.everyone, { claim, grade: 2, reason: "seen by two" });
    await replaceClaim(w.deps, w.everyone, { claim, words: "teacher" }, null);
    const pin = { record: person, property: "occupation", reason: "his own words" };
    await pinClaim(w.deps, w.everyone, { ...pin, claim });
    await pinClaim(w.deps, w.everyone, { ...pin, claim: null, reason: "" });
    const taken = { target: claim, subject: person, reason: "a slip" };
    await withdraw(w.deps, w.everyone, { ...taken, back: false });
    await withdraw(w.deps, w.everyone, { ...taken, back: true, reason: "" });
    const told = await recordHistory(w.deps.db, person);
    expect(told.map((item) => item.text)).toEqual([
      "brought an item back",
      "took back an item — a slip",
      "took away the pin of Occupation",
      "pinned Occupation — his own words",
      "corrected Occupation to teacher",
      "graded a claim 2 — seen by two",
      "marked a claim as accepted",
      "marked a claim as rejected — another man",
      "said Occupation: baker",
      "said Name: Yerlan Testuly",
      "opened a record: Yerlan Testuly",
    ]);
    expect(told.every((item) => item.by === "Aida Invented" && item.subject === person)).toBe(true);
    expect(told.map((item) => item.seq)).toEqual(
      told.map((item) => item.seq).toSorted((a, b) => b - a),
    );
  });

  it("is that of all records judged the same, with the judgements from either side", async () => {
    const one = await w.person(source, "Saule Inventova");
    const two = await w.person(source, "Сауле Придуманная");
    await w.judge(two, one, "same");
    expect(await words(one)).toEqual(await words(two));
    expect((await words(two))[0]).toBe("judged two records: same — invented");
    expect((await words(two)).filter((text) => text.startsWith("opened a record"))).toHaveLength(2);
    await w.judge(one, two, "different");
    for (const record of [one, two]) {
      expect((await words(record)).slice(0, 2)).toEqual([
        "judged two records: different — invented",
        "judged two records: same — invented",
      ]);
      expect((await words(record)).filter((text) => text.startsWith("opened"))).toHaveLength(1);
    }
  });

  it("never tells a sealed value", async () => {
    const person = await w.person(source, "Aygul Invented");
    await w.claim(person, source, { property: "idNumber", words: number });
    expect((await words(person))[0]).toMatch(/: sealed$/);
    const everything = [
      ...(await recordHistory(w.deps.db, person)),
      ...(await latestHistory(w.deps.db, 500)),
    ];
    expect(JSON.stringify(everything)).not.toContain(number);
    expect(JSON.stringify(everything)).not.toContain("cipher");
  });

  it("tells that something was erased, and nothing of what it was", async () => {
    const person = await w.person(source, "Madina Invented");
    await w.claim(person, source, { property: "note", words: "words that must go" });
    const [newest] = await recordHistory(w.deps.db, person);
    const { ledger, author } = w.vault;
    // No file is named by the entry, so none is asked for.
    await eraseEntries(
      { ledger, files: null as never },
      author,
      [newest?.seq ?? -1],
      "for her safety",
    );
    const told = await recordHistory(w.deps.db, person);
    expect(told.find((item) => item.erased)).toMatchObject({
      text: "erased for safety",
      seq: newest?.seq,
      kind: "claim.added",
    });
    expect(JSON.stringify(told)).not.toContain("words that must go");
    expect((await latestHistory(w.deps.db, 5))[0]?.text).toContain("for her safety");
  });

  it("has words for every kind of entry there is", async () => {
    const batch = w.deps.ids.next<never>("bat");
    const mapping = { schema: "Person", columns: [] };
    await w.append(
      draft("batch.started", batch, { id: batch, source, mapping, series: "invented" }),
      draft("batch.finished", batch, {
        id: batch,
        rows: 3,
        added: 2,
        updated: 1,
        unchanged: 0,
        failed: 0,
      }),
      draft("batch.reviewed", batch, { id: batch, state: "accepted" }),
      draft("batch.undone", batch, { id: batch, reason: "the wrong list" }),
      draft("suggestion.rejected", source, { source, suggestion: "st_1" }),
      draft("mapping.saved", "map", {
        id: w.deps.ids.next<never>("map"),
        name: "invented",
        mapping,
      }),
    );
    await w.statement(source, "denies", { speaker: "an invented office" });
    const told = (await latestHistory(w.deps.db, 7)).map((item) => item.text);
    expect(told).toEqual([
      "recorded a statement: an invented office denies",
      "saved a mapping",
      "rejected a suggestion",
      "undid a table import — the wrong list",
      "marked a table import as accepted",
      "finished a table import: 2 added, 1 updated",
      "began a table import",
    ]);
  });
});
