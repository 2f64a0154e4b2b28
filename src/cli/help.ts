// Help in the terminal, and the same as a page of the documentation (docs/command-line.md).
import { exitCodes } from "../runtime/index.ts";
import type { Command } from "./command.ts";
import { everywhere } from "./read-call.ts";

export function helpOfAll(commands: readonly Command[]): string {
  const wide = Math.max(...commands.map((c) => c.name.length));
  const lines = commands.map((c) => `  ${c.name.padEnd(wide)}  ${c.summary}`);
  return [
    "Guwah keeps the case files of people who were disappeared or detained, in a form that stands up to denial.",
    "",
    "Use: guwah COMMAND [words] [--json]",
    "",
    ...lines,
    "",
    "guwah COMMAND --help says more about one.",
    "",
  ].join("\n");
}

export function helpOf(command: Command): string {
  const rows = optionRows(command);
  const wide = Math.max(...rows.map(([left]) => left.length));
  return [
    `guwah ${`${command.name} ${command.usage}`.trim()}`,
    "",
    `  ${command.summary}`,
    ...(command.about === undefined
      ? []
      : ["", ...command.about.split("\n").map((line) => `  ${line}`)]),
    "",
    ...rows.map(([left, right]) => `  ${left.padEnd(wide)}  ${right}`),
    "",
  ].join("\n");
}

function optionRows(command: Command): [string, string][] {
  return [...(command.options ?? []), ...everywhere].map((o) => {
    const value = o.type === "string" ? ` ${("value" in o ? o.value : undefined) ?? "TEXT"}` : "";
    return [`--${o.name}${value}`, o.help];
  });
}

/** The page docs/command-line.md; a test compares the file with this. */
export function helpPage(commands: readonly Command[]): string {
  const codes = Object.entries(exitCodes).map(([name, code]) => `| ${code} | ${name} |`);
  return [
    "# The command line",
    "",
    "Run `bin/guwah` in the checkout. While a server holds the vault, commands go through it; otherwise they open the vault",
    "themselves and lock it when they end. This page is made from the program: `node bin/guwah help --page`.",
    "",
    ...commands.flatMap((command) => [
      `## guwah ${command.name}`,
      "",
      "```",
      helpOf(command).trimEnd(),
      "```",
      "",
    ]),
    "## Exit codes",
    "",
    "| code | class |",
    "|---|---|",
    "| 0 | done |",
    ...codes,
    "",
  ].join("\n");
}
