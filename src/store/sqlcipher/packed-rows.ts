// Rows on their way between two threads, with their byte arrays in one piece. Each array of its own costs the copy between
// the threads more than all the rest of its row, and a ledger has three to an entry.
// Invariant: `unpackRows(packRows(rows))` are the same rows; small results pass as they are.

export type Cell = string | number | Uint8Array<ArrayBuffer> | null;
export type Row = Record<string, Cell>;

export interface PackedRows {
  readonly rows: Row[];
  /** Of each column with byte arrays, their lengths row by row; -1 where there is none. */
  readonly lengths: Readonly<Record<string, readonly number[]>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const worthIt = 16;
const nothing: Uint8Array<ArrayBuffer> = new Uint8Array(0);

/** Takes the byte arrays out of the rows, which are changed. */
export function packRows(rows: Row[]): PackedRows {
  const [first] = rows;
  if (first === undefined || rows.length < worthIt) return { rows, lengths: {}, bytes: nothing };
  const columns = Object.keys(first).filter((column) => first[column] instanceof Uint8Array);
  const lengths: Record<string, number[]> = {};
  let size = 0;
  for (const column of columns) {
    lengths[column] = rows.map((row) => {
      const cell = row[column];
      if (!(cell instanceof Uint8Array)) return -1;
      size += cell.length;
      return cell.length;
    });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const column of columns) {
    for (const row of rows) {
      const cell = row[column];
      if (!(cell instanceof Uint8Array)) continue;
      bytes.set(cell, at);
      at += cell.length;
      row[column] = null;
    }
  }
  return { rows, lengths, bytes };
}

/** Puts them back as views of the one piece. */
export function unpackRows({ rows, lengths, bytes }: PackedRows): Row[] {
  let at = 0;
  for (const [column, ofRows] of Object.entries(lengths)) {
    for (const [i, row] of rows.entries()) {
      const length = ofRows[i] ?? -1;
      if (length < 0) continue;
      row[column] = bytes.subarray(at, at + length);
      at += length;
    }
  }
  return rows;
}
