// Consent: silence is a no, a withdrawal counts at once, and the last word wins. Everyone here is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRoles, rightsOfAll } from "../../access/index.ts";
import type { Actor } from "../../access/index.ts";
import type { DeviceId } from "../../model/index.ts";
import { createIds, fixedClock } from "../../runtime/index.ts";
import {
  aPerson,
  aSource,
  engineKinds,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "../../store/testing.ts";
import { consentFor, type SaidConsent } from "./consent-for.ts";
import { consentTables } from "./consents.tables.ts";
import type { ActDeps } from "../deps.ts";
import { giveConsent, withdrawConsent } from "./give-consent.ts";
import { consented, listConsents } from "./list-consents.ts";

const day = "2026-03-01";
const said = (seq: number, more: Partial<SaidConsent> = {}): SaidConsent => ({
  audiences: ["partners"],
  seq,
  withdrawnSeq: null,
  ...more,
});

describe("the rule", () => {
  it.each<[string, readonly SaidConsent[], string]>([
    ["never-asked", [], "silence"],
    ["never-asked", [said(1, { audiences: ["inside"] })], "another audience"],
    ["yes", [said(1)], "a yes"],
    ["yes", [said(1, { until: day })], "its last day"],
    ["ended", [said(1, { until: "2026-02-28" })], "the day after"],
    ["withdrawn", [said(1, { withdrawnSeq: 2 })], "a withdrawal"],
    ["withdrawn", [said(1), said(2, { withdrawnSeq: 5 })], "a withdrawal by one of two"],
    ["yes", [said(1, { withdrawnSeq: 2 }), said(3)], "a yes after a withdrawal"],
  ])("%s for %j", (answer, consents) => {
    expect(consentFor("partners", consents, day)).toBe(answer);
  });

  it("lets nothing out that the latest word on it forbids, in whatever order it is told", () => {
    const some = fc.record({
      audiences: fc.subarray(["inside", "partners", "public-name"]),
      until: fc.option(fc.constantFrom("2026-02-28", "2026-03-01", "2027-01-01"), {
        nil: undefined,
      }),
      seq: fc.nat(20),
      withdrawnSeq: fc.option(fc.integer({ min: 21, max: 40 })),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (consents) => {
        const answer = consentFor("partners", consents, day);
        expect(consentFor("partners", consents.toReversed(), day)).toBe(answer);
        if (answer !== "yes") return;
        const naming = consents.filter((one) => one.audiences.includes("partners"));
        expect(naming.every((one) => one.withdrawnSeq === null)).toBe(true);
      }),
    );
  });
});

describe.each(engineKinds)("consents on %s", (kind) => {
  let vault: TestLedger;
  let deps: ActDeps;
  let actor: Actor;
  beforeAll(async () => {
    vault = await openTestLedger(kind, { projections: [consentTables] });
    const clock = fixedClock(Date.UTC(2026, 2, 1));
    deps = { ledger: vault.ledger, db: vault.engine.db, ids: createIds(clock), clock };
    actor = {
      member: vault.author,
      roles: allRoles,
      rights: rightsOfAll(allRoles),
      device: createIds(clock).next<DeviceId>("dev"),
    };
  });
  afterAll(() => vault.end());

  it("are written, listed, withdrawn once, and stay readable", async () => {
    const [source, record] = [newSource(), newRecord()];
    await vault.ledger.append(vault.author, [aSource(source), aPerson(record, source)]);
    const asks = async (): Promise<readonly string[]> =>
      consented(deps, "partners", [[record], [source]]);
    expect(await asks()).toEqual(["never-asked", "never-asked"]);
    const yes = { about: record, audiences: ["partners"], giver: "parent", mode: "spoken" };
    const { id } = await giveConsent(deps, actor, yes);
    expect(await asks()).toEqual(["yes", "never-asked"]);
    await withdrawConsent(deps, actor, { id, reason: "she asked to wait" });
    expect(await asks()).toEqual(["withdrawn", "never-asked"]);
    expect(await listConsents(deps, [record])).toMatchObject([{ id, ...yes, state: "withdrawn" }]);
    await expect(withdrawConsent(deps, actor, { id })).rejects.toMatchObject({
      code: "act/withdrawn-already",
    });
  });

  it("refuse what is not there, codes of no list, and who may not", async () => {
    const yes = { about: newRecord(), audiences: ["partners"], giver: "self", mode: "written" };
    await expect(giveConsent(deps, actor, yes)).rejects.toMatchObject({
      code: "act/nothing-there",
    });
    const odd = { ...yes, audiences: ["everyone"] };
    await expect(giveConsent(deps, actor, odd)).rejects.toMatchObject({ code: "act/no-such-code" });
    const reader = { ...actor, rights: rightsOfAll(["publisher"]) };
    await expect(giveConsent(deps, reader, yes)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });
});
