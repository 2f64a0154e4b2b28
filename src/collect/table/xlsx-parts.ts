// The small parts of a workbook: its sheets, its shared texts, its date formats.
import { CollectError } from "../errors.ts";
import { MAX_SHARED_STRINGS, MAX_SHARED_UNITS } from "../limits.ts";
import type { Archive } from "./xlsx-archive.ts";
import { builtInForm, type DateForm, formOf } from "./xlsx-dates.ts";
import { readXml } from "./xlsx-xml.ts";

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly from1904: boolean;
}

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  await readXml(archive.read("xl/_rels/workbook.xml.rels"), {
    open: (name, a) => {
      if (name === "Relationship" && targets.size < 10_000)
        targets.set(a["Id"] ?? "", partOf(a["Target"] ?? ""));
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await readXml(archive.read("xl/workbook.xml"), {
    open: (name, a) => {
      if (name === "workbookPr") from1904 = a["date1904"] === "1" || a["date1904"] === "true";
      const part = targets.get(a["r:id"] ?? a["id"] ?? "");
      if (name === "sheet" && part !== undefined && archive.has(part) && sheets.length < 1_000)
        sheets.push({ name: (a["name"] ?? "").slice(0, 200), part });
    },
  });
  return { sheets, from1904 };
}

/** Targets are relative to `xl/`, or from the root. */
function partOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** The texts cells share. Throws CollectError `too-many-strings`. */
export async function readSharedStrings(archive: Archive): Promise<string[]> {
  const part = "xl/sharedStrings.xml";
  const strings: string[] = [];
  if (!archive.has(part)) return strings;
  let units = 0;
  let current = "";
  let inText = false;
  let phonetic = false;
  await readXml(archive.read(part), {
    open: (name) => {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    text: (text) => {
      if (!inText) return;
      units += text.length;
      current += text;
      if (units > MAX_SHARED_UNITS) throw tooMany();
    },
    close: (name) => {
      inText = false;
      if (name === "rPh") phonetic = false;
      if (name !== "si") return;
      if (strings.length >= MAX_SHARED_STRINGS) throw tooMany();
      strings.push(current);
    },
  });
  return strings;
}

function tooMany(): CollectError {
  return new CollectError(
    "too-many-strings",
    `Expected at most ${MAX_SHARED_STRINGS} different texts with ${MAX_SHARED_UNITS} characters, got more. Save it as CSV.`,
  );
}

/** For each cell style: how it shows a date, or null where it shows a number. */
export async function readDateForms(archive: Archive): Promise<(DateForm | null)[]> {
  const part = "xl/styles.xml";
  const custom = new Map<string, DateForm | null>();
  const forms: (DateForm | null)[] = [];
  if (!archive.has(part)) return forms;
  let inCells = false;
  await readXml(archive.read(part), {
    open: (name, a) => {
      if (name === "numFmt" && custom.size < 10_000)
        custom.set(a["numFmtId"] ?? "", formOf(a["formatCode"] ?? ""));
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells || forms.length >= 100_000) return;
      const id = a["numFmtId"] ?? "0";
      forms.push(custom.has(id) ? (custom.get(id) ?? null) : builtInForm(Number(id)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return forms;
}
