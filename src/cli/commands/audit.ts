// Holding every file against its hash.
import type { AuditReport } from "../../preserve/index.ts";
import { exitCodes } from "../../runtime/index.ts";
import { type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { inFull } from "./mirror.ts";

export const audit: Command = {
  name: "audit",
  usage: "",
  summary: "Decrypt and hash every file, write down what was found, and repair from the mirror.",
  about:
    "Also made on a schedule while the vault is open (GUWAH_AUDIT_DAYS), then repaired where the\nmirror is connected. Ends with code 6 when a file is missing or damaged and was not repaired.",
  options: [
    { name: "repair", type: "boolean", help: "put lost files back from the mirror" },
    {
      name: "from",
      type: "string",
      value: "DIR",
      help: "with --repair: from this mirror, not the last one",
    },
  ],
  async run(call) {
    const from = text(call, "from");
    const repair = call.options["repair"] === true;
    if (from !== undefined && !repair) throw new UsageError("Give --from together with --repair.");
    const to = await call.connect();
    const report = await to.job<AuditReport>("/api/audit", {
      repair,
      ...(from === undefined ? {} : { from: inFull(from) }),
    });
    const { terminal } = call;
    if (report.missing + report.damaged === 0)
      terminal.line(`Whole: ${report.files} files, ${report.bytes} bytes.`);
    else {
      terminal.line(
        `${report.files} files: ${report.missing} missing, ${report.damaged} damaged, ${report.repaired} repaired.`,
      );
      for (const { file, state, repaired } of report.lost.slice(0, 20))
        terminal.line(`  ${state}  ${file}${repaired ? "  repaired" : ""}`);
    }
    if (!report.clean) {
      if (!repair) terminal.line("Connect the mirror and run: guwah audit --repair");
      process.exitCode = exitCodes.damaged;
    }
    return report;
  },
};
