// Finding duplicates, and looking at names without a vault.
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { LinkReport, QueuePage } from "../../link/index.ts";
import {
  describeName,
  explainNames,
  prepareName,
  renderExplanation,
  scorePairs,
} from "../../names/index.ts";
import type { Call, Command } from "../command.ts";
import { UsageError } from "../errors.ts";

const shownPairs = 10;

const find: Command = {
  name: "link",
  usage: "",
  summary: "Look for records that may be about one person; nothing is merged.",
  about:
    "After the first run only what came or changed since is looked at. Judge pairs with guwah judge, or in the browser.",
  most: 0,
  options: [{ name: "full", type: "boolean", help: "look at everyone again" }],
  async run(call) {
    const to = await call.connect();
    const report = await to.job<LinkReport>("/api/link", {
      full: call.options["full"] === true,
    });
    const queue = await to.post<QueuePage>("/api/queue", { limit: shownPairs });
    const { line } = call.terminal;
    line(
      `Looked at ${report.records} ${report.mode === "everyone" ? "records" : "changed records"}: ${report.candidates} possible pairs, in ${report.seconds} s.`,
    );
    for (const item of queue.items) {
      line(
        `${item.band} ${item.score.toFixed(2)}  ${item.leftPerson.label} · ${item.rightPerson.label}`,
      );
      line(`    ${item.left} ${item.right}`);
      for (const reason of item.reasons)
        line(`    ${reason.bits > 0 ? "+" : ""}${reason.bits}  ${reason.text}`);
    }
    line(`${queue.total} pairs wait for a judgement.`);
    return { ...report, waiting: queue.total };
  },
};

const names: Command = {
  name: "names",
  usage: "explain NAME [NAME] | score IN.tsv OUT.tsv",
  summary: "Explain a name, or how two names compare; or score a table of pairs.",
  about:
    "score reads a table with a header that has the columns left and right, and appends score (0 to 1) and band. No vault is needed.",
  least: 2,
  most: 3,
  async run(call) {
    const [what, first, second] = call.args;
    if (what === "explain" && first !== undefined) return explain(call, first, second);
    if (what === "score" && first !== undefined && second !== undefined)
      return scoreTable(call, first, second);
    throw new UsageError(
      "Use guwah names explain NAME [NAME], or guwah names score IN.tsv OUT.tsv.",
    );
  },
};

function explain(call: Call, first: string, second: string | undefined): unknown {
  const { line } = call.terminal;
  const left = prepareName(first);
  if (second === undefined) {
    const about = describeName(left);
    line(`script: ${about.script}`);
    for (const { word, alphabets } of about.alphabets)
      line(`  ${word}: may be written in ${alphabets.join(", ")}`);
    for (const token of about.parsed.tokens)
      line(
        `  ${token.text}: ${token.role}${token.ending === undefined ? "" : ` (${token.stem} + ${token.ending.id})`}`,
      );
    line(`keys: ${about.keys.join(" ")}`);
    return about;
  }
  const explanation = explainNames(left, prepareName(second));
  line(`score: ${explanation.score.toFixed(4)}; band: ${explanation.band}`);
  for (const text of renderExplanation(explanation)) line(text);
  return explanation;
}

/** Lines by their line feed only: readline would also cut at separators that may stand inside a name. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8")) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Written beside its place and moved there when whole, so that a broken run leaves no half table. */
async function scoreTable(call: Call, from: string, to: string): Promise<unknown> {
  if ((await stat(from).catch(() => null)) === null)
    throw new UsageError("There is no such table to read.");
  const unfinished = `${to}.unfinished`;
  let pairs = -1;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const scored of scorePairs(linesOf(from))) {
      if (scored !== "") pairs += 1;
      if (pairs % 10_000 === 0) call.terminal.progress(pairs, null, "pairs");
      yield `${scored}\n`;
    }
  };
  try {
    await pipeline(Readable.from(lines()), createWriteStream(unfinished));
    await rename(unfinished, to);
  } finally {
    await rm(unfinished, { force: true });
  }
  call.terminal.progressEnd();
  call.terminal.line(`Scored ${Math.max(0, pairs)} pairs.`);
  return { pairs: Math.max(0, pairs) };
}

export const link: readonly Command[] = [find, names];
