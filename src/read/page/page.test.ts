// Pages are our own; everyone in them is invented.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";
import type { MaskKind } from "../reading.ts";
import { textOf } from "../text/text-of.ts";
import { pageOf } from "./page-of.ts";

const BODY = [
  "The road to the eastern camp was opened for three days and then closed again before anyone from the town could use it.",
  "Ana Lind said that nobody had told her where the boats were going, and that she had written to the port four times.",
  "The harbour office keeps a list of boats and crews, which it does not show to families or to their lawyers in the town.",
  "In the evening the families walked back along the shore, and the lights of the far side could be seen from the old pier.",
];
const LD = JSON.stringify({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebPage", name: "x" },
    {
      "@type": ["NewsArticle"],
      headline: "The Quiet Crossing",
      datePublished: "2017-04-03T08:00:00+06:00",
      author: [{ name: "Kit Brandt" }],
      publisher: { name: "Hill Lake Review" },
    },
  ],
});
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>The Quiet Crossing | HLR</title>
<meta property="og:title" content="The Quiet Crossing"><link rel="canonical" href="https://hill.example/crossing">
<script type="application/ld+json">${LD}</script><style>p{color:red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News of the lake</a></li></ul></nav>
<main><article><h1>The Quiet Crossing at Lake Sarn</h1><p class="byline">By Kit Brandt</p>
${BODY.map((words) => `<p>${words.replace("Ana", "<b>Ana</b>&nbsp;").replace("&nbsp; ", " ")}</p>`).join("\n")}
<figure><img src="x.jpg"><figcaption>The old pier at Sarn in the evening.</figcaption></figure>
<p><a href="/other">Another story about the lake and its boats</a></p><p hidden>secret words</p><script>alert("x")</script>
</article></main><footer><p>© Hill Lake Review 2017. All rights reserved.</p></footer></body></html>`;

async function masked(kind: MaskKind): Promise<string[]> {
  const received = await textOf(Buffer.from(PAGE));
  return readText(received)
    .mask.filter((span) => span.kind === kind)
    .map(({ start, end }) => received.text.slice(start, end));
}

describe("a page", () => {
  test("keeps what can be seen, navigation included, and no script", () => {
    const { text } = pageOf(PAGE);
    expect(text).toContain("News of the lake");
    expect(text).toContain("All rights reserved");
    expect(text).not.toMatch(/alert|secret words|color:red/);
  });

  test("its body is the article", async () => {
    expect(await masked("body")).toEqual(BODY);
    expect(await masked("headline")).toEqual(["The Quiet Crossing at Lake Sarn"]);
    expect(await masked("caption")).toEqual(["The old pier at Sarn in the evening."]);
  });

  test("its markup gives the metadata, with the rule", async () => {
    const { meta } = readText(await textOf(Buffer.from(PAGE)));
    expect(meta.date).toMatchObject({
      value: "2017-04-03",
      rule: "json-ld datePublished",
      span: null,
    });
    expect(meta.publisher?.value).toBe("Hill Lake Review");
    expect(meta.author?.value).toBe("Kit Brandt");
    expect(meta.canonicalUrl?.value).toBe("https://hill.example/crossing");
  });

  test("markup that does not give this text is not used to mark it", () => {
    const reading = readText("Ana Lind said the road was closed.", { html: PAGE });
    expect(reading.mask.every(({ end }) => end <= 34)).toBe(true);
    expect(reading.statements).toHaveLength(1);
  });

  test("broken JSON-LD is passed over", () => {
    const html = `<html><body><script type="application/ld+json">{"@type":"NewsArticle", oops</script><p>${BODY[0]}</p></body></html>`;
    expect(
      readText({
        kind: "html",
        mime: "text/html",
        text: pageOf(html).text,
        html,
        encoding: "utf-8",
        notes: [],
      }).meta.date,
    ).toBeUndefined();
  });

  test("nesting deeper than any page is read without the cleaner", async () => {
    const html = `<html><body>${"<div>".repeat(5000)}<p>${BODY[1]}</p>${"</div>".repeat(5000)}</body></html>`;
    const received = await textOf(Buffer.from(html));
    expect(received.notes.map(({ code }) => code)).toContain("too-deep-to-clean");
    expect(readText(received).statements.length).toBeGreaterThan(0);
  });

  test("the same markup always gives the same text, whatever it is", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<br>",
      "words ",
      "&amp;",
      "&nbsp;",
      "<script>x",
      "</script>",
      "<li>",
      "<table><tr><td>",
      "<!--",
      "-->",
      "<b",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join("");
        const { text, runs } = pageOf(html);
        expect(pageOf(html).text).toBe(text);
        for (const { start, end } of runs)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end).trim());
        expect(text.length).toBeLessThanOrEqual(html.length * 3 + 10);
      }),
    );
  });
});

test.each([
  ["The Quiet Crossing | HLR | 23.05.2011", "2011-05-23"],
  ["The Quiet Crossing - 3 April 2017", "2017-04-03"],
  ["The Winter of 3 April 2017 and what came after | HLR", undefined],
  ["The Quiet Crossing | HLR | 33.05.2011", undefined],
])("a date at the end of the title %s", async (title, day) => {
  const body = BODY.map((text) => `<p>${text}</p>`).join("");
  const received = await textOf(
    Buffer.from(`<html><head><title>${title}</title></head><body>${body}</body></html>`),
  );
  expect(readText(received).meta.date?.value).toBe(day);
});

test("a class of more words than the parser can hold is read all the same", async () => {
  const received = await textOf(
    Buffer.from(`<html><body><p class="${"a ".repeat(300_000)}">${BODY[1]}</p></body></html>`),
  );
  expect(received.text).toBe(BODY[1]);
});
