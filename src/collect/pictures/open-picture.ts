// A hostile picture opened for decoding, with every limit the decoder knows.
// Invariant: only for use inside a process of its own (apart.ts); only the forms of picture-form.ts get to a decoder.
import type { Sharp } from "sharp";
import { PictureError } from "./errors.ts";
import { MAX_PIXELS } from "./limits.ts";
import { decodable, pictureForm } from "./picture-form.ts";

/** Seconds after which the decoder itself gives up; the process is ended a little later. */
const decodeSeconds = 9;

export interface OpenedPicture {
  /** Turned as its maker meant it; its first page or frame. */
  readonly picture: Sharp;
  readonly width: number;
  readonly height: number;
}

/** The decoder, with every loader of it shut but those of photographs. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["Jpeg", "Png", "Webp", "Nsgif", "Tiff", "Heif"].map(
      (one) => `VipsForeignLoad${one}`,
    ),
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** Throws PictureError `picture/unsupported`, `picture/broken` or `picture/too-large`. */
export async function openPicture(bytes: Uint8Array): Promise<OpenedPicture> {
  if (!decodable.has(pictureForm(bytes))) throw new PictureError("picture/unsupported");
  const sharp = await loadSharp();
  // The size a file declares is asked for before anything of it is decoded.
  const said = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw new PictureError("picture/broken", { cause });
    });
  if (said.width * said.height > MAX_PIXELS) throw new PictureError("picture/too-large");
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 })
    .timeout({ seconds: decodeSeconds })
    .autoOrient();
  const { width, height } = said.autoOrient;
  return { picture, width, height };
}
