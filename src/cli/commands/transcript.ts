// A transcript or a translation for a recording, taken in from a file with times.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ImportedTranscript, InterviewView } from "../../server/index.ts";
import { type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";

const largestBytes = 8 * 1024 * 1024;

export const transcript: Command = {
  name: "transcript",
  usage: "SOURCE FILE",
  summary: "Take in a WebVTT or SRT transcript of a recording, or a translation of it.",
  about:
    "The file is kept as it is; the version made of it names whoever wrote it down or translated it. What is wrong with the file is told by line.",
  least: 2,
  most: 2,
  options: [
    { name: "by", type: "string", value: "WHO", help: "who wrote it down or translated it" },
    { name: "language", type: "string", value: "TAG", help: "the language it is in, as kk or en" },
    { name: "translation", type: "boolean", help: "it is a translation" },
  ],
  async run(call) {
    const [source = "", path = ""] = call.args;
    const by = text(call, "by");
    const language = text(call, "language");
    if (by === undefined || language === undefined)
      throw new UsageError("Say who wrote it and in which language: --by WHO --language kk.");
    const found = await stat(path).catch(() => null);
    if (found?.isFile() !== true) throw new UsageError("There is no such file to take in.");
    if (found.size > largestBytes) throw new UsageError("A transcript has at most 8 MB. Split it.");
    const track = call.options["translation"] === true ? "translation" : "original";
    const to = await call.connect();
    const address = `/api/interviews/${encodeURIComponent(source)}`;
    const { transcripts } = await to.get<InterviewView>(address);
    const standing = transcripts.find((one) => one.track === track && one.language === language);
    const answer = await to.post<ImportedTranscript>(`${address}/transcript-file`, {
      track,
      language,
      by,
      name: basename(path),
      base64: (await readFile(path)).toString("base64"),
      expect: standing?.seq ?? null,
    });
    const { line } = call.terminal;
    line(`✓ ${answer.transcript.segments.length} lines, version ${answer.transcript.versions}`);
    for (const finding of answer.findings) line(`    ! line ${finding.line}: ${finding.code}`);
    return answer;
  },
};
