// Two people deciding at once: one of them is told, and nothing is lost. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClaimId, RecordId, SourceId } from "../model/index.ts";
import { judgeRecords } from "../link/index.ts";
import { checkLedger } from "../store/index.ts";
import { addRecord } from "./add-record.ts";
import { replaceClaim, reviewClaim } from "./review-claim.ts";
import { engineKinds, openTestWeigh, propertyIn, type TestWeigh } from "./testing.ts";

describe.each(engineKinds)("deciding on %s", (kind) => {
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

  const fresh = (): Promise<ClaimId> =>
    w.claim(person, source, { property: "occupation", words: "baker" });
  const reviewsOf = async (claim: ClaimId): Promise<number> =>
    (
      await w.deps.db
        .selectFrom("entries")
        .select("body")
        .where("kind", "=", "claim.reviewed")
        .execute()
    ).filter((entry) => entry.body?.includes(claim)).length;

  it("refuses a review of what was reviewed meanwhile, naming both entries", async () => {
    const claim = await fresh();
    const first = await reviewClaim(w.deps, w.everyone, { claim, state: "accepted", expect: null });
    const stale = reviewClaim(w.deps, w.as("reviewer"), { claim, state: "rejected", expect: null });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      status: 409,
      details: { expected: -1, found: first.seq },
    });
    expect(await reviewsOf(claim)).toBe(1);
    const seen = { claim, state: "rejected" as const, expect: first.seq };
    await reviewClaim(w.deps, w.as("reviewer"), seen);
    await expect(reviewClaim(w.deps, w.everyone, seen)).rejects.toMatchObject({ code: "conflict" });
  });

  it("lets exactly one of ten through who decide in the same moment", async () => {
    const claim = await fresh();
    const asked = Array.from({ length: 10 }, (_, i) =>
      reviewClaim(w.deps, w.everyone, {
        claim,
        state: i % 2 === 0 ? "accepted" : "rejected",
        expect: null,
      }),
    );
    const ended = await Promise.allSettled(asked);
    expect(ended.filter((end) => end.status === "fulfilled")).toHaveLength(1);
    expect(await reviewsOf(claim)).toBe(1);
  });

  it("lets exactly one of ten judge a pair, whichever way round they name it", async () => {
    const other = await w.person(source, "Serik Testuly");
    const asked = Array.from({ length: 10 }, (_, i) =>
      judgeRecords(w.deps, w.everyone, {
        ...(i % 2 === 0 ? { left: person, right: other } : { left: other, right: person }),
        verdict: "different",
        reason: "",
        expect: null,
      }),
    );
    const ended = await Promise.allSettled(asked);
    expect(ended.filter((end) => end.status === "fulfilled")).toHaveLength(1);
  });

  it("gives everyone who adds at once a place of their own", async () => {
    // Of those decided above none may stand.
    await fresh();
    const before = propertyIn(await w.file(person), "occupation").claims.length;
    const made = await Promise.all(Array.from({ length: 12 }, fresh));
    expect(new Set(made).size).toBe(12);
    expect(propertyIn(await w.file(person), "occupation").claims).toHaveLength(before + 12);
  });

  it("keeps what is not of the property's type out of the ledger", async () => {
    const bad = [
      { property: "birthDate", words: "the day before the flood of soup" },
      { property: "birthDate", value: { kind: "code", vocabulary: "sex", code: "male" } },
      { property: "name", value: { kind: "name", text: "" } },
      { property: "noSuchThing", words: "x" },
      { property: "idNumber", value: { kind: "sealed", cipher: "1.x", hash: "0".repeat(64) } },
      { property: "name", value: "not a value" },
    ];
    for (const claim of bad) {
      const before = await w.deps.db.selectFrom("entries").select("seq").execute();
      const input = { schema: "Person", source, label: "N", claims: [claim] };
      await expect(addRecord(w.deps, w.everyone, input, w.seal)).rejects.toMatchObject({
        status: 400,
      });
      expect(await w.deps.db.selectFrom("entries").select("seq").execute()).toEqual(before);
    }
  });

  it("does not write a sealed property in the clear for a role that cannot seal", async () => {
    const claim = { property: "idNumber", words: "650000 1980 0101 0000" };
    const input = { schema: "Person", source, label: "N", claims: [claim] };
    await expect(addRecord(w.deps, w.as("analyst"), input, null)).rejects.toMatchObject({
      code: "weigh/not-sealed",
    });
  });

  it("keeps passage, speaker and date of what is corrected", async () => {
    const statement = await w.statement(source, "asserts", { speaker: "his sister" });
    const given = {
      statement,
      knows: "saw-it",
      said: "2019",
      passage: { row: 4, quote: "backer" },
    };
    const old = await w.claim(person, source, { property: "note", words: "backer", ...given });
    const id = await replaceClaim(w.deps, w.everyone, { claim: old, words: "baker" }, null);
    const view = propertyIn(await w.file(person), "note");
    expect(view.claims).toMatchObject([{ id, text: "baker", speaker: "his sister", ...given }]);
  });
});
