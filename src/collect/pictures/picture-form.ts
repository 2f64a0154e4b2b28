// What a file is by its first bytes; its name and declared type are not asked.

export type PictureForm =
  | "jpeg"
  | "png"
  | "gif"
  | "webp"
  | "tiff"
  | "avif"
  | "heic"
  | "pdf"
  | "mp4"
  | "mp3";

/** Forms that are decoded here. An SVG is a program that can ask for other files: it is none of them. */
export const decodable: ReadonlySet<PictureForm | null> = new Set([
  "jpeg",
  "png",
  "gif",
  "webp",
  "tiff",
  "avif",
] as const);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", from, to);

/** Null for anything that is not looked into. */
export function pictureForm(bytes: Uint8Array): PictureForm | null {
  const head = latin(bytes, 0, 16);
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (/^GIF8[79]a/.test(head)) return "gif";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return "tiff";
  if (head.startsWith("%PDF-") || latin(bytes, 0, 1024).includes("%PDF-")) return "pdf";
  if (head.startsWith("ID3") || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(head)) return "mp3";
  if (head.slice(4, 8) !== "ftyp") return null;
  const brand = head.slice(8, 12);
  if (brand === "avif" || brand === "avis") return "avif";
  return /^(?:hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand) ? "heic" : "mp4";
}
