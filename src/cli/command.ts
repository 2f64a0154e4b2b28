// What a command is: data that runs it, documents it and checks its words.
// Invariant: `--help`, docs/command-line.md and the parser all read this one table.
import type { Connection } from "./connection.ts";
import type { Terminal } from "./terminal.ts";
import type { Config } from "../runtime/index.ts";

export interface Option {
  readonly name: string;
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly value?: string;
  readonly help: string;
}

export interface Call {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly config: Config;
  readonly terminal: Terminal;
  /** Connects and unlocks; commands that need no vault never call it. */
  connect(): Promise<Connection>;
  /** Connects without unlocking, for first run and the demonstration. */
  reach(): Promise<Connection>;
}

export interface Command {
  readonly name: string;
  /** Words after the name, as shown in the help: `FILE...`, `[QUERY]`. */
  readonly usage: string;
  readonly summary: string;
  readonly about?: string;
  readonly least?: number;
  readonly most?: number;
  readonly options?: readonly Option[];
  /** Prints what people read, and gives what `--json` prints. */
  run(call: Call): Promise<unknown>;
}

export function text(call: Call, option: string): string | undefined {
  const value = call.options[option];
  return typeof value === "string" ? value : undefined;
}
