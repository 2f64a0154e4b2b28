// What a recording says of itself: the boxes of an MP4 or MOV (ISO 14496-12), the frames of an ID3v2 tag (id3.org).
// Invariant: every length comes from a hostile file, so each is held against the bytes that are there.
import { tagLine } from "./picture-tags.ts";
import type { FileTag, TagKey } from "./views.ts";

/** Boxes that hold boxes on the way to what is asked for. */
const inside = new Set(["moov", "udta", "trak", "mdia"]);
const udta: Readonly<Record<string, TagKey>> = {
  "\xa9mak": "camera",
  "\xa9mod": "camera",
  "\xa9xyz": "place",
  "\xa9day": "time",
  "\xa9swr": "software",
  "\xa9too": "software",
  "\xa9aut": "author",
  "\xa9ART": "author",
  "\xa9nam": "title",
};
const MAX_BOXES = 4_000;
/** Seconds between 1904, from which these files count, and 1970. */
const from1904 = 2_082_844_800;

/** The tags of an MP4 or MOV; empty where its index stands after the bytes given. */
export function mp4Tags(bytes: Uint8Array): FileTag[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = new Map<TagKey, string>();
  let boxes = 0;
  const walk = (from: number, to: number, depth: number): void => {
    for (let at = from; at + 8 <= to && ++boxes < MAX_BOXES;) {
      const long = data.readUInt32BE(at) === 1 && at + 16 <= to;
      const size = long ? Number(data.readBigUInt64BE(at + 8)) : data.readUInt32BE(at);
      const head = long ? 16 : 8;
      const end = size === 0 ? to : Math.min(at + size, to);
      if (end < at + head) return;
      const kind = data.toString("latin1", at + 4, at + 8);
      if (inside.has(kind) && depth < 6) walk(at + head, end, depth + 1);
      else if (kind === "mvhd") movie(data.subarray(at + head, end), found);
      else if (udta[kind] !== undefined) text(kind, data.subarray(at + head, end), found);
      at = end;
    }
  };
  walk(0, data.length, 0);
  return listed(found);
}

function movie(box: Buffer, found: Map<TagKey, string>): void {
  const long = box[0] === 1;
  if (box.length < (long ? 32 : 20)) return;
  const made = long ? Number(box.readBigUInt64BE(4)) : box.readUInt32BE(4);
  const scale = box.readUInt32BE(long ? 20 : 12);
  const length = long ? Number(box.readBigUInt64BE(24)) : box.readUInt32BE(16);
  const at = new Date((made - from1904) * 1000);
  if (made > from1904 && at.getUTCFullYear() < 2200)
    found.set("time", at.toISOString().slice(0, 19).replace("T", " ") + " UTC");
  if (scale > 0 && length > 0) found.set("duration", `${(length / scale).toFixed(1)} s`);
}

/** A text of QuickTime: two bytes of length, two of language, the words. */
function text(kind: string, box: Buffer, found: Map<TagKey, string>): void {
  const key = udta[kind];
  if (key === undefined || box.length < 4) return;
  const value = tagLine(box.subarray(4, 4 + box.readUInt16BE(0)).toString("utf8"));
  if (value === "") return;
  const before = key === "camera" ? found.get(key) : undefined;
  found.set(key, before === undefined ? value : `${before} ${value}`);
}

const frames: Readonly<Record<string, TagKey>> = {
  TPE1: "author",
  TIT2: "title",
  TDRC: "time",
  TYER: "time",
  TSSE: "software",
  TENC: "software",
  TCOP: "copyright",
};

/** The text frames of an ID3v2.3 or 2.4 tag at the start of an MP3. */
export function mp3Tags(bytes: Uint8Array): FileTag[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = new Map<TagKey, string>();
  const version = data[3] ?? 0;
  if (data.toString("latin1", 0, 3) !== "ID3" || (version !== 3 && version !== 4)) return [];
  const end = Math.min(10 + sevenBits(data, 6), data.length);
  for (let at = 10, n = 0; at + 10 <= end && n < MAX_BOXES; n++) {
    const size = version === 4 ? sevenBits(data, at + 4) : data.readUInt32BE(at + 4);
    const key = frames[data.toString("latin1", at, at + 4)];
    const stop = Math.min(at + 10 + size, end);
    if (size === 0) break;
    if (key !== undefined && !found.has(key)) {
      const value = tagLine(id3Text(data.subarray(at + 10, stop)));
      if (value !== "") found.set(key, value);
    }
    at = stop;
  }
  return listed(found);
}

function id3Text(frame: Buffer): string {
  const words = frame.subarray(1, 4_000);
  if (frame[0] === 3) return words.toString("utf8");
  if (frame[0] === 0) return words.toString("latin1");
  const order =
    frame[0] === 2 || (words[0] === 0xfe && words[1] === 0xff) ? "utf-16be" : "utf-16le";
  return new TextDecoder(order).decode(words);
}

const sevenBits = (data: Buffer, at: number): number =>
  data.length < at + 4
    ? 0
    : [0, 1, 2, 3].reduce((sum, i) => sum * 128 + ((data[at + i] ?? 0) & 127), 0);

const listed = (found: ReadonlyMap<TagKey, string>): FileTag[] =>
  [...found].map(([key, value]) => ({ key, value }));
