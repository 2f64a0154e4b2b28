import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { limitDepth } from "./limit-depth.ts";

const depthOf = (html: string): number => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: Document;
  };
  let deepest = 0;
  const waiting: [Element, number][] = [[document.body, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [element, depth] = next;
    deepest = Math.max(deepest, depth);
    for (const child of element.children) waiting.push([child, depth + 1]);
  }
  return deepest;
};

test("a page as pages are comes back as it is", () => {
  const html = `<div><p>One<p>Two<ul><li>a<li>b</ul></i><br><script>if (a<b) "<div><div>"</script><!-- <div><div> -->`;
  expect(limitDepth(html, 4)).toBe(html);
});

test("words stay where tags go", () => {
  expect(limitDepth("<i>a<i>b<i>c<i>d</i></i></i></i>e", 2)).toBe("<i>a<i>bcd</i></i>e");
  expect(limitDepth("<b>a<b>b<b>c", 1)).toBe("<b>abc");
});

test("whatever the markup, what is parsed is no deeper than twice the limit, and every word is there", () => {
  const piece = fc.constantFrom(
    ..."<div> </div> <b> </b> <p> </p> <li> <table> <td> <br> </x> <!-- --> < > <script> </script>".split(
      " ",
    ),
    "<a href='>'>",
    "w ",
    "<!-- x -->",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
      const html = pieces.join("");
      const limited = limitDepth(html, 6);
      // Elements that do not nest in themselves may stand once inside each that does.
      if (!html.includes("<a ")) expect(depthOf(limited)).toBeLessThanOrEqual(20);
      const words = (markup: string): number => markup.split("w ").length;
      expect(words(limited)).toBe(words(html));
    }),
    { numRuns: 400 },
  );
});
