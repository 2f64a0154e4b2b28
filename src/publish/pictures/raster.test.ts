// Pictures as PNG: they have pixels, and the letters of every script the field writes in.
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { el } from "./drawing.ts";
import type { Picture } from "./picture.ts";
import { pngOf } from "./raster.ts";
import { textAt } from "./words.ts";

const words = {
  title: "An invented title",
  caption: "An invented caption.",
  asOf: "2026-05-04",
  caveat: "Not what it must not be read as.",
};

/** Dark pixels of a white sheet with these words on it. */
async function ink(text: string): Promise<number> {
  const sheet = [el("rect", { width: 300, height: 60, fill: "#ffffff" })];
  const drawing = el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: "0 0 300 60",
      width: 300,
      height: 60,
      "font-family": "Noto Naskh Arabic, sans-serif",
    },
    ...sheet,
    textAt(text, { x: 10, y: 40, size: 28, fill: "#000000" }),
  );
  const picture: Picture = {
    title: "",
    width: 300,
    height: 60,
    drawing,
    table: { head: [], rows: [] },
  };
  const png = await pngOf(picture, 1);
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.reduce((dark, value) => dark + (value < 128 ? 1 : 0), 0);
}

describe("a picture as PNG", () => {
  it("has twice the size of the drawing, and is not blank", async () => {
    const picture = drawPicture({
      kind: "bars",
      words,
      by: "Place",
      rows: [{ label: "Here", people: 12 }],
    });
    const png = await pngOf(picture);
    const { width, height } = await sharp(png).metadata();
    expect([width, height]).toEqual([picture.width * 2, picture.height * 2]);
    const { channels } = await sharp(png).stats();
    expect(channels[0]?.min).toBeLessThan(60);
    expect(channels[0]?.max).toBe(255);
  });

  it("draws the letters of Uyghur and Latin by fonts of the program", async () => {
    const nothing = await ink("");
    expect(nothing).toBe(0);
    // A letter without a font is the same box each time; letters differ.
    for (const [one, other] of [
      ["ئىى", "گگگ"],
      ["iii", "WWW"],
    ] as const) {
      const [first, second] = [await ink(one), await ink(other)];
      expect([first > 20, second > 20, first !== second]).toEqual([true, true, true]);
    }
  });

  it("joins the letters of Uyghur, as they are written", async () => {
    // U+200C keeps letters apart: drawn by a library that does not shape, both would be the same.
    expect(await ink("ببب")).not.toBe(await ink("ب\u200cب\u200cب"));
  });
});
