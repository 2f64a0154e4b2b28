// Cases over HTTP: opened, found by number, in the calendar, with findings to settle. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  BoardView,
  CalendarItem,
  CalendarView,
  CaseFindings,
  CaseItem,
  CaseView,
  Finding,
  WorkloadView,
} from "../../src/act/index.ts";
import type { IntakeItem } from "../../src/collect/index.ts";
import type { HistoryView } from "../../src/weigh/index.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let person: string;
let opened: { id: string; number: string };

const get = async <T>(path: string): Promise<T> => (await server.ask("GET", path)).body;
const post = async <T>(path: string, body: unknown): Promise<T> => {
  const answer = await server.ask("POST", path, body);
  expect([path, answer.status, answer.body]).toEqual([path, 200, answer.body]);
  return answer.body;
};

beforeAll(async () => {
  server = await startTestServer({ withVault: true });
  const sent = await server.send("aysha-invented.txt", "Aysha Invented. Nobody here is real.");
  const { source } = sent.body as IntakeItem & { source: string };
  const claims = ["1968", "1969"].map((words) => ({ property: "birthDate", words }));
  const body = { schema: "Person", source, label: "Aysha Invented", claims };
  person = (await post<{ id: string }>("/api/records", body)).id;
  opened = await post("/api/cases", { people: [person], kind: "deportation", priority: "urgent" });
});
afterAll(() => server.end());

describe("a case over HTTP", () => {
  it("stands on the board, at its number, and with its person", async () => {
    const { columns, members } = await post<BoardView>("/api/cases/board", { priority: "urgent" });
    expect(columns.find(({ status }) => status === "new")?.items.map(({ id }) => id)).toEqual([
      opened.id,
    ]);
    expect(members).toHaveLength(1);
    expect((await get<CaseView>(`/api/cases/${opened.number}`)).id).toBe(opened.id);
    const { items } = await get<{ items: CaseItem[] }>(`/api/people/${person}/cases`);
    expect(items.map(({ number }) => number)).toEqual([opened.number]);
  });

  it("has a removal date without an hour, in the calendar and among what comes next", async () => {
    const at = { day: "2031-03-09", zone: "Europe/Istanbul" };
    const { id } = await post<{ id: string }>("/api/deadlines", {
      case: opened.id,
      kind: "removal",
      at,
    });
    const { items } = await get<CalendarView>("/api/cases/calendar?from=2031-03-01&to=2031-03-31");
    expect(items).toMatchObject([
      { id, kind: "removal", at: { ...at, startsAt: Date.UTC(2031, 2, 8, 21) } },
    ]);
    const near = await get<{ items: CalendarItem[] }>("/api/cases/nearest?mine=false&limit=5");
    expect(near.items.map((one) => one.id)).toContain(id);
    const { rows } = await get<WorkloadView>("/api/cases/workload");
    expect(rows.find(({ member }) => member === null)).toMatchObject({
      openCases: 1,
      deadlines: 1,
    });
  });

  it("is changed by whoever saw it as it is, and remembers who did what", async () => {
    const { seqs } = await get<CaseView>(`/api/cases/${opened.id}`);
    const { columns } = await post<BoardView>("/api/cases/board", {});
    expect(columns[0]?.items[0]?.statusSeq).toBe(seqs.status);
    const change = { status: "active", expect: { status: seqs.status } };
    await post(`/api/cases/${opened.id}/change`, change);
    const late = await server.ask("POST", `/api/cases/${opened.id}/change`, change);
    expect(late).toMatchObject({ status: 409, body: { error: { code: "conflict" } } });
    const task = await post<{ id: string }>("/api/tasks", { case: opened.id, title: "Call" });
    await post(`/api/tasks/${task.id}`, { state: "done" });
    const note = await post<{ id: string }>(`/api/cases/${opened.id}/notes`, { text: "Called." });
    await post(`/api/notes/${note.id}/gone`, { gone: true });
    await post(`/api/cases/${opened.id}/checklist`, { item: "lawyer", done: true });
    const { items } = await get<{ items: HistoryView[] }>(`/api/cases/${opened.id}/history`);
    expect(items.map(({ kind }) => kind)).toEqual([
      "case.checked",
      "case.noted",
      "case.noted",
      "task.set",
      "task.set",
      "case.changed",
      "deadline.set",
      "case.opened",
    ]);
    for (const { text } of items) expect(text).not.toMatch(/^history\./);
  });

  it("shows what its person's file contradicts, until somebody says why it may stand", async () => {
    const { items } = await get<{ items: Finding[] }>(`/api/people/${person}/findings`);
    expect(items).toMatchObject([{ code: "dates-contradict", settled: null }]);
    const count = async () =>
      (await post<{ items: CaseFindings[] }>("/api/cases/findings", { cases: [opened.id] })).items;
    expect(await count()).toEqual([{ case: opened.id, open: 1, stops: [] }]);
    const settle = { about: opened.id, print: items[0]?.print, settled: true };
    await post("/api/findings/settle", { ...settle, reason: "both are said; we ask her" });
    const shown = await get<CaseView>(`/api/cases/${opened.id}`);
    expect(shown.findings).toMatchObject([{ settled: { reason: "both are said; we ask her" } }]);
    expect(await count()).toEqual([{ case: opened.id, open: 0, stops: [] }]);
  });

  it("answers what is wrong in a code, never by breaking", async () => {
    const refused = async (method: string, path: string, body?: unknown) => {
      const { status, body: told } = await server.ask(method, path, body);
      return [status, (told as { error: { code: string } }).error.code];
    };
    const at = { day: "2031-02-30", zone: "Asia/Almaty" };
    const deadline = { case: opened.id, kind: "hearing" };
    expect(await refused("POST", "/api/deadlines", { ...deadline, at })).toEqual([
      400,
      "bad-request",
    ]);
    const lost = { ...at, day: "2031-02-28", zone: "Asia/Nowhere" };
    expect(await refused("POST", "/api/deadlines", { ...deadline, at: lost })).toEqual([
      400,
      "act/no-such-zone",
    ]);
    expect(await refused("GET", "/api/cases/G-1999-0001")).toEqual([404, "act/no-such-case"]);
    expect((await refused("GET", "/api/cases/calendar?from=yesterday"))[0]).toBe(400);
    expect((await refused("GET", "/api/cases/nearest?limit=1e9"))[0]).toBe(400);
    expect(
      (await refused("POST", "/api/cases/list", { status: "new", cursor: "not a place" }))[0],
    ).toBe(400);
  });
});
