// The rebuttal file of a person in a terminal.
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { MadeRebuttalView, RebuttalView } from "../../server/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { requireNew } from "./checkpoint.ts";
import { personId } from "./people.ts";

export const rebuttal: Command = {
  name: "rebuttal",
  usage: "PERSON",
  summary:
    "Make a person's rebuttal file: how it is known that they exist, what officials said and what they leave unanswered.",
  about:
    "It holds also where each picture first came from, how the file changed, and a form for an answer.\nAudiences: inside, un-quiet, un-named, partners, public-name. But for `inside`, the person's consent must cover it (see guwah consent). Without --to it only says what it would hold.",
  least: 1,
  most: 10,
  options: [
    { name: "to", type: "string", value: "FILE", help: "the new file, ending in .pdf or .html" },
    { name: "audience", type: "string", value: "NAME", help: "for whom it is" },
  ],
  async run(call) {
    const audience = text(call, "audience");
    if (audience === undefined || audience === "")
      throw new UsageError("Say --audience; see guwah help rebuttal.");
    const target = text(call, "to");
    const file = target === undefined ? null : resolve(target);
    const format = file === null ? null : formatOf(file);
    if (file !== null) await requireNew(file);
    const to = await call.connect();
    const at = `/api/people/${await personId(to, call.args.join(" "))}/rebuttal`;
    if (file === null || format === null) {
      const { html: _html, ...shown } = await to.post<RebuttalView>(`${at}/preview`, { audience });
      tell(call, shown);
      return { ...shown, file: null };
    }
    const made = await to.post<MadeRebuttalView>(at, { audience, format });
    const { html: _html, file: written, ...shown } = made;
    const bytes = Buffer.from(written.base64, "base64");
    await writeFile(file, bytes, { flag: "wx", mode: 0o600, flush: true });
    tell(call, shown);
    return { ...shown, file, sha256: written.hash };
  },
};

function formatOf(file: string): "pdf" | "html" {
  if (/\.pdf$/iu.test(file)) return "pdf";
  if (/\.html$/iu.test(file)) return "html";
  throw new UsageError("Name a file that ends in .pdf or .html after --to.");
}

function tell({ terminal }: Call, shown: Omit<RebuttalView, "html">): void {
  terminal.line(
    `${shown.number}: ${shown.origins} independent origins, ${shown.aboutThePerson} official statements about the person, ${shown.aboutThePolicy} about the policy, ${shown.pictures} pictures, ${shown.changes} changes.`,
  );
  for (const label of shown.unanswered) terminal.line(`  unanswered: ${label}`);
  for (const { what, reason, count } of shown.heldBack)
    terminal.line(`  held back: ${count} × ${what}, ${reason}`);
}
