// Counting in a terminal: what is documented, and what lists of people say about those on none of them.
import { readFile } from "node:fs/promises";
import type { HiddenEstimate } from "../../count/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";

export const count: Command = {
  name: "count",
  usage: "estimate TABLE.tsv",
  summary: "Estimate people on no list from lists that overlap, several models side by side.",
  about:
    "TABLE has a column a list (0 or 1) and then a count of people on exactly those lists; nothing of it enters a vault.\nRefused, with the reason, where two lists share nobody, where one was made from another, or where no model has a finite answer.",
  least: 2,
  most: 2,
  options: [
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
    const [what, path] = call.args;
    if (what !== "estimate" || path === undefined)
      throw new UsageError("Use it as: guwah count estimate TABLE.tsv");
    const { CountError, estimateHidden, readAssumptionAnswers, readOverlapTable } =
      await import("../../count/index.ts");
    const table = readOverlapTable(await read(path));
    const answers = text(call, "assumptions");
    const derived = pairsOf(text(call, "derived"));
    for (const name of derived.flat())
      if (!table.lists.includes(name))
        throw new CountError("count/no-such-list", `The lists are: ${table.lists.join(", ")}.`);
    const found = estimateHidden(table, {
      derived,
      ...(answers === undefined ? {} : { answers: readAssumptionAnswers(await read(answers)) }),
      everyModel: call.options["every-model"] === true,
    });
    print(call, found);
    return found;
  },
};

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
