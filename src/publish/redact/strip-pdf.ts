// Takes out of a PDF all that is not on its pages: who made it, attachments, scripts, forms, bookmarks, layers, tags, earlier versions.
// Invariant: what may stay is listed; whatever a file has invented beside that goes.
import type { PDFDocument, PDFObject } from "mupdf";

/** Of the catalog (ISO 32000-2, 7.7.2): no names, scripts, layers, outlines, forms, structure, attachments. */
const rootKeys = new Set(["Type", "Pages", "Version"]);
/** Of a page (7.7.3.3): what draws it. */
const pageKeys = new Set([
  "Type",
  "Parent",
  "Resources",
  "MediaBox",
  "CropBox",
  "Rotate",
  "Contents",
  "UserUnit",
  "Group",
]);
/** Of any other object: what describes, links, hides or keeps another version of it. */
const neverKept = [
  "Metadata",
  "PieceInfo",
  "LastModified",
  "OC",
  "OPI",
  "Alternates",
  "AF",
  "AA",
  "Measure",
  "PtData",
  "StructParent",
  "StructParents",
  "Properties",
];

/**
 * Annotations and form fields are first drawn onto their pages, so that a box can cover them; layers that were hidden are shown,
 * so that whoever looks at the pages sees everything that would go out.
 */
export function stripPdf(document: PDFDocument): void {
  document.bake(true, true);
  const trailer = document.getTrailer();
  trailer.delete("Info");
  trailer.delete("ID");
  keepOnly(trailer.get("Root"), rootKeys);
  for (let i = 0; i < document.countPages(); i++) keepOnly(document.findPage(i), pageKeys);
  for (let n = 1; n < document.countObjects(); n++) {
    const found = document.newIndirect(n).resolve();
    if (!found.isDictionary()) continue;
    for (const key of neverKept) found.delete(key);
    if (found.get("Subtype").isName() && found.get("Subtype").asName() === "Image") bareImage(document.newIndirect(n)); // prettier-ignore
  }
}

function keepOnly(object: PDFObject, keys: ReadonlySet<string>): void {
  const found: string[] = [];
  object.forEach((_, key) => found.push(String(key)));
  for (const key of found) if (!keys.has(key)) object.delete(key);
}

/** A photograph inside a page may still say where it was taken. */
function bareImage(image: PDFObject): void {
  if (!image.isStream()) return;
  const filter = image.get("Filter");
  const last = filter.isArray() ? filter.get(filter.length - 1) : filter;
  const alone = !filter.isArray() || filter.length === 1;
  if (!alone || !last.isName() || last.asName() !== "DCTDecode") return;
  const raw = image.readRawStream().asUint8Array();
  const bare = bareJpeg(raw);
  if (bare.length !== raw.length) image.writeRawStream(bare);
}

/** A JPEG without its application segments and comments, but for Adobe's, which says how its colours are meant (ITU T.81, B.2.4). */
export function bareJpeg(raw: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [raw.slice(0, 2)];
  let at = 2;
  while (at + 4 <= raw.length && raw[at] === 0xff) {
    const kind = raw[at + 1] ?? 0;
    if (kind === 0xda || kind === 0xd9) break;
    const end = at + 2 + (((raw[at + 2] ?? 0) << 8) | (raw[at + 3] ?? 0));
    const says = (kind >= 0xe1 && kind <= 0xed) || kind === 0xef || kind === 0xfe;
    if (!says) kept.push(raw.slice(at, end));
    at = end;
  }
  kept.push(raw.slice(at));
  return Buffer.concat(kept);
}
