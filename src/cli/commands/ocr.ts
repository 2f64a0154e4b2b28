// A picture or a scanned PDF read by machine with tesseract, kept as a text that repeats it.
import type { OcrReadiness, RecognisedSource } from "../../server/index.ts";
import { type Command, text } from "../command.ts";
import { UsageError } from "../errors.ts";

export const ocr: Command = {
  name: "ocr",
  usage: "[SOURCE]",
  summary: "Read a picture or a scanned PDF by machine, with the tesseract of this computer.",
  about:
    "The text is kept as a source of its own, marked as machine-read, that repeats the picture. Look at the picture before you quote it.\nWithout SOURCE it says what can be read here. Nothing goes out.",
  most: 1,
  options: [
    {
      name: "languages",
      type: "string",
      value: "CODES",
      help: "kaz, uig, chi_sim, rus, tur, eng, with commas; all that are installed where none is said",
    },
  ],
  async run(call) {
    const to = await call.connect();
    const [source] = call.args;
    const { line } = call.terminal;
    if (source === undefined) {
      const found = await to.get<OcrReadiness>("/api/ocr");
      line(found.problem?.message ?? `${found.tool ?? ""} is here.`);
      for (const { code, installed } of found.languages)
        line(`    ${installed ? "✓" : "✗"} ${code}${installed ? "" : install(code)}`);
      return found;
    }
    const codes = text(call, "languages")
      ?.split(/[,+\s]+/)
      .filter((code) => code !== "");
    if (codes?.length === 0)
      throw new UsageError("Name at least one language: --languages kaz,rus.");
    const made = await to.job<RecognisedSource>(
      `/api/sources/${encodeURIComponent(source)}/ocr`,
      codes === undefined ? {} : { languages: codes },
    );
    line(`${made.isNew ? "✓" : "= there already:"} ${made.title}`);
    line(
      `    ${made.pages.length} pages, ${made.tool}, ${made.languages.join("+")} · ${made.source}`,
    );
    if (made.left > 0) line(`    ! ${made.left} more pages were not read: split the PDF.`);
    line("    Read by machine: look at the picture before you quote it.");
    return made;
  },
};

const install = (code: string): string =>
  `: not installed (on Debian: apt install tesseract-ocr-${code.replace("_", "-")})`;
