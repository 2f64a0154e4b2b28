// Where a page of a listing ended, as a text the next request brings back.
// Invariant: a place is the keys of a row, never a count, so rows added or taken away meanwhile move nobody across it.
import { LinkError } from "./errors.ts";

export function cursorOf(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The keys in a cursor. Throws LinkError `link/bad-cursor` for what this program did not give out. */
export function placeOf(cursor: string, keys: number): string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(place) && place.length === keys && place.every((k) => typeof k === "string"))
      return place;
  } catch {
    // Not JSON: said below.
  }
  throw new LinkError(
    "link/bad-cursor",
    "This is not a place in the list. Begin again at its first page.",
  );
}
