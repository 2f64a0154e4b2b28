// Which letters each alphabet has, and the signs that point to it. Data only.
// Invariant: every alphabet has its own id and the script its letters belong to.
// Sources: the letter tables of data/README.md (Uyghur converter tables, CLDR and MediaWiki Kazakh tables, national alphabets).
import type { LetterScript } from "../script.ts";

export type Alphabet =
  | "ug-Arab"
  | "kk-Arab"
  | "fa"
  | "ar"
  | "ru"
  | "kk-Cyrl"
  | "ug-Cyrl"
  | "ky-Cyrl"
  | "tg-Cyrl"
  | "uz-Cyrl"
  | "press-Latn"
  | "ug-Latn-ULY"
  | "ug-Latn-UYY"
  | "kk-Latn-2017"
  | "kk-Latn-2018"
  | "kk-Latn-2021"
  | "kk-Latn-BGN"
  | "tr"
  | "az"
  | "tk"
  | "uz-Latn"
  | "ar-Latn"
  | "pinyin"
  | "wade-giles"
  | "Hani"
  | "und";

type AlphabetLetters = {
  readonly alphabet: Alphabet;
  readonly script: LetterScript;
  /** All letters, lower case; a token fits when each of its letters is here. */
  readonly letters: string;
  /** Letters or pairs that speak for it: one point each. */
  readonly signs: RegExp;
  /** Points before any sign: how often the alphabet is met in this field. */
  readonly prior: number;
};

const ASCII = "abcdefghijklmnopqrstuvwxyz'";
const RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";
const ARABIC_BASE = "ابتجحخدرزسشعغفقكلمنهويىءئ";

export const ALPHABETS: readonly AlphabetLetters[] = [
  {
    alphabet: "ug-Arab",
    script: "Arab",
    letters: "ئاەبپتجچخدرزژسشغفقكگڭلمنھهوۇۆۈۋېىي",
    signs: /[ېۈڭۋھۇەۆ]|ئ[اەوۇۆۈېى]/gu,
    prior: 0.4,
  },
  {
    alphabet: "kk-Arab",
    script: "Arab",
    letters: "اەبپتجچحدرزسشعفقكگڭلمنھهوۇۆۋىيءٴ",
    signs: /[ٴ]|ع(?=[اەوۇى])|[حء](?=[اەوۇى])|[ەۇۋۆڭ]/gu,
    prior: 0.3,
  },
  {
    alphabet: "ar",
    script: "Arab",
    letters: ARABIC_BASE + "آأإؤةثذصضطظ",
    signs: /[ةأإثذصضطظؤ]|^ال|[عح]/gu,
    prior: 0.5,
  },
  {
    alphabet: "fa",
    script: "Arab",
    letters: ARABIC_BASE + "آأؤثذصضطظپچژگ",
    signs: /[پچژگ]/gu,
    prior: 0.4,
  },
  {
    alphabet: "ru",
    script: "Cyrl",
    letters: RUSSIAN,
    signs: /[щъьэё]|(?:ович|евич|овна|евна)$/gu,
    prior: 0.6,
  },
  {
    alphabet: "kk-Cyrl",
    script: "Cyrl",
    letters: RUSSIAN + "әғқңөұүһі",
    signs: /[ұі]|(?:ұлы|қызы)$|[әғқңөү]/gu,
    prior: 0.5,
  },
  {
    alphabet: "ug-Cyrl",
    script: "Cyrl",
    letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөүһҗ",
    signs: /[җһ]|[әғқңөү]/gu,
    prior: 0.4,
  },
  {
    alphabet: "ky-Cyrl",
    script: "Cyrl",
    letters: RUSSIAN + "ңөү",
    signs: /аа|оо|уу|үү|өө|ээ|[ңөү]/gu,
    prior: 0.2,
  },
  {
    alphabet: "tg-Cyrl",
    script: "Cyrl",
    letters: RUSSIAN + "ғӣқӯҳҷ",
    signs: /[ӣӯҳҷ]|[ғқ]/gu,
    prior: 0.1,
  },
  {
    alphabet: "uz-Cyrl",
    script: "Cyrl",
    letters: RUSSIAN + "ўқғҳ",
    signs: /ў|[қғҳ]/gu,
    prior: 0.1,
  },
  {
    alphabet: "press-Latn",
    script: "Latn",
    letters: ASCII + "éëèêôîûõñáíóúãåøæœ",
    signs: /kh|[sc]h$|dzh|ee|oo|ou|iy|ye|yu|ya/gu,
    prior: 0.6,
  },
  {
    alphabet: "ug-Latn-ULY",
    script: "Latn",
    letters: ASCII + "ëéöü",
    signs: /[ëéöü]|gh|zh|x|q/gu,
    prior: 0.5,
  },
  {
    alphabet: "ug-Latn-UYY",
    script: "Latn",
    letters: ASCII + "əƣⱪⱨⱬɵü",
    signs: /[ƣⱪⱨⱬɵ]|ə|x|q/gu,
    prior: 0.1,
  },
  {
    alphabet: "kk-Latn-2017",
    script: "Latn",
    letters: ASCII,
    signs: /[agnouscy]'(?=[a-z])/gu,
    prior: 0,
  },
  {
    alphabet: "kk-Latn-2018",
    script: "Latn",
    letters: ASCII + "áǵıńóúý",
    signs: /[ǵńý]|[áóúı]/gu,
    prior: 0.2,
  },
  {
    alphabet: "kk-Latn-2021",
    script: "Latn",
    letters: ASCII + "äğıñöşūü",
    signs: /[ūñ]|q|[äğıöşü]/gu,
    prior: 0.3,
  },
  {
    alphabet: "kk-Latn-BGN",
    script: "Latn",
    letters: ASCII + "äīñöūüėē",
    signs: /[īū]|gh|zh|kh|[äöü]/gu,
    prior: 0.1,
  },
  {
    alphabet: "tr",
    script: "Latn",
    letters: "abcdefghijklmnoprstuvyz'çğıöşüâîû",
    signs: /[çğış]|[öüâ]|c(?!h)/gu,
    prior: 0.4,
  },
  {
    alphabet: "az",
    script: "Latn",
    letters: "abcdefghijklmnopqrstuvxyz'əçğıöşü",
    signs: /ə|[qx]|[çğıöşü]/gu,
    prior: 0.2,
  },
  {
    alphabet: "tk",
    script: "Latn",
    letters: "abcdefghijklmnoprstuwyz'äçňöşüýž",
    signs: /[ňýž]|[äçöşü]/gu,
    prior: 0.1,
  },
  { alphabet: "uz-Latn", script: "Latn", letters: ASCII, signs: /[og]'|x|q/gu, prior: 0.1 },
  {
    alphabet: "ar-Latn",
    script: "Latn",
    letters: ASCII + "āīūḥḫḍṣṭẓṯḏġŝšžčǧ",
    signs: /[ḥḫḍṣṭẓṯḏġ]|[āīū]/gu,
    prior: 0.1,
  },
];
