// What of a source is sent: its body without menus, captions and furniture, in parts a model can hold.
// Invariant: every unit of a part stands in the received text at a known place; nothing else is in it but blank lines
// between paragraphs.
import type { MaskSpan, Span } from "../../read/index.ts";
import { ModelError } from "./errors.ts";
import { MAX_PART_UNITS, MAX_SENT_UNITS } from "./limits.ts";

const sentKinds = new Set<MaskSpan["kind"]>(["body", "standfirst"]);
const joint = "\n\n";

/** A run of the part's text that stands in one piece in the received text. */
interface Piece extends Span {
  /** Where it begins in the part. */
  readonly at: number;
}

export interface Part {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Throws ModelError `model-text-too-long`. No parts where there is no body. */
export function partsOf(
  text: string,
  mask: readonly MaskSpan[],
  { most, each }: { readonly most: number; readonly each: number } = {
    most: MAX_SENT_UNITS,
    each: MAX_PART_UNITS,
  },
): Part[] {
  const body = mask.filter(({ kind }) => sentKinds.has(kind));
  const units = body.reduce((sum, { start, end }) => sum + end - start, 0);
  if (units > most)
    throw new ModelError(
      "model-text-too-long",
      `Expected a text of at most ${most} letters to send; this one has ${units}.`,
      { details: { limit: most, got: units } },
    );
  const parts: Part[] = [];
  let open: { text: string; pieces: Piece[] } = { text: "", pieces: [] };
  for (const span of body.flatMap((one) => cut(text, one, each))) {
    if (open.text.length + joint.length + span.end - span.start > each && open.pieces.length > 0) {
      parts.push(open);
      open = { text: "", pieces: [] };
    }
    if (open.pieces.length > 0) open.text += joint;
    open.pieces.push({ at: open.text.length, start: span.start, end: span.end });
    open.text += text.slice(span.start, span.end);
  }
  if (open.text.trim() !== "") parts.push(open);
  return parts;
}

/** A range of a part, as spans of the received text; more than one where it runs over a joint. */
export function spansOf({ pieces }: Part, start: number, end: number): Span[] {
  return pieces.flatMap((piece) => {
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.end - piece.start);
    return from < to
      ? [{ start: piece.start + from - piece.at, end: piece.start + to - piece.at }]
      : [];
  });
}

/** A paragraph longer than a part is cut at the last sentence end or blank before the limit, never inside a character. */
function cut(text: string, { start, end }: Span, each: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > each) {
    const window = text.slice(from, from + each);
    const sentence = Math.max(
      window.lastIndexOf(". "),
      window.lastIndexOf("\n"),
      window.lastIndexOf("。"),
    );
    const blank = window.lastIndexOf(" ");
    let length = sentence > each / 2 ? sentence + 1 : blank > each / 2 ? blank : each;
    const last = text.charCodeAt(from + length - 1);
    if (last >= 0xd800 && last < 0xdc00) length -= 1;
    spans.push({ start: from, end: from + length });
    from += length;
  }
  if (from < end) spans.push({ start: from, end });
  return spans;
}
