// Changes that need a second member: nothing one member does makes them, and another one's yes does. Everyone is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Actor,
  chosenKinds,
  decide,
  listDecisions,
  setSecondPerson,
  takeBack,
} from "../access/index.ts";
import { judgeRecords } from "../link/index.ts";
import type { ClaimId, RecordId, SourceId } from "../model/index.ts";
import { liveClaims } from "../store/index.ts";
import { pinClaim, reviewClaim } from "./review-claim.ts";
import { coded, engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const died = coded("kind", "episode-kind", "died");

describe.each(engineKinds)("changes that need a second member (%s)", (kind) => {
  let vault: TestWeigh;
  let first: Actor;
  let second: Actor;
  let source: SourceId;
  beforeAll(async () => {
    vault = await openTestWeigh(kind);
    first = vault.everyone;
    second = vault.as("documenter", "analyst", "reviewer", "publisher", "keeper");
    source = await vault.source("An invented paper");
    await setSecondPerson(vault.deps, first, ["death", "pin", "merge"]);
  });
  afterAll(async () => vault.end());

  async function death(): Promise<{ claim: ClaimId; record: RecordId; person: RecordId }> {
    const person = await vault.person(source, "Invented Person");
    const { id, claims } = await vault.episode(source, person, died);
    return { record: id, claim: claims[1] as ClaimId, person };
  }

  async function stateOf({ claim, record }: { claim: ClaimId; record: RecordId }) {
    return (await liveClaims(vault.deps.db, [record])).find(({ id }) => id === claim)?.state;
  }

  async function pinned(record: RecordId): Promise<string | null> {
    const row = await vault.deps.db
      .selectFrom("pins")
      .select("claim")
      .where("record", "=", record)
      .executeTakeFirst();
    return row?.claim ?? null;
  }

  async function verdictOf(left: RecordId, right: RecordId): Promise<string | null> {
    const row = await vault.deps.db
      .selectFrom("judgements")
      .select("verdict")
      .where("left", "in", [left, right])
      .where("right", "in", [left, right])
      .executeTakeFirst();
    return row?.verdict ?? null;
  }

  it("writes a death down without accepting it, and accepts it with another's yes", async () => {
    const one = await death();
    expect(await stateOf(one)).toBe("proposed");
    const { waits = "" } = await reviewClaim(vault.deps, first, { ...one, state: "accepted" });
    expect(waits).toMatch(/^dcs_/);
    expect(await stateOf(one)).toBe("proposed");
    const [own] = (await listDecisions(vault.deps.db, first)).filter(({ id }) => id === waits);
    expect(own).toMatchObject({ kind: "death", own: true, mayDecide: false });
    await expect(decide(vault.deps, first, { id: waits, confirm: true })).rejects.toMatchObject({
      code: "access/same-member",
    });
    await decide(vault.deps, second, { id: waits, confirm: true });
    expect(await stateOf(one)).toBe("accepted");
    await expect(decide(vault.deps, second, { id: waits, confirm: true })).rejects.toMatchObject({
      code: "access/decided-already",
    });
  });

  it("asks the second member for the right the decision needs", async () => {
    const { waits = "" } = await reviewClaim(vault.deps, first, {
      ...(await death()),
      state: "accepted",
    });
    const publisher = vault.as("publisher");
    await expect(decide(vault.deps, publisher, { id: waits, confirm: true })).rejects.toMatchObject(
      { code: "access/not-allowed" },
    );
    await takeBack(vault.deps, first, waits);
  });

  it("accepts other claims, rejects and judges different at once", async () => {
    const one = await death();
    const other = await death();
    const rejected = await reviewClaim(vault.deps, first, { ...one, state: "rejected" });
    const judged = await judgeRecords(vault.deps, first, {
      left: one.person,
      right: other.person,
      verdict: "different",
      reason: "",
    });
    expect([rejected.waits, judged.waits]).toEqual([undefined, undefined]);
    expect(await verdictOf(one.person, other.person)).toBe("different");
  });

  it("merges, pins and refuses only by two", async () => {
    const one = await death();
    const other = await death();
    const pair = { left: one.person, right: other.person };
    const same = { ...pair, verdict: "same" as const, reason: "an invented reason" };
    const merge = await judgeRecords(vault.deps, first, same);
    expect(await verdictOf(one.person, other.person)).toBeNull();
    await decide(vault.deps, second, { id: merge.waits ?? "", confirm: true });
    expect(await verdictOf(one.person, other.person)).toBe("same");
    const pin = { record: one.record, property: "kind", claim: one.claim, reason: "" };
    const { waits = "" } = await pinClaim(vault.deps, first, pin);
    await decide(vault.deps, second, { id: waits, confirm: false, reason: "not yet" });
    expect(await pinned(one.record)).toBeNull();
  });

  it("says so where the ground of a proposal has changed", async () => {
    const one = await death();
    const { waits = "" } = await reviewClaim(vault.deps, first, { ...one, state: "accepted" });
    await reviewClaim(vault.deps, second, { ...one, state: "rejected" });
    await expect(decide(vault.deps, second, { id: waits, confirm: true })).rejects.toMatchObject({
      code: "access/ground-changed",
    });
    expect(await stateOf(one)).toBeUndefined();
  });

  it("lets nobody switch it off alone", async () => {
    const { waits = "" } = await setSecondPerson(vault.deps, first, []);
    expect((await chosenKinds(vault.deps.db)).kinds).toEqual(["death", "pin", "merge"]);
    await decide(vault.deps, second, { id: waits, confirm: false, reason: "we need it" });
  });

  it("lets no sequence of one member's actions change what is protected", async () => {
    const action = fc.constantFrom(
      "accept",
      "reopen",
      "reject",
      "pin",
      "same",
      "undecided",
      "off",
      "on",
      "confirm",
      "take back",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
        const one = await death();
        const other = await death();
        const mine: string[] = [];
        const waits = (written: { waits?: string }): void => {
          if (written.waits !== undefined) mine.push(written.waits);
        };
        const review = async (state: "accepted" | "proposed" | "rejected") =>
          waits(await reviewClaim(vault.deps, first, { ...one, state }));
        const judge = async (verdict: "same" | "undecided") =>
          waits(
            await judgeRecords(vault.deps, first, {
              left: one.person,
              right: other.person,
              verdict,
              reason: "",
            }),
          );
        const pin = { record: one.record, property: "kind", claim: one.claim, reason: "" };
        const refused = (): void => undefined;
        const run: Record<string, () => Promise<unknown>> = {
          accept: async () => review("accepted"),
          reopen: async () => review("proposed"),
          reject: async () => review("rejected"),
          pin: async () => waits(await pinClaim(vault.deps, first, pin)),
          same: async () => judge("same"),
          undecided: async () => judge("undecided"),
          off: async () => waits(await setSecondPerson(vault.deps, first, [])),
          on: async () =>
            waits(await setSecondPerson(vault.deps, first, ["death", "pin", "merge"])),
          confirm: async () =>
            Promise.all(
              mine.map(async (id) =>
                decide(vault.deps, first, { id, confirm: true }).catch(refused),
              ),
            ),
          "take back": async () => {
            const id = mine.pop();
            if (id !== undefined) await takeBack(vault.deps, first, id);
          },
        };
        for (const name of actions) await run[name]?.();
        expect(await stateOf(one)).not.toBe("accepted");
        expect(await pinned(one.record)).toBeNull();
        expect(await verdictOf(one.person, other.person)).not.toBe("same");
        expect((await chosenKinds(vault.deps.db)).kinds).toEqual(["death", "pin", "merge"]);
      }),
      { numRuns: 15 },
    );
  });
});
