// The place in a source that an address names: `at=120-180` (UTF-16 units of the text) or `at=row:7`.
import type { Span } from "./spans.ts";

export type Place =
  | (Span & { readonly kind: "text" })
  | { readonly kind: "row"; readonly row: number };

/** The place, or null for anything that is none. Rows count from 1. */
export function placeOf(at: string | undefined): Place | null {
  const range = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? "");
  if (range !== null) {
    const start = Number(range[1]);
    const end = Number(range[2]);
    return end > start ? { kind: "text", start, end } : null;
  }
  const row = /^row:(\d{1,9})$/.exec(at ?? "")?.[1];
  return row === undefined || Number(row) < 1 ? null : { kind: "row", row: Number(row) };
}
