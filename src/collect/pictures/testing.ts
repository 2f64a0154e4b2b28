// Invented pictures for tests, drawn anew each time. Whoever and whatever they name does not exist.
import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** What an invented camera writes into a photograph. */
const exifOfOne = {
  IFD0: {
    Make: "Inventa",
    Model: "Inventa One",
    Artist: "Ainur Inventova",
    Software: "Darkroom 0",
  },
  IFD2: { DateTimeOriginal: "2019:03:04 05:06:07" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "43/1 15/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "76/1 55/1 0/1",
  },
};

/** A landscape of discs, the same for the same seed, in another size where asked. */
export function drawPicture(seed: string, width = 480, height = 360) {
  const bytes = createHash("sha512").update(seed).digest();
  const [wide, high] = [200, 150];
  const data = Buffer.alloc(wide * high * 3, 0x88);
  for (let i = 0; i < 18; i++) {
    const [x = 0, y = 0, grey = 0] = bytes.subarray(i * 3, i * 3 + 3);
    const [mx, my, r] = [(x / 255) * wide, (y / 255) * high, 25 + i];
    for (let at = 0; at < wide * high; at++)
      if (((at % wide) - mx) ** 2 + (Math.floor(at / wide) - my) ** 2 < r * r)
        data.set([grey, (grey * 7) % 256, 255 - grey], at * 3);
  }
  return sharp(data, { raw: { width: wide, height: high, channels: 3 } }).resize(width, height, {
    fit: "fill",
  });
}

export async function photograph(seed: string): Promise<Buffer> {
  return drawPicture(seed).withExif(exifOfOne).jpeg({ quality: 90 }).toBuffer();
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A grey PNG that declares a size; its data says as many zeros as are given. */
export function pngOf(width: number, height: number, zeros: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size[8] = 8;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(Buffer.alloc(zeros), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
