// Consent: silence is a no, a withdrawal counts at once, the last word wins, and a merge widens nothing. Everyone here is invented.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRoles, openSealed, rightsOfAll, sealValue } from "../../access/index.ts";
import type { Actor } from "../../access/index.ts";
import { clusters } from "../../link/index.ts";
import {
  type DeviceId,
  draft,
  type RecordId,
  type SourceId,
  vocabularyOf,
} from "../../model/index.ts";
import { createIds, fixedClock } from "../../runtime/index.ts";
import { deriveSealedKeys } from "../../store/index.ts";
import {
  aClaim,
  aPerson,
  aSource,
  engineKinds,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "../../store/testing.ts";
import type { ActDeps } from "../deps.ts";
import { consentFor, type SaidConsent } from "./consent-for.ts";
import { consentTables } from "./consents.tables.ts";
import { dueConsents } from "./due-consents.ts";
import { giveConsent, withdrawConsent } from "./give-consent.ts";
import { consented, listConsents } from "./list-consents.ts";
import { giverOf } from "./open-giver.ts";
import { showConsents } from "./show-consents.ts";
import { whoMustConsent } from "./who-must-consent.ts";
import { wordings } from "./wordings.ts";

const day = "2026-03-01";
const said = (seq: number, more: Partial<SaidConsent> & { no?: number } = {}): SaidConsent => {
  const { no, about = "a", ...rest } = more;
  return {
    audiences: ["partners"],
    seq,
    about,
    covers: [about],
    noes: no === undefined ? [] : [{ seq: no, audiences: null }],
    ...rest,
  };
};

describe("the rule", () => {
  it.each<[string, readonly SaidConsent[], string]>([
    ["never-asked", [], "silence"],
    ["never-asked", [said(1, { audiences: ["inside"] })], "another audience"],
    ["yes", [said(1)], "a yes"],
    ["yes", [said(1, { until: day })], "its last day"],
    ["ended", [said(1, { until: "2026-02-28" })], "the day after"],
    ["withdrawn", [said(1, { no: 2 })], "a withdrawal"],
    ["withdrawn", [said(1), said(2, { no: 5 })], "a withdrawal by one of two"],
    ["yes", [said(1, { no: 2 }), said(3)], "a yes after a withdrawal"],
    [
      "yes",
      [said(1, { noes: [{ seq: 2, audiences: ["inside"] }] })],
      "another audience taken back",
    ],
    [
      "withdrawn",
      [said(1, { noes: [{ seq: 2, audiences: ["partners"] }] })],
      "this one taken back",
    ],
    ["withdrawn", [said(1, { no: 2 }), said(3, { about: "b" })], "a yes to another record, merged"],
    [
      "yes",
      [said(1, { no: 2 }), said(3, { about: "b", covers: ["a", "b"] })],
      "a yes to the merged person",
    ],
    [
      "ended",
      [said(1, { no: 2 }), said(3, { until: "2026-01-01" }), said(4, { about: "b" })],
      "the yes that lifted the no has ended",
    ],
  ])("%s: %j", (answer, consents) => {
    expect(consentFor("partners", consents, day)).toBe(answer);
  });

  const audiences = ["inside", "partners", "public-name"];
  const about = fc.constantFrom("a", "b", "c");
  const some = fc
    .record({
      audiences: fc.subarray(audiences),
      until: fc.option(fc.constantFrom("2026-02-28", "2026-03-01", "2027-01-01"), {
        nil: undefined,
      }),
      about,
      covers: fc.subarray(["a", "b", "c"]),
      noes: fc.array(
        fc.record({ after: fc.nat(20), audiences: fc.option(fc.subarray(audiences)) }),
        { maxLength: 2 },
      ),
    })
    .map(({ covers, ...one }) => ({ ...one, covers: [one.about, ...covers] }));
  const many = fc.array(some, { maxLength: 6 }).map((list) =>
    list.map((one, i): SaidConsent => ({
      ...one,
      seq: i * 10,
      noes: one.noes.map(({ after, audiences: of }) => ({
        seq: i * 10 + 1 + after,
        audiences: of,
      })),
    })),
  );

  it("allows nothing without a standing consent said after every withdrawal, in whatever order it is told", () => {
    fc.assert(
      fc.property(many, (consents) => {
        const answer = consentFor("partners", consents, day);
        expect(consentFor("partners", consents.toReversed(), day)).toBe(answer);
        if (answer !== "yes") return;
        const naming = consents.filter((one) => one.audiences.includes("partners"));
        const noes = naming.flatMap((one) =>
          one.noes.filter((no) => no.audiences?.includes("partners") ?? true).map((no) => no.seq),
        );
        const last = Math.max(-1, ...noes);
        expect(
          naming.some((one) => one.seq > last && (one.until === undefined || one.until >= day)),
        ).toBe(true);
      }),
    );
  });

  it("is never widened by a merge: what goes for the merged went for one, and a no to one holds until it is answered", () => {
    const of = (list: readonly SaidConsent[], record: string) =>
      list.filter((one) => one.about === record);
    fc.assert(
      fc.property(many, (consents) => {
        // Each record is asked about alone, as before any merge.
        const alone = consents.map((one) => ({ ...one, covers: [one.about] }));
        if (consentFor("partners", alone, day) !== "yes") return;
        const each = ["a", "b", "c"].map((record) =>
          consentFor("partners", of(alone, record), day),
        );
        expect(each).toContain("yes");
        expect(each).not.toContain("withdrawn");
      }),
    );
  });
});

it("every wording asks about every audience there is", () => {
  const all = vocabularyOf("audience")
    ?.terms.map(({ code }) => code)
    .toSorted();
  expect(all).toHaveLength(7);
  for (const { questions } of wordings) expect(Object.keys(questions).toSorted()).toEqual(all);
});

describe.each(engineKinds)("consents on %s", (kind) => {
  let vault: TestLedger;
  let deps: ActDeps;
  let actor: Actor;
  beforeAll(async () => {
    vault = await openTestLedger(kind, { projections: [consentTables], derivations: [clusters] });
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

  const person = async (title?: string): Promise<{ source: SourceId; record: RecordId }> => {
    const [source, record] = [newSource(), newRecord()];
    await vault.ledger.append(vault.author, [aSource(source, title), aPerson(record, source)]);
    return { source, record };
  };
  const testimony = async (): Promise<SourceId> => {
    const source = newSource();
    await vault.ledger.append(vault.author, [
      draft("source.added", source, {
        id: source,
        kind: "testimony",
        title: "An invented testimony",
      }),
    ]);
    return source;
  };
  const judge = async (left: RecordId, right: RecordId, verdict: "same" | "different") =>
    vault.ledger.append(vault.author, [
      draft("judgement.made", left, { left, right, verdict, reason: "invented" }),
    ]);
  const yes = { audiences: ["partners"], giver: "parent", mode: "spoken" };
  const partners = async (record: string) => {
    const { flags } = await showConsents(deps, record);
    return flags.find(({ audience }) => audience === "partners")?.consented;
  };

  it("are written, listed, withdrawn once, and stay readable", async () => {
    const { source, record } = await person();
    const asks = async (): Promise<readonly string[]> =>
      consented(deps, "partners", [[record], [source]]);
    expect(await asks()).toEqual(["never-asked", "never-asked"]);
    const { id } = await giveConsent(deps, actor, { ...yes, about: record });
    expect(await asks()).toEqual(["yes", "never-asked"]);
    await withdrawConsent(deps, actor, { id, reason: "she asked to wait" });
    expect(await asks()).toEqual(["withdrawn", "never-asked"]);
    expect(await listConsents(deps, [record])).toMatchObject([
      { id, ...yes, state: "withdrawn", withdrawals: [{ reason: "she asked to wait" }] },
    ]);
    await expect(withdrawConsent(deps, actor, { id })).rejects.toMatchObject({
      code: "act/withdrawn-already",
    });
  });

  it("refuse what is not there, codes of no list, who may not, and what its capacity asks for", async () => {
    const { record } = await person();
    const refused = async (more: object, code: string, as = actor) =>
      expect(giveConsent(deps, as, { ...yes, about: record, ...more })).rejects.toMatchObject({
        code,
      });
    await refused({ about: newRecord() }, "act/nothing-there");
    await refused({ audiences: ["everyone"] }, "act/no-such-code");
    await refused({ capacity: "asleep" }, "act/no-such-code");
    await refused({}, "access/not-allowed", { ...actor, rights: rightsOfAll(["publisher"]) });
    await refused({ capacity: "child", giver: "sibling" }, "act/consent-incomplete");
    await refused({ capacity: "child" }, "act/consent-incomplete");
    await refused({ capacity: "detained" }, "act/consent-incomplete");
    await refused({ capacity: "detained", giver: "self", risk: "low" }, "act/consent-incomplete");
    await refused({ giverName: "Invented Giver" }, "act/not-sealed");
    expect(await listConsents(deps, [record])).toEqual([]);
  });

  it("keep the giver's name sealed and nowhere else", async () => {
    const { record } = await person();
    const keys = deriveSealedKeys(randomBytes(32));
    const giverName = "Invented Giver, +7 000 000";
    const input = { ...yes, about: record, giverName };
    const { id } = await giveConsent(deps, actor, input, (text) => sealValue(text, keys));
    const { sealed } = await giverOf(deps, id);
    expect(openSealed(sealed, keys, actor)).toBe(giverName);
    const bodies = await vault.engine.db.selectFrom("consents").select("body").execute();
    expect(JSON.stringify(bodies)).not.toContain("Invented Giver");
    expect(await listConsents(deps, [record])).toMatchObject([{ giverKept: true }]);
  });

  it("take back one audience and leave the others", async () => {
    const { record } = await person();
    const audiences = ["partners", "public-name"];
    const { id } = await giveConsent(deps, actor, { ...yes, audiences, about: record });
    await withdrawConsent(deps, actor, { id, audiences: ["public-name"] });
    expect(await consented(deps, "partners", [[record]])).toEqual(["yes"]);
    expect(await consented(deps, "public-name", [[record]])).toEqual(["withdrawn"]);
    const again = { id, audiences: ["public-name"] };
    await expect(withdrawConsent(deps, actor, again)).rejects.toMatchObject({
      code: "act/withdrawn-already",
    });
    await withdrawConsent(deps, actor, { id });
    expect(await listConsents(deps, [record])).toMatchObject([{ state: "withdrawn" }]);
  });

  it("go along with a merge and come back when it is undone; a no of one record holds for all", async () => {
    const [one, two] = [await person(), await person()];
    const { id } = await giveConsent(deps, actor, { ...yes, about: one.record });
    await withdrawConsent(deps, actor, { id });
    await giveConsent(deps, actor, { ...yes, about: two.record });
    expect([await partners(one.record), await partners(two.record)]).toEqual(["withdrawn", "yes"]);
    await judge(one.record, two.record, "same");
    expect(await partners(two.record)).toBe("withdrawn");
    await giveConsent(deps, actor, { ...yes, about: two.record });
    expect(await partners(one.record)).toBe("yes");
    await judge(one.record, two.record, "different");
    // What was said of the merged person was written under one record, and stays with it.
    expect([await partners(one.record), await partners(two.record)]).toEqual(["withdrawn", "yes"]);
  });

  it("mark all that went out before a withdrawal, and nothing else", async () => {
    const { source, record } = await person();
    const audiences = ["partners", "un-quiet"];
    const { id } = await giveConsent(deps, actor, { ...yes, audiences, about: record });
    const sent = { people: [record], sources: [], to: "Invented Committee" };
    await vault.ledger.append(vault.author, [
      draft("custody.noted", record, { action: "exported", record, to: "partners" }),
      draft("custody.noted", source, { action: "exported", source, to: "partners" }),
      draft("outreach.sent", record, { ...sent, kind: "un-wgeid", audience: "un-quiet" }),
    ]);
    const before = (await showConsents(deps, record)).wentOut;
    expect(before).toMatchObject([
      {
        kind: "un-wgeid",
        receiver: "Invented Committee",
        consents: [id],
        marked: false,
        todo: null,
      },
      { kind: "dossier", audience: "partners", consents: [id], marked: false },
    ]);
    await withdrawConsent(deps, actor, { id, audiences: ["partners"] });
    await vault.ledger.append(vault.author, [
      draft("custody.noted", record, { action: "transferred", record, to: "an invented lawyer" }),
    ]);
    expect((await showConsents(deps, record)).wentOut).toMatchObject([
      { kind: "handed-over", receiver: "an invented lawyer", marked: false },
      { kind: "un-wgeid", marked: false },
      { kind: "dossier", marked: true, todo: "ask-to-destroy" },
    ]);
  });

  it("name everybody who must consent: subject, relative, child, testifier, giver", async () => {
    const { record, source } = await person();
    const spoken = await testimony();
    const [child, testifier, kin, statement] = [newRecord(), newRecord(), newRecord(), newRecord()];
    const link = aClaim(kin, spoken, "from", { kind: "ref", record: child }, { statement });
    await vault.ledger.append(vault.author, [
      aPerson(child, spoken),
      aPerson(testifier, spoken),
      draft("record.added", kin, { id: kin, schema: "Relationship", source: spoken, label: "kin" }),
      draft("statement.added", statement, {
        id: statement,
        source: spoken,
        passage: {},
        speaker: { words: "an invented neighbour", record: testifier },
        content: "invented words",
        mode: "direct",
        stance: "asserts",
        targets: [],
        answers: [],
      }),
      aClaim(child, spoken, "birthDate", { kind: "date", edtf: "2015" }),
      link,
    ]);
    const going = {
      subjects: [record],
      claims: [
        { record: kin, property: "from", ref: child, source: spoken, statement },
        { record, property: "name", ref: null, source, statement: null },
      ],
    };
    const needs = async (audience: string) =>
      (await whoMustConsent(deps, audience, going)).map(({ id, as, blocks }) => [id, as, blocks]);
    expect(await needs("inside")).toEqual([]);
    expect(await needs("partners")).toEqual([
      [record, "subject", "never-asked"],
      [child, "relative", "never-asked"],
      [testifier, "testifier", "never-asked"],
      [spoken, "giver", "never-asked"],
    ]);
    await giveConsent(deps, actor, { ...yes, about: child, giver: "sibling" });
    for (const about of [record, testifier, spoken])
      await giveConsent(deps, actor, { ...yes, about });
    expect((await needs("partners")).filter(([, , blocks]) => blocks !== null)).toEqual([
      [child, "relative", "child-without-guardian"],
    ]);
    expect((await showConsents(deps, child)).findings).toMatchObject([
      { kind: "child-without-guardian" },
      { kind: "capacity-not-stated" },
    ]);
    // The same for whoever asks by the flag alone, as dossiers do.
    expect(await consented(deps, "partners", [[child], [record]])).toEqual(["never-asked", "yes"]);
    expect(await partners(child)).toBe("never-asked");
    const guarded = { capacity: "child", assent: "too-young" as const };
    await giveConsent(deps, actor, { ...yes, ...guarded, about: child });
    expect((await needs("partners")).every(([, , blocks]) => blocks === null)).toBe(true);
    expect(await consented(deps, "partners", [[child]])).toEqual(["yes"]);
    expect((await needs("public-name")).every(([, , blocks]) => blocks !== null)).toBe(true);
  });

  it("that end soon or are to be asked again stand in one list, until a later one answers them", async () => {
    const { record } = await person();
    const input = { ...yes, about: record };
    await giveConsent(deps, actor, { ...input, until: "2026-03-10" });
    await giveConsent(deps, actor, { ...input, audiences: ["un-quiet"], review: "2026-02-01" });
    await giveConsent(deps, actor, { ...input, audiences: ["public-name"], until: "2026-09-01" });
    const due = async (days: number) =>
      (await dueConsents(deps, { days }))
        .filter(({ about }) => about === record)
        .map(({ due: on, why }) => [on, why]);
    expect(await due(30)).toEqual([
      ["2026-02-01", "review"],
      ["2026-03-10", "ends"],
    ]);
    await giveConsent(deps, actor, { ...input, audiences: ["partners", "un-quiet"] });
    expect(await due(30)).toEqual([]);
    expect(await due(365)).toEqual([["2026-09-01", "ends"]]);
  });
});
