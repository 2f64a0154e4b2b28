// Traditional Chinese characters become simplified ones, one character at a time.
// Invariant: the text keeps its number of characters, and doing it twice changes nothing.
import { Converter } from "opencc-js/t2cn";

type HanTables = {
  readonly toSimplified: ReadonlyMap<string, string>;
  readonly onlySimplified: ReadonlySet<string>;
};

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

let tables: HanTables | undefined;

// Phrase tables would turn one name into two (乾隆 keeps 乾, 乾 alone becomes 干), so only single characters are asked.
function buildTables(): HanTables {
  const convert = Converter({ from: "t", to: "cn" });
  const toSimplified = new Map<string, string>();
  for (let point = FIRST_HAN; point <= LAST_HAN; point++) {
    const character = String.fromCodePoint(point);
    let simplified = convert(character);
    const again = convert(simplified);
    if (again !== simplified) simplified = again;
    if (simplified !== character && [...simplified].length === 1) {
      toSimplified.set(character, simplified);
    }
  }
  const onlySimplified = new Set(toSimplified.values());
  return { toSimplified, onlySimplified };
}

function hanTables(): HanTables {
  tables ??= buildTables();
  return tables;
}

const HAN = /[\u3400-\u9fff]/gu;

/** Replaces each traditional character by its simplified form (OpenCC character tables). */
export function simplifyHan(text: string): string {
  if (text.search(HAN) < 0) return text;
  const { toSimplified } = hanTables();
  return text.replace(HAN, (character) => toSimplified.get(character) ?? character);
}

/** Says which kind of Chinese writing the characters prove; 'Han' when they are the same in both. */
export function hanKind(text: string): "Hans" | "Hant" | "Han" {
  const { toSimplified, onlySimplified } = hanTables();
  let traditional = 0;
  let simplified = 0;
  for (const character of text) {
    if (toSimplified.has(character)) traditional++;
    else if (onlySimplified.has(character)) simplified++;
  }
  if (traditional > 0 && traditional >= simplified) return "Hant";
  if (simplified > 0) return "Hans";
  return "Han";
}
