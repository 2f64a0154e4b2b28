// The terminal: lines for people, progress where someone looks, a hidden prompt for passphrases.
// Invariant: with --json only JSON goes to standard output; progress and questions go to standard error.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { UsageError } from "./errors.ts";

export interface Terminal {
  readonly json: boolean;
  readonly line: (text?: string) => void;
  note(text: string): void;
  progress(done: number, total: number | null, step: string): void;
  progressEnd(): void;
  secret(question: string): Promise<string>;
}

const width = 28;

export function openTerminal(json: boolean): Terminal {
  const isLive = process.stderr.isTTY === true;
  let drawn = false;
  let lastPlain = "";
  const clear = (): void => {
    if (drawn) process.stderr.write("\r\u001b[K");
    drawn = false;
  };
  return {
    json,
    line(text = "") {
      if (json) return;
      clear();
      process.stdout.write(`${printable(text)}\n`);
    },
    note(text) {
      clear();
      process.stderr.write(`${printable(text)}\n`);
    },
    progress(done, total, step) {
      const share = total === null || total === 0 ? null : Math.min(1, done / total);
      const count = total === null ? String(done) : `${done} of ${total}`;
      if (!isLive) {
        // A file or a pipe gets a line per step, not a moving bar.
        if (step !== lastPlain) process.stderr.write(`${step} …\n`);
        lastPlain = step;
        return;
      }
      const filled = share === null ? 0 : Math.round(share * width);
      process.stderr.write(
        `\r\u001b[K${"█".repeat(filled)}${"░".repeat(width - filled)} ${step}  ${count}`,
      );
      drawn = true;
    },
    progressEnd: clear,
    async secret(question) {
      if (process.stdin.isTTY !== true)
        throw new UsageError(
          "A passphrase is needed. Set GUWAH_PASSPHRASE, or run this in a terminal.",
        );
      clear();
      process.stderr.write(question);
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
      const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
      try {
        return await reader.question("");
      } finally {
        reader.close();
        process.stderr.write("\n");
      }
    },
  };
}

// A name in a vault must not be able to move the cursor or rewrite the line of whoever lists it.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text without control and direction-override characters; names keep their own direction otherwise. */
export function printable(value: string): string {
  return value.replace(controls, "�");
}
