// Three hundred rows as a volunteer's spreadsheet has them: headings in two languages, gaps, dates in every fashion.
// Invariant: the same rows on every machine; every number in them is plainly made up, every person invented.
import {
  fathers,
  men,
  type Spelling,
  uyghurFathers,
  uyghurs,
  uyghurWomen,
  women,
} from "./names.ts";
import { knownRows } from "./known-rows.ts";

export const rowCount = 300;

export const headings = [
  "№",
  "Name / Имя (лат.)",
  "ФИО",
  "Пол",
  "Дата рождения",
  "Place of origin",
  "Дата задержания",
  "Статус",
  "Причина",
  "ID no.",
  "Profession",
  "Заявитель",
  "Примечание",
] as const;
export type ListRow = readonly string[];

const counties = [
  "Tekes",
  "Künes",
  "Nilka",
  "Mongolküre",
  "Emin",
  "Toli",
  "Wusu",
  "Burqin",
  "Koktokay",
  "Jeminay",
  "Qinggil",
  "Ghulja County",
  "Qorghas County",
  "Chapchal",
  "Barkol",
  "Mori",
];
const southern = [
  "Kashgar City",
  "Hotan City",
  "Aksu City",
  "Ghulja",
  "Turpan",
  "Kumul",
  "Karakax",
  "Yarkant",
];
const statuses = [
  "лагерь",
  "в лагере",
  "camp",
  "осуждён(а)",
  "prison",
  "домашний арест",
  "освобождён",
  "unknown",
  "нет сведений",
  "",
];
const reasons = [
  "поездка за границу",
  "visited relatives abroad",
  "молитва",
  "WhatsApp",
  "не объяснили",
  "unknown",
  "паспорт",
  "",
  "",
];
const mensJobs = [
  "чабан",
  "farmer",
  "учитель",
  "водитель",
  "shop owner",
  "пенсионер",
  "имам",
  "",
  "",
  "",
  "",
];
const womensJobs = [
  "домохозяйка",
  "farmer",
  "учитель",
  "shop owner",
  "пенсионерка",
  "nurse",
  "",
  "",
  "",
];
const tellers = ["брат", "sister", "сын", "wife", "дочь", "двоюродный брат", "neighbour", ""];
const notes = [
  "",
  "",
  "",
  "",
  "звонил один раз в 2019",
  "паспорт забрали",
  "двое детей",
  "needs a second source",
  "повтор? см. другие списки",
];

const disclaimer =
  "Весь список вымышлен для демонстрации / The whole list is invented for demonstration";

/** The whole table, headings apart. */
export function listRows(): ListRow[] {
  return Array.from({ length: rowCount }, (_, i) => knownRows.get(i + 1) ?? invented(i + 1));
}

/** The file as it arrived: a byte-order mark, semicolons, Windows line ends. */
export function listCsv(): string {
  const cell = (text: string): string =>
    /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [headings, ...listRows()].map((row) => row.map(cell).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** One made-up row; each column walks its list with another stride, so that no two people are alike. */
function invented(n: number): ListRow {
  const pick = <T>(list: readonly T[], stride: number): T =>
    list[(n * stride + Math.floor(n / list.length)) % list.length] as T;
  const { latin, other, woman } = nameOf(n);
  return [
    String(n),
    latin,
    n % 11 === 0 ? "" : other,
    n % 13 === 0 ? "" : pick(woman ? ["ж", "F"] : ["м", "M"], 1),
    n % 7 === 0 ? "" : birth(n, 1938 + ((n * 17) % 63)),
    n % 5 === 0 ? pick(southern, 3) : pick(counties, 5),
    n % 17 === 0 ? "" : detained(n),
    pick(statuses, 3),
    pick(reasons, 5),
    n % 4 === 0 ? `000000-0000-${String(n).padStart(4, "0")}` : "",
    pick(woman ? womensJobs : mensJobs, 7),
    woman && pick(tellers, 3) === "wife" ? "муж" : pick(tellers, 3),
    n === rowCount ? disclaimer : pick(notes, 5),
  ];
}

/** The k-th bearer of a given name gets the father's name k strides on: no pair comes twice in 300 rows. */
function nameOf(n: number): { latin: string; other: string; woman: boolean } {
  const pair = (
    given: readonly Spelling[],
    father: readonly Spelling[],
    k: number,
    stride: number,
  ) => {
    const round = Math.floor(k / given.length);
    const one = given[k % given.length] ?? ["", ""];
    const two = father[((k % given.length) * 11 + round * stride) % father.length] ?? ["", ""];
    return [one, two] as const;
  };
  if (n % 5 === 0) {
    const [given, father] = pair(uyghurs, uyghurFathers, n / 5, 3);
    const woman = uyghurWomen.has(given[0]);
    return { latin: `${given[0]} ${father[0]}`, other: `${given[1]}·${father[1]}`, woman };
  }
  const woman = n % 3 === 0;
  const [given, father] = woman ? pair(women, fathers, n / 3, 3) : pair(men, fathers, n, 3);
  return {
    latin: `${given[0]} ${father[0]}${woman ? "kyzy" : "uly"}`,
    other: `${given[1]} ${father[1]}${woman ? "қызы" : "ұлы"}`,
    woman,
  };
}

function birth(n: number, year: number): string {
  const [month, day] = [1 + ((n * 5) % 12), 1 + ((n * 7) % 28)];
  const two = (part: number): string => String(part).padStart(2, "0");
  const ways = [
    `${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
  ];
  // Now and then a way of writing that nobody has taught the program.
  return n % 20 === 0 ? `род. ${year} г.р.?` : (ways[n % ways.length] ?? "");
}

const months = [
  "январь",
  "февраль",
  "март",
  "апрель",
  "май",
  "июнь",
  "июль",
  "август",
  "сентябрь",
  "октябрь",
  "ноябрь",
  "декабрь",
];

function detained(n: number): string {
  const [year, month, day] = [2017 + (n % 3), 1 + ((n * 5) % 12), 1 + ((n * 11) % 28)];
  const two = (part: number): string => String(part).padStart(2, "0");
  const ways = [
    `${two(day)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${months[month - 1] ?? ""} ${year}`,
    `${year}`,
    `весна ${year}`,
    `early ${year}`,
    `between March and May ${year}`,
    "неизвестно",
    `до ${year}`,
  ];
  return ways[(n * 2 + Math.floor(n / 9)) % ways.length] ?? "";
}
