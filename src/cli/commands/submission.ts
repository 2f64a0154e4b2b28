// Submissions to bodies of the United Nations in a terminal.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { exitCodes } from "../../runtime/index.ts";
import type { MadeAnswer } from "../../server/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { requireNew } from "./checkpoint.ts";
import { personId } from "./people.ts";

const submission: Command = {
  name: "submission",
  usage: "ROUTE PERSON",
  summary:
    "Make a submission about a person for a body of the United Nations, or say what it still lacks.",
  about:
    "ROUTE is wgeid, wgad, ced, cat or special. Without --to it only says what is missing and what blocks; nothing is written while anything is, and it ends as refused (4). Dates and countries are checked; who must consent too (see guwah consent).",
  least: 2,
  most: 12,
  options: [
    { name: "to", type: "string", value: "FILE.docx", help: "the new file" },
    { name: "pdf", type: "boolean", help: "also write a PDF beside it" },
    { name: "language", type: "string", value: "CODE", help: "en, fr or es; en if not said" },
    {
      name: "audience",
      type: "string",
      value: "NAME",
      help: "un-named, or un-quiet for a special-procedures letter that keeps the name from the state",
    },
  ],
  async run(call) {
    const [route = "", ...words] = call.args;
    const target = text(call, "to");
    const docx = target === undefined ? null : resolve(target);
    const pdf = docx === null || call.options["pdf"] !== true ? null : besides(docx);
    for (const file of [docx, pdf]) if (file !== null) await requireNew(file);
    const to = await call.connect();
    const asked = {
      route,
      person: await personId(to, words.join(" ")),
      ...given(call, "language"),
      ...given(call, "audience"),
    };
    const made =
      docx === null
        ? await to.post<MadeAnswer>("/api/submissions/preview", asked)
        : await to.post<MadeAnswer>("/api/submissions", {
            ...asked,
            formats: pdf === null ? ["docx"] : ["docx", "pdf"],
          });
    for (const file of made.files)
      await writeFile(
        file.name.endsWith(".pdf") ? (pdf as string) : (docx as string),
        Buffer.from(file.base64, "base64"),
        { flag: "wx", mode: 0o600, flush: true },
      );
    tell(call, made);
    const written = made.files.length > 0;
    if (!written && docx !== null) {
      call.terminal.line("Nothing was written.");
      process.exitCode = exitCodes.refused;
    }
    const { eligible, reasons, urgency, missing, blocked, version } = made;
    return {
      eligible,
      missing,
      blocked,
      file: written ? docx : null,
      ...(written && pdf !== null ? { pdf } : {}),
      ...(written ? { sha256: made.files[0]?.hash, version } : {}),
      reasons,
      urgentUntil: urgency?.until ?? null,
    };
  },
};

const besides = (docx: string): string => `${docx.replace(/\.docx$/iu, "")}.pdf`;

function given(call: Call, name: string): Record<string, string> {
  const value = text(call, name);
  if (value === "") throw new UsageError(`Say something after --${name}, or leave it out.`);
  return value === undefined ? {} : { [name]: value };
}

function tell({ terminal }: Call, made: MadeAnswer): void {
  const open = { true: "open", false: "not open", null: "to be checked" } as const;
  terminal.line(`The route is ${open[`${made.eligible}`]}.`);
  for (const { code, state, asOf } of made.reasons)
    terminal.line(
      `  ${code}${state === undefined ? "" : ` ${state}`}${asOf === undefined || asOf === "" ? "" : `, as of ${asOf}`}`,
    );
  if (made.urgency?.state === "urgent")
    terminal.line(`  urgent until ${made.urgency.until ?? "?"}`);
  for (const { field, why } of made.missing) terminal.line(`  missing: ${field}, ${why}`);
  for (const { kind, id, field, reason } of made.blocked)
    terminal.line(`  blocked: ${kind} ${id ?? field ?? ""}, ${reason}`);
}

export const submissions: readonly Command[] = [submission];
