// Finding duplicates, and looking at names without a vault.
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { LinkReport, QueuePage } from "../../link/index.ts";
import {
  describeName,
  explainNames,
  type Message,
  type NameExplanation,
  NamesError,
  type Oddity,
  prepareName,
  type PreparedName,
  renderMessage,
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
      `Looked at ${report.records} ${report.mode === "everyone" ? "records" : "changed records"} and compared ${report.compared} pairs: ${report.candidates} are alike or possible relatives, in ${report.seconds} s.`,
    );
    for (const item of queue.items) {
      line(
        `${item.band} ${item.score.toFixed(2)}  ${item.leftPerson.label} · ${item.rightPerson.label}`,
      );
      line(`    ${item.left} ${item.right}`);
      for (const reason of item.reasons)
        line(`    ${reason.bits > 0 ? "+" : ""}${reason.bits}  ${reason.text}`);
    }
    line(
      `${queue.total === 1 ? "1 pair waits" : `${queue.total} pairs wait`} for a judgement; the others were judged already.`,
    );
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
  const left = prepareName(first);
  return second === undefined
    ? describe(call, left)
    : compare(call, explainNames(left, prepareName(second)));
}

const odd: Readonly<Record<Oddity, string>> = {
  empty: "nothing is written",
  "no-letters": "there are no letters",
  "one-letter": "there is only one letter",
  "too-long": "it is longer than names are; only its beginning is read",
  "mixed-scripts": "one word mixes scripts",
  "hidden-characters": "it holds characters that do not show",
  symbols: "it holds signs that stand in no name",
  digits: "it holds digits",
  "unknown-script": "its script is not known here",
};

const longestShown = 60;
const short = (word: string): string =>
  word.length > longestShown ? `${word.slice(0, longestShown)}…` : word;

function describe(call: Call, name: PreparedName): unknown {
  const { line } = call.terminal;
  const about = describeName(name);
  for (const reason of about.oddities) line(`odd as a name: ${odd[reason]}`);
  if (about.parsed.tokens.length === 0) {
    line("Nothing here can be read as a name.");
    return about;
  }
  line(`script: ${about.script}`);
  for (const { word, alphabets } of about.alphabets)
    line(`  ${short(word)}: may be written in ${alphabets.join(", ")}`);
  for (const token of about.parsed.tokens)
    line(
      `  ${short(token.text)}: ${token.role}${token.ending === undefined ? "" : ` (${short(token.stem)} + ${token.ending.id})`}`,
    );
  for (const { id, text } of about.parsed.titles) line(`  ${short(text)}: title (${id})`);
  for (const aside of about.parsed.asides) line(`  ${short(aside)}: set aside`);
  line(`keys: ${about.keys.join(" ")}`);
  return about;
}

/** Every sentence with the id of its rule; the letters of a pair are in the JSON. */
function compare(call: Call, explanation: NameExplanation): unknown {
  const { line } = call.terminal;
  const say = (message: Message, indent: string): void => {
    const values = Object.fromEntries(
      Object.entries(message.values).map(([key, value]) => [key, short(value)]),
    );
    line(`${indent}${renderMessage({ ...message, values })}  [${message.key}]`);
  };
  line(`score: ${explanation.score.toFixed(4)}; band: ${explanation.band}`);
  const [verdict, ...notes] = explanation.messages;
  if (verdict !== undefined) say(verdict, "");
  for (const { messages } of explanation.pairs)
    messages.forEach((message, place) => say(message, place === 0 ? "" : "  "));
  for (const note of notes) say(note, "");
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
  if (resolve(from) === resolve(to))
    throw new UsageError("The scored table needs a file of its own: OUT.tsv must not be IN.tsv.");
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
  } catch (error) {
    throw refusal(error);
  } finally {
    await rm(unfinished, { force: true });
  }
  call.terminal.progressEnd();
  call.terminal.line(`Scored ${Math.max(0, pairs)} pairs.`);
  return { pairs: Math.max(0, pairs) };
}

/** What the person can mend, said so; anything else as it came. */
function refusal(error: unknown): unknown {
  if (error instanceof NamesError) return new UsageError(error.message);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return new UsageError("There is no folder to write the scored table into. Make it first.");
    case "EISDIR":
      return new UsageError("A table is expected, and a folder was named. Name a file.");
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new UsageError("Reading or writing there is not allowed. Choose another place.");
    case "ENOSPC":
      return new UsageError("The disk is full. Make room, or choose another place.");
    default:
      return error;
  }
}

export const link: readonly Command[] = [find, names];
