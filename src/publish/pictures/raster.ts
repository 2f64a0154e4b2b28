// A drawing of ours as PNG, with letters from the fonts that ship with the program before those of the machine.
// Invariant: only a tree built here is ever rasterised, never an SVG file from elsewhere; nothing is fetched.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sfntOfWoff } from "../dossier/sfnt-of-woff.ts";
import { svgOf } from "./drawing.ts";
import type { Picture } from "./picture.ts";

const faces = ["arabic", "latin", "latin-ext"].flatMap((script) =>
  [400, 600].map((weight) => `noto-naskh-arabic-${script}-${weight}-normal`),
);
let ready = false;

/** Twice as many pixels as the drawing is wide, so that it can be printed. Throws what sharp throws. */
export async function pngOf(picture: Picture, scale = 2): Promise<Uint8Array<ArrayBuffer>> {
  useOurFonts();
  const { default: sharp } = await import("sharp");
  const png = await sharp(Buffer.from(svgOf(picture.drawing)), { density: 72 * scale })
    .png({ compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(png);
}

/**
 * The library that sets the text asks fontconfig, which reads its settings once, when the first text is drawn.
 * It takes no WOFF, so that ours are unpacked into a folder of this process; the machine's fonts come after them.
 */
function useOurFonts(): void {
  if (ready) return;
  ready = true;
  const dir = mkdtempSync(join(tmpdir(), "guwah-fonts-"));
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
  const find = createRequire(import.meta.url).resolve;
  for (const face of faces)
    writeFileSync(
      join(dir, `${face}.ttf`),
      sfntOfWoff(readFileSync(find(`@fontsource/noto-naskh-arabic/files/${face}.woff`))),
    );
  const settings = join(dir, "fonts.conf");
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>${dir}</dir><cachedir>${dir}</cachedir><include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>`,
  );
  process.env["FONTCONFIG_FILE"] = settings;
}
