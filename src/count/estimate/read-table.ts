// A table of overlaps from text: one column a list (0 or 1), the last one the count; tabs, commas or semicolons.
// Invariant: what is not understood is refused with its line; no line is skipped but comments and empty ones.
import { CountError } from "../errors.ts";
import { mostLists, type OverlapTable } from "./table.ts";

const mostUnits = 1_000_000;

/**
 * Reads `LIST TAB LIST … TAB count` with a heading line; lines that begin with `#` are remarks.
 * Combinations that are not there count 0. Throws CountError `count/not-a-table`.
 */
export function readOverlapTable(text: string): OverlapTable {
  if (text.length > mostUnits) throw wrong(1, "a table of at most a million characters");
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((words, i) => ({ words, at: i + 1 }))
    .filter(({ words }) => words.trim() !== "" && !words.startsWith("#"));
  const [heading, ...rows] = lines;
  if (heading === undefined) throw wrong(1, "a heading line with the names of the lists");
  const mark = ["\t", ";", ","].find((one) => heading.words.includes(one)) ?? "\t";
  const lists = cellsOf(heading.words, mark).slice(0, -1);
  if (lists.length < 2 || lists.length > mostLists)
    throw wrong(heading.at, `2 to ${mostLists} columns of lists and then one of counts`);
  if (lists.includes("") || new Set(lists).size < lists.length)
    throw wrong(heading.at, "a name of its own for every list");
  const counts: number[] = Array.from({ length: 1 << lists.length }, () => 0);
  const seen = new Set<number>();
  for (const { words, at } of rows) {
    const cells = cellsOf(words, mark);
    if (cells.length !== lists.length + 1) throw wrong(at, `${lists.length + 1} cells`);
    const pattern = patternOf(cells, lists.length, at);
    const count = countOf(cells[lists.length] ?? "", at);
    if (seen.has(pattern)) throw wrong(at, "every combination of lists once");
    if (pattern === 0 && count > 0)
      throw wrong(at, "no count for people on no list: they are what is to be estimated");
    seen.add(pattern);
    counts[pattern] = count;
  }
  return { lists, counts };
}

function cellsOf(words: string, mark: string): string[] {
  return words.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

function patternOf(cells: readonly string[], lists: number, at: number): number {
  let pattern = 0;
  for (let i = 0; i < lists; i++) {
    if (cells[i] !== "0" && cells[i] !== "1") throw wrong(at, "0 or 1 under each list");
    if (cells[i] === "1") pattern |= 1 << i;
  }
  return pattern;
}

function countOf(cell: string, at: number): number {
  const count = Number(cell);
  if (!/^\d{1,9}$/.test(cell)) throw wrong(at, "a whole number of people in the last column");
  return count;
}

function wrong(line: number, expected: string): CountError {
  return new CountError("count/not-a-table", `Line ${line}: expected ${expected}.`);
}
