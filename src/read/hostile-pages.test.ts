// Hostile pages and files: what they cost must grow with their size and no faster, and nothing they hold may throw
// anything but a coded error.
import { describe, expect, test } from "vitest";
import { pageOf } from "./page/page-of.ts";
import { readText } from "./read-text.ts";
import { growth, LINEAR } from "./testing-growth.ts";
import { textOf } from "./text/text-of.ts";

const page = (inside: string): string =>
  `<html><head><title>A</title></head><body>${inside}<p>Ana Lind said the road was closed.</p></body></html>`;
const times = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length));

const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  "as many paragraphs": (n) => page(times("<p>a b c</p>", n)),
  "as many tags": (n) => page(times("<br>", n)),
  "one element with as many lines": (n) => page(`<div>${times("a<br>", n)}</div>`),
  "links without end": (n) => page(times('<a href="/x">more</a> ', n)),
  "elements in elements": (n) => page(times("<div>", n)),
  "elements behind what only looks like a comment": (n) =>
    page(`<p title="<!--">${times("<div>", n)}-->`),
  "elements behind what only looks like a script": (n) =>
    page(`<p =" y="> <script>">${times("<div>", n)}`),
  "elements behind a mark that opens no value": (n) => page(`<p ">${times("<div>", n)}`),
  "elements in elements, closed": (n) => page(times("<i>", n / 2) + times("</i>", n / 2)),
  "tags never closed": (n) => page(times("<b>word ", n)),
  "tags that close nothing": (n) => page(times("</b>", n)),
  "tables in tables": (n) => page(times("<table><tr><td>", n)),
  "lists in lists": (n) => page(times("<ul><li>a", n)),
  "one huge attribute": (n) => page(`<p class="${times("a ", n)}">words</p>`),
  "a huge style": (n) => page(`<p style="${times("display : x ; ", n)}">words</p>`),
  "attributes without end": (n) => page(`<p ${times("a ", n)}>words</p>`),
  "an attribute never closed": (n) => page(`<p class="${times("x>", n)}`),
  "comments never closed": (n) => page(times("<!--", n)),
  "brackets that begin no tag": (n) => page(times("< ", n)),
  "character references": (n) => page(`<p>${times("&amp;&#65;&nbsp;", n)}</p>`),
  "half references": (n) => page(times("&#", n)),
  "a script without end": (n) => page(`<script>${times("a<b", n)}`),
  "data of the page, nested": (n) =>
    page(`<script type="application/ld+json">${times("[", n)}</script>`),
  "data of the page, wide": (n) =>
    page(
      `<script type="application/ld+json">[${times('{"@type":"A","author":{}},', n)}{}]</script>`,
    ),
  "as many blocks of data": (n) =>
    page(times('<script type="application/ld+json">{"@type":"NewsArticle"}</script>', n)),
  "as many meta tags": (n) =>
    page(times('<meta property="article:published_time" content="2019-01-01">', n)),
  "as many times": (n) => page(times("<time>12 March 2019</time> ", n)),
  "preserved white space": (n) => page(`<pre>${times(" \n\t", n)}a</pre>`),
};

const reading = (shape: (size: number) => string) => (size: number) => {
  const html = shape(size);
  return (): void => {
    const { text } = pageOf(html);
    readText({ kind: "html", mime: "text/html", text, html, encoding: "utf-8", notes: [] });
  };
};

describe("work grows with the page and no faster", () => {
  test.each(Object.entries(SHAPES))("%s", (_, shape) => {
    expect(growth(reading(shape), 4_000)).toBeLessThan(LINEAR);
  });
});

describe("whatever the page, it is read or refused with a code", () => {
  test.each(Object.entries(SHAPES))("%s", async (_, shape) => {
    const received = await textOf(Buffer.from(shape(60_000)), { mime: "text/html" }).catch(
      (error: unknown) => error,
    );
    if (received instanceof Error) expect(received).toMatchObject({ code: "empty" });
    else expect(() => readText(received as Parameters<typeof readText>[0])).not.toThrow();
  });

  test("a million tags", { timeout: 300_000 }, async () => {
    const received = await textOf(Buffer.from(page("<br>".repeat(1_000_000))));
    expect(readText(received).statements.length).toBeGreaterThan(0);
  });
});
