// What is blacked out is gone: from pages, from bytes, from pictures, and from every place a file can hold words unseen.
import fc from "fast-check";
import * as mupdf from "mupdf";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { tools } from "../../collect/testing.ts";
import { drawPicture, photograph } from "../../collect/testing.ts";
import type { Box, Redaction } from "./boxes.ts";
import { hasPixelsUnder } from "./pdf-pixels.ts";
import { inBytes } from "./pdf-words.ts";
import { redactPdf as redactPdfWith } from "./redact-pdf.ts";
import { isGone as isGoneWith, redactPicture as redactPictureWith } from "./redact-picture.ts";
import { bareJpeg } from "./strip-pdf.ts";
import { everyByte, inventPdf } from "./testing.ts";
import { readBoxes, writeBoxes } from "./written-boxes.ts";

const { saysAnything } = tools;
const redactPdf = (bytes: Uint8Array, asked: Redaction) => redactPdfWith(bytes, asked, tools);
const redactPicture = (bytes: Uint8Array, asked: Redaction) =>
  redactPictureWith(bytes, asked, tools);
const isGone = (bytes: Uint8Array, boxes: readonly Box[]) => isGoneWith(bytes, boxes, tools);
const nothing = { boxes: [], every: [], leaveElsewhere: false };
const box = (x: number, y: number, width: number, height: number, page = 1): Box => ({ page, x, y, width, height }); // prettier-ignore
const open = (bytes: Uint8Array): mupdf.PDFDocument => {
  const doc = mupdf.Document.openDocument(bytes, "application/pdf").asPDF();
  if (doc === null) throw new Error("not a PDF");
  return doc;
};
const two = [
  ["Aygul Testova was seen in Birinchi.", "She was a teacher."],
  ["Aygul Testova wrote again."],
];

describe("a PDF", () => {
  it("loses words on every page, and everything that no page shows", async () => {
    const pdf = inventPdf({ pages: two, hidden: "hiddenneedle" });
    expect(everyByte(pdf).match(/hiddenneedle/g)?.length).toBeGreaterThan(7);
    const made = await redactPdf(pdf, { ...nothing, every: ["aygul testova", "hiddenneedle"] });
    const all = everyByte(made.bytes);
    expect(all).not.toMatch(/aygul|testova|hiddenneedle/i);
    expect(all).toContain("was seen in Birinchi.");
    expect(all).toContain("wrote again.");
    expect(made.boxes.filter((one) => one.page === 2)).toHaveLength(1);
    expect(made.tool).toMatch(/^mupdf \d+\.\d+/);
  });

  it("shows what a hidden layer holds, rather than letting it go out unseen", async () => {
    const pdf = inventPdf({ pages: two, hidden: "hiddenneedle" });
    const { bytes } = await redactPdf(pdf, { ...nothing, every: ["Birinchi"] });
    const text = open(bytes).loadPage(0).toStructuredText("").asText();
    expect(text).toContain("hiddenneedle");
    expect(
      everyByte(bytes)
        .replaceAll(text.trim(), "")
        .match(/hiddenneedle/g)?.length,
    ).toBe(1);
  });

  it("is not handed out while what is under a box stands on another page, unless somebody says so", async () => {
    const pdf = inventPdf({ pages: two, hidden: "x" });
    const boxes = [box(55, 66, 97, 22)];
    const refused = redactPdf(pdf, { ...nothing, boxes });
    await expect(refused).rejects.toMatchObject({
      code: "redact/still-there",
      details: { pages: "2" },
    });
    const { bytes } = await redactPdf(pdf, { ...nothing, boxes, leaveElsewhere: true });
    const doc = open(bytes);
    expect(doc.loadPage(0).toStructuredText("").asText()).not.toMatch(/Aygul|Testova/);
    expect(doc.loadPage(1).toStructuredText("").asText()).toContain("Aygul Testova");
  });

  it("loses the pixels of a picture under a box, keeps the others, and what the picture said of itself", async () => {
    const picture = await drawPicture("page", 400, 300).withExif({ IFD0: { Artist: "Artistneedle" } }).jpeg().toBuffer(); // prettier-ignore
    const pdf = inventPdf({ pages: two, hidden: "x", picture });
    expect(everyByte(pdf)).toContain("Artistneedle");
    const covered = box(100, 420, 80, 60);
    expect(await hasPixelsUnder(open(pdf).loadPage(0), [100, 420, 180, 480])).toBe(true);
    const { bytes } = await redactPdf(pdf, { ...nothing, boxes: [covered] });
    const page = open(bytes).loadPage(0);
    expect(await hasPixelsUnder(page, [100, 420, 180, 480])).toBe(false);
    expect(await hasPixelsUnder(page, [190, 410, 250, 530])).toBe(true);
    expect(everyByte(bytes)).not.toContain("Artistneedle");
    const untouched = await redactPdf(pdf, { ...nothing, every: ["teacher"] });
    expect(everyByte(untouched.bytes)).not.toContain("Artistneedle");
  });

  it.each([
    ["REDACT_TEXT_REMOVE", "REDACT_TEXT_NONE", box(55, 66, 97, 22)],
    ["REDACT_IMAGE_PIXELS", "REDACT_IMAGE_NONE", box(100, 420, 80, 60)],
  ] as const)("is thrown away when its tool does %s as %s", async (what, instead, covered) => {
    const how = mupdf.PDFPage as unknown as Record<string, number | undefined>;
    const right = how[what];
    const pdf = inventPdf({ pages: [["Aygul Testova."]], hidden: "x", picture: await photograph("left") }); // prettier-ignore
    const asked = { ...nothing, boxes: [covered] };
    how[what] = how[instead];
    try {
      await expect(redactPdf(pdf, asked)).rejects.toMatchObject({ code: "redact/not-gone" });
    } finally {
      how[what] = right;
    }
    await redactPdf(pdf, asked);
  });

  it.each([
    ["words that are not there", { every: ["Nobody Here"] }, "redact/not-found"],
    ["a box on no page", { boxes: [box(1, 1, 5, 5, 9)] }, "redact/box-outside"],
    ["a box beside the page", { boxes: [box(900, 1, 5, 5)] }, "redact/box-outside"],
  ])("is refused for %s", async (_, asked, code) => {
    const pdf = inventPdf({ pages: two, hidden: "x" });
    await expect(redactPdf(pdf, { ...nothing, ...asked })).rejects.toMatchObject({ code });
  });

  it("is searched for words in every way a PDF writes them", () => {
    const ways = ["(Aygul)", "<417967756c>", "<41 7967 756C>", "[(Ay)-20(gul)]", "[<4179>-20(gul)]", "<00410079006700750 06c>", "(A y g u l)"]; // prettier-ignore
    for (const way of ways) {
      const doc = open(inventPdf({ pages: [["Nothing."]], hidden: "x" }));
      doc.addStream(Buffer.from(`BT ${way} TJ ET`), {});
      expect(inBytes(doc, ["aygul"]), way).toBe(true);
      expect(inBytes(doc, ["nurlan"]), way).toBe(false);
    }
    const doc = open(inventPdf({ pages: [["Nothing."]], hidden: "x" }));
    doc.addObject({ T: doc.newString("Айгүл Тестова") });
    doc.addStream(Buffer.from("Айгүл МҰРАТ"), {});
    for (const words of ["айгүл тестова", "мұрат"]) expect(inBytes(doc, [words]), words).toBe(true);
    expect(inBytes(doc, ["нурлан"])).toBe(false);
  });
});

describe("a picture", () => {
  it.each(["jpeg", "png", "webp"] as const)(
    "as %s is one colour under its boxes and says nothing of itself",
    async (form) => {
      const original = form === "jpeg" ? await photograph("f") : await drawPicture("f")[form]().toBuffer(); // prettier-ignore
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({
              x: fc.integer({ min: -20, max: 470 }),
              y: fc.integer({ min: -20, max: 350 }),
              width: fc.integer({ min: 30, max: 200 }),
              height: fc.integer({ min: 30, max: 200 }),
            }),
            { minLength: 1, maxLength: 3 },
          ),
          async (drawn) => {
            const boxes = drawn.map((one) => ({ page: 1, ...one }));
            const made = await redactPicture(original, { ...nothing, boxes });
            expect(saysAnything(made.bytes)).toBe(false);
            const { data, info } = await sharp(made.bytes)
              .raw()
              .toBuffer({ resolveWithObject: true });
            for (const { x, y, width, height } of boxes)
              for (let line = Math.max(0, y); line < Math.min(info.height, y + height); line++)
                for (let at = Math.max(0, x); at < Math.min(info.width, x + width); at++)
                  if (data[(line * info.width + at) * info.channels] !== 0)
                    throw new Error(`not black at ${at},${line}`);
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  it("is measured as it is shown: a turned photograph is blacked out where one sees it", async () => {
    const turned = await drawPicture("t", 200, 100)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = await redactPicture(turned, { ...nothing, boxes: [box(0, 150, 40, 40)] });
    const { data, info } = await sharp(made.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([100, 200]);
    expect(data[(170 * info.width + 20) * info.channels]).toBe(0);
  });

  it("with a pixel left, or a word about it, is not taken for gone", async () => {
    const boxes = [box(8, 8, 32, 32)];
    const { bytes } = await redactPicture(await photograph("g"), { ...nothing, boxes });
    expect(await isGone(bytes, boxes)).toBe(true);
    expect(await isGone(bytes, [box(8, 8, 40, 40)])).toBe(false);
    expect(await isGone(await sharp(bytes).withExif({ IFD0: { Artist: "x" } }).jpeg().toBuffer(), [])).toBe(false); // prettier-ignore
  });
});

it("a photograph without its segments shows the same pixels", async () => {
  const whole = await photograph("bare");
  const bare = bareJpeg(whole);
  expect(saysAnything(whole)).toBe(true);
  expect(saysAnything(bare)).toBe(false);
  expect(await sharp(bare).raw().toBuffer()).toEqual(await sharp(whole).raw().toBuffer());
});

it("boxes are read back as they were written", () => {
  const side = fc.integer({ min: 0, max: 9_999_999 }).map((n) => n / 100);
  const any = fc.record({ page: fc.integer({ min: 1, max: 2_000 }), x: side, y: side, width: side, height: side }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(any, { maxLength: 400 }), (boxes) => {
      const written = writeBoxes(boxes);
      expect(readBoxes(JSON.stringify(written))).toEqual(boxes);
      for (const line of Object.values(written)) expect(line.length).toBeLessThanOrEqual(2_000);
    }),
  );
});
