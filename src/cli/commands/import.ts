// What `guwah import` takes besides tables: files of other programs, and an export of everything, where there is no vault yet.
import { join } from "node:path";
import { stat } from "node:fs/promises";
import { packFolder } from "../../publish/index.ts";
import type { BatchItem, ForeignRun } from "../../collect/index.ts";
import { type Call, text } from "../command.ts";
import type { Connection } from "../connection.ts";
import { exitCodes } from "../../runtime/index.ts";

/** Whether a word names a folder with an export of everything. */
export async function isHome(path: string): Promise<boolean> {
  const found = await stat(join(path, "manifest.json")).catch(() => null);
  return found?.isFile() === true;
}

export async function importHome(call: Call, dir: string): Promise<unknown> {
  const { config, terminal } = call;
  const secret =
    config.passphrase?.reveal() ??
    (await terminal.secret("Passphrase or recovery code from the time of the export: "));
  const to = await call.reach();
  const { job } = await to.send<{ job: string }>("/api/imports/all", packFolder(dir, "guwah-all"), {
    "X-Guwah-Passphrase": Buffer.from(secret).toString("base64"),
  });
  const report = await to.follow<{
    entries: number;
    files: number;
    lost: number;
    root: string;
    check: { clean: boolean };
  }>(job);
  terminal.line(
    `Imported ${report.entries} entries and ${report.files} files. Root: ${report.root}. The check is ${report.check.clean ? "clean" : "NOT clean"}.`,
  );
  if (!report.check.clean) process.exitCode = exitCodes.damaged;
  return report;
}

/** A source that is a file of another program, imported as such; null where it is none. */
export async function importForeign(call: Call, to: Connection, id: string): Promise<unknown> {
  const { format } = await to.get<{ format: string | null }>(`/api/sources/${id}/foreign`);
  if (format === null) return null;
  const series = text(call, "series");
  const asked = series === undefined ? {} : { series };
  const isDry = call.options["dry-run"] === true;
  const at = `/api/sources/${id}/foreign/${isDry ? "dry-run" : "import"}`;
  if (isDry) {
    const dry = await to.job<ForeignRun>(at, asked);
    call.terminal.line(
      `${format}, ${dry.rows} records: ${dry.add} new, ${dry.update} changed, ${dry.unchanged} unchanged, ${dry.fail} not understood.`,
    );
    for (const [kind, count] of Object.entries(dry.leftOut))
      call.terminal.line(`  left out: ${count} × ${kind}`);
    return dry;
  }
  const batch = await to.job<BatchItem>(at, asked);
  call.terminal.line(
    `${format}, ${batch.rows} records: ${batch.added} new, ${batch.updated} changed, ${batch.unchanged} unchanged, ${batch.failed} not understood. Undo it on the Imports page.`,
  );
  return { format, ...batch };
}
