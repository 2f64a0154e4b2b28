// From the words after `guwah` to a command with its arguments and options.
import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { UsageError } from "./errors.ts";

/** Every command takes these two. */
export const everywhere = [
  { name: "json", type: "boolean", help: "print the result as JSON" },
  { name: "help", type: "boolean", short: "h", help: "show this help" },
] as const;

export interface ReadCall {
  readonly command: Command;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** The name of a command, which may be two words, and what stands after it. */
export function splitName(
  commands: readonly Command[],
  words: readonly string[],
): readonly [name: string | undefined, rest: readonly string[]] {
  const two = words.slice(0, 2).join(" ");
  return words.length > 1 && commands.some((c) => c.name === two)
    ? [two, words.slice(2)]
    : [words[0], words.slice(1)];
}

/** Throws UsageError with what was expected. */
export function readCall(
  commands: readonly Command[],
  name: string,
  words: readonly string[],
): ReadCall {
  const command = commands.find((c) => c.name === name);
  if (command === undefined)
    throw new UsageError(
      `There is no command of this name. The commands are: ${commands.map((c) => c.name).join(", ")}.`,
    );
  const declared = [...everywhere, ...(command.options ?? [])];
  const options = Object.fromEntries(
    declared.map((o) => [
      o.name,
      { type: o.type, ...("short" in o && o.short !== undefined ? { short: o.short } : {}) },
    ]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch {
    throw new UsageError(
      `guwah ${command.name} does not take these options. See guwah ${command.name} --help.`,
    );
  }
  const args = parsed.positionals;
  const values = parsed.values as ReadCall["options"];
  if (
    values["help"] !== true &&
    (args.length < (command.least ?? 0) || args.length > (command.most ?? command.least ?? 0))
  ) {
    throw new UsageError(`Use it as: guwah ${command.name} ${command.usage}`);
  }
  return { command, args, options: values };
}
