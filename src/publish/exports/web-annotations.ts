// The passages claims and statements rest on, as a Web Annotation collection (W3C, 2017).
// Invariant: a position counts Unicode code points, as the standard wants, and names by its hash the text it counts in; only the
// words of the passage itself are told, none of the text around it.
import type { ExportFile, ExportPassage, ExportSet, ExportSource } from "./export-set.ts";

/** The received text of a source by its key, for counting; undefined: it has none, or it may not be counted in. */
export type TextOf = (source: string) => string | undefined;

export function webAnnotations(set: ExportSet, textOf: TextOf): ExportFile[] {
  const sources = new Map(set.sources.map((source) => [source.key, source]));
  const items = [
    ...set.claims.flatMap((claim) =>
      annotation(
        `claim:${claim.key}`,
        `${claim.label}: ${claim.text}`,
        claim.passage,
        sources.get(claim.source),
        textOf,
      ),
    ),
    ...set.statements.flatMap((said) =>
      annotation(
        `statement:${said.key}`,
        `${said.speaker || "Somebody"} (${said.stance}): ${said.words}`,
        said.passage,
        sources.get(said.source),
        textOf,
      ),
    ),
  ];
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "urn:guwah:annotations",
    type: "AnnotationCollection",
    total: items.length,
    first: { id: "urn:guwah:annotations:1", type: "AnnotationPage", startIndex: 0, items },
  };
  return [{ path: "annotations.jsonld", text: `${JSON.stringify(collection, null, 1)}\n` }];
}

function annotation(
  key: string,
  body: string,
  passage: ExportPassage | undefined,
  source: ExportSource | undefined,
  textOf: TextOf,
): object[] {
  if (passage === undefined || source === undefined) return [];
  const selector = selectors(passage, textOf(source.key));
  if (selector.length === 0) return [];
  const hash = source.text ?? source.sha256;
  return [
    {
      id: `urn:guwah:${key}`,
      type: "Annotation",
      motivation: "describing",
      body: { type: "TextualBody", value: body, format: "text/plain" },
      target: {
        type: "SpecificResource",
        source: hash === undefined ? `urn:guwah:source:${source.key}` : `urn:sha256:${hash}`,
        selector,
        ...(hash === undefined ? {} : { "guwah:sha256": hash }),
        ...(source.url === undefined ? {} : { "guwah:url": source.url }),
      },
    },
  ];
}

function selectors(
  { quote, start, end, page, fromMs, toMs, row, column }: ExportPassage,
  text: string | undefined,
): object[] {
  const found: object[] = [];
  const words =
    quote ??
    (text !== undefined && start !== undefined && end !== undefined ? text.slice(start, end) : "");
  if (words !== "") found.push({ type: "TextQuoteSelector", exact: words });
  if (text !== undefined && start !== undefined && end !== undefined && end <= text.length)
    found.push({
      type: "TextPositionSelector",
      start: codePoints(text, start),
      end: codePoints(text, end),
    });
  const fragment = (value: string, conformsTo: string): number =>
    found.push({ type: "FragmentSelector", conformsTo, value });
  if (page !== undefined) fragment(`page=${page}`, "http://tools.ietf.org/rfc/rfc3778");
  if (fromMs !== undefined)
    fragment(
      `t=${fromMs / 1000}${toMs === undefined ? "" : `,${toMs / 1000}`}`,
      "http://www.w3.org/TR/media-frags/",
    );
  if (row !== undefined && column !== undefined && found.length > 0)
    // RFC 7111 counts the header as row 1.
    fragment(`row=${row + 1}`, "http://tools.ietf.org/rfc/rfc7111");
  return found;
}

/** Code points before an offset in UTF-16 units. */
function codePoints(text: string, units: number): number {
  let count = 0;
  for (let i = 0; i < units; count++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
