// Transcripts as they come: what is written is read back, and no input makes the reader lose words in silence. Words are our own.
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeTranscript } from "./decode-transcript.ts";
import { readCues } from "./read-cues.ts";
import { MAX_MS, MAX_SEGMENT_UNITS, MAX_SEGMENTS, plainSegment } from "./segment.ts";
import { writeVtt } from "./write-vtt.ts";

const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    "<v Ayla> they came at night",
    "a --> b",
    "1\n00:00:01.000 --> 00:00:02.000",
    "&amp; <b>not a tag</b> &lt;",
    "ئۇلار كېچىدە كەلدى",
    "他们晚上来了",
    "NOTE nothing",
    "WEBVTT",
    "{\\an8} brackets",
    "\r\n\r\nlines\r\n\r\n",
  ),
);
const segment = fc
  .record(
    {
      fromMs: fc.nat(MAX_MS / 2),
      length: fc.nat(MAX_MS / 2),
      text: words,
      speaker: words,
    },
    { requiredKeys: ["fromMs", "length", "text"] },
  )
  .map(({ length, ...rest }) => plainSegment({ ...rest, toMs: rest.fromMs + length }));

describe("a transcript", () => {
  it("is read back as it was written, whatever is said in it", () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 12 }), (some) => {
        const segments = some.toSorted((a, b) => a.fromMs - b.fromMs);
        expect(readCues(writeVtt(segments)).segments).toEqual(segments);
      }),
    );
  });

  it("of any bytes gives segments in order, within bounds, and never throws", () => {
    const line = fc.oneof(
      words,
      fc.constantFrom(
        "",
        "00:00:01,000 --> 00:00:02,000",
        "00:99:01.000 --> 00:00:02.000",
        "9999:00:00.000 --> 9999:00:01.000",
        "00:00:05.000 --> 00:00:01.000 align:start",
        "-->",
        "7",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, vtt) => {
        const text = (vtt ? ["WEBVTT", "", ...lines] : lines).join("\n");
        const { segments } = readCues(text);
        let last = 0;
        for (const one of segments) {
          expect(one.fromMs).toBeGreaterThanOrEqual(last);
          expect(one.toMs).toBeGreaterThanOrEqual(one.fromMs);
          expect(one.toMs).toBeLessThanOrEqual(MAX_MS);
          expect(plainSegment(one)).toEqual(one);
          last = one.fromMs;
        }
      }),
    );
  });

  it("in SubRip may hold empty lines, a number alone and formatting", () => {
    const { segments, findings } = readCues(
      "\uFEFF1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>We were</i> forty\r\n\r\nin one cell\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\n{\\an8}2019\r\n",
    );
    expect(segments).toEqual([
      { fromMs: 1_500, toMs: 3_000, text: "We were forty\nin one cell" },
      { fromMs: 4_000, toMs: 5_000, text: "2019" },
    ]);
    expect(findings).toEqual([]);
  });

  it("in WebVTT names speakers, and passes notes, styles and headers over", () => {
    const { segments, findings } = readCues(
      "WEBVTT - invented\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE by hand\nof two lines\n\nintro\n01:02.003 --> 01:04.000 line:0\n<v.first Ayla Invented>They said <00:01:03.000>nothing.\n<v Guard>Walk.\n",
    );
    expect(segments).toEqual([
      {
        fromMs: 62_003,
        toMs: 64_000,
        speaker: "Ayla Invented",
        text: "They said nothing.\nGuard: Walk.",
      },
    ]);
    expect(findings).toEqual([]);
  });

  it("says what is wrong with it, by line", () => {
    const { segments, findings } = readCues(
      `WEBVTT

00:00:04.000 --> 00:00:09.000
a

00:00:08.000 --> 00:00:10.000
b

00:00:07.000 --> 00:00:06.000
c

00:61:00.000 --> 00:62:00.000
d

words of nobody

00:00:20.000 --> 00:00:21.000
${"e".repeat(MAX_SEGMENT_UNITS + 1)}`,
    );
    expect(findings.toSorted((a, b) => a.line - b.line)).toEqual([
      { code: "overlaps", line: 6 },
      { code: "ends-before-start", line: 9 },
      { code: "out-of-order", line: 9 },
      { code: "time-broken", line: 12 },
      { code: "no-time", line: 15 },
      { code: "too-long", line: 17 },
    ]);
    expect(segments.map(({ text }) => text.slice(0, 1)).join("")).toBe("acbee");
    expect(segments.at(-1)?.text).toHaveLength(1);
  });

  it("is not waited for, however it is made", () => {
    const many = "00:00:01.000 --> 00:00:02.000\nx\n\n".repeat(MAX_SEGMENTS + 10);
    expect(readCues(many).segments).toHaveLength(MAX_SEGMENTS);
    expect(readCues(many).findings).toContainEqual({
      code: "too-many",
      line: MAX_SEGMENTS * 3 + 1,
    });
    for (const bad of ["<v ", "<v\t", "<", "&lt;", "{\\", "-->", "00:", "\n", "<v a<v a"])
      expect(() =>
        readCues(`00:01.000 --> 00:02.000\n${bad.repeat(4_000_000 / bad.length)}`),
      ).not.toThrow();
  });

  it.each(["utf-8", "utf-16le", "utf-16be", "windows-1251"])("is understood in %s", (encoding) => {
    const text =
      "1\n00:00:01,000 --> 00:00:02,000\nОни пришли ночью и увели его без слов, а мать осталась одна\n";
    const bytes = iconv.encode(text, encoding, { addBOM: encoding !== "windows-1251" });
    expect(readCues(decodeTranscript(bytes)).segments[0]?.text).toMatch(/^Они пришли ночью/);
  });
});
