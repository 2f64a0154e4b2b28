// Estimates in a terminal: from a table in a file, or from lists made of the vault's sources.
// Invariant: nothing of a table in a file enters a vault; what is refused says why and ends with a code of its own.
import { readFile } from "node:fs/promises";
import {
  CountError,
  estimateHidden,
  type HiddenEstimate,
  readAssumptionAnswers,
  readOverlapTable,
} from "../../count/index.ts";
import { exitCodes } from "../../runtime/index.ts";
import { type Call, text } from "../command.ts";
import { UsageError } from "../errors.ts";

/** Of a table in a file (`estimate`), or of lists made of the vault's sources (`lists`). Refused: the process ends with code 4. */
export async function estimate(
  call: Call,
  what: "estimate" | "lists",
  path: string,
): Promise<HiddenEstimate> {
  const found = what === "estimate" ? await ofTable(call, path) : await ofLists(call, path);
  print(call, found);
  if (found.refused.length > 0) process.exitCode = exitCodes.refused;
  return found;
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
