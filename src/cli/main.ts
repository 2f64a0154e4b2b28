// `guwah`: the same steps in a terminal.
import { exitCodeOf, plainError, readConfig } from "../runtime/index.ts";
import { commands } from "./commands.ts";
import { reach, unlockWith, type Connection } from "./connection.ts";
import { helpOf, helpOfAll, helpPage } from "./help.ts";
import { readCall, splitName } from "./read-call.ts";
import { openTerminal } from "./terminal.ts";

async function main(words: readonly string[]): Promise<void> {
  const [name, rest] = splitName(commands, words);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const about = commands.find((c) => c.name === splitName(commands, rest)[0]);
    const all = rest[0] === "--page" ? helpPage(commands) : helpOfAll(commands);
    process.stdout.write(about === undefined ? all : helpOf(about));
    return;
  }
  const { command, args, options } = readCall(commands, name, rest);
  if (options["help"] === true) {
    process.stdout.write(helpOf(command));
    return;
  }
  const config = readConfig(process.env);
  const terminal = openTerminal(options["json"] === true);
  let open: Connection | null = null;
  try {
    const reachOnce = async (): Promise<Connection> => (open ??= await reach(config, terminal));
    const result = await command.run({
      args,
      options,
      config,
      terminal,
      reach: reachOnce,
      connect: async () => {
        const to = await reachOnce();
        await unlockWith(config, terminal, to);
        return to;
      },
    });
    if (terminal.json) process.stdout.write(`${JSON.stringify(result ?? {}, null, 2)}\n`);
  } finally {
    terminal.progressEnd();
    await (open as Connection | null)?.close();
  }
}

// Whoever reads may stop early (`guwah people | head`): the command still ends in order.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

main(process.argv.slice(2)).then(
  () => {
    // A reader thread that is idle must not keep a finished command waiting.
    process.exit(process.exitCode ?? 0);
  },
  (error: unknown) => {
    const { code, message } = plainError(error);
    const json = process.argv.includes("--json");
    if (json) process.stdout.write(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`);
    process.stderr.write(`guwah: ${message} [${code}]\n`);
    if (process.env["GUWAH_DEBUG"] === "1" && code === "internal") console.error(error);
    process.exit(exitCodeOf(error));
  },
);
