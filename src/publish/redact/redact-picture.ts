// A picture with solid boxes burnt in, encoded anew from its pixels alone. Never blurred: blurring can be undone.
// Invariant: what leaves was decoded again; every pixel of every box is one colour, and the file says nothing of itself.
import type { ApartTools } from "../../collect/index.ts";
import { type Box, fitPages, type Redacted, type Redaction } from "./boxes.ts";
import { RedactError } from "./errors.ts";

/** JPEG works in blocks of 8 pixels; a box that ends on their edges is one colour to its last pixel. */
const block = 8;

/** Only for use in a process of its own. Throws PictureError; RedactError `box-outside`, `not-gone`. */
export async function redactPicture(
  bytes: Uint8Array,
  { boxes }: Redaction,
  tools: ApartTools,
): Promise<Redacted> {
  const { picture, width, height } = await tools.openPicture(bytes);
  if (!fitPages(boxes, [{ width, height }])) throw new RedactError("redact/box-outside");
  const isJpeg = tools.pictureForm(bytes) === "jpeg";
  const solid = boxes.map((box) => pixelsOf(box, width, height, isJpeg ? block : 1));
  const sharp = await tools.loadSharp();
  const flat = await picture
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .png()
    .toBuffer();
  const inked = sharp(flat).composite(
    solid.map(({ x, y, width: w, height: h }) => ({
      input: { create: { width: w, height: h, channels: 3, background: "#000000" } },
      left: x,
      top: y,
    })),
  );
  const made = isJpeg
    ? await inked.jpeg({ quality: 92, chromaSubsampling: "4:4:4" }).toBuffer()
    : await inked.png().toBuffer();
  if (!(await isGone(made, solid, tools))) throw new RedactError("redact/not-gone");
  return {
    bytes: made,
    mime: isJpeg ? "image/jpeg" : "image/png",
    tool: `sharp ${sharp.versions["sharp"] ?? ""}`.trim(),
    boxes: solid,
  };
}

/** The box in whole pixels, grown to whole blocks and cut at the picture's edges. */
function pixelsOf(box: Box, width: number, height: number, grid: number): Box {
  const down = (at: number): number => Math.max(0, Math.floor(at / grid) * grid);
  const up = (at: number, most: number): number => Math.min(most, Math.ceil(at / grid) * grid);
  const [x, y] = [down(box.x), down(box.y)];
  return {
    page: 1,
    x,
    y,
    width: up(box.x + box.width, width) - x,
    height: up(box.y + box.height, height) - y,
  };
}

/** Decodes the copy again: every box is one colour to the last pixel, and no word about the picture is left. */
export async function isGone(
  made: Uint8Array,
  boxes: readonly Box[],
  { loadSharp, saysAnything }: Pick<ApartTools, "loadSharp" | "saysAnything">,
): Promise<boolean> {
  const sharp = await loadSharp();
  const said = await sharp(made).metadata();
  const { exif, xmp, iptc, icc, comments } = said;
  if ([exif, xmp, iptc, icc, comments].some((one) => one !== undefined)) return false;
  if (saysAnything(made)) return false;
  const { data, info } = await sharp(made)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const row = info.width * info.channels;
  return boxes.every(({ x, y, width, height }) => {
    const first = y * row + x * info.channels;
    for (let line = y; line < y + height; line++) {
      const from = line * row + x * info.channels;
      for (let i = 0; i < width * info.channels; i++)
        if (data[from + i] !== data[first + (i % info.channels)]) return false;
    }
    return true;
  });
}
