// Counting in a terminal: what is documented, and what lists of people say about those on none of them.
import { readFile } from "node:fs/promises";
import {
  CountError,
  dimensionCodes,
  type DocumentedCount,
  estimateHidden,
  type HiddenEstimate,
  readAssumptionAnswers,
  readOverlapTable,
} from "../../count/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";

export const count: Command = {
  name: "count",
  usage: "[estimate TABLE.tsv | lists LISTS.json]",
  summary:
    "Count the documented people, with who speaks; or estimate people on no list from lists that overlap.",
  about:
    'TABLE has a column a list (0 or 1) and then a count of people on exactly those lists; nothing of it enters a vault.\nLISTS makes lists of the vault\'s sources: {"Appeals": ["src_…"], "Press": ["src_…", "src_…"]}.\nAn estimate is refused, with the reason, where two lists share nobody, where one was made from another, or where no model has a finite answer.',
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
    const [what, path, more] = call.args;
    if (what === undefined) return documented(call);
    if (path === undefined || more !== undefined || (what !== "estimate" && what !== "lists"))
      throw new UsageError(
        "Use it as: guwah count, guwah count estimate TABLE.tsv, or guwah count lists LISTS.json",
      );
    const found = what === "estimate" ? await ofTable(call, path) : await ofLists(call, path);
    print(call, found);
    return found;
  },
};

async function documented(call: Call): Promise<DocumentedCount> {
  const by = text(call, "by")?.split(",");
  const to = await call.connect();
  const found = await to.job<DocumentedCount>("/api/counts", {
    audience: text(call, "audience") ?? "inside",
    ...(by === undefined ? {} : { by }),
    reviewed: call.options["reviewed"] === true,
  });
  const { line } = call.terminal;
  line(`${shown(found.documented)} documented people, as of ${found.asOf}.`);
  line(found.rule);
  line(found.caveat);
  for (const table of [...found.tables, found.whoSpeaks]) {
    line();
    line(`${table.title}${table.several ? " (a person may be in several rows)" : ""}`);
    for (const row of table.rows) line(`  ${shown(row.people).padStart(8)}  ${row.label}`);
    line(`  ${shown(table.notKnown).padStart(8)}  not known`);
  }
  if (found.delay !== null && found.delay.median !== null)
    line(
      `\nHalf of those with both days known were first reported within ${found.delay.median} days.`,
    );
  line(`\nMade of ${found.snapshot.entries} entries; facts ${found.snapshot.facts}`);
  return found;
}

function shown(people: number | null): string {
  return people === null ? "held back" : String(people);
}

async function ofTable(call: Call, path: string): Promise<HiddenEstimate> {
  const table = readOverlapTable(await read(path));
  const answers = text(call, "assumptions");
  const derived = pairsOf(text(call, "derived"));
  for (const name of derived.flat())
    if (!table.lists.includes(name))
      throw new CountError("count/no-such-list", `The lists are: ${table.lists.join(", ")}.`);
  return estimateHidden(table, {
    derived,
    ...(answers === undefined ? {} : { answers: readAssumptionAnswers(await read(answers)) }),
    everyModel: call.options["every-model"] === true,
  });
}

async function ofLists(call: Call, path: string): Promise<HiddenEstimate> {
  const answers = text(call, "assumptions");
  const lists = Object.entries(objectOf(await read(path))).map(([name, sources]) => ({
    name,
    sources,
  }));
  const to = await call.connect();
  return to.job<HiddenEstimate>("/api/counts/estimate", {
    lists,
    reviewed: call.options["reviewed"] === true,
    ...(answers === undefined ? {} : { answers: readAssumptionAnswers(await read(answers)) }),
  });
}

function objectOf(words: string): object {
  try {
    const found: unknown = JSON.parse(words);
    if (typeof found === "object" && found !== null && !Array.isArray(found)) return found;
  } catch {
    // Said below, as for everything else that is no such file.
  }
  throw new UsageError('LISTS.json holds {"Name of a list": ["src_…", "src_…"], …}.');
}

function print({ terminal }: Call, found: HiddenEstimate): void {
  terminal.line(`${found.observed} people are on at least one of ${found.lists.length} lists.`);
  for (const { reason } of found.refused) terminal.line(`Refused: ${reason}`);
  for (const warning of found.warnings) terminal.line(`Mind: ${warning}`);
  const rows = [
    ["Chapman", found.chapman],
    ["lists independent", found.independence],
    ["all pairs", found.allPairs],
    ["best by BIC", found.bestByBic],
    ["best by AIC", found.bestByAic],
  ] as const;
  for (const [name, one] of rows)
    if (one !== null)
      terminal.line(
        `${name.padEnd(18)} ${one.estimate}  (95 %: ${one.low} to ${one.high})  ${one.model}`,
      );
  if (found.refused.length > 0) return;
  terminal.line("None of these is the number of people. Each holds only if these do:");
  for (const { statement, answer } of found.assumptions) terminal.line(`  ${answer}: ${statement}`);
}

function pairsOf(given: string | undefined): (readonly [string, string])[] {
  if (given === undefined) return [];
  return given.split(",").map((pair) => {
    const [first, second, more] = pair.split(":");
    if (first === undefined || second === undefined || more !== undefined)
      throw new UsageError("Use --derived as A:B, or A:B,C:D for several pairs.");
    return [first, second] as const;
  });
}

async function read(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => {
    throw new UsageError("The file cannot be read. Look at its name and its rights.");
  });
}
