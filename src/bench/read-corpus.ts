// Invented articles in the languages that are read, for measuring speed: no two alike, the same at every run.
// Invariant: every person, place and outlet is made up, and every sentence is our own.

interface Words {
  readonly outlet: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** `{p}` a person, `{t}` a place, `{n}` a number, `{y}` a year. */
  readonly sentences: readonly string[];
  readonly foot: string;
}

const languages: Readonly<Record<string, Words>> = {
  en: {
    outlet: "The Invented Courier",
    people: ["Ana Lind", "Marat Olen", "Petra Nils", "Ilan Voss", "Lena Harrow", "Joss Arden"],
    places: ["Birinchi", "Lake Sarn", "Tesk", "Karagol", "Old Pier"],
    sentences: [
      "{p}, a teacher from {t}, said that {n} pupils were taken from the school in {y}.",
      "“Nobody told us where they were,” {p} told reporters in {t}. “We wait at the gate every day.”",
      "The deputy governor of {t} denied that anyone had been beaten or held without a ruling.",
      "According to the Far Shore Watch, an estimated {n} families left the valley between {y} and the spring.",
      "The road from {t} to the river was closed for most of the winter, and bread became dear.",
      "Lawyers for {p} demanded on 14 March {y} that the court publish its list.",
      "Snow lay on the roofs until May, and the ferry did not run.",
      "{p} and her brother, who had worked in {t} for {n} months, came home without their papers.",
      "Officials acknowledged that the register had been lost, but they did not say when.",
      "Around 30 percent of the people of {t} are older than sixty, the census office reported.",
    ],
    foot: "© The Invented Courier. All rights reserved.\nSign up for our newsletter!",
  },
  ru: {
    outlet: "Вымышленный вестник",
    people: ["Жанна Омарова", "Айгуль Серикова", "Нурлан Тестов", "Пётр Выдумов"],
    places: ["Биринчи", "Кара-Тест", "Сарн", "Старый Причал"],
    sentences: [
      "{p} сказала, что в {y} году из школы увезли {n} человек.",
      "«Нам никто не объяснил, где они», — рассказал {p} журналистам.",
      "Представитель ведомства отрицает, что людей держали без решения суда.",
      "По данным наблюдателей, долину покинули около {n} семей.",
      "Дорога из посёлка {t} к реке была закрыта почти всю зиму.",
      "Адвокаты потребовали 14 марта {y} года опубликовать список.",
      "Снег лежал на крышах до мая, и паром не ходил.",
      "Чиновники признали, что журнал был потерян.",
    ],
    foot: "© Вымышленный вестник. Все права защищены.",
  },
  kk: {
    outlet: "Ойдан шығарылған хабаршы",
    people: ["Айгүл Серікова", "Серік Асанов", "Жанна Омарова", "Нұрлан Тестов"],
    places: ["Бірінші ауылы", "Қаратест", "Сарн көлі"],
    sentences: [
      "«Інімді түнде алып кетті», – деді {p}.",
      "{p} мектептен {y} жылы {n} адам әкетілді деп мәлімдеді.",
      "Адвокаттың айтуынша, кездесу бір аптаға шегерілді.",
      "Ведомство адамдардың сотсыз ұсталғанын жоққа шығарды.",
      "{t} маңындағы жол қыс бойы жабық болды.",
      "Шатырдағы қар мамырға дейін еріген жоқ, паром жүрмеді.",
      "Бақылаушылардың мәліметінше, аңғардан {n} отбасы көшіп кетті.",
    ],
    foot: "© Ойдан шығарылған хабаршы. Барлық құқықтар қорғалған.",
  },
  zh: {
    outlet: "虚构信使报",
    people: ["李远山", "王小溪", "张海平", "陈若雨"],
    places: ["初一村", "萨恩湖", "老码头"],
    sentences: [
      "{p}说，{y}年有{n}人从学校被带走。",
      "“没有人告诉我们他们在哪里，”{p}说。",
      "官员否认有人在没有判决的情况下被关押。",
      "据观察员估计，约有{n}个家庭离开了山谷。",
      "从{t}到河边的道路整个冬天都被封闭。",
      "雪一直到五月才化，渡船没有开。",
      "律师要求法院在{y}年3月14日公布名单。",
    ],
    foot: "虚构信使报 版权所有",
  },
  tr: {
    outlet: "Uydurma Haberci",
    people: ["Canan Omar", "Selim Aksoy", "Deniz Uydurma", "Ayla Kurgu"],
    places: ["Birinci köyü", "Sarn Gölü", "Eski İskele"],
    sentences: [
      "“Kardeşimi gece aldılar” dedi {p}.",
      "{p}, {y} yılında okuldan {n} kişinin götürüldüğünü söyledi.",
      "Yetkililer kimsenin karar olmadan tutulmadığını açıkladı.",
      "Gözlemcilere göre vadiden yaklaşık {n} aile ayrıldı.",
      "{t} ile nehir arasındaki yol bütün kış kapalı kaldı.",
      "Kar mayısa kadar çatılarda kaldı, vapur işlemedi.",
      "Avukatlar 14 Mart {y} tarihinde listenin yayımlanmasını istedi.",
    ],
    foot: "© Uydurma Haberci. Tüm hakları saklıdır.",
  },
  ug: {
    outlet: "توقۇلما خەۋەرچى",
    people: ["گۈلنار", "ئالىم", "مەريەم", "تۇرسۇن"],
    places: ["بىرىنچى كەنت", "سارن كۆلى"],
    sentences: [
      "«ئۇكامنى كېچىدە ئېلىپ كەتتى» دېدى {p}.",
      "{p} «مەن قول قويمىدىم» دەپ ئېيتتى.",
      "{t} يولى پۈتۈن قىش تاقاق بولدى.",
      "قار مايغىچە ئېرىمىدى، پاراخوت ماڭمىدى.",
    ],
    foot: "© توقۇلما خەۋەرچى",
  },
};

export const corpusLanguages: readonly string[] = Object.keys(languages);

/** `count` articles in a language, about 25 sentences each. */
export function articlesIn(language: string, count: number): string[] {
  const words = languages[language];
  if (words === undefined) throw new RangeError("There is no corpus in this language.");
  const next = chance(language.length * 7 + language.charCodeAt(0));
  return Array.from({ length: count }, () => articleOf(words, next));
}

/** The same articles as pages, with the furniture pages have. */
export function pagesIn(language: string, count: number): string[] {
  const menu = ["Home", "News", "World", "Sport", "About us"]
    .map((word) => `<li><a href="/${word}">${word}</a></li>`)
    .join("");
  return articlesIn(language, count).map((article) => {
    const [outlet = "", headline = "", date = "", ...rest] = article.split("\n\n");
    const body = rest.slice(0, -1).map((text) => `<p>${text}</p>`);
    return `<!doctype html><html lang="${language}"><head><title>${headline} - ${outlet}</title><meta property="og:site_name" content="${outlet}"></head><body><nav><ul>${menu}</ul></nav><article><h1>${headline}</h1><time>${date}</time>${body.join("\n")}</article><footer><p>${rest.at(-1) ?? ""}</p></footer></body></html>`;
  });
}

type Next = (below: number) => number;

function articleOf({ outlet, people, places, sentences, foot }: Words, next: Next): string {
  const one = (list: readonly string[]): string => list[next(list.length)] ?? "";
  const fill = (text: string): string =>
    text.replace(/\{[ptny]\}/g, (slot) => {
      if (slot === "{p}") return one(people);
      if (slot === "{t}") return one(places);
      return String(slot === "{n}" ? 12 + next(4_000) : 2015 + next(8));
    });
  const paragraphs = Array.from({ length: 9 }, () =>
    Array.from({ length: 2 + next(3) }, () => fill(one(sentences))).join(" "),
  );
  const headline = `${one(places)}: ${one(people)}`;
  const date = `2019-0${1 + next(9)}-1${next(10)}`;
  return [outlet, headline, date, ...paragraphs, foot].join("\n\n");
}

/** Numbers below a limit from a linear congruential generator (Numerical Recipes, 32 bits): the same at every run. */
function chance(seed: number): Next {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
