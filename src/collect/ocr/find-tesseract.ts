// Which tesseract this computer has, and which languages it can read.
import { findOnPath, type Places } from "../capture/find-browser.ts";
import { OcrError } from "./errors.ts";
import { OCR_LANGUAGES, type OcrLanguage, type OcrLanguageView } from "./languages.ts";
import { OCR_ASK_MS, OCR_MEMORY_MB } from "./limits.ts";
import { runCapped } from "./run-capped.ts";

export interface Tesseract {
  readonly program: string;
  /** As a derived file names it: `tesseract 5.3.0`. */
  readonly tool: string;
  readonly languages: readonly OcrLanguage[];
  /** Whether it can be put where there is no network. */
  readonly shut: boolean;
}

/** What a person is told before anything is read. */
export interface OcrReadiness {
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly tool: string | null;
  readonly languages: readonly OcrLanguageView[];
}

const USUAL = {
  darwin: ["/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract"],
  win32: ["C:\\Program Files\\Tesseract-OCR\\tesseract.exe"],
} as const;

/** Null where there is none that can be started. */
export async function findTesseract(places?: Places): Promise<Tesseract | null> {
  const program = findOnPath(["tesseract", "tesseract.exe"], USUAL, places);
  if (program === null) return null;
  const [shutIn, version, list] = await Promise.all([
    say(program, "--version", true),
    say(program, "--version", false),
    say(program, "--list-langs", false),
  ]);
  const number = /^tesseract v?(\d+(?:\.\d+){0,3})/m.exec(version ?? "")?.[1];
  if (number === undefined) return null;
  const installed = new Set((list ?? "").split(/\r?\n/).map((line) => line.trim()));
  return {
    program,
    tool: `tesseract ${number}`,
    languages: OCR_LANGUAGES.flatMap(({ code }) => (installed.has(code) ? [code] : [])),
    shut: shutIn !== null,
  };
}

/** Whether pictures can be read here, and in which languages. */
export function ocrReadiness(found: Tesseract | null): OcrReadiness {
  const has = new Set<string>(found?.languages);
  const code =
    found === null ? "ocr/no-tesseract" : has.size === 0 ? ("ocr/no-language" as const) : null;
  return {
    problem: code === null ? null : { code, message: new OcrError(code).message },
    tool: found?.tool ?? null,
    languages: OCR_LANGUAGES.map((one) => ({ ...one, installed: has.has(one.code) })),
  };
}

async function say(program: string, option: string, shut: boolean): Promise<string | null> {
  const { end, output } = await runCapped({
    program,
    args: [option],
    timeMs: OCR_ASK_MS,
    memoryMb: OCR_MEMORY_MB,
    outputBytes: 64 * 1024,
    shut,
  });
  return end === "done" ? output.toString("utf8") : null;
}
