// What was sent, by both engines: versions, replies, merges, withdrawals, rights. Everyone is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rightsOf } from "../../access/index.ts";
import { judgeRecords } from "../../link/index.ts";
import type { FileHash, RecordId } from "../../model/index.ts";
import { checkLedger } from "../../store/index.ts";
import { engineKinds } from "../../store/testing.ts";
import { addStatement, recordFile } from "../../weigh/index.ts";
import { giveConsent, withdrawConsent } from "../consents/give-consent.ts";
import { showConsents } from "../consents/show-consents.ts";
import type { TestAct } from "../testing.ts";
import { gatherFacts } from "./gather-facts.ts";
import { listSubmissions } from "./list-submissions.ts";
import { markAnswered, type MarkSent, markSent } from "./mark-sent.ts";
import { openTestSubmissions } from "./testing.ts";
import { setSubmitter, writeWords } from "./write-words.ts";

const file = "ab".repeat(32) as FileHash;

describe.each(engineKinds)("submissions on %s", (kind) => {
  let act: TestAct;
  let person: RecordId;
  beforeEach(async () => {
    act = await openTestSubmissions(kind);
    person = await act.person("Aygul Invented", await act.source());
  });
  afterEach(async () => {
    expect(await checkLedger(act.vault.ledger.deps)).toMatchObject({ clean: true, problems: [] });
    await act.end();
  });

  const sent = (people: readonly RecordId[] = [person], more: Partial<MarkSent> = {}) =>
    markSent(act.deps, act.actor, {
      route: "wgeid",
      people: [...people],
      file,
      on: "2026-03-01",
      audience: "un-named",
      language: "en",
      ...more,
    });

  it("are counted by route and person, newest first, with the hash of what went", async () => {
    expect((await sent()).version).toBe(1);
    expect((await sent([person], { language: "fr" })).version).toBe(2);
    expect((await sent([person], { route: "wgad" })).version).toBe(1);
    const list = await listSubmissions(act.deps, person);
    expect(list.map(({ route, version, language }) => `${route} ${version} ${language}`)).toEqual([
      "wgad 1 en",
      "wgeid 2 fr",
      "wgeid 1 en",
    ]);
    expect(list[0]).toMatchObject({ file, on: "2026-03-01", audience: "un-named", answers: [] });
  });

  it("go along when two records are judged one person, and come back when that is undone", async () => {
    const other = await act.person("Айгүл Ойдан", await act.source());
    await sent([other]);
    const judge = (verdict: "same" | "undecided") =>
      judgeRecords(act.deps, act.actor, {
        left: person,
        right: other,
        verdict,
        reason: "invented",
      });
    await judge("same");
    expect(await listSubmissions(act.deps, person)).toHaveLength(1);
    expect((await sent()).version).toBe(2);
    await judge("undecided");
    expect(await listSubmissions(act.deps, person)).toHaveLength(1);
    expect((await listSubmissions(act.deps, other))[0]).toMatchObject({ version: 1 });
  });

  it("have the state's reply beside them, as the statement on file", async () => {
    const { id } = await sent();
    const said = await addStatement(act.deps, act.actor, {
      source: await act.source("official-statement"),
      speaker: "an invented ministry",
      content: "No such person is known.",
      stance: "denies",
      passage: {},
    });
    const answer = { submission: id, statement: said.id, reply: "denied", on: "2026-04-01" };
    await markAnswered(act.deps, act.actor, answer);
    expect((await listSubmissions(act.deps, person))[0]?.answers).toEqual([
      {
        statement: said.id,
        speaker: "an invented ministry",
        content: "No such person is known.",
        reply: "denied",
        on: "2026-04-01",
      },
    ]);
    const wrong = { ...answer, reply: "whatever" };
    await expect(markAnswered(act.deps, act.actor, wrong)).rejects.toMatchObject({
      code: "act/no-such-code",
    });
    const nowhere = { ...answer, statement: person };
    await expect(markAnswered(act.deps, act.actor, nowhere)).rejects.toMatchObject({
      code: "act/nothing-there",
    });
  });

  it("are marked when the consent they rested on is withdrawn", async () => {
    const { id } = await giveConsent(act.deps, act.actor, {
      about: person,
      audiences: ["un-named"],
      giver: "self",
      mode: "written",
    });
    await sent();
    expect((await listSubmissions(act.deps, person))[0]).toMatchObject({ consentNow: "yes" });
    await withdrawConsent(act.deps, act.actor, { id });
    expect((await listSubmissions(act.deps, person))[0]).toMatchObject({ consentNow: "withdrawn" });
    const { wentOut } = await showConsents(act.deps, person);
    expect(wentOut).toEqual([
      expect.objectContaining({ kind: "submission", marked: true, todo: "write-to-experts" }),
    ]);
  });

  it("go to the audiences of their route, about people on file, by those who may send", async () => {
    const quiet = { audience: "un-quiet" as const };
    await expect(sent([person], quiet)).rejects.toMatchObject({ code: "act/no-such-code" });
    await expect(sent([person], { ...quiet, route: "special" })).resolves.toMatchObject({
      version: 1,
    });
    await expect(sent(["rec_00000000000000000000000ZZZ" as RecordId])).rejects.toMatchObject({
      code: "act/nothing-there",
    });
    const documenter = { ...act.actor, rights: new Set(rightsOf.documenter) };
    const input = {
      route: "wgeid",
      people: [person],
      file,
      on: "2026-03-01",
      audience: "un-named" as const,
      language: "en" as const,
    };
    await expect(markSent(act.deps, documenter, input)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });

  it("have the group's latest words, for every record of the person", async () => {
    const other = await act.person("Айгүл Ойдан", await act.source());
    const write = (record: RecordId, words: string | null, field = "search") =>
      writeWords(act.deps, act.actor, { person: record, field, words });
    await write(person, "They asked once.");
    await write(other, "They asked twice.");
    const search = async () =>
      (
        await gatherFacts(act.deps, {
          file: await recordFile(act.deps, person),
          audience: "un-named",
        })
      ).written.get("search");
    expect(await search()).toBe("They asked once.");
    await judgeRecords(act.deps, act.actor, {
      left: person,
      right: other,
      verdict: "same",
      reason: "invented",
    });
    expect(await search()).toBe("They asked twice.");
    await write(person, " ");
    expect(await search()).toBeUndefined();
    await expect(write(person, "x", "sex")).rejects.toMatchObject({ code: "act/no-such-code" });
    const reader = { ...act.actor, rights: new Set(rightsOf.publisher) };
    const words = { person, field: "search", words: "x" };
    await expect(writeWords(act.deps, reader, words)).rejects.toMatchObject({
      code: "access/not-allowed",
    });
  });

  it("are made in the name that was set last", async () => {
    await setSubmitter(act.deps, act.actor, {
      name: "Invented Group",
      address: "1 Invented Street",
    });
    await setSubmitter(act.deps, act.actor, {
      name: "Invented Witness Group",
      address: "2 Invented Street",
    });
    const facts = await gatherFacts(act.deps, {
      file: await recordFile(act.deps, person),
      audience: "un-named",
    });
    expect(facts.submitter).toEqual({
      name: "Invented Witness Group",
      address: "2 Invented Street",
    });
  });
});
