// Blacked-out copies of pictures and PDFs in a terminal.
import { createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import type { RedactionView } from "../../publish/index.ts";
import { type Call, type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";
import { requireNew } from "./checkpoint.ts";

export const redact: Command = {
  name: "redact",
  usage: "SOURCE",
  summary:
    "Make a copy of a picture or PDF with parts blacked out; the original stays as it is, and the copy is searched before it is written.",
  about:
    'FILE.json holds [{"page": 1, "x": 60, "y": 80, "width": 120, "height": 20}]: points of a PDF page or pixels of a picture as shown, from the upper left.',
  least: 1,
  most: 1,
  options: [
    { name: "boxes", type: "string", value: "FILE.json", help: "boxes to black out" },
    {
      name: "every",
      type: "string",
      value: "FILE.txt",
      help: "words of a PDF to black out wherever they stand, one a line",
    },
    {
      name: "leave-elsewhere",
      type: "boolean",
      help: "what is under a box may stand elsewhere in the file",
    },
    { name: "to", type: "string", value: "FILE", help: "the new file" },
  ],
  async run(call) {
    const target = text(call, "to");
    if (target === undefined) throw new UsageError("Say where the copy goes: --to FILE.");
    await requireNew(target);
    const boxes = await boxesOf(call);
    const every = (await given(call, "every"))?.split("\n").flatMap((line) => line.trim() || []);
    const to = await call.connect();
    const source = `/api/sources/${encodeURIComponent(call.args[0] ?? "")}`;
    const made = await to.post<RedactionView>(`${source}/redact`, {
      boxes,
      every: every ?? [],
      leaveElsewhere: call.options["leave-elsewhere"] === true,
    });
    const bytes = await to.download(`${source}/redactions/${made.file}`);
    await pipeline(
      Readable.fromWeb(bytes as unknown as NodeStream),
      createWriteStream(target, { flags: "wx", mode: 0o600, flush: true }),
    );
    call.terminal.line(`${made.boxes.length} boxes blacked out with ${made.tool}.`);
    call.terminal.line("Look at every page before it leaves: only what was marked is gone.");
    return { ...made, to: target };
  },
};

async function boxesOf(call: Call): Promise<unknown> {
  const json = await given(call, "boxes");
  if (json === undefined) return [];
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new UsageError("Expected a JSON list of boxes; see guwah help redact.");
  }
}

/** The text of the file an option names. */
async function given(call: Call, option: string): Promise<string | undefined> {
  const path = text(call, option);
  if (path === undefined) return undefined;
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size > 1_000_000)
    throw new UsageError(`There is no file for --${option} that can be read. Check the path.`);
  return readFile(path, "utf8");
}
