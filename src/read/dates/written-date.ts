// Full dates as people write them in five languages, to EDTF days. Used for date lines, where the words are few.
import { edtfDay } from "./iso-date.ts";

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر",
  ].flatMap((line) => line.split(" ").map((word, i): [string, number] => [word, i + 1])),
);

/** Case endings of Kazakh months; `желтоқсанда` ends in `да` and in `нда`, so each is tried. */
const ENDINGS =
  "сында сінде ында інде нда нде да де та те нан нен дан ден тан тен ның нің дың дің тың тің ғы гі".split(
    " ",
  );

/** Number of a month by its name, or 0. Kazakh and Turkish endings are cut. */
export function monthNumber(word: string): number {
  const lower = word.toLocaleLowerCase("und").replace(/\.$/, "").replace(/i̇/g, "i");
  const direct = MONTHS.get(lower) ?? MONTHS.get(word.toLocaleLowerCase("tr").replace(/\.$/, ""));
  if (direct) return direct;
  // `қарашада`, `қарашасында`, `қарашаның`; `Kasım'da`.
  const bare = lower.replace(/['’].*$/, "");
  for (const ending of ENDINGS)
    if (bare.endsWith(ending)) {
      const month = MONTHS.get(bare.slice(0, -ending.length));
      if (month) return month;
    }
  return MONTHS.get(bare) ?? 0;
}

export interface Written {
  readonly edtf: string;
  readonly at: number;
  readonly length: number;
}

const DAY_MONTH =
  /(?<![\p{L}\p{N}])(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,14})\.?,?\s+(\d{4})(?!\d)/gu;
const MONTH_DAY =
  /(?<![\p{L}\p{N}])(\p{L}{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/gu;
const CHINESE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/g;
const KAZAKH =
  /(\d{4})\s*(?:жыл\p{L}*|-?يىلى)\s+(?:(\d{1,2})\s*[-–]?\s*(\p{L}{3,14})|(\p{L}{3,14})(?:نىڭ)?\s+(\d{1,2}))/gu;
const NUMERIC =
  /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)|(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g;

function add(
  into: Written[],
  match: RegExpMatchArray,
  year: number,
  month: number,
  day: number,
): void {
  const edtf = month > 0 ? edtfDay(year, month, day) : null;
  if (edtf) into.push({ edtf, at: match.index ?? 0, length: match[0].length });
}

/** All full dates in a short text, in order of place. Day before month where numbers alone leave it open. */
export function writtenDates(text: string): Written[] {
  const found: Written[] = [];
  if (!/\d/.test(text)) return found;
  for (const m of text.matchAll(DAY_MONTH))
    add(found, m, Number(m[3]), monthNumber(m[2] ?? ""), Number(m[1]));
  for (const m of text.matchAll(MONTH_DAY))
    add(found, m, Number(m[3]), monthNumber(m[1] ?? ""), Number(m[2]));
  for (const m of text.matchAll(CHINESE)) add(found, m, Number(m[1]), Number(m[2]), Number(m[3]));
  for (const m of text.matchAll(KAZAKH))
    add(found, m, Number(m[1]), monthNumber(m[3] ?? m[4] ?? ""), Number(m[2] ?? m[5]));
  for (const m of text.matchAll(NUMERIC)) {
    if (m[1]) add(found, m, Number(m[1]), Number(m[2]), Number(m[3]));
    else add(found, m, Number(m[6]), Number(m[5]), Number(m[4]));
  }
  return found.sort((a, b) => a.at - b.at);
}
