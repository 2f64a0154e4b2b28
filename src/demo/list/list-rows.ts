// Three hundred rows as a volunteer's spreadsheet has them: headings in two languages, gaps, dates in every fashion.
// Invariant: the same rows on every machine; every number in them is plainly made up, every person invented.
import { fathers, men, type Spelling, uyghurFathers, uyghurs, women } from "./names.ts";
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
const jobs = [
  "чабан",
  "farmer",
  "учитель",
  "домохозяйка",
  "водитель",
  "shop owner",
  "пенсионер",
  "nurse",
  "имам",
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
  const pick = <T>(list: readonly T[], stride: number, shift = 0): T =>
    list[(n * stride + shift + Math.floor(n / list.length)) % list.length] as T;
  const south = n % 5 === 0;
  const woman = !south && n % 3 === 0;
  const [given, father]: readonly [Spelling, Spelling] = south
    ? [pick(uyghurs, 4), pick(uyghurFathers, 3, Math.floor(n / 50))]
    : [pick(woman ? women : men, 7), pick(fathers, 11, Math.floor(n / 75))];
  const born = 1938 + ((n * 17) % 63);
  return [
    String(n),
    south ? `${given[0]} ${father[0]}` : `${given[0]} ${father[0]}${woman ? "kyzy" : "uly"}`,
    n % 11 === 0
      ? ""
      : south
        ? `${given[1]}·${father[1]}`
        : `${given[1]} ${father[1]}${woman ? "қызы" : "ұлы"}`,
    n % 13 === 0
      ? ""
      : south
        ? pick(["м", "ж"], 1)
        : woman
          ? pick(["ж", "F"], 1)
          : pick(["м", "M"], 1),
    n % 7 === 0 ? "" : birth(n, born),
    south ? pick(southern, 3) : pick(counties, 5),
    n % 17 === 0 ? "" : detained(n),
    pick(statuses, 3),
    pick(reasons, 5),
    n % 4 === 0 ? `000000-0000-${String(n).padStart(4, "0")}` : "",
    pick(jobs, 7),
    pick(tellers, 3),
    n === rowCount ? disclaimer : pick(notes, 5),
  ];
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
