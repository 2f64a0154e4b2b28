// Questions of a vault with their sides, on both engines. Everyone in them is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RecordId, SourceId } from "../model/index.ts";
import { checkLedger } from "../store/index.ts";
import { addRecord, type NewClaim } from "./add-record.ts";
import { attachStatement } from "./questions-attach.ts";
import { listQuestions, questionView } from "./questions-read.ts";
import { withdraw } from "./review-claim.ts";
import { camp, engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

describe.each(engineKinds)("questions on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let question: RecordId;
  beforeEach(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier", { published: "2019-03-12" });
    question = await ask("Was anyone held in the invented school?");
  });
  afterEach(async () => {
    expect(await checkLedger(w.vault.ledger.deps)).toMatchObject({ clean: true, problems: [] });
    await w.end();
  });

  const ask = async (wording: string, ...claims: NewClaim[]) =>
    (
      await addRecord(
        w.deps,
        w.everyone,
        {
          schema: "Question",
          source,
          label: wording,
          claims: [{ property: "wording", words: wording }, ...claims],
        },
        w.seal,
      )
    ).id;
  const view = async (id = question) => questionView(w.deps.db, id);
  const side = async (name: string) => (await view()).sides.find((s) => s.side === name);
  const takeBack = async (target: string, subject: string) =>
    withdraw(w.deps, w.everyone, { target, subject, back: false, reason: "invented" });

  it("have their sides in time order, each with its independent origins", async () => {
    const outlet = await w.source("Invented Gazette", { relays: [source] });
    const answers = [question];
    await w.statement(source, "asserts", { speaker: "A nurse", said: "2019-05", answers });
    await w.statement(outlet, "asserts", { speaker: "A nurse", said: "2019-06", answers });
    await w.statement(source, "admits", { speaker: "A guard", said: "2018", answers });
    await w.statement(source, "denies", { speaker: "An office", answers });
    await w.statement(source, "declines", { answers });
    const { sides, disputed, counts, origins } = await view();
    expect(
      sides.map((s) => [s.side, s.statements.map((one) => one.when), s.origins.length]),
    ).toEqual([
      ["asserts", ["2018", "2019-05", "2019-06"], 2],
      ["estimates", [], 0],
      ["denies", ["2019-03-12"], 1],
      ["reframes", [], 0],
      ["others", ["2019-03-12"], 1],
    ]);
    expect({ disputed, counts, origins: origins.asserts }).toEqual({
      disputed: true,
      counts: { asserts: 3, estimates: 0, denies: 1, reframes: 0, others: 1 },
      origins: 2,
    });
  });

  it("tell a denial that names a person from a general one", async () => {
    const person = await w.person(source, "Yerlan Testuly");
    const { id: episode } = await w.episode(source, person, camp);
    const answers = [question];
    await w.statement(source, "denies", { said: "2018", answers });
    await w.statement(source, "denies", { said: "2019", answers, targets: [{ record: person }] });
    await w.statement(source, "denies", { said: "2020", answers, targets: [{ record: episode }] });
    const named = (await side("denies"))?.statements.map((s) => [
      s.general,
      s.names.map((n) => n.label),
    ]);
    expect(named).toEqual([
      [true, []],
      [false, ["Yerlan Testuly"]],
      [false, ["Yerlan Testuly"]],
    ]);
    // Taken back, the person is not shown any more; the denial does not become a general one by that.
    await takeBack(person, person);
    expect((await side("denies"))?.statements.map((s) => [s.general, s.names.length])).toEqual([
      [true, 0],
      [false, 1],
      [false, 1],
    ]);
    expect(JSON.stringify(await view())).not.toContain("Yerlan");
  });

  it("take a statement up once, by a claim that can be taken back", async () => {
    const statement = await w.statement(source, "denies");
    await attachStatement(w.deps, w.everyone, { question, statement });
    await attachStatement(w.deps, w.everyone, { question, statement });
    const [one, ...more] = (await side("denies"))?.statements ?? [];
    expect(more).toEqual([]);
    const attachment = one?.attachment;
    if (attachment?.kind !== "claim") throw new Error("it was not put there by a claim");
    await takeBack(attachment.claim, statement);
    expect((await side("denies"))?.statements).toEqual([]);
    await attachStatement(w.deps, w.everyone, { question, statement });
    expect((await side("denies"))?.statements).toHaveLength(1);
  });

  it("refuse what is no question and no statement, and who may not add", async () => {
    const statement = await w.statement(source, "denies");
    const attach = async (input: { question: RecordId; statement: RecordId }, as = w.everyone) =>
      attachStatement(w.deps, as, input);
    await expect(attach({ question: statement, statement })).rejects.toMatchObject({
      code: "weigh/no-such-record",
    });
    await expect(attach({ question, statement: question })).rejects.toMatchObject({
      code: "weigh/no-such-statement",
    });
    await expect(attach({ question, statement }, w.as("publisher"))).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    await expect(view(statement)).rejects.toMatchObject({ code: "weigh/no-such-record" });
  });

  it("propose statements that answer one of theirs or name whom they are about, with the reason", async () => {
    const person = await w.person(source, "Yerlan Testuly");
    const about: NewClaim = { property: "people", value: { kind: "ref", record: person } };
    question = await ask("Was Yerlan Testuly held?", about);
    const there = await w.statement(source, "asserts", { speaker: "A nurse", answers: [question] });
    const reply = await w.statement(source, "denies", { answers: [there] });
    const naming = await w.statement(source, "asserts", { targets: [{ record: person }] });
    await w.statement(source, "asserts");
    const gone = await w.statement(source, "denies", { answers: [there] });
    await takeBack(gone, gone);
    const { proposals, people } = await view();
    expect(people).toEqual([{ record: person, label: "Yerlan Testuly" }]);
    expect(new Map(proposals.map((p) => [p.statement.id, p.why]))).toEqual(
      new Map<string, object>([
        [reply, { kind: "answers", speaker: "A nurse" }],
        [naming, { kind: "names", person: "Yerlan Testuly" }],
      ]),
    );
    await attachStatement(w.deps, w.everyone, { question, statement: reply });
    expect((await view()).proposals.map((p) => p.statement.id)).toEqual([naming]);
  });

  it("are listed with those in dispute first, and not at all when taken back", async () => {
    const calm = await ask("A calm question?");
    const gone = await ask("Taken back?");
    await takeBack(gone, gone);
    await w.statement(source, "asserts", { answers: [question] });
    const taken = await w.statement(source, "denies", { answers: [question] });
    const list = async () =>
      (await listQuestions(w.deps.db)).map((item) => [item.id, item.disputed, item.counts.denies]);
    expect(await list()).toEqual([
      [question, true, 1],
      [calm, false, 0],
    ]);
    await takeBack(taken, taken);
    expect(await list()).toEqual([
      [question, false, 0],
      [calm, false, 0],
    ]);
  });

  it("judged the same are one, with the statements of both", async () => {
    const again = await ask("Were people held in the invented school?");
    await w.statement(source, "asserts", { answers: [question] });
    await w.statement(source, "denies", { answers: [again] });
    await w.judge(question, again, "same");
    expect(await listQuestions(w.deps.db)).toMatchObject([{ id: question, disputed: true }]);
    expect((await view(again)).id).toBe(question);
  });
});
