// Cases in a terminal: the same addresses the board asks.
import type { BoardColumn, BoardView, CaseItem, CaseView } from "../../act/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { dayLine, deadlineLine } from "../case-lines.ts";
import { personId } from "./people.ts";

type Action = (call: Call, to: Connection, words: readonly string[]) => Promise<unknown>;

const actions: Readonly<Record<string, Action>> = {
  list,
  open,
  show: async (call, to, [number]) => show(call, await whole(to, number)),
  set: async (call, to, [number]) => change(call, to, number, await fields(call, to)),
  close: async (call, to, [number]) => change(call, to, number, { status: "closed" }),
  task,
  note,
  settle,
};

export const cases: Command = {
  name: "case",
  usage:
    "[list | open PERSON | show NUMBER | set NUMBER | task NUMBER TITLE | note NUMBER WORDS | close NUMBER | settle NUMBER PRINT]",
  summary: "List, open, show and change cases; add tasks and notes; settle findings with a reason.",
  about:
    "NUMBER is the case's number (G-2026-0001) or its id. A closed case is opened again with `guwah case set NUMBER --status active`.",
  most: 400,
  options: [
    {
      name: "kind",
      type: "string",
      value: "CODE",
      help: "disappearance, detention, deportation, asylum, family, death, other",
    },
    { name: "status", type: "string", value: "CODE", help: "new, active, waiting, closed" },
    { name: "priority", type: "string", value: "CODE", help: "urgent, high, normal, low" },
    { name: "assignee", type: "string", value: "NAME", help: "a member's name or id; `nobody`" },
    { name: "title", type: "string", value: "WORDS", help: "what the case is called among you" },
    { name: "due", type: "string", value: "DAY", help: "with task: until when, as 2026-03-05" },
    { name: "done", type: "string", value: "ID", help: "with task: this task is done" },
    { name: "reason", type: "string", value: "WORDS", help: "why" },
  ],
  async run(call) {
    const [action = "list", ...words] = call.args;
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (run === undefined)
      throw new UsageError(`Say what to do: ${Object.keys(actions).join(", ")}.`);
    return run(call, await call.connect(), words);
  },
};

async function list(call: Call, to: Connection): Promise<unknown> {
  const { status, ...filter } = await fields(call, to);
  delete filter["title"];
  delete filter["reason"];
  const columns =
    status === undefined
      ? (await to.post<BoardView>("/api/cases/board", { ...filter, limit: 200 })).columns
      : [await to.post<BoardColumn>("/api/cases/list", { ...filter, status, limit: 200 })];
  for (const column of columns) {
    if (column.total === 0) continue;
    call.terminal.line(`${column.status}: ${column.total}`);
    for (const item of column.items) call.terminal.line(`  ${itemLine(item)}`);
    if (column.next !== null) call.terminal.line("  … and more; narrow the list.");
  }
  if (columns.every(({ total }) => total === 0)) call.terminal.line("No cases.");
  return columns;
}

async function open(call: Call, to: Connection, words: readonly string[]): Promise<unknown> {
  if (words.length === 0) throw new UsageError("Say whom the case is about.");
  const { kind = "other", ...rest } = await fields(call, to);
  delete rest["reason"];
  const people = [await personId(to, words.join(" "))];
  const made = await to.post<{ id: string; number: string }>("/api/cases", {
    ...rest,
    kind,
    people,
  });
  call.terminal.line(`Opened ${made.number}`);
  return made;
}

async function change(
  call: Call,
  to: Connection,
  number: string | undefined,
  fieldsToSet: Record<string, unknown>,
): Promise<unknown> {
  const { id } = await whole(to, number);
  const reason = text(call, "reason");
  await to.post(`/api/cases/${id}/change`, {
    ...fieldsToSet,
    ...(reason === undefined ? {} : { reason }),
  });
  return show(call, await whole(to, id));
}

async function task(call: Call, to: Connection, words: readonly string[]): Promise<unknown> {
  const [number, ...title] = words;
  const { id } = await whole(to, number);
  const done = text(call, "done");
  if (done !== undefined) {
    await to.post(`/api/tasks/${encodeURIComponent(done)}`, { state: "done" });
    return show(call, await whole(to, id));
  }
  if (title.length === 0) throw new UsageError("Say what is to be done.");
  const { assignee } = await fields(call, to);
  const due = text(call, "due");
  const made = await to.post<{ id: string }>("/api/tasks", {
    case: id,
    title: title.join(" "),
    ...(assignee === undefined ? {} : { assignee }),
    ...(due === undefined ? {} : { due }),
  });
  call.terminal.line(`Added  ${made.id}`);
  return made;
}

async function note(call: Call, to: Connection, words: readonly string[]): Promise<unknown> {
  const [number, ...said] = words;
  if (said.length === 0) throw new UsageError("Say what the note says.");
  const { id } = await whole(to, number);
  const made = await to.post<{ id: string }>(`/api/cases/${id}/notes`, { text: said.join(" ") });
  call.terminal.line(`Written  ${made.id}`);
  return made;
}

async function settle(call: Call, to: Connection, words: readonly string[]): Promise<unknown> {
  const [number, print = ""] = words;
  const reason = text(call, "reason");
  if (reason === undefined) throw new UsageError("Say why it may stand: --reason.");
  const { id, findings } = await whole(to, number);
  const fits = findings.filter((one) => print.length >= 8 && one.print.startsWith(print));
  const [finding] = fits;
  if (finding === undefined || fits.length > 1)
    throw new UsageError("Name one finding by the first eight signs that guwah case show gives.");
  await to.post("/api/findings/settle", { about: id, print: finding.print, settled: true, reason });
  return show(call, await whole(to, id));
}

async function whole(to: Connection, number: string | undefined): Promise<CaseView> {
  if (number === undefined) throw new UsageError("Name the case by its number, as G-2026-0001.");
  return to.get<CaseView>(`/api/cases/${encodeURIComponent(number)}`);
}

/** What the options say of a case. Throws UsageError for a member nobody knows. */
async function fields(call: Call, to: Connection): Promise<Record<string, string | null>> {
  const said: Record<string, string | null> = {};
  for (const name of ["kind", "status", "priority", "title"]) {
    const value = text(call, name);
    if (value !== undefined) said[name] = value;
  }
  const assignee = text(call, "assignee");
  if (assignee !== undefined) said["assignee"] = await memberId(to, assignee);
  return said;
}

async function memberId(to: Connection, words: string): Promise<string | null> {
  if (words === "nobody") return null;
  const members = await to.get<readonly { id: string; name: string }[]>("/api/members");
  const fits = members.filter(({ id, name }) => id === words || name === words);
  const [one] = fits;
  if (one === undefined || fits.length > 1)
    throw new UsageError("Name one member as guwah member shows them, or by id.");
  return one.id;
}

function itemLine({ number, kind, priority, people, assignee, next }: CaseItem): string {
  const who = people.map(({ label }) => label).join(", ");
  const has = assignee === null ? "" : `  (${assignee.name})`;
  const then = next === null ? "" : `  next ${next.kind} ${dayLine(next.at)}`;
  return `${number}  ${priority} ${kind}  ${who}${has}${then}`;
}

function show(call: Call, one: CaseView): CaseView {
  const { line } = call.terminal;
  line(`${one.status}  ${itemLine(one)}  ${one.id}`);
  if (one.title !== undefined) line(`  ${one.title}`);
  for (const deadline of one.deadlines) line(`  ${deadlineLine(deadline)}`);
  for (const { property, text: when, said } of one.proceedings.flatMap(({ dates }) => dates))
    line(`  ${property} ${when} — ${said[0]?.sourceTitle ?? ""}`);
  for (const { id, title, due, state, overdue } of one.taskList)
    line(
      `  task ${state}${overdue ? ", overdue" : ""}: ${title}${due === null ? "" : ` (${due})`}  ${id}`,
    );
  const done = one.checklist.filter((item) => item.done).length;
  line(`  checklist: ${done} of ${one.checklist.length}`);
  for (const { label, country, open: bound, asOf } of one.interim)
    line(`  interim measure ${country}: ${label}: ${bound}${asOf === "" ? "" : ` (${asOf})`}`);
  for (const { severity, text: what, todo, print, settled } of one.findings)
    line(
      `  ${severity}: ${what} ${settled === null ? todo : `Settled: ${settled.reason}`}  ${print.slice(0, 8)}`,
    );
  for (const { text: words, gone, by } of one.notes) if (!gone) line(`  note by ${by}: ${words}`);
  return one;
}
