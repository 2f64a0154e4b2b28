// Grades on the real engines: source by topic, content, origin; each apart, each with its reason. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClaimId, RecordId, SourceId } from "../../model/index.ts";
import { checkLedger } from "../../store/index.ts";
import { recordHistory } from "../history.ts";
import { gradeClaim, reviewClaim } from "../review-claim.ts";
import { engineKinds, openTestWeigh, propertyIn, type TestWeigh } from "../testing.ts";
import { gradeOrigin, gradeSource } from "./grade-source.ts";
import { gradesOf } from "./read-grades.ts";

describe.each(engineKinds)("grades on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let person: RecordId;
  beforeAll(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier");
    person = await w.person(source, "Yerlan Testuly");
  });
  afterAll(async () => {
    expect(await checkLedger(w.vault.ledger.deps)).toMatchObject({ clean: true });
    await w.end();
  });

  const said = (words: string, from = source): Promise<ClaimId> =>
    w.claim(person, from, { property: "occupation", words });
  const factOf = async (words: string) =>
    propertyIn(await w.file(person), "occupation").headlines.find(({ text }) => text === words)
      ?.fact;

  it("refuses a 1 for what one origin says, and takes it once a second one says so", async () => {
    const claim = await said("baker");
    const grade = { claim, grade: 1, reason: "an invented reason" };
    await expect(gradeClaim(w.deps, w.everyone, grade)).rejects.toMatchObject({
      code: "weigh/one-origin",
      status: 409,
    });
    const retold = await w.source("Invented Echo", { relays: [source] });
    await said("baker", retold);
    // Who repeats it is no second origin.
    await expect(gradeClaim(w.deps, w.everyone, grade)).rejects.toMatchObject({
      code: "weigh/one-origin",
    });
    await said("baker", await w.source("Invented Herald"));
    await gradeClaim(w.deps, w.everyone, grade);
    expect((await gradesOf(w.deps.db, claim)).content).toMatchObject({
      code: "1",
      reason: "an invented reason",
      by: "Aida Invented",
    });
  });

  it("keeps a source's letter apart for each topic, and F where nobody said", async () => {
    const reason = "invented";
    await gradeSource(w.deps, w.everyone, { source, topic: "death", grade: "B", reason });
    await gradeSource(w.deps, w.everyone, { source, topic: "numbers", grade: "E", reason });
    await gradeSource(w.deps, w.everyone, { source, topic: "death", grade: "C", reason });
    const { topics } = await gradesOf(w.deps.db, await said("weaver"));
    expect(topics.map(({ topic, code }) => [topic, code])).toEqual([
      ["death", "C"],
      ["numbers", "E"],
    ]);
  });

  it("keeps what kind of origin a claim has, with the reason, and tells the history", async () => {
    const claim = await said("smith");
    await gradeOrigin(w.deps, w.everyone, { claim, origin: "relative", reason: "her sister" });
    const { origin, content } = await gradesOf(w.deps.db, claim);
    expect({ origin, content }).toMatchObject({
      origin: { code: "relative", reason: "her sister" },
      content: null,
    });
    const history = await recordHistory(w.deps.db, person);
    expect(history.map(({ text }) => text)).toContain(
      "said what kind of origin a claim goes back to — her sister",
    );
  });

  it("takes known topics and kinds only, of what is there, and from those who may review", async () => {
    const reason = "invented";
    const refused = gradeSource(w.deps, w.everyone, {
      source,
      topic: "weather",
      grade: "A",
      reason,
    });
    await expect(refused).rejects.toMatchObject({ code: "weigh/not-this-type" });
    const claim = await said("potter");
    const kindless = gradeOrigin(w.deps, w.everyone, { claim, origin: "gossip", reason });
    await expect(kindless).rejects.toMatchObject({ code: "weigh/not-this-type" });
    const nowhere = "src_00000000000000000000000000" as SourceId;
    const absent = { source: nowhere, topic: "death", grade: "A" as const, reason };
    await expect(gradeSource(w.deps, w.everyone, absent)).rejects.toMatchObject({
      code: "weigh/no-such-source",
    });
    const may = gradeSource(w.deps, w.as("documenter"), { ...absent, source });
    await expect(may).rejects.toMatchObject({ code: "access/not-allowed" });
  });

  it("tells a member whose page is old, and overwrites nothing", async () => {
    const given = { source, topic: "law", grade: "B" as const, reason: "invented" };
    await gradeSource(w.deps, w.everyone, { ...given, expect: null });
    const stale = gradeSource(w.deps, w.everyone, { ...given, grade: "D", expect: null });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
  });

  it("makes a value documented, corroborated, and no longer so once a grade says that it is doubtful", async () => {
    const first = await said("tanner", await w.source("Invented Post"));
    await reviewClaim(w.deps, w.everyone, { claim: first, state: "accepted" });
    expect(await factOf("tanner")).toMatchObject({ status: "documented" });
    const second = await said("tanner", await w.source("Invented Mail"));
    await reviewClaim(w.deps, w.everyone, { claim: second, state: "accepted" });
    expect(await factOf("tanner")).toMatchObject({ status: "corroborated" });
    await gradeClaim(w.deps, w.everyone, { claim: second, grade: 4, reason: "invented" });
    expect(await factOf("tanner")).toMatchObject({ status: "documented" });
    await gradeClaim(w.deps, w.everyone, { claim: second, grade: 5, reason: "invented" });
    await gradeClaim(w.deps, w.everyone, { claim: first, grade: 5, reason: "invented" });
    expect(await factOf("tanner")).toMatchObject({ status: "refuted" });
  });
});
