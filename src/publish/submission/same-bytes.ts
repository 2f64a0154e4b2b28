// A made DOCX written anew so that it depends on its content alone.
// Invariant: every part keeps its bytes but the properties of the document, which hold a clock and a name; order and times are fixed.
import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";

/** The earliest time a ZIP archive can tell. */
const mtime = new Date(1980, 0, 1);
const properties = "docProps/core.xml";
const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`;

export async function sameBytes(docx: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts = new Map<string, Buffer>();
  const zip = await fromBufferPromise(Buffer.from(docx));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  parts.set(properties, Buffer.from(empty));
  const made = new ZipFile();
  for (const [name, bytes] of [...parts].toSorted(([a], [b]) => order(a, b)))
    made.addBuffer(bytes, name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  made.end();
  return new Uint8Array(await buffer(made.outputStream));
}

/** The list of content types comes first, as readers of the format expect. */
function order(a: string, b: string): number {
  const rank = (name: string): number => (name === "[Content_Types].xml" ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
