// Is this file a table? The bytes must agree with what its name says.
// Invariant: a document or picture that calls itself `.csv` is not treated as one.

export interface TableForm {
  readonly format: "csv" | "xlsx";
  readonly mime: string;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** What kind of table `head` begins, or null. `head` is the whole file where that is not large. */
export function sniffTable(
  head: Buffer,
  { name, mime = "" }: { readonly name: string; readonly mime?: string },
): TableForm | null {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) {
    return (isWorkbook(head) ?? /^xls[xm]$/.test(extension))
      ? { format: "xlsx", mime: XLSX }
      : null;
  }
  const tabs = /^(?:tsv|tab)$/.test(extension) || mime.startsWith("text/tab-separated-values");
  if (!tabs && extension !== "csv" && !mime.startsWith("text/csv")) return null;
  return looksLikeText(head)
    ? { format: "csv", mime: tabs ? "text/tab-separated-values" : "text/csv" }
    : null;
}

/** Looks into the archive's directory (APPNOTE.TXT §4.3.16); null where the file's end is not at hand. */
function isWorkbook(file: Buffer): boolean | null {
  const end = file.subarray(-66_000).lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) return null;
  const at = file.length - Math.min(file.length, 66_000) + end;
  if (at + 20 > file.length) return null;
  const from = file.readUInt32LE(at + 16);
  return from < at && file.subarray(from, at).includes("xl/workbook.xml");
}

function looksLikeText(head: Buffer): boolean {
  const sample = head.subarray(0, 4096);
  if (sample.subarray(0, 1024).includes("%PDF-")) return false;
  if (sample.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return false;
  const marked =
    (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (marked || !sample.includes(0)) return true;
  // UTF-16 without a mark: zero bytes stand on one side of the pairs only.
  let even = 0;
  let odd = 0;
  for (const [i, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  return Math.min(even, odd) === 0;
}
