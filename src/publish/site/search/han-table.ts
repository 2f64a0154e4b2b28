// The sounds of Chinese characters for the browser: one small file, made from the names craft, loaded when Chinese is typed.
// Invariant: a function of the craft's tables alone, the same for every release.
import { foldName, keysOf, prepareName } from "../../../names/index.ts";

const FIRST = 0x4e00;
const LAST = 0x9fa5;

let made: string | undefined;

/** The call that hands the table to the search: `[["K~-", "古克…"], …]`, and pairs of traditional and simplified characters. */
export function hanTable(): string {
  if (made !== undefined) return made;
  const groups = new Map<string, string>();
  let simple = "";
  const common = charactersOfGbk();
  for (let point = FIRST; point <= LAST; point++) {
    const sign = String.fromCodePoint(point);
    const simpler = foldName(sign);
    if (simpler !== sign && [...simpler].length === 1) {
      simple += sign + simpler;
      continue;
    }
    if (!common.has(sign)) continue;
    const keys = keysOf(prepareName(sign));
    const of = (kind: string): string[] =>
      keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length));
    const classes = `${of("t1:").slice(0, 2).join("|")}~${of("z1:")[0] ?? "-"}`;
    groups.set(classes, (groups.get(classes) ?? "") + sign);
  }
  const table = { sounds: [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)), simple };
  made = `guwahHan(${JSON.stringify(table)});\n`;
  return made;
}

/** The 6,763 characters of GB 2312, in which names are written; the rest only make the file larger. */
function charactersOfGbk(): ReadonlySet<string> {
  const decoder = new TextDecoder("gbk");
  const out = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) out.add(decoder.decode(Uint8Array.of(row, cell)));
  return out;
}
