// An export of everything taken in again, where there is no vault yet.
import { join } from "node:path";
import { stat } from "node:fs/promises";
import { packFolder } from "../../publish/index.ts";
import type { Call } from "../command.ts";
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
