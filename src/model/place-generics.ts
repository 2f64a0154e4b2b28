// Words that say what kind of division a name is: county, 市, уезд, ناھىيەسى.
// Invariant: takes and gives folded names.
import { fold } from "./fold.ts";
import type { GazetteerPlace } from "./schema.ts";

export interface Generic {
  /** The name without the word. */
  readonly rest: string;
  readonly level: GazetteerPlace["level"];
  /** How the official Chinese name ends where the word tells a city from a county or district. */
  readonly ending?: RegExp;
}

type Kind = Omit<Generic, "rest">;
const city: Kind = { level: "county", ending: /市$/u };
const county: Kind = { level: "county", ending: /县$/u };
const district: Kind = { level: "county", ending: /区$/u };
const prefecture: Kind = { level: "prefecture" };
const region: Kind = { level: "region" };

const words: readonly (readonly [Kind, readonly string[]])[] = [
  [city, ["city", "қаласы", "город", "г.", "شەھىرى", "市", "shi"]],
  [
    county,
    [
      "county",
      "ауданы",
      "аудан",
      "уезд",
      "район",
      "ناھىيەسى",
      "ناھىيىسى",
      "自治县",
      "县",
      "xian",
      "nahiyisi",
    ],
  ],
  [district, ["district", "رايونى", "区"]],
  [
    prefecture,
    [
      "autonomous prefecture",
      "prefecture",
      "аймағы",
      "аймақ",
      "облысы",
      "округ",
      "префектура",
      "область",
      "автономный округ",
      "ۋىلايىتى",
      "ئوبلاستى",
      "自治州",
      "地区",
      "州",
      "diqu",
      "wilayiti",
    ],
  ],
  [region, ["region", "province", "autonomous region", "провинция", "өлкесі", "自治区", "省"]],
];

const folded = words
  .flatMap(([kind, forms]) => forms.map((form) => ({ kind, word: fold(form) })))
  .toSorted((a, b) => b.word.length - a.word.length);
const han = /^\p{Script=Han}/u;

/** Takes a word for a kind of division off a folded name; null where there is none or nothing else. */
export function genericOf(key: string): Generic | null {
  for (const { kind, word } of folded) {
    const joined = han.test(word) ? "" : " ";
    if (key.endsWith(joined + word) && key.length > word.length + joined.length) {
      return { ...kind, rest: key.slice(0, -(word.length + joined.length)) };
    }
    if (joined !== "" && key.startsWith(`${word} `))
      return { ...kind, rest: key.slice(word.length + 1) };
  }
  return null;
}
