// Which character separates the cells: the one that cuts the first rows into the most cells, evenly.

const candidates = [",", ";", "\t", "|"] as const;

/** The delimiter of the rows at the head of a table; a comma where nothing speaks for another. */
export function sniffDelimiter(head: string): string {
  let best = ",";
  let most = 0;
  for (const delimiter of candidates) {
    const counts = cellCounts(head, delimiter).slice(0, 50);
    const usual = median(counts);
    const even = counts.filter((n) => n === usual).length / Math.max(counts.length, 1);
    const score = (usual - 1) * even;
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

function median(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 1;
}

/** Cells of each row, with quotes respected; the last row may be cut off and is left out where there are others. */
function cellCounts(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  for (const char of head) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === delimiter) cells += 1;
    else if (!quoted && (char === "\n" || char === "\r")) {
      if (!empty) counts.push(cells);
      cells = 1;
      empty = true;
      continue;
    }
    empty = false;
  }
  if (counts.length === 0) counts.push(cells);
  return counts;
}
