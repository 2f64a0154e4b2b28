// Quantities in Chinese sentences, on characters: hedge, number, scale, measure word, what is counted.
// Invariant: a number without a measure word counts nothing and is no figure.
import type { Hedge } from "../reading.ts";
import { boundsOf, type OtherFigure } from "./pack-figures.ts";

const NUMBER = "(?<![\\d.])\\d{1,12}(?:[,.]\\d{1,6}){0,4}|[一二三四五六七八九十两百千]{1,9}";
const SCALE = "十万|百万|千万|百|千|万|亿";
const HAN = new RegExp(
  `(大约|约|将近|接近|近|超过|逾|高达|多达|至少|最少|最多|不到|不少于|上)?(${NUMBER}|数十|数|几十|几)(${SCALE})?` +
    `(?:(?:至|到|-|–|—|~)(${NUMBER})(${SCALE})?)?(多|余)?(名|人|个|位|户|座|所|起|%)([\\u4e00-\\u9fff]{0,6})?`,
  "g",
);
const SHARE = new RegExp(`(${NUMBER})分之(${NUMBER})|一半`, "g");
const HEDGES: ReadonlyMap<string, Hedge> = new Map<string, Hedge>([
  ["约", "about"],
  ["大约", "about"],
  ["近", "about"],
  ["将近", "about"],
  ["接近", "about"],
  ["超过", "more-than"],
  ["逾", "more-than"],
  ["至少", "at-least"],
  ["最少", "at-least"],
  ["不少于", "at-least"],
  ["上", "at-least"],
  ["高达", "at-most"],
  ["多达", "at-most"],
  ["最多", "at-most"],
  ["不到", "less-than"],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["百", 100],
  ["千", 1e3],
  ["万", 1e4],
  ["十万", 1e5],
  ["百万", 1e6],
  ["千万", 1e7],
  ["亿", 1e8],
]);
/** Numbers nobody counted: the least their words allow. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ["数", 2],
  ["几", 2],
  ["数十", 20],
  ["几十", 20],
]);
const DIGITS = "零一二三四五六七八九";
const PERSONS = /^[名人位]$/;

function valueOf(text: string): number | null {
  const clean = text.replaceAll(",", "");
  if (/^\d+(?:\.\d+)?$/.test(clean)) return Number(clean);
  let sum = 0;
  let digit = 0;
  for (const letter of text.replaceAll("两", "二")) {
    const at = DIGITS.indexOf(letter);
    if (at >= 0) digit = at;
    else {
      const scale = letter === "十" ? 10 : letter === "百" ? 100 : 1000;
      sum += (digit || 1) * scale;
      digit = 0;
    }
  }
  return sum + digit || null;
}

function sharesIn(sentence: string): OtherFigure[] {
  return [...sentence.matchAll(SHARE)].flatMap((match): OtherFigure[] => {
    const bottom = match[1] ? valueOf(match[1]) : 2;
    const top = match[2] ? valueOf(match[2]) : 1;
    if (bottom === null || top === null || top >= bottom) return [];
    const percent = Math.round((1000 * top) / bottom) / 10;
    const start = match.index;
    const end = start + match[0].length;
    return [
      {
        start,
        end,
        hedge: "exact",
        low: percent,
        high: percent,
        unit: "percent",
        population: null,
      },
    ];
  });
}

function figureOf(match: RegExpExecArray): OtherFigure | null {
  const [whole, lead = "", digits = "", scale = "", second = "", secondScale = ""] = match;
  const [more = "", measure = "", noun = ""] = match.slice(6);
  const loose = VAGUE.get(digits);
  const number = loose ?? valueOf(digits);
  if (number === null || (digits === "一" && scale === "" && lead === "" && second === ""))
    return null;
  const factor = SCALES.get(scale || (second === "" ? "" : secondScale)) ?? 1;
  const low = number * factor;
  const top = second === "" ? null : valueOf(second);
  const high = top === null ? low : top * (SCALES.get(secondScale) ?? 1);
  const range = high > low;
  const told = HEDGES.get(lead) ?? (more === "" ? "exact" : "more-than");
  const hedge: Hedge = range ? "range" : loose === undefined ? told : "vague";
  const counted = noun.replace(/(?:被|在|已|仍|的|是|有|于|遭|失|死|离|获).*$/, "");
  const start = match.index;
  const end = start + whole.length - (noun.length - counted.length);
  const unit = measure === "%" ? "percent" : PERSONS.test(measure) ? "persons" : counted;
  return {
    start,
    end,
    hedge,
    ...(range ? { low, high } : boundsOf(hedge, low)),
    unit,
    population: unit === "percent" ? null : { start: end - counted.length - measure.length, end },
  };
}

/** Figures of a Chinese sentence; offsets from its start. */
export function figuresInHan(sentence: string): OtherFigure[] {
  const shares = sharesIn(sentence);
  const counted = [...sentence.matchAll(HAN)].flatMap((match) => figureOf(match) ?? []);
  const free = counted.filter(({ start, end }) =>
    shares.every((share) => end <= share.start || start >= share.end),
  );
  return [...shares, ...free].sort((a, b) => a.start - b.start);
}
