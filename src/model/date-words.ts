// Words about dates in English, Russian, Kazakh, Chinese and Uyghur, turned into tokens one reader understands.
// Invariant: a word that is not in these lists makes the whole text unreadable; nothing is guessed around.

export type Token =
  | { readonly is: "number"; readonly n: number; readonly digits: number }
  | { readonly is: "date"; readonly options: readonly DateParts[] }
  | { readonly is: "decade"; readonly n: number }
  | { readonly is: "ordinal"; readonly n: number }
  | { readonly is: "month" | "season"; readonly n: number }
  | { readonly is: "third"; readonly n: 1 | 2 | 3 }
  | { readonly is: "unit"; readonly unit: "year" | "month" | "day" | "quarter" | "half" }
  | { readonly is: Mark };
export type Mark =
  | "before"
  | "after"
  | "about"
  | "perhaps"
  | "by"
  | "since"
  | "until"
  | "between"
  | "from"
  | "to"
  | "and"
  | "or"
  | "unknown"
  | "skip";

/** A calendar date as far as it goes; `part` is a code 21–41 of ISO 8601-2, `third` a third of a month. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly part?: number;
  readonly third?: 1 | 2 | 3;
}

/** Stems of month names; a word may go on after its stem by as many letters as its language inflects. */
const monthStems: readonly (readonly [string, number])[] = [
  ["январ", 1],
  ["феврал", 2],
  ["март", 3],
  ["апрел", 4],
  ["июн", 6],
  ["июл", 7],
  ["август", 8],
  ["сентябр", 9],
  ["октябр", 10],
  ["ноябр", 11],
  ["декабр", 12],
  ["қаңтар", 1],
  ["ақпан", 2],
  ["наурыз", 3],
  ["сәуір", 4],
  ["мамыр", 5],
  ["маусым", 6],
  ["шілде", 7],
  ["тамыз", 8],
  ["қыркүйек", 9],
  ["қазан", 10],
  ["қараша", 11],
  ["желтоқсан", 12],
];
const seasonStems: readonly (readonly [string, number])[] = [
  ["весн", 21],
  ["летом", 22],
  ["осен", 23],
  ["зим", 24],
  ["көктем", 21],
  ["жазда", 22],
  ["жазы", 22],
  ["күзде", 23],
  ["күзі", 23],
  ["қыста", 24],
  ["қысы", 24],
  ["ئەتىياز", 21],
  ["باھار", 21],
  ["ياز", 22],
  ["كۈز", 23],
  ["قىش", 24],
];
/** Words for year, month and day take many endings in Kazakh and Uyghur. */
const unitStems: readonly (readonly [string, "year" | "month" | "day"])[] = [
  ["жыл", "year"],
  ["يىل", "year"],
  ["ئاي", "month"],
  ["كۈن", "day"],
  ["چېسلا", "day"],
];
const longestEnding = 7;

const exact: Readonly<Record<string, string>> = {
  "month:1": "january jan",
  "month:2": "february feb",
  "month:3": "march mar",
  "month:4": "april apr",
  "month:6": "june jun",
  "month:7": "july jul",
  "month:8": "august aug",
  "month:9": "september sep sept",
  "month:10": "october oct",
  "month:11": "november nov",
  "month:12": "december dec",
  "month:5": "may май мая мае маем",
  "season:21": "spring",
  "season:22": "summer лето лета",
  "season:23": "autumn fall",
  "season:24": "winter",
  "third:1":
    "early beginning start начало начале начала басы басында басының бас бешида беши بېشى بېشىدا باشلىرىدا",
  "third:2":
    "mid middle середина середине середины ортасы ортасында орта ئوتتۇرىسى ئوتتۇرىسىدا ئوتتۇرىلىرىدا",
  "third:3":
    "late end конец конце конца соңы соңында соңының аяғы аяғында ئاخىرى ئاخىرىدا ئاخىرلىرىدا",
  "ordinal:1": "first i первый первая первом первой первую бірінші بىرىنچى",
  "ordinal:2": "second ii второй вторая втором вторую екінші ئىككىنچى",
  "ordinal:3": "third iii третий третьем үшінші ئۈچىنچى",
  "ordinal:4": "fourth iv четвертый четвертом төртінші تۆتىنچى",
  "unit:year":
    "year г гг год года году годы годов жыл жылы жылғы жылдың жылда жылдан жылға жылдары ж жж يىل يىلى يىلنىڭ يىلىنىڭ يىلدا",
  "unit:month":
    "month месяц месяца месяце ай айы айында айының айынан айына ئاي ئاينىڭ ئايدا ئېيى ئېيىنىڭ",
  "unit:day": "day число числа день күн күні күнінде كۈن كۈنى كۈنىدە چېسلا چېسلادا",
  "unit:quarter": "quarter q qtr квартал квартала квартале тоқсан тоқсаны тоқсанында پەسىل پەسلى",
  "unit:half":
    "half половина половине половину полугодие полугодии жартысы жартысында жарты жартыжылдық يېرىمى يېرىم",
  before: "before prior earlier до раньше ранее бұрын дейін ئىلگىرى بۇرۇن",
  after: "after later после позже кейін соң كېيىن",
  about:
    "about around approximately approx circa ca c roughly около примерно приблизительно шамамен жуық шамасы шамасында تەخمىنەن ئەتراپىدا چامىسىدا",
  perhaps: "perhaps maybe possibly probably возможно вероятно наверное мүмкін بەلكىم مۇمكىن",
  by: "by к",
  since: "since с со бастап بۇيان باشلاپ",
  until: "until till қарай قەدەر گىچە غىچە",
  between: "between между аралығында арасында ئارىلىقىدا ئارىسىدا",
  from: "from от",
  to: "to through по",
  and: "and и мен және ۋە بىلەن",
  or: "or или немесе әлде ياكى",
  unknown: "unknown undated неизвестно неизвестна неизвестен белгісіз نامەلۇم",
  skip: "in on at the of sometime st nd rd th в во на числах дата date за го ого й monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье",
};

const lookup = new Map<string, Token>();
for (const [name, forms] of Object.entries(exact)) {
  const [is = "", arg = ""] = name.split(":");
  const token = (
    is === "unit" ? { is, unit: arg } : arg === "" ? { is } : { is, n: Number(arg) }
  ) as Token;
  for (const form of forms.split(" ")) if (!lookup.has(form)) lookup.set(form, token);
}

/** The token of one word in small letters; undefined where it is in no list. */
export function tokenOfWord(word: string): Token | undefined {
  const known = lookup.get(word);
  if (known !== undefined) return known;
  for (const [stem, n] of monthStems) if (isFormOf(word, stem)) return { is: "month", n };
  for (const [stem, n] of seasonStems) if (isFormOf(word, stem)) return { is: "season", n };
  for (const [stem, unit] of unitStems) if (isFormOf(word, stem)) return { is: "unit", unit };
  return undefined;
}

function isFormOf(word: string, stem: string): boolean {
  return word.startsWith(stem) && word.length - stem.length <= longestEnding;
}

/** Chinese runs of letters, the longest first; 上旬, 中旬 and 下旬 are the thirds of a month. */
export const hanWords: readonly (readonly [string, readonly Token[]])[] = [
  [
    "上半年",
    [
      { is: "ordinal", n: 1 },
      { is: "unit", unit: "half" },
    ],
  ],
  [
    "下半年",
    [
      { is: "ordinal", n: 2 },
      { is: "unit", unit: "half" },
    ],
  ],
  ["季度", [{ is: "unit", unit: "quarter" }]],
  ["上旬", [{ is: "third", n: 1 }]],
  ["中旬", [{ is: "third", n: 2 }]],
  ["下旬", [{ is: "third", n: 3 }]],
  ["年代", [{ is: "decade", n: 0 }]],
  ["春天", [{ is: "season", n: 21 }]],
  ["夏天", [{ is: "season", n: 22 }]],
  ["秋天", [{ is: "season", n: 23 }]],
  ["冬天", [{ is: "season", n: 24 }]],
  ["春季", [{ is: "season", n: 21 }]],
  ["夏季", [{ is: "season", n: 22 }]],
  ["秋季", [{ is: "season", n: 23 }]],
  ["冬季", [{ is: "season", n: 24 }]],
  ["大约", [{ is: "about" }]],
  ["大概", [{ is: "about" }]],
  ["左右", [{ is: "about" }]],
  ["前后", [{ is: "about" }]],
  ["可能", [{ is: "perhaps" }]],
  ["以前", [{ is: "before" }]],
  ["之前", [{ is: "before" }]],
  ["以后", [{ is: "after" }]],
  ["之后", [{ is: "after" }]],
  ["以来", [{ is: "since" }]],
  ["之间", [{ is: "between" }]],
  ["期间", [{ is: "skip" }]],
  ["或者", [{ is: "or" }]],
  ["不明", [{ is: "unknown" }]],
  ["不详", [{ is: "unknown" }]],
  ["未知", [{ is: "unknown" }]],
  ["季", [{ is: "unit", unit: "quarter" }]],
  ["月份", [{ is: "unit", unit: "month" }]],
  ["约", [{ is: "about" }]],
  ["前", [{ is: "before" }]],
  ["后", [{ is: "after" }]],
  ["初", [{ is: "third", n: 1 }]],
  ["中", [{ is: "third", n: 2 }]],
  ["底", [{ is: "third", n: 3 }]],
  ["末", [{ is: "third", n: 3 }]],
  ["春", [{ is: "season", n: 21 }]],
  ["夏", [{ is: "season", n: 22 }]],
  ["秋", [{ is: "season", n: 23 }]],
  ["冬", [{ is: "season", n: 24 }]],
  ["年", [{ is: "unit", unit: "year" }]],
  ["月", [{ is: "unit", unit: "month" }]],
  ["日", [{ is: "unit", unit: "day" }]],
  ["号", [{ is: "unit", unit: "day" }]],
  ["从", [{ is: "from" }]],
  ["自", [{ is: "since" }]],
  ["起", [{ is: "since" }]],
  ["到", [{ is: "to" }]],
  ["至", [{ is: "to" }]],
  ["或", [{ is: "or" }]],
  ["和", [{ is: "and" }]],
  ["与", [{ is: "and" }]],
  ["在", [{ is: "skip" }]],
  ["第", [{ is: "skip" }]],
];
