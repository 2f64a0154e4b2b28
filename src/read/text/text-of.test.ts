// People and places in these texts are invented.
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { ReadError } from "../errors.ts";
import { MAX_ARCHIVE_ENTRIES } from "../limits.ts";
import { textOf } from "./text-of.ts";
import { docxOf, zipOf } from "./zip-testing.ts";

const RUSSIAN =
  "Жанна Омарова рассказала соседям, что её брата увезли ночью. Она ждёт его уже второй год.";
const CHINESE = "李远山说，他的弟弟在夜里被带走，至今没有任何消息。家人每天都在等他回来。";

async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no error",
    (error: unknown) => (error instanceof ReadError ? error.code : String(error)),
  );
}

describe("encodings", () => {
  test.each([
    ["utf-8", RUSSIAN],
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["cp866", RUSSIAN],
    ["iso-8859-5", RUSSIAN],
    ["gb18030", CHINESE],
  ])("reads %s", async (encoding, text) => {
    const received = await textOf(iconv.encode(text, encoding));
    expect(received.text).toBe(text);
    expect(received.kind).toBe("text");
  });

  test.each(["utf-16le", "utf-16be"])("reads %s with and without a mark", async (encoding) => {
    for (const addBOM of [true, false]) {
      const received = await textOf(iconv.encode(`${RUSSIAN}\n`, encoding, { addBOM }));
      expect(received.text.trim()).toBe(RUSSIAN);
    }
  });

  test("a guess is noted", async () => {
    const received = await textOf(iconv.encode(RUSSIAN, "windows-1251"));
    expect(received.notes).toEqual([{ code: "charset-guessed", detail: "windows-1251" }]);
  });

  test("a page's declared charset is believed", async () => {
    const html = `<html><head><meta charset="windows-1251"><title>x</title></head><body><p>${RUSSIAN}</p></body></html>`;
    const received = await textOf(iconv.encode(html, "windows-1251"));
    expect(received.text).toBe(RUSSIAN);
    expect(received.kind).toBe("html");
  });

  test("one broken byte does not turn UTF-8 into something else", async () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xd0])]);
    const received = await textOf(bytes);
    expect(received.encoding).toBe("utf-8");
    expect(received.text.startsWith(RUSSIAN)).toBe(true);
    expect(received.notes.map((note) => note.code)).toEqual(["replaced-bytes"]);
  });

  test("any text survives as UTF-8", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
        async (words) => {
          const text = `Zhanna said ${words.replace(/[\0-\x1f<>]/g, "")}.`;
          expect((await textOf(Buffer.from(text))).text).toBe(text);
        },
      ),
    );
  });
});

describe("kinds", () => {
  test.each([
    [[0xff, 0xd8, 0xff, 0xe0], "image"],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image"],
    [[0x49, 0x44, 0x33, 3], "audio"],
    [[0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32], "video"],
    [[0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1], "unknown"],
  ])("bytes %j are %s", async (bytes, kind) => {
    const received = await textOf(Uint8Array.from(bytes));
    expect(received.kind).toBe(kind);
    expect(received.text).toBe("");
  });

  test("Markdown is told by its name", async () => {
    expect((await textOf(Buffer.from("# Notes\n\nA line."), { name: "notes.md" })).kind).toBe(
      "markdown",
    );
  });

  test("an HTML name on plain words does not make them a page", async () => {
    expect((await textOf(Buffer.from("Only words here."), { name: "x.html" })).kind).toBe("text");
  });

  test("nothing at all is an error", async () => {
    expect(await code(textOf(new Uint8Array()))).toBe("empty");
    expect(await code(textOf(Buffer.from(" \n\t ")))).toBe("empty");
  });

  test("an older Office file is named as unsupported, not lost", async () => {
    expect(
      await code(textOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))),
    ).toBe("unsupported");
  });
});

describe("DOCX", () => {
  test("gives paragraphs, leaves deleted words out", async () => {
    const received = await textOf(
      docxOf(
        "<w:p><w:r><w:t>First line.</w:t></w:r></w:p><w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>Second</w:t><w:tab/><w:t>half.</w:t></w:r></w:p>",
      ),
    );
    expect(received).toMatchObject({ kind: "docx", text: "First line.\n\nSecond\thalf." });
  });

  test("a bomb is refused while it unpacks", async () => {
    const bomb = `<w:p>${" ".repeat(12 * 1024 * 1024)}</w:p>`;
    expect(await code(textOf(docxOf(bomb)))).toBe("ratio");
  });

  test("a directory that lies about size is caught", async () => {
    const bytes = zipOf([
      {
        name: "word/document.xml",
        data: Buffer.from(`<a>${"x".repeat(9000)}</a>`),
        claimedSize: 10,
      },
    ]);
    expect(await code(textOf(bytes))).toBe("broken-archive");
  });

  test("too many entries, deep nesting, other archives and damage have codes", async () => {
    const many = Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_, i) => ({
      name: `f${i}`,
      data: Buffer.from("x"),
    }));
    expect(await code(textOf(zipOf(many)))).toBe("too-many-entries");
    expect(await code(textOf(docxOf("<w:a>".repeat(400) + "</w:a>".repeat(400))))).toBe("too-deep");
    expect(
      await code(textOf(zipOf([{ name: "xl/workbook.xml", data: Buffer.from("<x/>") }]))),
    ).toBe("unsupported");
    expect(await code(textOf(docxOf("<w:p><w:t>open")))).toBe("broken-archive");
    expect(await code(textOf(Buffer.from("PK\x03\x04 and then nothing")))).toBe("broken-archive");
  });
});

describe("transcripts", () => {
  test("WebVTT gives words with times, and speakers", async () => {
    const vtt =
      "WEBVTT\n\nNOTE by hand\n\n1\n00:01.500 --> 00:04.000 align:start\n<v Zhanna>We <i>waited</i> all night.\n\n00:00:05.000 --> 00:00:06.250\n- Nobody came.\n";
    const received = await textOf(Buffer.from(vtt));
    expect(received.kind).toBe("vtt");
    expect(
      received.cues?.map((cue) => [
        received.text.slice(cue.start, cue.end),
        cue.startMs,
        cue.endMs,
      ]),
    ).toEqual([
      ["Zhanna: We waited all night.", 1500, 4000],
      ["- Nobody came.", 5000, 6250],
    ]);
  });

  test("SubRip is known without its name", async () => {
    const received = await textOf(
      Buffer.from(
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nFirst\r\nline\r\n\r\n2\r\n01:00:00,500 --> 01:00:01,000\r\nSecond\r\n",
      ),
    );
    expect(received.kind).toBe("srt");
    expect(received.text).toBe("First line\nSecond");
    expect(received.cues?.[1]).toMatchObject({ startMs: 3_600_500, endMs: 3_601_000 });
  });
});

describe("PDF", () => {
  test("gives each page's words; a locked or broken file has a code", async () => {
    const mupdf = await import("mupdf");
    const make = (options: string): Uint8Array => {
      const pdf = new mupdf.PDFDocument();
      for (const words of ["First page words.", "Second page words."]) {
        const font = pdf.addSimpleFont(new mupdf.Font("Helvetica"));
        const page = pdf.addPage(
          [0, 0, 300, 200],
          0,
          { Font: { F1: font } },
          `BT /F1 12 Tf 20 100 Td (${words}) Tj ET`,
        );
        pdf.insertPage(-1, page);
      }
      return pdf.saveToBuffer(options).asUint8Array().slice();
    };
    const received = await textOf(make(""));
    expect(received.kind).toBe("pdf");
    expect(received.pages?.map(({ start, end }) => received.text.slice(start, end).trim())).toEqual(
      ["First page words.", "Second page words."],
    );
    expect(
      await code(textOf(make("encrypt=aes-256,user-password=secret,owner-password=secret"))),
    ).toBe("encrypted-pdf");
    expect(await code(textOf(Buffer.from("%PDF-1.7 and then nothing of the kind")))).toBe(
      "broken-pdf",
    );
  });
});
