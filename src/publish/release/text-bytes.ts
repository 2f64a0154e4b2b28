// A large text as bytes, made piece by piece.
// Invariant: the bytes are those of all pieces joined; nowhere does the whole stand in memory as text.

/** UTF-8 of the pieces, one after another. */
export function joinedBytes(pieces: Iterable<string>): Uint8Array {
  const parts: Buffer[] = [];
  let some: string[] = [];
  let letters = 0;
  const put = (): void => {
    parts.push(Buffer.from(some.join("")));
    some = [];
    letters = 0;
  };
  for (const piece of pieces) {
    some.push(piece);
    letters += piece.length;
    if (letters > 1_000_000) put();
  }
  put();
  return Buffer.concat(parts);
}
