// Quantities in Russian, Kazakh, Turkish and Chinese: hedge, number, scale, what is counted.
// Invariant: as for English, never a bare number; a year or a day of a month is not a quantity.
import type { Hedge } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";

interface Lexicon {
  readonly hedges: ReadonlyMap<string, Hedge>;
  readonly scales: ReadonlyMap<string, number>;
  readonly vague: ReadonlyMap<string, number>;
  readonly dates: RegExp;
  readonly ends: ReadonlySet<string>;
}

export interface OtherFigure {
  readonly start: number;
  readonly end: number;
  readonly hedge: Hedge;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly population: { readonly start: number; readonly end: number };
}

function map<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

const RU: Lexicon = {
  hedges: map<Hedge>({
    около: "about",
    примерно: "about",
    приблизительно: "about",
    порядка: "about",
    почти: "about",
    более: "more-than",
    больше: "more-than",
    свыше: "more-than",
    менее: "less-than",
    меньше: "less-than",
    минимум: "at-least",
    до: "at-most",
  }),
  scales: map({
    тыс: 1e3,
    "тыс.": 1e3,
    тысяч: 1e3,
    тысячи: 1e3,
    тысяча: 1e3,
    млн: 1e6,
    миллион: 1e6,
    миллиона: 1e6,
    миллионов: 1e6,
    млрд: 1e9,
    миллиардов: 1e9,
  }),
  vague: map({ десятки: 20, сотни: 200, тысячи: 2000, миллионы: 2e6, несколько: 3 }),
  dates:
    /^(?:году|года|год|г|гг|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|час|часов|часа)$/,
  ends: new Set(
    "в на из с от до по за у к и или но а что были был была было под при для".split(" "),
  ),
};
const KK: Lexicon = {
  hedges: map<Hedge>({
    шамамен: "about",
    жуық: "about",
    кемінде: "at-least",
    астам: "more-than",
    дейін: "at-most",
  }),
  scales: map({ мың: 1e3, миллион: 1e6, млн: 1e6, миллиард: 1e9 }),
  vague: map({ ондаған: 20, жүздеген: 200, мыңдаған: 2000, миллиондаған: 2e6, бірнеше: 3 }),
  dates:
    /^(?:жыл\p{L}*|қаңтар\p{L}*|ақпан\p{L}*|наурыз\p{L}*|сәуір\p{L}*|мамыр\p{L}*|маусым\p{L}*|шілде\p{L}*|тамыз\p{L}*|қыркүйек\p{L}*|қазан\p{L}*|қараша\p{L}*|желтоқсан\p{L}*|сағат\p{L}*)$/u,
  ends: new Set("және бірақ ал деп".split(" ")),
};
const TR: Lexicon = {
  hedges: map<Hedge>({ yaklaşık: "about", aşkın: "more-than", "en az": "at-least" }),
  scales: map({ bin: 1e3, milyon: 1e6, milyar: 1e9 }),
  vague: map({ onlarca: 20, yüzlerce: 200, binlerce: 2000, milyonlarca: 2e6, birkaç: 3 }),
  dates:
    /^(?:yıl\p{L}*|ocak\p{L}*|şubat\p{L}*|mart\p{L}*|nisan\p{L}*|mayıs\p{L}*|haziran\p{L}*|temmuz\p{L}*|ağustos\p{L}*|eylül\p{L}*|ekim\p{L}*|kasım\p{L}*|aralık\p{L}*|saat\p{L}*)$/u,
  ends: new Set("ve ile veya ama için".split(" ")),
};
/** The words Kazakh figures are read by, for spellings in other alphabets. */
export const KAZAKH_FIGURE_WORDS: readonly string[] = [
  ...KK.hedges.keys(),
  ...KK.scales.keys(),
  ...KK.vague.keys(),
  "пайыз",
  "адам",
];
const LEXICONS: ReadonlyMap<string, Lexicon> = new Map([
  ["ru", RU],
  ["kk", KK],
  ["tr", TR],
]);

function value(text: string): number | null {
  const clean = text.replace(/,(?=\d{3}\b)/g, "").replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : null;
}

function countedEnd(tokens: readonly Token[], at: number, { ends }: Lexicon): number {
  let to = at;
  while (
    to < tokens.length &&
    to - at < 3 &&
    tokens[to]?.kind === "word" &&
    !ends.has(tokens[to]?.lower ?? "")
  )
    to++;
  return to;
}

function bounds(hedge: Hedge, number: number): { low: number | null; high: number | null } {
  return {
    low: hedge === "at-most" || hedge === "less-than" ? null : number,
    high: hedge === "at-least" || hedge === "more-than" || hedge === "vague" ? null : number,
  };
}

/** Figures of a sentence in a language of word tokens; none when the language has no list here. */
export function figuresByPack(tokens: readonly Token[], language: string): OtherFigure[] {
  const lexicon = LEXICONS.get(language);
  if (!lexicon) return [];
  const found: OtherFigure[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    let number = token.kind === "number" ? value(token.text) : null;
    const loose = number === null ? lexicon.vague.get(token.lower) : undefined;
    if (number === null && loose === undefined) continue;
    let to = i + 1;
    // `1 200`: thousands parted by a space.
    while (
      number !== null &&
      /^\d{3}$/.test(tokens[to]?.text ?? "") &&
      tokens[to - 1]?.text.length !== 4
    )
      number = number * 1000 + Number(tokens[to++]?.text);
    const scale = number === null ? undefined : lexicon.scales.get(tokens[to]?.lower ?? "");
    if (number !== null && scale !== undefined) {
      number *= scale;
      to += tokens[to + 1]?.text === "." ? 2 : 1;
    }
    if (lexicon.dates.test(tokens[to]?.lower ?? "")) continue;
    const percent =
      /^(?:%|процент\p{L}*|пайыз\p{L}*)$/u.test(tokens[to]?.lower ?? "") ||
      tokens[i - 1]?.lower === "yüzde";
    const after = lexicon.hedges.get(tokens[to]?.lower ?? "");
    const start = percent ? to : after ? to + 1 : to;
    const end = percent
      ? Math.min(tokens.length, tokens[i - 1]?.lower === "yüzde" ? to : to + 1)
      : countedEnd(tokens, start, lexicon);
    if (end <= start && !percent) continue;
    const before = lexicon.hedges.get(tokens[i - 1]?.lower ?? "");
    const hedge: Hedge = loose === undefined ? (before ?? after ?? "exact") : "vague";
    const first = before ? tokens[i - 1] : token;
    const last = tokens[Math.max(end, to) - 1];
    const counted = tokens[start] ?? token;
    if (!first || !last) continue;
    found.push({
      start: first.start,
      end: last.end,
      hedge,
      ...bounds(hedge, number ?? loose ?? 0),
      unit: percent ? "percent" : (tokens[end - 1]?.lower ?? ""),
      population: { start: counted.start, end: last.end },
    });
    i = Math.max(end, to) - 1;
  }
  return found;
}

const HAN =
  /(约|大约|近|将近|超过|逾|至少|多达|最多|不到)?(\d[\d,.]*|[一二三四五六七八九十两百千]+|数)(百|千|万|十万|百万|千万|亿)?(多|余)?(名|人|个|位|户|座|所|起|%)([\u4e00-\u9fff]{0,6})?/g;
const HAN_HEDGE: ReadonlyMap<string, Hedge> = map<Hedge>({
  约: "about",
  大约: "about",
  近: "about",
  将近: "about",
  超过: "more-than",
  逾: "more-than",
  至少: "at-least",
  多达: "at-most",
  最多: "at-most",
  不到: "less-than",
});
const HAN_SCALE: ReadonlyMap<string, number> = map({
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
});
const HAN_DIGITS = "零一二三四五六七八九";

function hanValue(text: string): number | null {
  const plain = value(text.replaceAll(",", ""));
  if (plain !== null) return plain;
  let sum = 0;
  let digit = 0;
  for (const letter of text.replaceAll("两", "二")) {
    const at = HAN_DIGITS.indexOf(letter);
    if (at >= 0) digit = at;
    else {
      const scale = letter === "十" ? 10 : letter === "百" ? 100 : 1000;
      sum += (digit || 1) * scale;
      digit = 0;
    }
  }
  return sum + digit || null;
}

/** Figures of a Chinese sentence; offsets from its start. */
export function figuresInHan(sentence: string): OtherFigure[] {
  const found: OtherFigure[] = [];
  for (const match of sentence.matchAll(HAN)) {
    const [whole, lead = "", digits = "", scale = "", more = "", measure = "", noun = ""] = match;
    const number = digits === "数" ? null : hanValue(digits);
    const size = (number ?? 2) * (HAN_SCALE.get(scale) ?? 1);
    if (digits === "一" && scale === "" && lead === "") continue;
    const hedge: Hedge =
      digits === "数" ? "vague" : (HAN_HEDGE.get(lead) ?? (more ? "more-than" : "exact"));
    const counted = noun.replace(/(?:被|在|已|仍|的|是|有|于|遭|失|死).*$/, "");
    const end = match.index + whole.length - (noun.length - counted.length);
    const from = match.index + lead.length + digits.length + scale.length + more.length;
    found.push({
      start: match.index,
      end,
      hedge,
      ...bounds(hedge, size),
      unit:
        measure === "%"
          ? "percent"
          : measure === "名" || measure === "人" || measure === "位"
            ? "persons"
            : counted,
      population: { start: from, end },
    });
  }
  return found;
}
