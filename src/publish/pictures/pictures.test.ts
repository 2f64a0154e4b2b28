// Pictures of figures: everything is in the drawing and in its table, nothing held back is in either. Everyone is invented.
import { DOMParser } from "linkedom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPicture, type PictureInput } from "./draw-picture.ts";
import { type Drawing, el, svgOf } from "./drawing.ts";
import { palettes } from "./palette.ts";
import type { Picture } from "./picture.ts";
import { estimatesPicture, placesMap } from "./released.ts";
import { isRightToLeft, linesOf, widthOf } from "./words.ts";

const words = {
  title: "An invented title",
  caption: "An invented caption.",
  asOf: "2026-05-04",
  caveat: "Not what it must not be read as.",
};
const date = (min: string, max = min) => ({ text: min, min, max });

const one: readonly PictureInput[] = [
  {
    kind: "bars",
    words,
    by: "Place",
    rows: [
      { label: "喀什", people: 55 },
      { label: "ئۈرۈمچى", people: null },
      { label: "Not known", people: 7, unknown: true },
    ],
  },
  { kind: "dots", words, by: "Year", rows: [{ label: "2017", people: 31 }] },
  {
    kind: "curve",
    words,
    steps: [
      { title: "An invented list", day: "2019-01-01", people: 13, fresh: 13, together: 13 },
      { title: "حاجەت", day: "2021-05-01", people: 9, fresh: 4, together: 17 },
    ],
  },
  {
    kind: "estimates",
    words,
    estimates: [
      {
        quantity: "People held",
        unit: "at a time",
        words: "at least eleven hundred",
        low: 1_100,
        high: null,
        hedge: "at-least",
        speaker: "An invented panel",
        asOf: date("2018-08-10"),
        denials: 2,
      },
    ],
  },
  {
    kind: "overlap",
    words,
    lists: ["Appeals", "Press"],
    patterns: [
      { lists: ["Appeals"], people: 41 },
      { lists: ["Press"], people: 23 },
      { lists: ["Appeals", "Press"], people: 0 },
    ],
  },
  {
    kind: "models",
    words,
    observed: 440,
    models: [
      { label: "Independent", model: "A, B, C", estimate: 700, low: 650, high: 790 },
      { label: "All pairs", model: "AB, AC, BC", estimate: 1_400, low: 900, high: 2_100 },
    ],
    assumptions: [{ statement: "One closed population.", answer: "not known" }],
  },
  {
    kind: "timeline",
    words,
    rows: [
      { label: "Invented Aida", note: "Camp", from: date("2017-03-01", "2017-06-30"), to: null },
      { label: "دەۋلەت", note: "Prison", from: null, to: null },
    ],
  },
  {
    kind: "map",
    words,
    places: [
      { label: "Kashgar", code: "6531", people: 12, unsure: 3 },
      { label: "An invented camp", latitude: 40.1, longitude: 80.2, people: null },
      { label: "Somewhere", people: 2 },
    ],
    notKnown: 19,
  },
  {
    kind: "network",
    words,
    width: 300,
    height: 100,
    nodes: [
      { x: 10, y: 10, label: "Aida" },
      { x: 200, y: 60, label: "王某" },
      { x: 100, y: 90, label: "Alone" },
    ],
    edges: [{ from: 0, to: 1, label: "kin" }],
  },
];

/** All the words that are drawn, without those told to a screen reader alone. */
function drawnText(drawing: Drawing): string {
  if (drawing.tag === "title" || drawing.tag === "desc") return "";
  return drawing.children
    .map((child) => (typeof child === "string" ? child : drawnText(child)))
    .join(" ");
}

const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

describe.each(one.map((input) => [input.kind, input] as const))("a picture: %s", (_kind, input) => {
  it.each(["light", "dark"] as const)(
    "says title, caption, day and caveat inside, %s",
    (scheme) => {
      const { drawing, height, width } = drawPicture(input, scheme);
      const text = flat(drawnText(drawing));
      for (const part of [words.title, words.caption, words.caveat, words.asOf])
        expect(text).toContain(part);
      expect(String(drawing.attrs["aria-label"])).toContain(words.caveat);
      expect(svgOf(drawing)).toContain(palettes[scheme].paper);
      expect([width > 0, height > 100]).toEqual([true, true]);
    },
  );

  it("draws nothing outside its frame", () => {
    const { drawing, height, width } = drawPicture(input);
    for (const { tag, attrs } of marksOf(drawing)) {
      const [x, y] = [attrs["x"] ?? attrs["cx"] ?? 0, attrs["y"] ?? attrs["cy"] ?? 0].map(Number);
      expect([tag, x! >= -1 && x! <= width, y! >= -1 && y! <= height]).toEqual([tag, true, true]);
    }
  });

  it("has every word of its table in the drawing", () => {
    const { drawing, table } = drawPicture(input);
    const text = flat(drawnText(drawing));
    for (const cell of table.rows.flat().flatMap((c) => c.split(/ to | \+ /)))
      if (cell !== "" && cell !== "no point" && cell !== "not known")
        expect(text).toContain(flat(cell));
  });

  it("is XML that reads back as it was meant, and holds nothing that runs or is fetched", () => {
    const svg = svgOf(drawPicture(input).drawing);
    expect(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement?.tagName).toBe(
      "svg",
    );
    expect(svg).not.toMatch(/<script|<image|<use|<style|href|url\(|\son\w+=/i);
  });
});

function marksOf(drawing: Drawing): Drawing[] {
  return drawing.children.flatMap((child) =>
    typeof child === "string" ? [] : [child, ...marksOf(child)],
  );
}

describe("what is held back", () => {
  it("is in the drawing and its table as words, with no number of its own", () => {
    const held = drawPicture({
      kind: "bars",
      words,
      by: "Place",
      rows: [
        { label: "Here", people: 40 },
        { label: "There", people: null },
        { label: "Elsewhere", people: null },
      ],
    });
    const written = marksOf(held.drawing)
      .filter(({ tag }) => tag === "text")
      .map((text) => drawnText(text));
    // The one number told, and the axis that ends with it.
    expect(written.filter((text) => /^\d/.test(text))).toEqual(["0", "10", "20", "30", "40", "40"]);
    expect(written.filter((text) => text === "held back")).toHaveLength(2);
    expect(held.table.rows).toEqual([
      ["Here", "40"],
      ["There", "held back"],
      ["Elsewhere", "held back"],
    ]);
  });

  it("has one size on bars, dots and map, whatever stands beside it", () => {
    const sizeOf = (picture: Picture) =>
      marksOf(picture.drawing)
        .filter(({ attrs }) => attrs["width"] === 32 || attrs["stroke-dasharray"] === "3 3")
        .map(({ attrs }) => attrs["width"] ?? attrs["r"]);
    for (const others of [5, 500, 50_000]) {
      const bars = drawPicture({
        kind: "bars",
        words,
        by: "Place",
        rows: [
          { label: "A", people: others },
          { label: "B", people: null },
        ],
      });
      const map = drawPicture({
        kind: "map",
        words,
        places: [
          { label: "A", code: "6531", people: others },
          { label: "B", code: "6540", people: null },
        ],
        notKnown: null,
      });
      expect([sizeOf(bars), sizeOf(map)]).toEqual([[32], [10]]);
    }
  });
});

describe("estimates", () => {
  const estimate = (speaker: string, low: number, unit: string) => ({
    quantity: "People held",
    unit,
    words: `${low} said ${speaker}`,
    low,
    high: low * 2,
    hedge: "range",
    speaker,
    asOf: date("2019-02-03"),
    source: 1,
    denials: [],
  });

  it("are never joined: every line is level, from the low to the high end of one", () => {
    const { drawing } = estimatesPicture(
      [estimate("Panel", 100, "at a time"), estimate("Ministry", 300, "at a time")],
      { asOf: "2026-05-04" },
    );
    const lines = marksOf(drawing).filter(
      ({ tag, attrs }) => tag === "line" && attrs["stroke-width"] === 3,
    );
    expect(lines).toHaveLength(2);
    for (const { attrs } of lines) expect(attrs["y1"]).toBe(attrs["y2"]);
    expect(marksOf(drawing).filter(({ tag }) => tag === "path")).toEqual([]);
  });

  it("of different units stand on axes of their own", () => {
    const both = estimatesPicture(
      [estimate("Panel", 100, "held at a time"), estimate("Ministry", 1_000_000, "ever held")],
      { asOf: "2026-05-04" },
    );
    const text = drawnText(both.drawing);
    expect(text).toContain("People held (held at a time)");
    expect(text).toContain("People held (ever held)");
    // The small one is not squeezed to nothing by the large one's axis.
    const [small] = marksOf(both.drawing).filter(
      ({ tag, attrs }) => tag === "line" && attrs["stroke-width"] === 3,
    );
    expect(Number(small?.attrs["x2"]) - Number(small?.attrs["x1"])).toBeGreaterThan(50);
  });
});

describe("a map of a release", () => {
  it("tells every place, also one without a point, and whose boundaries are drawn", () => {
    const map = placesMap(
      [
        {
          key: "zz",
          kind: "camp",
          names: [{ text: "قاراسۇ لاگېرى", script: "Arab" }],
          people: ["P-1", "P-2"],
          values: [],
        },
      ],
      { asOf: "2026-05-04" },
    );
    expect(map.table.rows).toEqual([["no point", "قاراسۇ لاگېرى", "2", ""]]);
    expect(drawnText(map.drawing)).toContain("Boundaries as Chinese state mapping draws them");
    expect(svgOf(map.drawing)).not.toContain("P-1");
  });
});

describe("hostile words", () => {
  it("stay words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const svg = svgOf(el("svg", { "aria-label": text }, el("text", {}, text)));
        // The declaration, two elements, and their ends where they are not empty.
        expect(svg.match(/</g)?.length).toBeLessThanOrEqual(5);
        expect(svg).toMatch(
          /^<\?xml[^<]*<svg aria-label="[^<>"]*"><text(\/>|>[^<>]*<\/text>)<\/svg>\n$/,
        );
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      }),
    );
    expect(svgOf(el("text", {}, '</text><script>"&\u0000\ud800'))).toContain(
      "&lt;/text&gt;&lt;script&gt;&quot;&amp;\ufffd",
    );
  });

  it("break into lines that fit and lose nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const lines = linesOf(text, 12, 90);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        for (const line of lines)
          expect(widthOf(line, 12) <= 90 || [...line].length === 1).toBe(true);
      }),
    );
  });

  it("run by their own direction", () => {
    expect(["ئۈرۈمچى", "12 ئۈرۈمچى", "喀什", "Kashgar ق"].map(isRightToLeft)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
