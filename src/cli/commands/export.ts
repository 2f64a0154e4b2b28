// Exports in a terminal.
import { resolve } from "node:path";
import type { WrittenExport, WrittenHome } from "../../publish/index.ts";
import { type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { requireFree, save, unpack } from "./dossier.ts";

export const exports: Command = {
  name: "export",
  usage: "FORMAT|all",
  summary: "Write what may go to an audience in a format others read, or take everything home.",
  about:
    "Formats: csv, json, ftm (FollowTheMoney), esf (tables shaped like HURIDOCS ESF), geojson, annotations (W3C Web Annotation), claimreview (JSON-LD).\nAudiences: inside, partners, public. For partners each person's consent must cover it; for the public two members must have approved the release (guwah publish).\n`all` is the whole ledger and all files, readable without Guwah; guwah import takes it back.",
  least: 1,
  most: 1,
  options: [
    {
      name: "to",
      type: "string",
      value: "DIR",
      help: "the new folder, or with --recipient the new file",
    },
    {
      name: "audience",
      type: "string",
      value: "NAME",
      help: "for whom it is; inside where not said with all",
    },
    {
      name: "recipient",
      type: "string",
      value: "AGE",
      help: "encrypt to these age recipients, with commas between them",
    },
  ],
  async run(call) {
    const format = call.args[0] as string;
    const given = text(call, "to");
    if (given === undefined) throw new UsageError("Say --to; see guwah help export.");
    const target = resolve(given);
    const recipients = text(call, "recipient")?.split(",") ?? [];
    const audience = text(call, "audience");
    const isAll = format === "all";
    if (!isAll && audience === undefined)
      throw new UsageError("Say --audience: inside, partners or public.");
    if (isAll && audience !== undefined && audience !== "inside")
      throw new UsageError("Everything is for inside only. Name a format for others.");
    await requireFree(target, recipients.length > 0);
    const to = await call.connect();
    const { job } = await to.post<{ job: string }>(
      isAll ? "/api/exports/all" : "/api/exports",
      isAll ? { recipients } : { format, audience, recipients },
    );
    const made = await to.follow<WrittenExport | WrittenHome>(job);
    const bytes = await to.download(`/api/exports/${job}`);
    await (recipients.length > 0 ? save(bytes, target) : unpack(bytes, target));
    tell(call.terminal.line, made);
    return { ...made, to: target };
  },
};

function tell(line: (text: string) => void, made: WrittenExport | WrittenHome): void {
  if ("root" in made) {
    line(`${made.entries} entries and ${made.files} files. Root: ${made.root}`);
    if (made.lost > 0) line(`${made.lost} files were already lost; guwah check names them.`);
    return;
  }
  line(
    `${made.people} people, ${made.claims} claims, ${made.statements} statements, ${made.sources} sources.`,
  );
  for (const { what, reason, count } of made.heldBack)
    line(`  held back: ${count} × ${what}, ${reason}`);
}
