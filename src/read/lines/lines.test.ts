// Texts are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";
import type { MaskKind, Received } from "../reading.ts";
import { findPublisher } from "./find-publisher.ts";
import { datelineLength, isByline, isCaption, isDateLine, isHard } from "./line-patterns.ts";
import { outletOfUrl } from "./outlets.ts";

function kinds(text: string, kind: MaskKind, extra: Partial<Received> = {}): string[] {
  const received: Received = {
    kind: "text",
    mime: "text/plain",
    text,
    encoding: "utf-8",
    notes: [],
    ...extra,
  };
  return readText(received)
    .mask.filter((span) => span.kind === kind)
    .map(({ start, end }) => text.slice(start, end));
}

test.each([
  "11 September 2018",
  "Published: September 11, 2018",
  "Tuesday, September 11, 2018 10:30 a.m.",
  "2018-09-11",
  "11.09.2018",
  "11 сентября 2018 г.",
  "2018年9月11日",
  "11 Eylül 2018",
  "2018 жылғы 11 қыркүйек",
])("%s is a date line", (line) => {
  expect(isDateLine(line)).toBe(true);
});

test.each([
  "In 2018 the road was closed.",
  "September",
  "11",
  "The date was 11 September 2018 and nobody came.",
])("%s is no date line", (line) => {
  expect(isDateLine(line)).toBe(false);
});

test.each([
  "© Hill Lake Review 2017",
  "Sign up for our newsletter!",
  "Share",
  "Читайте также: другая статья",
  "相关新闻",
  "Read more: another story",
  "Home | News | Share",
  "Tüm hakları saklıdır",
])("%s is furniture", (line) => {
  expect(isHard(line)).toBe(true);
});

test.each([
  "He said the print shop was closed.",
  "Shares fell on Monday.",
  "The menu of the prison kitchen never changed.",
])("%s is not", (line) => {
  expect(isHard(line)).toBe(false);
});

test("bylines, captions and datelines are known by their form", () => {
  expect(isByline("By Kit Brandt")).toBe(true);
  expect(isByline("By the river a man was waiting.")).toBe(false);
  expect(isCaption("The old pier at Sarn. Photo by Joss Arden")).toBe(true);
  expect(datelineLength("KARAGOL (Lake Press) -- The road")).toBe(
    "KARAGOL (Lake Press) -- ".length,
  );
  expect(datelineLength("OLD PIER, May 4 — The road")).toBe("OLD PIER, May 4 — ".length);
  expect(datelineLength("The road - long closed - opened.")).toBe(0);
});

describe("publisher", () => {
  test("an address gives the outlet behind it, and only that", () => {
    expect(outletOfUrl("https://www.azattyq.org/a/1.html")).toBe("RFE/RL");
    expect(outletOfUrl("https://notazattyq.org/a/1.html")).toBeNull();
    expect(outletOfUrl("not an address")).toBeNull();
  });

  test("signs that agree raise each other", () => {
    const one = findPublisher("", [], { url: "https://www.hrw.org/x" });
    const two = findPublisher("", [], { url: "https://www.hrw.org/x", name: "hrw-report.txt" });
    expect(one?.value).toBe("Human Rights Watch");
    expect(two?.confidence ?? 0).toBeGreaterThan(one?.confidence ?? 1);
  });
});

const PARAGRAPHS = [
  "The road to the eastern camp was opened for three days and then closed again before anyone from the town could use it.",
  "Ana Lind said that nobody had told her where the boats were going and that she had written to the port four times.",
  "The harbour office keeps a list of boats and crews which it does not show to families or to their lawyers in the town.",
];

function wrapped(paragraph: string, width = 60): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

describe("text cut at a fixed width", () => {
  const text = PARAGRAPHS.map((paragraph) => wrapped(paragraph)).join("\n\n");

  test("comes together in paragraphs", () => {
    expect(kinds(text, "body").map((body) => body.replaceAll("\n", " "))).toEqual(PARAGRAPHS);
  });

  test("a statement may run over a line's end", () => {
    const [found] = readText(text).statements;
    const content = found?.content[0];
    expect(content && text.slice(content.start, content.end).replaceAll("\n", " ")).toContain(
      "had written to the port four times",
    );
  });
});

test("running heads and page numbers of a paged text are furniture", () => {
  const pages: { start: number; end: number }[] = [];
  let text = "";
  PARAGRAPHS.forEach((paragraph, i) => {
    const page = `Far Shore Watch, Report on the Crossing\n\n${wrapped(paragraph)}\n\n${i + 1}`;
    pages.push({ start: text.length, end: text.length + page.length });
    text += `${page}\n\n`;
  });
  const body = kinds(text, "body", { kind: "pdf", pages }).join(" ").replaceAll("\n", " ");
  expect(body).toBe(PARAGRAPHS.join(" "));
});

test("a date that stands alone below the article is proposed, with less weight than one above it", () => {
  const below = readText(`${PARAGRAPHS.join("\n\n")}\n\nMore about the lake\n\n23.05.2011`);
  expect(below.meta.date).toMatchObject({ value: "2011-05-23", rule: "date beside the article" });
  const both = readText(`3 April 2017\n\n${PARAGRAPHS.join("\n\n")}\n\n23.05.2011`);
  expect(both.meta.date?.value).toBe("2017-04-03");
});
