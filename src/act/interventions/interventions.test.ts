// What was done for people, and the reply. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightsOfAll } from "../../access/index.ts";
import { type DeadlineId, draft, type RecordId } from "../../model/index.ts";
import { engineKinds } from "../../store/testing.ts";
import { recordFile } from "../../weigh/index.ts";
import { openCase } from "../cases/open-case.ts";
import { changeDeadline } from "../cases/set-deadline.ts";
import { bareCase } from "../cases/show-case.ts";
import { findingsOfCase } from "../findings/list-findings.ts";
import { giveConsent } from "../consents/give-consent.ts";
import { showConsents } from "../consents/show-consents.ts";
import { openTestAct, type TestAct } from "../testing.ts";
import { answerIntervention } from "./answer-intervention.ts";
import { listInterventions, showIntervention, stateOf } from "./list-interventions.ts";
import { writeIntervention } from "./write-intervention.ts";

it.each([
  ["waiting", undefined, undefined],
  ["waiting", undefined, "2026-03-01"],
  ["no-reply", undefined, "2026-02"],
  ["waiting", undefined, "2026-03"],
  ["no-reply", "none", "2026-12-01"],
  ["answered", "token", "2026-01-01"],
])("%s: reply %s, due %s", (state, reply, due) => {
  expect(stateOf(reply, due, "2026-03-01")).toBe(state);
});

describe.each(engineKinds)("interventions on %s", (kind) => {
  let test: TestAct;
  beforeAll(async () => {
    test = await openTestAct(kind);
  });
  afterAll(() => test.end());

  const letter = {
    kind: "official-request",
    addressees: ["Invented Ministry"],
    text: "To the Invented Ministry: where is he?",
    date: "2026-01-10",
    due: "2026-02-10",
  };

  it("enter as a source and a record, and are found by person, addressee and silence", async () => {
    const { deps, actor } = test;
    const [one, two] = [
      await test.person("Invented Person", await test.source()),
      await test.person("Another Invented", await test.source()),
    ];
    const { id, source, uncovered } = await writeIntervention(deps, actor, {
      ...letter,
      people: [one],
    });
    expect(uncovered).toEqual([]);
    const press = {
      kind: "press-conference",
      addressees: [],
      attended: ["Invented Agency"],
      text: "It was held.",
    };
    await writeIntervention(deps, actor, { ...press, people: [two], date: "2026-02-27" });
    const all = await listInterventions(deps, {});
    expect(all.map((item) => item.kind)).toEqual(["press-conference", "official-request"]);
    expect(all[0]).toMatchObject({
      attended: ["Invented Agency"],
      state: "waiting",
      waitedDays: 2,
    });
    const found = await listInterventions(deps, { person: one });
    expect(found).toMatchObject([
      { id, source, state: "no-reply", waitedDays: 50, people: [{ label: "Invented Person" }] },
    ]);
    expect(await listInterventions(deps, { addressee: "ministry" })).toHaveLength(1);
    expect(await listInterventions(deps, { silentDays: 30 })).toHaveLength(1);
    expect(await listInterventions(deps, { silentDays: 51 })).toHaveLength(0);
    const kinds = await deps.db
      .selectFrom("sources")
      .select("kind")
      .where("id", "=", source)
      .execute();
    expect(kinds).toEqual([{ kind: "letter" }]);
  });

  it("carry the reply as a statement of whoever replied, about the people named", async () => {
    const { deps, actor } = test;
    const person = await test.person("Third Invented", await test.source());
    const { id } = await writeIntervention(deps, actor, {
      ...letter,
      text: "A second letter.",
      people: [person],
    });
    const { statement } = await answerIntervention(deps, actor, {
      intervention: id as never,
      reply: "denied",
      speaker: "Invented Ministry",
      text: "No such person is known to us.",
      date: "2026-02-20",
    });
    expect(await showIntervention(deps, id)).toMatchObject({
      state: "answered",
      reply: "denied",
      replyDate: "2026-02-20",
      replies: [{ statement, speaker: "Invented Ministry", stance: "denies", said: "2026-02-20" }],
    });
    const file = await recordFile(deps, person);
    expect(file.statements.map((said) => said.id)).toEqual([statement]);
    expect(file.related.map(({ schema }) => schema)).toEqual(["Intervention"]);
  });

  it("tell that nothing came without inventing a statement", async () => {
    const { deps, actor } = test;
    const person = await test.person("Fourth Invented", await test.source());
    const { id } = await writeIntervention(deps, actor, {
      ...letter,
      text: "A third letter.",
      people: [person],
    });
    const none = { intervention: id as never, reply: "none" };
    expect((await answerIntervention(deps, actor, none)).statement).toBe(null);
    expect(await showIntervention(deps, id)).toMatchObject({ state: "no-reply", replies: [] });
  });

  it("that went out without consent are written down, said to be uncovered, and marked when consent goes", async () => {
    const { deps, actor } = test;
    const person = await test.person("Fifth Invented", await test.source());
    const sent = { ...letter, text: "A fourth letter.", people: [person], audience: "un-named" };
    const first = await writeIntervention(deps, actor, sent);
    expect(first.uncovered).toMatchObject([{ id: person, blocks: "never-asked" }]);
    await giveConsent(deps, actor, {
      about: person,
      audiences: ["un-named"],
      giver: "self",
      mode: "spoken",
    });
    const second = await writeIntervention(deps, actor, { ...sent, text: "A fifth letter." });
    expect(second.uncovered).toEqual([]);
    expect((await showIntervention(deps, second.id)).went).toMatchObject([
      { audience: "un-named" },
    ]);
    expect((await showConsents(deps, person)).wentOut).toMatchObject([
      { kind: "official-request", receiver: "Invented Ministry", consents: [expect.any(String)] },
      { kind: "official-request", consents: [] },
    ]);
  });

  it("judged the same are one, and one taken back is gone", async () => {
    const { deps, actor, vault } = test;
    const person = await test.person("Sixth Invented", await test.source());
    const input = { ...letter, people: [person] };
    const one = await writeIntervention(deps, actor, { ...input, text: "Kept once." });
    const two = await writeIntervention(deps, actor, { ...input, text: "Kept twice." });
    await vault.ledger.append(vault.author, [
      draft("judgement.made", one.id as never, {
        left: one.id as never,
        right: two.id as never,
        verdict: "same",
        reason: "one letter",
      }),
    ]);
    expect((await listInterventions(deps, { person })).map(({ id }) => id)).toEqual([one.id]);
    for (const { id } of [one, two])
      await vault.ledger.append(vault.author, [
        draft("withdrawn", id as never, {
          target: id,
          subject: id,
          back: false,
          reason: "never sent",
        }),
      ]);
    expect(await listInterventions(deps, { person })).toEqual([]);
  });

  it("set a deadline in every open case of the people, on the day a reply is due", async () => {
    const { deps, actor } = test;
    const person = await test.person("Seventh Invented", await test.source());
    const opened = await openCase(deps, actor, { kind: "disappearance", people: [person] });
    const input = { ...letter, people: [person], zone: "Asia/Almaty" };
    const { deadlines } = await writeIntervention(deps, actor, { ...input, text: "A due letter." });
    expect(deadlines).toBe(1);
    const vague = { ...input, text: "A vague letter.", due: "2026-02" };
    expect((await writeIntervention(deps, actor, vague)).deadlines).toBe(0);
    const rows = await deps.db
      .selectFrom("case_deadlines")
      .select("body")
      .where("case_id", "=", opened.id)
      .execute();
    expect(rows.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { kind: "reply", state: "open", at: { day: "2026-02-10", zone: "Asia/Almaty" } },
    ]);
  });

  it("are overdue in the findings of a case, and ask to end the deadline when a reply came", async () => {
    const { deps, actor } = test;
    const person = await test.person("Eighth Invented", await test.source());
    const { id } = await openCase(deps, actor, { kind: "disappearance", people: [person] });
    const written = await writeIntervention(deps, actor, {
      ...letter,
      people: [person],
      text: "A letter nobody answered yet.",
    });
    const found = async () => findingsOfCase(deps, await bareCase(deps, id));
    const codes = async (): Promise<string[]> => (await found()).map(({ code }) => code);
    expect((await codes()).toSorted()).toEqual(["deadline-overdue", "reply-overdue"]);
    const intervention = written.id as RecordId;
    await answerIntervention(deps, actor, { intervention, reply: "none" });
    expect((await codes()).toSorted()).toEqual(["deadline-overdue", "reply-overdue"]);
    const text = "We know of nobody of that name.";
    await answerIntervention(deps, actor, { intervention, reply: "denied", text });
    const [asked, ...others] = await found();
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ code: "reply-came", severity: "note" });
    await changeDeadline(deps, actor, { id: asked?.deadline as DeadlineId, state: "done" });
    expect(await found()).toEqual([]);
  });

  it("refuse codes of no list, people who are not there, no source, and who may not", async () => {
    const { deps, actor } = test;
    const refused = async (more: object, code: string, as = actor) =>
      expect(writeIntervention(deps, as, { ...letter, people: [], ...more })).rejects.toMatchObject(
        { code },
      );
    await refused({ kind: "magic" }, "act/no-such-code");
    await refused({ audience: "everyone" }, "act/no-such-code");
    await refused({ people: ["rec_0000000000000000000000NONE"] }, "act/nothing-there");
    await refused({ text: "" }, "act/needs-source");
    await refused({}, "access/not-allowed", { ...actor, rights: rightsOfAll(["publisher"]) });
    const reply = { intervention: "rec_0000000000000000000000NONE" as never, reply: "denied" };
    await expect(answerIntervention(deps, actor, reply)).rejects.toMatchObject({
      code: "act/nothing-there",
    });
  });
});
