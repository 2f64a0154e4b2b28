// Scores a table of name pairs line by line, for independent measurement (`guwah names score`).
// Invariant: memory does not grow with the table; every line in gives one line out; no row can stop the run.
import { compareNames } from "./compare-names.ts";
import { NamesError } from "./errors.ts";
import { prepareName } from "./prepare-name.ts";
import type { PreparedName } from "./prepare-name.ts";

const REMEMBERED = 5000;
const LONGEST_REMEMBERED = 200;

function rememberingPrepare(): (raw: string) => PreparedName {
  const memory = new Map<string, PreparedName>();
  return (raw) => {
    const known = memory.get(raw);
    if (known !== undefined) return known;
    const prepared = prepareName(raw);
    if (raw.length <= LONGEST_REMEMBERED) {
      if (memory.size >= REMEMBERED) memory.clear();
      memory.set(raw, prepared);
    }
    return prepared;
  };
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/**
 * Appends `score` (0 to 1, four decimals) and `band` to each row of a tab-separated table.
 * @param lines lines without their line feed; the first is a header with the columns `left` and `right`, others are kept as they are
 * @returns lines without a line feed, the header first; empty lines are kept empty
 * @throws NamesError `names.no-header`, `names.columns-missing`
 */
export async function* scorePairs(
  lines: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  const prepare = rememberingPrepare();
  let left = -1;
  let right = -1;
  let width = 0;
  for await (const raw of lines) {
    const line = withoutReturn(raw);
    if (left < 0) {
      const header = line.replace(/^\ufeff/u, "");
      const columns = header.split("\t").map((column) => column.trim());
      left = columns.indexOf("left");
      right = columns.indexOf("right");
      if (left < 0 || right < 0) throw new NamesError("names.columns-missing");
      width = columns.length;
      yield `${header}\tscore\tband`;
      continue;
    }
    if (line === "") {
      yield "";
      continue;
    }
    const cells = line.split("\t");
    const { score, band } = compareNames(prepare(cells[left] ?? ""), prepare(cells[right] ?? ""));
    // A row that ends early is filled up, so that its score stands under its heading.
    const missing = "\t".repeat(Math.max(0, width - cells.length));
    yield `${line}${missing}\t${score.toFixed(4)}\t${band}`;
  }
  if (left < 0) throw new NamesError("names.no-header");
}
