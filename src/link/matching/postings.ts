// Names under one key of the index, packed: for each six bytes of entry number, one of length, then the sketch of its sounds.
// Invariant: what is read is what was written; entries stand in their order.
const SEQ_BYTES = 6;
const HEAD = SEQ_BYTES + 1;

export interface Posting {
  readonly key: number;
  /** Number of the entry that claims the name. */
  readonly seq: number;
  /** At most 255 bytes. */
  readonly sketch: Uint8Array;
}

/** One row a key, in the order of the table, so that neighbouring rows land on one page. Sorts `found` in place. */
export function postings(found: Posting[]): { key: number; first: number; names: Uint8Array }[] {
  found.sort((a, b) => a.key - b.key || a.seq - b.seq);
  const rows: { key: number; first: number; names: Uint8Array }[] = [];
  for (let from = 0; from < found.length;) {
    const { key, seq } = found[from] as Posting;
    let to = from;
    let size = 0;
    for (; found[to]?.key === key; to++) size += HEAD + (found[to] as Posting).sketch.length;
    rows.push({ key, first: seq, names: packed(found, from, to, size) });
    from = to;
  }
  return rows;
}

function packed(found: readonly Posting[], from: number, to: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  let at = 0;
  for (let i = from; i < to; i++) {
    const { seq, sketch } = found[i] as Posting;
    bytes.writeUIntLE(seq, at, SEQ_BYTES);
    bytes[at + SEQ_BYTES] = sketch.length;
    bytes.set(sketch, at + HEAD);
    at += HEAD + sketch.length;
  }
  return bytes;
}

/** The names of one row: the entry's number, and where its sketch stands in `names`. */
export function* eachPosting(
  names: Uint8Array,
): Generator<{ readonly seq: number; readonly start: number; readonly end: number }> {
  const view = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  for (let at = 0; at < view.length;) {
    const seq = view.readUIntLE(at, SEQ_BYTES);
    const start = at + HEAD;
    at = start + (view[at + SEQ_BYTES] as number);
    yield { seq, start, end: at };
  }
}
