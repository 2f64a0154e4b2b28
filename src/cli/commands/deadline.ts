// Deadlines in a terminal: a wall time and the time zone of its place, as it was told.
import type { CalendarItem, CaseView } from "../../act/index.ts";
import { dayLine } from "../case-lines.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";

type Action = (call: Call, to: Connection, words: readonly string[]) => Promise<unknown>;

const actions: Readonly<Record<string, Action>> = {
  list,
  set,
  done: (call, to, [id]) => change(call, to, id, { state: "done" }),
  missed: (call, to, [id]) => change(call, to, id, { state: "missed" }),
  drop: (call, to, [id]) => change(call, to, id, { state: "dropped" }),
  open: (call, to, [id]) => change(call, to, id, { state: "open" }),
  move: (call, to, [id]) => change(call, to, id, { at: moment(call) }),
};

export const deadline: Command = {
  name: "deadline",
  usage: "[list | set NUMBER | done ID | move ID | missed ID | drop ID | open ID]",
  summary: "List what waits, nearest first; set, move and end deadlines of cases.",
  about:
    "A day without --time may come at any hour of that day. An hour that clocks skip or show twice is kept as it was told, and said to be in doubt.",
  most: 10,
  options: [
    {
      name: "kind",
      type: "string",
      value: "CODE",
      help: "removal, hearing, appeal, submission, reply, papers, consent, visit, other",
    },
    {
      name: "day",
      type: "string",
      value: "DAY",
      help: "on the calendar of the place, as 2026-03-05",
    },
    { name: "time", type: "string", value: "HOUR", help: "on the clocks of the place, as 09:30" },
    { name: "zone", type: "string", value: "ZONE", help: "time zone of the place, as Asia/Almaty" },
    { name: "second", type: "boolean", help: "the second of an hour that comes twice" },
    { name: "title", type: "string", value: "WORDS", help: "what it is" },
    { name: "claim", type: "string", value: "ID", help: "the claim it is taken from" },
    { name: "reason", type: "string", value: "WORDS", help: "why (needed to move, miss or drop)" },
    { name: "limit", type: "string", value: "N", help: "with list: how many (30)" },
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
  const limit = text(call, "limit") ?? "30";
  const { items } = await to.get<{ items: readonly CalendarItem[] }>(
    `/api/cases/nearest?limit=${encodeURIComponent(limit)}`,
  );
  for (const item of items) call.terminal.line(itemLine(item));
  if (items.length === 0) call.terminal.line("Nothing waits.");
  return items;
}

function itemLine(item: CalendarItem): string {
  const { what, kind, title, at, day, lastDay, claim, overdue, id, people } = item;
  const when = at === undefined ? (day === lastDay ? day : `${day} to ${lastDay}`) : dayLine(at);
  const who = people.map(({ label }) => label).join(", ");
  const from = claim === undefined ? "" : `  says ${claim.sourceTitle}`;
  const name = title === undefined ? kind : `${kind}: ${title}`;
  const of = item.case === null ? "no case" : item.case.number;
  return `${when}  ${name}${overdue ? "  overdue" : ""}  ${of}  ${who}${from}${what === "claim" ? "" : `  ${id}`}`;
}

async function set(call: Call, to: Connection, [number]: readonly string[]): Promise<unknown> {
  if (number === undefined) throw new UsageError("Name the case by its number, as G-2026-0001.");
  const kind = text(call, "kind");
  if (kind === undefined) throw new UsageError("Say what kind of deadline it is: --kind hearing.");
  const { id } = await to.get<CaseView>(`/api/cases/${encodeURIComponent(number)}`);
  const [title, claim] = [text(call, "title"), text(call, "claim")];
  const made = await to.post<Written>("/api/deadlines", {
    case: id,
    kind,
    at: moment(call),
    ...(title === undefined ? {} : { title }),
    ...(claim === undefined ? {} : { claim }),
  });
  return told(call, made);
}

async function change(
  call: Call,
  to: Connection,
  id: string | undefined,
  fields: Record<string, unknown>,
): Promise<unknown> {
  if (id === undefined)
    throw new UsageError("Name the deadline by its id: guwah deadline shows it.");
  const reason = text(call, "reason");
  const made = await to.post<Written>(`/api/deadlines/${encodeURIComponent(id)}`, {
    ...fields,
    ...(reason === undefined ? {} : { reason }),
  });
  return told(call, made);
}

interface Written {
  readonly id: string;
  readonly doubt: keyof typeof doubts | null;
}

const doubts = {
  skipped: "Clocks there skip this hour on that day. Ask the court; reminders come an hour early.",
  twice: "This hour comes twice on that day. Ask which; until then the first counts. See --second.",
  "unknown-zone": "This computer does not know the time zone.",
} as const;

function told(call: Call, made: Written): Written {
  call.terminal.line(`Written  ${made.id}`);
  if (made.doubt !== null) call.terminal.line(doubts[made.doubt]);
  return made;
}

function moment(call: Call): Record<string, string> {
  const [day, time, zone] = [text(call, "day"), text(call, "time"), text(call, "zone")];
  if (day === undefined || zone === undefined)
    throw new UsageError("Say the day and the time zone of its place: --day, --zone.");
  const fold = call.options["second"] === true ? { fold: "second" } : {};
  return { day, zone, ...(time === undefined ? {} : { time }), ...fold };
}
