// The document itself: the same bytes for the same content, no clock and no author inside, every script in its own way.
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Content } from "./content.ts";
import { stretches } from "./script-runs.ts";
import { submissionDocx } from "./submission-docx.ts";
import { submissionHtml } from "./submission-html.ts";

const content: Content = {
  language: "fr",
  title: "An invented <title> & more",
  head: ["To nobody"],
  sections: [
    {
      title: "The person",
      fields: [
        {
          code: "name",
          label: "Name",
          lines: [
            [{ text: "Aygul Invented", notes: [1] }],
            [{ text: "ئايگۈل تۇرسۇن", notes: [1, 2] }],
            [{ text: "阿依古丽", notes: [2] }],
          ],
        },
        { code: "search", label: "Search", lines: [[{ text: "One.\n\nTwo." }]] },
      ],
    },
  ],
  annexesTitle: "Annexes",
  annexes: ["None."],
  notes: ["An invented courier.", "A testimony."],
  foot: "P-INVENTED",
};

/** The parts of a ZIP archive, by its central directory. */
function parts(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const found = new Map<string, string>();
  const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let at = zip.readUInt32LE(end + 16);
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((n) => zip.readUInt16LE(at + n)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(from, from + packed);
    found.set(
      zip.toString("utf8", at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(raw) : raw).toString("utf8"),
    );
    at += 46 + name + extra + comment;
  }
  return found;
}

describe("a DOCX", () => {
  it("is the same bytes at another second", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 2, 1) });
    const first = await submissionDocx(content);
    vi.setSystemTime(Date.UTC(2031, 7, 9, 5, 4, 3));
    const second = await submissionDocx(content);
    vi.useRealTimers();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it("holds no time, no author and no name of a machine", async () => {
    const made = parts(await submissionDocx(content));
    expect(made.get("docProps/core.xml")).not.toMatch(/creator|modified|created|20\d\d-/i);
    const year = String(new Date().getFullYear());
    for (const [name, text] of made) expect(text.includes(`${year}-`), name).toBe(false);
  });

  it("refers to each footnote once, and repeats its number where it is meant again", async () => {
    const document = parts(await submissionDocx(content)).get("word/document.xml") ?? "";
    expect([...document.matchAll(/w:footnoteReference w:id="(\d+)"/g)].map(([, n]) => n)).toEqual([
      "1",
      "2",
    ]);
    expect(
      [
        ...document.matchAll(/w:vertAlign w:val="superscript"\/>.{0,80}?<w:t[^>]*>(\d+)<\/w:t>/g),
      ].map(([, n]) => n),
    ).toEqual(["1", "2"]);
  });

  it("writes right-to-left letters as such, and escapes what would be markup", async () => {
    const document = parts(await submissionDocx(content)).get("word/document.xml") ?? "";
    expect(document).toMatch(/<w:rtl\/>.{0,200}ئايگۈل تۇرسۇن/);
    expect(document).toContain("&lt;title&gt; &amp; more");
  });
});

it("as HTML lets nothing of a value be markup", () => {
  const bad = { ...content, title: `<script>alert("x")</script>`, notes: ["<img src=x>"] };
  const html = submissionHtml(bad);
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain("&lt;img src=x&gt;");
});

describe("stretches of one script", () => {
  it("keep the spaces between words of a script together with them", () => {
    expect(stretches("Aygul ئايگۈل تۇرسۇن, 阿依古丽·图尔逊!")).toEqual([
      { text: "Aygul ", script: "plain" },
      { text: "ئايگۈل تۇرسۇن", script: "arabic" },
      { text: ", ", script: "plain" },
      { text: "阿依古丽·图尔逊", script: "han" },
      { text: "!", script: "plain" },
    ]);
  });

  it("joined are the text, and no two neighbours are alike", () => {
    const letters = fc.constantFrom(..."abц 阿ئا.-\n1");
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: letters })),
        (text) => {
          const made = stretches(text);
          expect(made.map((one) => one.text).join("")).toBe(text);
          for (const [i, one] of made.entries()) expect(one.script).not.toBe(made[i + 1]?.script);
        },
      ),
    );
  });
});
