// A drawing as a plain tree of SVG elements: written to a file here, built by React on a screen.
// Invariant: every text and attribute is escaped by the one writer; nothing in it runs, is fetched or is styled from outside.

export interface Drawing {
  readonly tag: Tag;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawing | string)[];
}

const tags = ["svg", "title", "desc", "g", "rect", "line", "path", "circle", "text"] as const;
type Tag = (typeof tags)[number];

export function el(
  tag: Tag,
  attrs: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (Drawing | string)[]
): Drawing {
  const kept = Object.entries(attrs).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  );
  return {
    tag,
    attrs: Object.fromEntries(
      kept.map(([name, value]) => [name, typeof value === "number" ? tenth(value) : value]),
    ),
    children,
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The drawing as an SVG document of its own. */
export function svgOf(drawing: Drawing): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(drawing)}\n`;
}

function written({ tag, attrs, children }: Drawing): string {
  const named = Object.entries(attrs).map(
    ([name, value]) => ` ${name}="${escaped(String(value))}"`,
  );
  const inside = children
    .map((child) => (typeof child === "string" ? escaped(child) : written(child)))
    .join("");
  return inside === ""
    ? `<${tag}${named.join("")}/>`
    : `<${tag}${named.join("")}>${inside}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML 1.0 has no form for control characters, lone surrogates and U+FFFE/F at all: they are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (c) => entities[c] ?? c);
}
