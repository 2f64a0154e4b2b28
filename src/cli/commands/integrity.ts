// Proving the vault, and carrying it elsewhere.
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { exitCodes } from "../../runtime/index.ts";
import type { CheckpointReport, Comparison } from "../../preserve/index.ts";
import type { VaultReport } from "../../store/index.ts";
import { type Command, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { UsageError } from "../errors.ts";
import { readSmall } from "./checkpoint.ts";

const check: Command = {
  name: "check",
  usage: "",
  summary:
    "Verify every entry, the root, every row, every file and every checkpoint; name the first that is wrong.",
  about: "Ends with code 6 when something is wrong.",
  options: [
    {
      name: "against",
      type: "string",
      value: "FILE",
      help: "also compare with a checkpoint that somebody kept",
    },
  ],
  async run(call) {
    const kept = text(call, "against");
    const note = kept === undefined ? null : await readSmall(kept);
    const to = await call.connect();
    const report = await to.job<VaultReport & { checkpoints: CheckpointReport }>("/api/check");
    const { terminal } = call;
    const against = note === null ? null : await compare(to, note);
    if (against !== null) terminal.line(againstText(against));
    if (against !== null && against.verdict !== "extends") process.exitCode = exitCodes.damaged;
    if (report.clean)
      terminal.line(
        `Clean: ${report.entries} entries, ${report.rows} rows, ${report.files} files, ${report.checkpoints.checked} checkpoints. Root ${report.root}`,
      );
    else {
      terminal.line(
        `NOT clean: ${report.problemCount} problems in ${report.entries} entries. The first:`,
      );
      for (const { kind, size } of report.checkpoints.alarms.slice(0, 20))
        terminal.line(`  ${kind}${size === undefined ? "" : ` · ${size} entries`}`);
      for (const p of report.problems.slice(0, 20))
        terminal.line(
          `  ${p.kind}${p.seq === undefined ? "" : ` · entry ${p.seq}`}${p.table === undefined ? "" : ` · table ${p.table}`}${p.file === undefined ? "" : ` · file ${p.file}`}`,
        );
      terminal.line("Do not edit the vault. Keep this copy, and compare it with a backup.");
      process.exitCode = exitCodes.damaged;
    }
    return against === null ? report : { ...report, against };
  },
};

function compare(to: Connection, note: string): Promise<Comparison> {
  return to.post<Comparison>("/api/checkpoints/compare", { note });
}

function againstText({ verdict, size, since }: Comparison): string {
  switch (verdict) {
    case "extends":
      return `The kept checkpoint holds: its ${size} entries are the first of this ledger, ${since} were written since.`;
    case "rewritten":
      return `NOT the same ledger: its first ${size} entries are not the ones that were signed.`;
    case "shortened":
      return `NOT the same ledger: ${size} entries were signed, and fewer are here.`;
    case "other-ledger":
      return "NOT the same ledger: the checkpoint was signed under a name this ledger never had.";
    case "forged":
      return "The checkpoint is forged: this ledger's key has not signed it.";
    case "malformed":
      return "The file is not a checkpoint.";
  }
}

const rebuild: Command = {
  name: "rebuild",
  usage: "",
  summary: "Replay the ledger into fresh tables.",
  async run(call) {
    const to = await call.connect();
    const made = await to.job<{ entries: number; rows: number }>("/api/rebuild");
    call.terminal.line(`Rebuilt ${made.rows} rows from ${made.entries} entries.`);
    return made;
  },
};

const backup: Command = {
  name: "backup",
  usage: "FILE",
  summary: "Write everything into one encrypted file, and verify it.",
  about: "It opens with any passphrase or recovery code the vault has now.",
  least: 1,
  async run(call) {
    const path = call.args[0] as string;
    if ((await stat(path).catch(() => null)) !== null)
      throw new UsageError("There is a file of this name. Choose another one.");
    const to = await call.connect();
    const { job } = await to.post<{ job: string }>("/api/backup");
    const report = await to.follow<{ entries: number; files: number; bytes: number }>(job);
    const bytes = await to.download(`/api/backup/${job}`);
    await pipeline(
      Readable.fromWeb(bytes as unknown as NodeStream),
      createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }),
    );
    const { size } = await stat(path);
    if (size !== report.bytes)
      throw new UsageError(
        "The backup was not written whole. Remove it, free some space and try again.",
      );
    call.terminal.line(
      `Backed up ${report.entries} entries and ${report.files} files, ${size} bytes, verified.`,
    );
    return { ...report, file: path };
  },
};

const restore: Command = {
  name: "restore",
  usage: "FILE",
  summary: "Make a vault from a backup, where there is none yet.",
  about: "Set GUWAH_HOME to an empty folder to look at a backup without touching your vault.",
  least: 1,
  async run(call) {
    const path = call.args[0] as string;
    const { config, terminal } = call;
    const secret =
      config.passphrase?.reveal() ??
      (await terminal.secret("Passphrase or recovery code from the time of the backup: "));
    const to = await call.reach();
    if ((await stat(path).catch(() => null)) === null)
      throw new UsageError("There is no backup here that can be read. Check the path.");
    const body = Readable.toWeb(createReadStream(path)) as unknown as ReadableStream;
    const { job } = await to.send<{ job: string }>("/api/restore", body, {
      "X-Guwah-Passphrase": Buffer.from(secret).toString("base64"),
    });
    const report = await to.follow<{
      entries: number;
      files: number;
      lost: number;
      check: { clean: boolean };
    }>(job);
    terminal.line(
      `Restored ${report.entries} entries and ${report.files} files; the check is ${report.check.clean ? "clean" : "NOT clean"}.`,
    );
    if (!report.check.clean) process.exitCode = exitCodes.damaged;
    return report;
  },
};

export const integrity: readonly Command[] = [check, rebuild, backup, restore];
