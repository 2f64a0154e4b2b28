// Reading without a vault: what the text says, and nothing stored.
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { pipeline } from "node:stream/promises";
import { basename } from "node:path";
import { linesOf } from "../batch-lines.ts";
import { type Command, text } from "../command.ts";
import { GuwahError } from "../../runtime/index.ts";
import { UsageError } from "../errors.ts";
import { readInThreads } from "../read-in-threads.ts";

/** A text of the most units that are read, as JSON with every sign escaped. */
const MAX_LINE_UNITS = 200 * 1024 * 1024;
const WORTH_THREADS_BYTES = 1024 * 1024;
/** Each holds the language tables; more of them fill a modest laptop. */
const MOST_THREADS = 4;

export const reading: Command = {
  name: "read",
  usage: "[FILE]",
  summary:
    "Say what a file's text states: speakers, statements, names, figures, dates. Nothing is stored.",
  about:
    "With --batch each line of IN is {id, text | html, lang?, published?}, and each line of OUT one reading.\nOffsets are UTF-16 units into the received text.",
  most: 1,
  options: [
    {
      name: "batch",
      type: "string",
      value: "IN",
      help: "read many texts from a file of JSON lines",
    },
    { name: "out", type: "string", value: "OUT", help: "where the readings of --batch go" },
  ],
  async run(call) {
    // Only this command reads in this process; the others need not wait for the language tables.
    const { ReadError, readBatch, readText, textOf } = await import("../../read/index.ts");
    const input = text(call, "batch");
    const output = text(call, "out");
    if (input !== undefined) {
      if (output === undefined) throw new UsageError("Use --batch IN together with --out OUT.");
      // A thread takes longer to start than a few texts take to read.
      const { size } = await stat(input).catch(refuse("read"));
      const threads =
        size < WORTH_THREADS_BYTES ? 1 : Math.min(availableParallelism(), MOST_THREADS);
      const given = linesOf(createReadStream(input), MAX_LINE_UNITS);
      const answers = threads > 1 ? readInThreads(given, threads) : readBatch(given);
      let lines = 0;
      const written = async function* (): AsyncGenerator<string> {
        for await (const line of answers) {
          yield `${line}\n`;
          call.terminal.progress(++lines, null, "read");
        }
      };
      // Waits where the disk is slower than the reading.
      await pipeline(written, createWriteStream(output)).catch(refuse("write"));
      return { lines };
    }
    const [path] = call.args;
    if (path === undefined)
      throw new UsageError("Use it as: guwah read FILE, or guwah read --batch IN --out OUT");
    const name = basename(path);
    const received = await textOf(await readFile(path).catch(refuse("read")), { name }).catch(
      (cause: unknown) => {
        // The reading room says what is wrong with the file in its own code.
        if (cause instanceof ReadError) throw new GuwahError(cause.code, 422, cause.message);
        throw cause;
      },
    );
    const found = readText(received, { name });
    const words = (spans: readonly { start: number; end: number }[]): string =>
      spans.map((s) => received.text.slice(s.start, s.end)).join(" … ");
    const { headline, publisher, author, date } = found.meta;
    for (const [label, field] of Object.entries({ headline, publisher, author, date }))
      if (field !== undefined) call.terminal.line(`${label}: ${field.value}  (${field.rule})`);
    for (const s of found.statements)
      call.terminal.line(
        `${words(s.source) || "(speaker not named)"} ${s.stance}: ${words(s.content)}  (${s.rule})`,
      );
    return { text: received.text, ...found };
  },
};

/** What a file system refuses, in words that help; anything else goes on as it came. */
function refuse(what: "read" | "write"): (cause: unknown) => never {
  return (cause) => {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new GuwahError(
        "no-such-file",
        404,
        `Expected a ${what === "read" ? "file" : "folder"} that is there. Check the path.`,
      );
    if (code === "EACCES" || code === "EPERM" || code === "EISDIR" || code === "EROFS")
      throw new GuwahError(
        "file-refused",
        403,
        `Expected a file that may be ${what === "read" ? "read" : "written"}. Check its path and rights.`,
      );
    throw cause;
  };
}
