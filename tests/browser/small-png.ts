// A picture of a screen has few colours: at most 256 of them make the file less than half as large, and nobody sees it.
// Invariant: what goes in and what comes out is a PNG of the same size in pixels (PNG, third edition, W3C 2025; no interlacing).
import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Bytes of an 8-bit RGB or RGBA PNG in; bytes of one with a palette out. Transparency is drawn over white. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const { palette, indexes } = reduced(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    lines.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))),
    chunk("IDAT", deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** One number of 24 bits for each pixel. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const data: Buffer[] = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : png[25] === 2 ? 3 : 0;
  if (png[24] !== 8 || channels === 0 || png[28] !== 0)
    throw new Error("expected an 8-bit RGB or RGBA picture without interlacing");
  const raw = unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const at = i * channels;
    const over = (value: number): number =>
      channels === 3 ? value : Math.round(255 + ((value - 255) * (raw[at + 3] ?? 255)) / 255);
    const [r = 0, g = 0, b = 0] = raw.subarray(at, at + 3);
    pixels[i] = (over(r) << 16) | (over(g) << 8) | over(b);
  }
  return { width, height, pixels };
}

/** Section 9 of the standard: each byte is told as the difference from its neighbours. */
function unfiltered(lines: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const raw = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (raw[at - channels] ?? 0);
      const up = y === 0 ? 0 : (raw[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (raw[at - stride - channels] ?? 0);
      const told = lines[y * (stride + 1) + 1 + x] ?? 0;
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      raw[at] = told + (guesses[filter ?? 0] ?? 0);
    }
  }
  return raw;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The 256 commonest colours, similar ones counted as one; every other pixel takes the nearest of them. */
function reduced(pixels: Uint32Array): { palette: number[]; indexes: Uint8Array } {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([c]) => c);
  const palette: number[] = [];
  for (const nearer of [40, 12, 0])
    for (const colour of byCount) {
      if (palette.length === 256) break;
      if (palette.every((taken) => distance(taken, colour) > nearer)) palette.push(colour);
    }
  const nearest = new Map<number, number>();
  for (const colour of byCount) {
    let best = 0;
    for (let i = 1; i < palette.length; i++)
      if (distance(palette[i] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = i;
    nearest.set(colour, best);
  }
  return { palette, indexes: Uint8Array.from(pixels, (pixel) => nearest.get(pixel) ?? 0) };
}

/** Squared, over red, green and blue. */
function distance(a: number, b: number): number {
  return (
    ((a >> 16) - (b >> 16)) ** 2 +
    (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 +
    ((a & 255) - (b & 255)) ** 2
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
