// One page of points read by tesseract: a PNG on its input, a text on its output.
import { stopIfAborted } from "../../runtime/index.ts";
import { OcrError } from "./errors.ts";
import type { Tesseract } from "./find-tesseract.ts";
import type { OcrLanguage } from "./languages.ts";
import { OCR_DPI, OCR_MEMORY_MB, OCR_TEXT_BYTES, OCR_TIME_MS } from "./limits.ts";
import { runCapped } from "./run-capped.ts";

export interface OcrCaps {
  readonly timeMs: number;
  readonly memoryMb: number;
}

let tail: Promise<unknown> = Promise.resolve();

/** One page at a time, whoever asks: each may need as much memory as its cap. Throws as readOne. */
export function readPage(...asked: Parameters<typeof readOne>): Promise<string> {
  const turn = tail.then(() => readOne(...asked));
  tail = turn.catch(() => {});
  return turn;
}

/** Throws OcrError `ocr/time`, `ocr/memory`, `ocr/failed`; RuntimeError `cancelled`. */
async function readOne(
  { program, shut }: Tesseract,
  {
    png,
    languages,
    isPdf,
    signal,
    caps,
  }: {
    readonly png: Uint8Array;
    readonly languages: readonly OcrLanguage[];
    readonly isPdf: boolean;
    readonly signal?: AbortSignal;
    readonly caps?: Partial<OcrCaps>;
  },
): Promise<string> {
  const { end, output } = await runCapped({
    program,
    // `stdin` and `stdout` are words of tesseract's; spaces between Chinese letters are its own invention.
    args: [
      "stdin",
      "stdout",
      "-l",
      languages.join("+"),
      "-c",
      "preserve_interword_spaces=1",
      ...(isPdf ? ["--dpi", String(OCR_DPI)] : []),
    ],
    input: png,
    timeMs: caps?.timeMs ?? OCR_TIME_MS,
    memoryMb: caps?.memoryMb ?? OCR_MEMORY_MB,
    outputBytes: OCR_TEXT_BYTES,
    shut,
    ...(signal === undefined ? {} : { signal }),
  });
  switch (end) {
    case "done":
      // A form feed ends each page; controls have no place in a text.
      return output
        .toString("utf8")
        .replace(/[^\P{Cc}\n\t]/gu, "")
        .trim();
    case "aborted":
      stopIfAborted(signal);
      throw new OcrError("ocr/failed");
    case "time":
      throw new OcrError("ocr/time");
    case "memory":
      throw new OcrError("ocr/memory");
    case "failed":
    case "output":
      throw new OcrError("ocr/failed");
  }
}
