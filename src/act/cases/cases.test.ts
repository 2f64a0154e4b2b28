// Cases on both engines: opened, changed, merged along, undone, listed. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightsOfAll } from "../../access/index.ts";
import { judgeRecords } from "../../link/index.ts";
import type { CaseId } from "../../model/index.ts";
import { checkLedger, rebuild } from "../../store/index.ts";
import { engineKinds } from "../../store/testing.ts";
import { calendar, nearestDays } from "./calendar.ts";
import { addNote, changeCase, checkItem, setCasePerson, takeBackNote } from "./change-case.ts";
import { caseBoardView, casesOfPerson, listCases } from "./list-cases.ts";
import { openCase } from "./open-case.ts";
import { changeDeadline, setDeadline } from "./set-deadline.ts";
import { addTask, changeTask } from "./set-task.ts";
import { showCase } from "./show-whole-case.ts";
import { type CaseVault, openCaseVault, otherDevice } from "./testing.ts";
import { workload } from "./workload.ts";

describe.each(engineKinds)("cases on %s", (kind) => {
  let at: CaseVault;
  beforeAll(async () => {
    at = await openCaseVault(kind);
  });
  afterAll(() => at.vault.end());

  const open = async (more: Partial<Parameters<typeof openCase>[2]> = {}) => {
    const people = more.people ?? [await at.person()];
    return openCase(at.deps, at.actor, { kind: "deportation", ...more, people });
  };

  it("are numbered in turn, and every number leads to its case", async () => {
    const [one, two] = [await open(), await open()];
    expect(one.number).toMatch(/^G-2026-\d{4}$/);
    expect(Number(two.number.slice(-4))).toBe(Number(one.number.slice(-4)) + 1);
    expect((await showCase(at.deps, two.number.toLowerCase())).id).toBe(two.id);
    await expect(showCase(at.deps, "G-2026-9999")).rejects.toMatchObject({
      code: "act/no-such-case",
    });
  });

  it("are numbered apart on another device, which cannot ask this one", async () => {
    const people = [await at.person()];
    const other = { ...at.actor, device: otherDevice() };
    const made = await openCase(at.deps, other, { kind: "asylum", people });
    expect(made.number).toMatch(/^G-2026-0001-[0-9A-Z]{4}$/);
    expect((await open()).number).toMatch(/^G-2026-\d{4}$/);
  });

  it("never share a number when many are opened at once", async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => open()));
    expect(new Set(made.map(({ number }) => number)).size).toBe(6);
  });

  it("change, and change back; a field somebody else changed since is a conflict", async () => {
    const { id } = await open({ title: "Invented, at the border" });
    const { seqs } = await showCase(at.deps, id);
    await changeCase(at.deps, at.actor, { id, status: "active", priority: "urgent" });
    expect(await showCase(at.deps, id)).toMatchObject({ status: "active", priority: "urgent" });
    const late = { id, status: "closed", expect: { status: seqs.status } };
    await expect(changeCase(at.deps, at.actor, late)).rejects.toMatchObject({ code: "conflict" });
    const elsewhere = { id, assignee: null, expect: { assignee: seqs.assignee } };
    await changeCase(at.deps, at.actor, elsewhere);
    await changeCase(at.deps, at.actor, { id, status: "new", reason: "by mistake" });
    expect(await showCase(at.deps, id)).toMatchObject({ status: "new", priority: "urgent" });
  });

  it("follow their person through a merge, and out of it again", async () => {
    const [left, right] = [await at.person("Tursun Invented"), await at.person("T. Invented")];
    const { id } = await open({ people: [right] });
    expect(await casesOfPerson(at.deps, left)).toEqual([]);
    const pair = { left, right, reason: "invented" };
    await judgeRecords(at.deps, at.actor, { ...pair, verdict: "same" });
    expect((await casesOfPerson(at.deps, left)).map((one) => one.id)).toEqual([id]);
    expect((await showCase(at.deps, id)).people.map((one) => one.id)).toEqual([left]);
    await judgeRecords(at.deps, at.actor, { ...pair, verdict: "different" });
    expect(await casesOfPerson(at.deps, left)).toEqual([]);
    expect((await showCase(at.deps, id)).people.map((one) => one.id)).toEqual([right]);
  });

  it("take people in and let them go, without forgetting them", async () => {
    const [first, second] = [await at.person(), await at.person()];
    const { id } = await open({ people: [first] });
    await setCasePerson(at.deps, at.actor, { id, record: second, in: true });
    await setCasePerson(at.deps, at.actor, { id, record: first, in: false, reason: "own case" });
    const shown = await showCase(at.deps, id);
    expect(shown.people.map((one) => one.id)).toEqual([second]);
    expect(shown.formerPeople.map((one) => one.id)).toEqual([first]);
  });

  it("hold tasks, notes and a checklist; all of it can be undone", async () => {
    const aigul = await at.member("Invented Aigul");
    const { id } = await open();
    const task = await addTask(at.deps, at.actor, {
      case: id,
      title: "Call the lawyer",
      assignee: aigul,
      due: "2026-02-27",
    });
    const note = await addNote(at.deps, at.actor, { id, text: "She will call at eight." });
    await checkItem(at.deps, at.actor, { id, item: "lawyer", done: true });
    let shown = await showCase(at.deps, id);
    expect(shown.tasks).toEqual({ open: 1, overdue: 1 });
    expect(shown.taskList[0]).toMatchObject({ overdue: true, assignee: { id: aigul } });
    expect(shown.checklist.find(({ item }) => item === "lawyer")?.done).toBe(true);
    await changeTask(at.deps, at.actor, { id: task.id, state: "done" });
    await takeBackNote(at.deps, at.actor, { note: note.id, gone: true });
    await checkItem(at.deps, at.actor, { id, item: "lawyer", done: false });
    shown = await showCase(at.deps, id);
    expect(shown.tasks).toEqual({ open: 0, overdue: 0 });
    expect(shown.notes[0]).toMatchObject({ text: "She will call at eight.", gone: true });
    expect(shown.checklist.find(({ item }) => item === "lawyer")?.done).toBe(false);
    await changeTask(at.deps, at.actor, { id: task.id, state: "open" });
    await takeBackNote(at.deps, at.actor, { note: note.id, gone: false });
    shown = await showCase(at.deps, id);
    expect(shown.tasks.open).toBe(1);
    expect(shown.notes[0]?.gone).toBe(false);
  });

  it("hold deadlines that are moved and missed with a reason, and stand in calendar and on the home page", async () => {
    const { id } = await open({ priority: "urgent" });
    const hearing = { day: "2026-03-05", time: "09:30", zone: "Asia/Almaty" };
    const set = await setDeadline(at.deps, at.actor, { case: id, kind: "hearing", at: hearing });
    expect(set.doubt).toBeNull();
    const [nearest] = (await nearestDays(at.deps, { limit: 50 })).filter(
      (one) => one.id === set.id,
    );
    expect(nearest).toMatchObject({
      kind: "hearing",
      at: { startsAt: Date.UTC(2026, 2, 5, 4, 30) },
      remind: true,
      overdue: false,
      case: { id },
    });
    const move = { id: set.id, at: { ...hearing, day: "2026-04-02" } };
    await expect(changeDeadline(at.deps, at.actor, move)).rejects.toMatchObject({
      code: "act/reason-needed",
    });
    await changeDeadline(at.deps, at.actor, { ...move, reason: "the judge fell ill" });
    const april = await calendar(at.deps, { from: "2026-04-01", to: "2026-04-30" });
    expect(april.items.map((one) => [one.id, one.state])).toContainEqual([set.id, "moved"]);
    const march = await calendar(at.deps, { from: "2026-03-01", to: "2026-03-31" });
    expect(march.items.map((one) => one.id)).not.toContain(set.id);
    at.now.value = Date.UTC(2026, 3, 2, 4, 30);
    expect((await showCase(at.deps, id)).deadlines[0]).toMatchObject({ overdue: true });
    await changeDeadline(at.deps, at.actor, { id: set.id, state: "done" });
    expect((await showCase(at.deps, id)).deadlines[0]).toMatchObject({ overdue: false });
    expect((await nearestDays(at.deps, { limit: 50 })).map((one) => one.id)).not.toContain(set.id);
    at.now.value = Date.UTC(2026, 2, 1, 12);
  });

  it("never hide what comes next behind what is overdue", async () => {
    const { id } = await open();
    const late: string[] = [];
    for (let day = 10; day < 22; day++) {
      const at_ = { day: `2026-02-${day}`, zone: "Asia/Almaty" };
      late.push((await setDeadline(at.deps, at.actor, { case: id, kind: "reply", at: at_ })).id);
    }
    const ahead = { day: "2026-09-01", time: "10:00", zone: "Asia/Almaty" };
    const next = await setDeadline(at.deps, at.actor, { case: id, kind: "hearing", at: ahead });
    const items = await nearestDays(at.deps, { limit: 6 });
    expect(items).toHaveLength(6);
    expect(items.filter(({ overdue }) => overdue).map((one) => one.id)).toContain(late.at(-1));
    expect(items.map((one) => one.id)).toContain(next.id);
    await changeCase(at.deps, at.actor, { id, status: "closed" });
    expect((await nearestDays(at.deps, { limit: 50 })).map((one) => one.id)).not.toContain(next.id);
  });

  it("stand on the board, the most pressing first, filtered and paged", async () => {
    const member = await at.member("Invented Bolat");
    const made: CaseId[] = [];
    for (const priority of ["low", "urgent", "normal", "high", "urgent"]) {
      const { id } = await open({ priority, assignee: member, kind: "family", status: "waiting" });
      made.push(id);
    }
    await setDeadline(at.deps, at.actor, {
      case: made[4] as CaseId,
      kind: "removal",
      at: { day: "2026-03-09", zone: "Europe/Istanbul" },
    });
    const order = [4, 1, 3, 2, 0].map((i) => made[i]);
    const board = await caseBoardView(at.deps, { assignee: member });
    const column = board.columns.find(({ status }) => status === "waiting");
    expect(column?.items.map(({ id }) => id)).toEqual(order);
    expect(board.columns.map(({ total }) => total)).toEqual([0, 0, 5, 0]);
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listCases(at.deps, {
        status: "waiting",
        kind: "family",
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(pages).toEqual(order);
    const urgent = await listCases(at.deps, {
      status: "waiting",
      assignee: member,
      priority: "urgent",
    });
    expect(urgent.total).toBe(2);
    const mine = (await workload(at.deps)).rows.find((row) => row.member?.id === member);
    expect(mine).toMatchObject({ openCases: 5, urgentCases: 2, deadlines: 1, overdueDeadlines: 0 });
  });

  it("refuse who may not, codes of no list, zones of no place, and what is not there", async () => {
    const people = [await at.person()];
    const reader = { ...at.actor, rights: rightsOfAll(["publisher"]) };
    await expect(openCase(at.deps, reader, { kind: "asylum", people })).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    await expect(open({ kind: "no-such" })).rejects.toMatchObject({ code: "act/no-such-code" });
    const { id } = await open();
    const deadline = { case: id, kind: "hearing", at: { day: "2026-03-05", zone: "Mars/Olympus" } };
    await expect(setDeadline(at.deps, at.actor, deadline)).rejects.toMatchObject({
      code: "act/no-such-zone",
    });
    await expect(
      checkItem(at.deps, at.actor, { id, item: "nothing", done: true }),
    ).rejects.toMatchObject({ code: "act/no-such-item" });
    await expect(calendar(at.deps, { from: "2026-01-01", to: "2030-01-01" })).rejects.toMatchObject(
      { code: "act/too-many-days" },
    );
  });

  it("are the same after everything was replayed, and the check finds nothing", async () => {
    const before = await caseBoardView(at.deps);
    await rebuild(at.vault.ledger.deps);
    expect(await caseBoardView(at.deps)).toEqual(before);
    expect((await checkLedger(at.vault.ledger.deps)).problems).toEqual([]);
  });
});
