// Counting in a terminal: what is documented, and what lists of people say about those on none of them.
import {
  dimensionCodes,
  type DocumentedCount,
  type Reproduced,
  type SavedCount,
  type SavedCountItem,
} from "../../count/index.ts";
import { exitCodes } from "../../runtime/index.ts";
import { type Call, type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { estimate } from "./count-estimate.ts";

export const count: Command = {
  name: "count",
  usage: "[keep | kept | show COUNT | again COUNT | estimate TABLE.tsv | lists LISTS.json]",
  summary:
    "Count the documented people, with who speaks; keep a count under an address; or estimate people on no list from lists that overlap.",
  about:
    'keep writes the count down with the position of the ledger it was made at; again makes it from that position once more and ends with code 6 where it does not come out the same.\nFor the public a number moves only when five people or more moved it since the last kept count for the public; until it is kept it is a preview.\nTABLE has a column a list (0 or 1) and then a count of people on exactly those lists; nothing of it enters a vault.\nLISTS makes lists of the vault\'s sources: {"Appeals": ["src_…"], "Press": ["src_…", "src_…"]}.\nAn estimate is refused, with the reason, where two lists share nobody, where one was made from another, or where no model has a finite answer; it then ends with code 4.',
  most: 2,
  options: [
    { name: "by", type: "string", value: "LIST", help: `tables, of: ${dimensionCodes.join(", ")}` },
    {
      name: "audience",
      type: "string",
      value: "NAME",
      help: "inside (default), or public: small cells held back, the rest in fives",
    },
    { name: "reviewed", type: "boolean", help: "only what somebody accepted" },
    {
      name: "derived",
      type: "string",
      value: "A:B",
      help: "lists of which one was made from the other, as A:B,C:D",
    },
    {
      name: "assumptions",
      type: "string",
      value: "FILE.json",
      help: 'answers about what must hold: {"closed": {"answer": "holds", "why": "…"}}',
    },
    { name: "every-model", type: "boolean", help: "give every model that could be fitted" },
  ],
  async run(call) {
    const [what, of, more] = call.args;
    if (what === undefined) return counted(call);
    if (more === undefined && of === undefined) {
      if (what === "keep") return keep(call);
      if (what === "kept") return kept(call);
    } else if (more === undefined && of !== undefined) {
      if (what === "show") return show(call, of);
      if (what === "again") return again(call, of);
      if (what === "estimate" || what === "lists") return estimate(call, what, of);
    }
    throw new UsageError(
      "Use it as: guwah count, guwah count keep, kept, show COUNT or again COUNT, guwah count estimate TABLE.tsv, or guwah count lists LISTS.json",
    );
  },
};

async function ask<T>(call: Call, to: Connection, path: string): Promise<T> {
  const by = text(call, "by")?.split(",");
  return to.job<T>(path, {
    audience: text(call, "audience") ?? "inside",
    ...(by === undefined ? {} : { by }),
    reviewed: call.options["reviewed"] === true,
  });
}

async function counted(call: Call): Promise<DocumentedCount> {
  const found = await ask<DocumentedCount>(call, await call.connect(), "/api/counts");
  print(call, found);
  if (found.audience === "public")
    call.terminal.line("A preview: it leaves by being kept (guwah count keep --audience public).");
  return found;
}

async function keep(call: Call): Promise<SavedCount> {
  const found = await ask<SavedCount>(call, await call.connect(), "/api/counts/kept");
  print(call, found);
  call.terminal.line(`Kept as ${found.id}; on the screen at /counts/kept/${found.id}`);
  return found;
}

async function kept(call: Call): Promise<readonly SavedCountItem[]> {
  const to = await call.connect();
  const { items } = await to.get<{ items: readonly SavedCountItem[] }>("/api/counts/kept");
  for (const { id, asOf, audience, documented, snapshot } of items)
    call.terminal.line(
      `${id}  ${asOf}  ${audience.padEnd(6)}  ${shown(documented).padStart(9)}  ${snapshot.shown.slice(0, 16)}`,
    );
  return items;
}

async function show(call: Call, id: string): Promise<SavedCount> {
  const to = await call.connect();
  const found = await to.get<SavedCount>(`/api/counts/kept/${encodeURIComponent(id)}`);
  print(call, found);
  return found;
}

async function again(call: Call, id: string): Promise<Reproduced> {
  const to = await call.connect();
  const found = await to.job<Reproduced>(`/api/counts/kept/${encodeURIComponent(id)}/again`, {});
  const { same, entries, entriesNow, erased } = found;
  call.terminal.line(
    same
      ? `The same, made again of the first ${entries} of ${entriesNow} entries.`
      : `NOT the same, made again of the first ${entries} of ${entriesNow} entries; ${erased} of them were erased since.`,
  );
  if (!same) process.exitCode = exitCodes.damaged;
  return found;
}

function print(
  { terminal: { line } }: Call,
  found: Omit<DocumentedCount, "discovery"> & Partial<Pick<DocumentedCount, "discovery">>,
): void {
  line(`${shown(found.documented)} documented people, as of ${found.asOf}.`);
  line(found.rule);
  line(found.caveat);
  for (const table of [...found.tables, found.whoSpeaks]) {
    line();
    line(`${table.title}${table.several ? " (a person may be in several rows)" : ""}`);
    line(`  ${table.rule}`);
    for (const row of table.rows) line(`  ${shown(row.people).padStart(9)}  ${row.label}`);
    const share =
      table.shareNotKnown === null ? "" : ` (${Math.round(table.shareNotKnown * 1_000) / 10} %)`;
    line(`  ${shown(table.notKnown).padStart(9)}  not known${share}`);
  }
  if (found.delay !== null && found.delay.median !== null)
    line(
      `\nHalf of those with both days known were first reported within ${found.delay.median} days.`,
    );
  const steps = found.discovery ?? [];
  if (steps.length > 0) line("\nHow the count grew with each source");
  for (const { day, together, fresh } of steps)
    line(`  ${day}  ${String(together).padStart(8)}  ${fresh} new`);
  const { entries, facts, shown: told } = found.snapshot;
  line(`\nMade of ${entries} entries; told ${told}${facts === null ? "" : `; facts ${facts}`}`);
}

function shown(people: number | null): string {
  return people === null ? "held back" : String(people);
}
