// Exports in a terminal.
import { resolve } from "node:path";
import type { ExportPreview, WrittenExport, WrittenHome } from "../../publish/index.ts";
import { type Call, type Command, text } from "../command.ts";
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
      name: "copies",
      type: "string",
      value: "WORDS",
      help: "where the copies go, as the ledger keeps it, so that a withdrawal can reach them",
    },
    {
      name: "k",
      type: "string",
      value: "N",
      help: "for the public: as the release was approved with",
    },
    { name: "preview", type: "boolean", help: "only say what would go and what stays" },
    {
      name: "recipient",
      type: "string",
      value: "AGE",
      help: "encrypt to these age recipients, with commas between them",
    },
  ],
  async run(call) {
    const format = call.args[0] as string;
    if (call.options["preview"] === true && format !== "all") return preview(call);
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
      isAll ? { recipients } : { format, audience, recipients, ...whither(call) },
    );
    const made = await to.follow<WrittenExport | WrittenHome>(job);
    const bytes = await to.download(`/api/exports/${job}`);
    await (recipients.length > 0 ? save(bytes, target) : unpack(bytes, target));
    tell(call.terminal.line, made);
    return { ...made, to: target };
  },
};

function whither(call: Call): { readonly to?: string; readonly k?: number } {
  const [to, k] = [text(call, "copies"), text(call, "k")];
  if (k !== undefined && !/^[0-9]{1,4}$/.test(k)) throw new UsageError("--k takes a whole number.");
  return { ...(to === undefined ? {} : { to }), ...(k === undefined ? {} : { k: Number(k) }) };
}

async function preview(call: Call): Promise<ExportPreview> {
  const audience = text(call, "audience");
  if (audience === undefined) throw new UsageError("Say --audience: inside, partners or public.");
  const { k } = whither(call);
  const asked = { audience, ...(k === undefined ? {} : { k }) };
  const to = await call.connect();
  const found = await to.job<ExportPreview>("/api/exports/preview", asked);
  const { line } = call.terminal;
  sayCounts(line, found);
  for (const one of found.release?.missing ?? [])
    line(
      one.code === "nobody"
        ? "  missing: nobody may be shown to this audience"
        : `  missing: ${one.need - one.have} of ${one.need} approvals of ${found.release?.contents}`,
    );
  return found;
}

function sayCounts(line: (text: string) => void, made: ExportPreview | WrittenExport): void {
  line(
    `${made.people} people, ${made.claims} claims, ${made.statements} statements, ${made.sources} sources.`,
  );
  for (const { what, reason, count } of made.heldBack)
    line(`  held back: ${count} × ${what}, ${reason}`);
}

function tell(line: (text: string) => void, made: WrittenExport | WrittenHome): void {
  if ("root" in made) {
    line(`${made.entries} entries and ${made.files} files. Root: ${made.root}`);
    if (made.lost > 0) line(`${made.lost} files were already lost; guwah check names them.`);
    return;
  }
  sayCounts(line, made);
}
