// Words for quantities in Russian, Kazakh and Turkish: numbers, scales, hedges, vague numbers, shares. Own lists.
// Invariant: lists only; the rules that read them (`pack-figures.ts`) are the same for all three.
import type { Hedge } from "../reading.ts";

export interface Lexicon {
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** Endings a number word may carry, longest first; the ablative (`мыңнан`, `binden`) is told apart. */
  readonly endings: RegExp;
  readonly before: readonly (readonly [words: readonly string[], hedge: Hedge])[];
  readonly after: ReadonlyMap<string, Hedge>;
  readonly vague: ReadonlyMap<string, number>;
  /** A share in percent, by the words it is told in. */
  readonly shares: ReadonlyMap<string, number>;
  readonly percent: RegExp;
  /** Word before a number that makes it a percentage. */
  readonly percentBefore: string;
  readonly persons: RegExp;
  /** Words that may stand between a number and its noun. */
  readonly adjectives: RegExp;
  readonly dates: RegExp;
  readonly ends: ReadonlySet<string>;
  /** `от … до …`: words before the first and between the two numbers of a range. */
  readonly range: { readonly first: string; readonly between: ReadonlySet<string> };
}

function map<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

function counted(lines: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const item of lines.trim().split(/\s+/)) {
    const [words = "", value = "0"] = item.split("=");
    for (const word of words.split("|")) found.set(word, Number(value));
  }
  return found;
}

function hedges(lines: string): [string[], Hedge][] {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [hedge = "", body = ""] = line.split(": ");
      return body
        .split(" | ")
        .map((words): [string[], Hedge] => [words.split(" "), hedge as Hedge]);
    })
    .sort((a, b) => b[0].length - a[0].length);
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const RU: Lexicon = {
  numbers: counted(`
один|одного|одна|одной|одну=1 два|две|двух|двумя=2 три|трёх|трех|тремя=3 четыре|четырёх|четырех=4 пять|пяти=5 шесть|шести=6 семь|семи=7 восемь|восьми=8 девять|девяти=9 десять|десяти=10 одиннадцать=11 двенадцать|двенадцати=12 тринадцать=13 четырнадцать=14 пятнадцать|пятнадцати=15 шестнадцать=16 семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать|двадцати=20 тридцать|тридцати=30 сорок|сорока=40 пятьдесят|пятидесяти=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто|ста=100 двести|двухсот=200 триста|трёхсот=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 полтора|полторы=1.5 полмиллиона=500000`),
  scales: counted(
    "тыс|тыс.|тысяч|тысячи|тысяча|тысячам=1000 млн|млн.|миллион|миллиона|миллионов|миллионам=1000000 млрд|млрд.|миллиард|миллиарда|миллиардов=1000000000",
  ),
  endings: /$^/u,
  before: hedges(`
about: около | примерно | приблизительно | порядка | почти | ориентировочно
more-than: более | более чем | больше | свыше | не меньше чем
less-than: менее | менее чем | меньше
at-least: минимум | как минимум | по меньшей мере | не менее | не меньше | по крайней мере
at-most: до | не более | не больше | максимум
`),
  after: map<Hedge>({}),
  vague: map({
    десятки: 20,
    десятков: 20,
    сотни: 200,
    сотен: 200,
    тысячи: 2000,
    тысяч: 2000,
    миллионы: 2e6,
    несколько: 3,
    нескольких: 3,
  }),
  shares: map({
    половина: 50,
    половину: 50,
    половины: 50,
    треть: 33.3,
    трети: 33.3,
    четверть: 25,
    четверти: 25,
    большинство: 50,
  }),
  percent: /^(?:%|процент\p{L}*)$/u,
  percentBefore: "",
  persons:
    /^(?:человек\p{L}*|люд\p{L}+|женщин\p{L}*|мужчин\p{L}*|дет(?:и|ей|ям)|реб[её]н\p{L}*|жител\p{L}*|граждан\p{L}*|заключённ\p{L}*|заключенн\p{L}*|задержанн\p{L}*|мусульман\p{L}*|уйгур\p{L}*|казах(?!стан)\p{L}*|кыргыз(?!стан)\p{L}*|киргиз\p{L}*|узник\p{L}*|студент\p{L}*|ученик\p{L}*|учител\p{L}*|родственник\p{L}*|беженц\p{L}*|рабоч\p{L}*|пострадавш\p{L}*|погибш\p{L}*|активист\p{L}*|населени\p{L}*)$/u,
  adjectives: /(?:ых|их|ый|ий|ой|ая|ое|ые|ие|ого|его|ую)$/u,
  dates:
    /^(?:году|года|год|г|гг|лет|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|час|часов|часа)$/,
  ends: set("в на из с от до по за у к и или но а что были был была было под при для не"),
  range: { first: "от", between: set("до – — -") },
};

const KK: Lexicon = {
  numbers: counted(`
бір=1 екі=2 үш=3 төрт=4 бес=5 алты=6 жеті=7 сегіз=8 тоғыз=9 он=10 жиырма=20 отыз=30 қырық=40 елу=50 алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100`),
  scales: counted("мың=1000 миллион|млн|млн.=1000000 миллиард|млрд|млрд.=1000000000"),
  endings: /(?:дан|ден|тан|тен|нан|нен|ға|ге|қа|ке|ның|нің|дың|дің|тың|тің)$/u,
  before: hedges(`
about: шамамен | болжам бойынша
at-least: кемінде | кем дегенде
at-most: ең көбі
`),
  after: map<Hedge>({
    жуық: "about",
    таяу: "about",
    шамалы: "about",
    астам: "more-than",
    артық: "more-than",
    көп: "more-than",
    дейін: "at-most",
    кем: "less-than",
  }),
  vague: map({ ондаған: 20, жүздеген: 200, мыңдаған: 2000, миллиондаған: 2e6, бірнеше: 3 }),
  shares: map({ жартысы: 50, "үштен бірі": 33.3, "төрттен бірі": 25, "үштен екісі": 66.7 }),
  percent: /^(?:%|пайыз\p{L}*)$/u,
  percentBefore: "",
  persons:
    /^(?:адам\p{L}*|кісі\p{L}*|әйел\p{L}*|ер(?:кек)?\p{L}{0,3}|бала\p{L}*|тұрғын\p{L}*|азамат\p{L}*|тұтқын\p{L}*|мұсылман\p{L}*|ұйғыр\p{L}*|қазақ(?!стан)\p{L}*|қырғыз(?!стан)\p{L}*|халық\p{L}*|халқ\p{L}*|оқушы\p{L}*|студент\p{L}*|туыс\p{L}*|босқын\p{L}*)$/u,
  adjectives: /^(?:этникалық|жас|бұрынғы|жергілікті|аса)$/u,
  dates:
    /^(?:жыл\p{L}*|жасар|жаста|қаңтар\p{L}*|ақпан\p{L}*|наурыз\p{L}*|сәуір\p{L}*|мамыр\p{L}*|маусым\p{L}*|шілде\p{L}*|тамыз\p{L}*|қыркүйек\p{L}*|қазан\p{L}*|қараша\p{L}*|желтоқсан\p{L}*|сағат\p{L}*)$/u,
  ends: set("және бірақ ал деп мен пен бен"),
  range: { first: "", between: set("– — -") },
};

const TR: Lexicon = {
  numbers: counted(`
bir=1 iki=2 üç=3 dört=4 beş=5 altı=6 yedi=7 sekiz=8 dokuz=9 on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90 yüz=100`),
  scales: counted("bin=1000 milyon=1000000 milyar=1000000000"),
  endings: /(?:den|dan|ten|tan|[nys]?[ea]|[nys]?[iıuü])$/u,
  before: hedges(`
about: yaklaşık | yaklaşık olarak | tahminen
at-least: en az | asgari
at-most: en çok | en fazla
`),
  after: map<Hedge>({
    fazla: "more-than",
    aşkın: "more-than",
    çok: "more-than",
    kadar: "about",
    yakın: "about",
    az: "less-than",
  }),
  vague: map({ onlarca: 20, yüzlerce: 200, binlerce: 2000, milyonlarca: 2e6, birkaç: 3 }),
  shares: map({ yarısı: 50, "üçte biri": 33.3, "dörtte biri": 25, "üçte ikisi": 66.7 }),
  percent: /^(?:%)$/u,
  percentBefore: "yüzde",
  persons:
    /^(?:kişi\p{L}*|insan\p{L}*|kadın\p{L}*|erkek\p{L}*|çocuk\p{L}*|öğrenci\p{L}*|tutuklu\p{L}*|mahkûm\p{L}*|mahkum\p{L}*|müslüman\p{L}*|uygur\p{L}*|kazak(?!istan)\p{L}*|sakin\p{L}*|vatandaş\p{L}*|mülteci\p{L}*|akraba\p{L}*)$/u,
  adjectives: /^(?:etnik|eski|genç|yerel)$/u,
  dates:
    /^(?:yıl\p{L}*|yaşında\p{L}*|ocak\p{L}*|şubat\p{L}*|mart\p{L}*|nisan\p{L}*|mayıs\p{L}*|haziran\p{L}*|temmuz\p{L}*|ağustos\p{L}*|eylül\p{L}*|ekim\p{L}*|kasım\p{L}*|aralık\p{L}*|saat\p{L}*)$/u,
  ends: set("ve ile veya ama için"),
  range: { first: "", between: set("ile ila – — -") },
};

export const LEXICONS: ReadonlyMap<string, Lexicon> = new Map([
  ["ru", RU],
  ["kk", KK],
  ["tr", TR],
]);

/** The words Kazakh figures are read by, for spellings in other alphabets. */
export const KAZAKH_FIGURE_WORDS: readonly string[] = [
  ...KK.numbers.keys(),
  ...KK.scales.keys(),
  ...KK.after.keys(),
  ...KK.vague.keys(),
  ...KK.before.flatMap(([words]) => words),
  "пайыз",
  "пайызы",
  "адам",
  "әйел",
  "бала",
];
