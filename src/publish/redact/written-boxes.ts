// Boxes as the ledger holds them: short texts among the parameters of a derived file.
// Invariant: what was written is read back to a hundredth of a point.
import type { Box } from "./boxes.ts";

/** A text of an entry's parameters may hold 2,000 characters. */
const lineLength = 1_900;

/** `{"blacked out": "3 boxes", "boxes": "1:10,20,30,40 2:…", "boxes 2": "…"}`; each box as page:x,y,width,height. */
export function writeBoxes(boxes: readonly Box[]): Record<string, string> {
  const lines: string[] = [""];
  for (const { page, ...box } of boxes) {
    const numbers = [box.x, box.y, box.width, box.height].map((n) => Math.round(n * 100) / 100);
    const one = `${page}:${numbers.join(",")}`;
    const last = lines.at(-1) ?? "";
    if (last.length + one.length > lineLength) lines.push(one);
    else lines[lines.length - 1] = last === "" ? one : `${last} ${one}`;
  }
  const told = lines.map((line, i) => [i === 0 ? "boxes" : `boxes ${i + 1}`, line] as const);
  return { "blacked out": `${boxes.length}`, ...Object.fromEntries(told) };
}

export function readBoxes(parameters: string): Box[] {
  const held = JSON.parse(parameters) as Readonly<Record<string, string>>;
  const boxes: Box[] = [];
  for (let i = 1, line = held["boxes"]; line !== undefined; line = held[`boxes ${++i}`])
    for (const one of line.split(" ").filter((part) => part !== "")) {
      const [page = "", numbers = ""] = one.split(":");
      const [x = 0, y = 0, width = 0, height = 0] = numbers.split(",").map(Number);
      boxes.push({ page: Number(page), x, y, width, height });
    }
  return boxes;
}
