// A second copy on another disk.
import { resolve } from "node:path";
import type { MirrorReport } from "../../preserve/index.ts";
import { exitCodes } from "../../runtime/index.ts";
import type { Command } from "../command.ts";

export const mirror: Command = {
  name: "mirror",
  usage: "[DIR]",
  summary: "Copy the vault to a second disk, encrypted, only what is new, and verify the copies.",
  about:
    "DIR is an empty folder on another disk; without it, the folder of the last time. The passphrase\nopens the mirror. RESTORE.txt in it says how. `guwah audit --repair` takes lost files from it.",
  most: 1,
  options: [
    { name: "check", type: "boolean", help: "decrypt every copy that is there too" },
    {
      name: "new",
      type: "boolean",
      help: "begin again on an empty disk where a mirror was before",
    },
    {
      name: "prune",
      type: "boolean",
      help: "destroy copies that no entry names any more, as after an erasure",
    },
  ],
  async run(call) {
    const [folder] = call.args;
    const on = (name: string): boolean => call.options[name] === true;
    const to = await call.connect();
    const report = await to.job<MirrorReport>("/api/mirror", {
      ...(folder === undefined ? {} : { folder: inFull(folder) }),
      check: on("check"),
      anew: on("new"),
      prune: on("prune"),
    });
    const { terminal } = call;
    terminal.line(
      `Mirrored ${report.files} files (${report.copied} new, ${report.bytes} bytes) and ${report.entries} entries.`,
    );
    if (report.left > 0)
      terminal.line(`${report.left} copies belong to no entry any more. Remove them: --prune`);
    if (report.lost > 0) {
      terminal.line(`${report.lost} files are not whole in the vault. Run: guwah audit --repair`);
      process.exitCode = exitCodes.damaged;
    }
    return report;
  },
};

/** The server may run in another folder. */
export function inFull(path: string): string {
  return resolve(path);
}
