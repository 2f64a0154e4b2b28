// The process in which one picture, document or recording is looked at: tags, a thumbnail, a fingerprint.
// Invariant: an answer is plain data of bounded size. An SVG is never drawn.
import { PictureError } from "./errors.ts";
import { THUMBNAIL_PIXELS } from "./limits.ts";
import { loadSharp, openPicture } from "./open-picture.ts";
import { decodable, pictureForm } from "./picture-form.ts";
import { differenceHash, HASH_HEIGHT, HASH_WIDTH } from "./picture-hash.ts";
import { pictureTags, tagLine } from "./picture-tags.ts";
import { mp3Tags, mp4Tags } from "./recording-tags.ts";
import type { FileTag, TagKey } from "./views.ts";

export interface LookAsk {
  readonly bytes: Uint8Array;
}

export interface Looked {
  readonly form: string | null;
  readonly tags: readonly FileTag[];
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: Uint8Array | null;
  readonly hash: string | null;
  /** The code of what kept it from being drawn; what it says of itself may still be known. */
  readonly problem: string | null;
}

async function answer({ bytes }: LookAsk): Promise<Looked> {
  const form = pictureForm(bytes);
  const plain = { form, width: null, height: null, thumbnail: null, hash: null, problem: null };
  if (form === "mp4") return { ...plain, tags: mp4Tags(bytes) };
  if (form === "mp3") return { ...plain, tags: mp3Tags(bytes) };
  if (form === "pdf") return { ...plain, tags: await pdfTags(bytes) };
  if (form === null) return { ...plain, tags: [], problem: "picture/unsupported" };
  const tags = pictureTags(bytes);
  if (!decodable.has(form)) return { ...plain, tags, problem: "picture/unsupported" };
  try {
    return { ...plain, tags, ...(await drawn(bytes)) };
  } catch (cause) {
    const problem = cause instanceof PictureError ? cause.code : "picture/failed";
    return { ...plain, tags, problem };
  }
}

async function drawn(
  bytes: Uint8Array,
): Promise<Pick<Looked, "width" | "height" | "thumbnail" | "hash">> {
  const { picture, width, height } = await openPicture(bytes);
  const small = await picture
    .resize({
      width: THUMBNAIL_PIXELS,
      height: THUMBNAIL_PIXELS,
      fit: "inside",
      withoutEnlargement: true,
    }) // prettier-ignore
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .png()
    .toBuffer()
    .catch((cause: unknown) => {
      throw new PictureError("picture/broken", { cause });
    });
  const sharp = await loadSharp();
  const grey = await sharp(small)
    .greyscale()
    .resize({ width: HASH_WIDTH, height: HASH_HEIGHT, fit: "fill", kernel: "lanczos3" })
    .raw()
    .toBuffer();
  return {
    width,
    height,
    thumbnail: await sharp(small).jpeg({ quality: 80 }).toBuffer(),
    hash: differenceHash(grey),
  };
}

const info: readonly (readonly [TagKey, string])[] = [
  ["title", "info:Title"],
  ["author", "info:Author"],
  ["description", "info:Subject"],
  ["software", "info:Creator"],
  ["time", "info:CreationDate"],
  ["changed", "info:ModDate"],
];

async function pdfTags(bytes: Uint8Array): Promise<FileTag[]> {
  const mupdf = await import("mupdf");
  try {
    const document = mupdf.Document.openDocument(bytes, "application/pdf");
    if (document.needsPassword()) return [];
    return info.flatMap(([key, name]) => {
      const value = tagLine(document.getMetaData(name) ?? "");
      return value === "" ? [] : [{ key, value, tag: name.replace("info:", "PDF ") }];
    });
  } catch {
    return [];
  }
}

globalThis.answerApart(answer);
