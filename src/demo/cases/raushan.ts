// Ten outlets, one husband: however often his word is printed, it stays one origin. Against it stands one page of a register.
import { code, date, episode, kin, name, number, person, place, said, text } from "../say.ts";
import type { ClaimPlan, RelayPlan, SourcePlan } from "../plan.ts";

interface Outlet {
  readonly key: string;
  readonly file: string;
  readonly language: string;
  readonly publisher: string;
  readonly headline: string;
  readonly author?: string;
  readonly published: readonly [string, string];
  readonly raushan: string;
  readonly yerbol: string;
  /** Words of the sentence of eight years. */
  readonly sentence: string;
  /** What the husband is quoted with. */
  readonly words: string;
  readonly relays?: readonly RelayPlan[];
  readonly more?: readonly ClaimPlan[];
  readonly near?: { readonly raushan?: string; readonly yerbol?: string };
}

const husband = { via: "husband", knows: "told-by-another" } as const;

function outlet(o: Outlet): SourcePlan {
  return {
    key: o.key,
    file: o.file,
    intake: "file",
    kind: "article",
    language: o.language,
    headline: o.headline,
    publisher: o.publisher,
    ...(o.author === undefined ? {} : { author: o.author }),
    published: o.published,
    relays: o.relays ?? [],
    by: "colleague",
    records: [
      person(
        "yerbol",
        o.yerbol,
        name(o.yerbol, o.language, o.near?.yerbol === undefined ? {} : { near: o.near.yerbol }),
      ),
      person(
        "raushan",
        o.raushan,
        name(o.raushan, o.language, o.near?.raushan === undefined ? {} : { near: o.near.raushan }),
      ),
      episode(
        "sentenced",
        "raushan",
        "sentenced",
        [o.sentence, husband],
        number("sentence", 8, o.sentence, { unit: "years", ...husband }),
        ...(o.more ?? []),
      ),
    ],
    statements: [
      said("husband", "asserts", o.words, {
        speaker: o.yerbol,
        by: "yerbol",
        about: ["raushan", "sentenced"],
      }),
    ],
  };
}

const wire = outlet({
  key: "wire",
  file: "wire-raushan.txt",
  language: "en",
  publisher: "Halfmoon Wire",
  author: "Edith Marlow",
  headline: "Dombra teacher sentenced to eight years, husband says",
  published: ["2019-02-05", "5 February 2019"],
  raushan: "Raushan Qabdolla",
  yerbol: "Yerbol Nazarkhan",
  sentence: "has been sentenced to eight years in prison",
  words: "Eight years, for songs that were printed in our schoolbooks.",
  more: [text("charge", "for songs that were printed in our schoolbooks", husband)],
});

const outlets: readonly SourcePlan[] = [
  {
    ...wire,
    records: [
      ...(wire.records ?? []),
      kin("husband-of", "yerbol", "husband", "raushan", "her husband told a press conference"),
      episode(
        "taken",
        "raushan",
        "taken",
        ["was detained in May 2017", { via: "husband", knows: "phone-or-chat" }],
        date("from", "2017-05", "in May 2017", { via: "husband", knows: "phone-or-chat" }),
        place("place", "654221", "Dörbiljin County"),
        code(
          "Episode",
          "suspectedReason",
          "abroad-visit",
          "four days after she returned from visiting him in Kazakhstan",
          { via: "husband", knows: "phone-or-chat" },
        ),
      ),
      {
        as: "conference",
        schema: "Intervention",
        label: "Press conference of a husband",
        claims: [
          code("Intervention", "kind", "press-conference", "press conference"),
          date("date", "2019-02-05", "5 February 2019"),
          text("by", "her husband", { near: "in prison, her husband told" }),
          code("Intervention", "reply", "none", "did not respond to a written request for comment"),
        ],
      },
    ],
  },
  outlet({
    key: "lakeshore",
    file: "lakeshore-raushan.txt",
    language: "en",
    publisher: "The Lakeshore Post",
    headline: "Music teacher jailed in Xinjiang for eight years",
    published: ["2019-02-06", "6 February 2019"],
    raushan: "Raushan Qabdolla",
    yerbol: "Yerbol Nazarkhan",
    sentence: "an eight-year prison sentence",
    words: "Eight years, for songs that were printed in our schoolbooks,",
    relays: [{ source: "wire", words: "Halfmoon Wire", quote: "Halfmoon Wire reports" }],
  }),
  outlet({
    key: "vestnik",
    file: "vestnik-raushan.txt",
    language: "ru",
    publisher: "Вестник Семи Ключей",
    headline: "Учительницу домбры приговорили к восьми годам",
    published: ["2019-02-06", "6 февраля 2019 года"],
    raushan: "Раушан Кабдолла",
    yerbol: "Ербол Назархан",
    sentence: "приговорена в Синьцзяне к восьми годам лишения свободы",
    words: "Восемь лет за песни, которые печатали в наших учебниках",
    relays: [{ source: "wire", words: "агентство «Полумесяц»", quote: "агентство «Полумесяц»" }],
  }),
  outlet({
    key: "jetibulaq",
    file: "jetibulaq-raushan.txt",
    language: "kk",
    publisher: "Жетібұлақ жаршысы",
    headline: "Домбыра үйреткен ұстазға сегіз жыл берілді",
    published: ["2019-02-07", "7 ақпан 2019"],
    raushan: "Раушан Қабдолла",
    yerbol: "Ербол Назархан",
    sentence: "сегіз жылға сотталды",
    words: "Оқулықта басылған әндер үшін сегіз жыл берді",
    relays: [
      { source: "vestnik", words: "«Вестник Семи Ключей»", quote: "«Вестник Семи Ключей» жазды" },
    ],
  }),
  outlet({
    key: "north-bank",
    file: "north-bank-raushan.txt",
    language: "zh",
    publisher: "北岸时报",
    headline: "新疆一名冬不拉女教师被判八年",
    published: ["2019-02-07", "2019年2月7日"],
    raushan: "热吾山·哈布多拉",
    yerbol: "叶尔波力·纳扎尔汗",
    sentence: "被判处有期徒刑八年",
    words: "八年，就因为课本里印过的歌。",
    relays: [{ source: "wire", words: "半月通讯社", quote: "据半月通讯社报道" }],
  }),
  outlet({
    key: "awaz",
    file: "awaz-raushan.txt",
    language: "ug",
    publisher: "يەتتە بۇلاق ئاۋازى",
    headline: "دومبرا مۇئەللىمىسىگە سەككىز يىل قاماق جازاسى بېرىلگەن",
    published: ["2019-02-08", "2019-يىلى 8-فېۋرال"],
    raushan: "رەۋشەن قابدۇللا",
    yerbol: "يەربول نەزەرخان",
    sentence: "سەككىز يىللىق قاماق جازاسىغا ھۆكۈم قىلىنغان",
    words: "دەرسلىك كىتابتا بېسىلغان ناخشىلار ئۈچۈن سەككىز يىل بەردى",
    relays: [
      {
        source: "lakeshore",
        words: "«كۆل بويى پوچتىسى»",
        quote: "«كۆل بويى پوچتىسى» گېزىتىنىڭ خەۋىرىگە قارىغاندا",
      },
    ],
  }),
  outlet({
    key: "tannury",
    file: "tannury-raushan.txt",
    language: "kk",
    publisher: "Tañ nūry",
    headline: "Rauşan Qabdollanyñ ükımı belgılı boldy",
    published: ["2019-02-08", "8 aqpan 2019"],
    raushan: "Rauşan Qabdolla",
    yerbol: "Erbol Nazarhan",
    sentence: "segız jylğa sottalğan",
    near: { raushan: "mūğalımı Rauşan Qabdolla" },
    words: "Oqulyqta basylğan änder üşın segız jyl berdı",
    relays: [
      {
        source: "jetibulaq",
        words: "«Jetıbūlaq jarşysy»",
        quote: "«Jetıbūlaq jarşysy» gazetınıñ jazuynşa",
      },
    ],
  }),
  outlet({
    key: "orchard",
    file: "orchard-raushan.txt",
    language: "en",
    publisher: "Orchard Street Journal",
    author: "Tobias Renn",
    headline: "The songs in the schoolbook",
    published: ["2019-02-10", "10 February 2019"],
    raushan: "Raushan Qabdolla",
    yerbol: "Yerbol Nazarkhan",
    sentence: "who has been sentenced to eight years in prison",
    words: "A relative was allowed to read the paper but not to keep it,",
    relays: [
      { source: "lakeshore", words: "The Lakeshore Post", quote: "The Lakeshore Post reported" },
    ],
  }),
  outlet({
    key: "polden",
    file: "polden-raushan.txt",
    language: "ru",
    publisher: "Полуденная газета",
    headline: "Восемь лет за песни",
    published: ["2019-02-11", "11 февраля 2019 года"],
    raushan: "Раушан Кабдолла",
    yerbol: "Ербол Назархан",
    sentence: "получила восемь лет тюрьмы",
    words: "Родственнику разрешили прочитать бумагу, но не разрешили оставить её себе",
    relays: [
      {
        source: "orchard",
        words: "Orchard Street Journal",
        quote: "Как пишет издание Orchard Street Journal",
      },
    ],
  }),
  outlet({
    key: "digest",
    file: "digest-raushan.txt",
    language: "en",
    publisher: "The Steppe Digest",
    headline: "Musician serving eight-year term",
    published: ["2019-02-15", "15 February 2019"],
    raushan: "Raushan Qabdolla",
    yerbol: "Yerbol Nazarkhan",
    sentence: "she was sentenced to eight years in prison",
    words: "the family has had no contact with her since May 2017",
    relays: [
      { source: "polden", words: "Poludennaya Gazeta", quote: "According to Poludennaya Gazeta" },
    ],
  }),
];

/** The sources of the chain, from the wire outwards. */
export const chain: readonly string[] = outlets.map((o) => o.key);

const register: SourcePlan = {
  key: "register",
  file: "verdict-list.txt",
  intake: "file",
  kind: "leaked-document",
  language: "zh",
  headline: "额敏县第九审判庭（虚构） 2018年刑事案件登记表（摘录）",
  published: ["2018-06-19", "2018年6月19日"],
  note: "One page, photographed; no seal. Came in September 2019 from someone who did not give a name.",
  knows: "document-seen",
  records: [
    person(
      "raushan",
      "热吾山·哈布多拉",
      name("热吾山·哈布多拉", "zh"),
      code("Person", "sex", "female", "女"),
      date("birthDate", "1979-11-02", "1979年11月2日"),
      text("listNumber", "17", { near: "17  热吾山" }),
    ),
    episode(
      "raushan-sentenced",
      "raushan",
      "sentenced",
      "有期徒刑七年",
      number("sentence", 7, "有期徒刑七年", { unit: "years", key: "register/seven" }),
      text("charge", "聚众扰乱社会秩序罪"),
      date("from", "2018", "2018年刑事案件登记表"),
      text("court", "额敏县第九审判庭（虚构）"),
      code("Episode", "openTrial", "no", "不公开审理", { near: "有期徒刑七年  不公开审理" }),
    ),
    person(
      "nurlan",
      "努尔兰·托合塔尔",
      name("努尔兰·托合塔尔", "zh"),
      code("Person", "sex", "male", "男", { near: "托合塔尔  男" }),
      date("birthDate", "1986", "1986年"),
    ),
    episode(
      "nurlan-sentenced",
      "nurlan",
      "sentenced",
      "有期徒刑十年",
      number("sentence", 10, "有期徒刑十年", { unit: "years" }),
      text("charge", "宣扬极端主义罪"),
    ),
    person(
      "baqyt",
      "巴合提·叶斯姆",
      name("巴合提·叶斯姆", "zh"),
      code("Person", "sex", "male", "男", { near: "叶斯姆  男" }),
      date("birthDate", "1991-03", "1991年3月"),
    ),
    episode(
      "baqyt-sentenced",
      "baqyt",
      "sentenced",
      "有期徒刑五年六个月",
      number("sentence", 66, "有期徒刑五年六个月", { unit: "months" }),
      text("charge", "非法持有宣扬极端主义物品罪"),
    ),
  ],
};

export const raushan: readonly SourcePlan[] = [...outlets, register];
