// Eight families sign one petition; a letter in another script tells more of three of them; a ministry answers about five.
import {
  code,
  date,
  episode,
  kin,
  name,
  number,
  person,
  place,
  record,
  said,
  text,
  to,
} from "../say.ts";
import type { ClaimPlan, RecordPlan, SourcePlan } from "../plan.ts";

interface Signed {
  readonly as: string;
  readonly name: string;
  readonly born: string;
  readonly from: readonly [code: string, words: string];
  readonly job?: string;
  readonly what?: RecordPlan;
}

/** One line of the petition: each begins with the name, and its words stand nowhere else. */
function signed(line: string, { as, name: full, born, from, job, what }: Signed): RecordPlan[] {
  const at = { near: line };
  const claims: ClaimPlan[] = [
    name(full, "kk", at),
    date("birthDate", born, `${born} jyly tuğan`, at),
    place("origin", from[0], from[1], at),
    ...(job === undefined ? [] : [text("occupation", job, at)]),
  ];
  return [person(as, full, ...claims), ...(what === undefined ? [] : [what])];
}

const lines = {
  baqyt:
    "1. Baqyt Esım, 1991 jyly tuğan, Dörbıljın audany, 2018 jylğy nauryzda ūstalğan, qazır qaida ekenı belgısız.",
  nurlan:
    "2. Nūrlan Toqtar, 1986 jyly tuğan, Dörbıljın audany, käsıpker, 2018 jylğy aqpanda ūstalğan.",
  asel: "3. Äsel Mūqaşqyzy, 1979 jyly tuğan, Toly audany, mūğalım, 2017 jylğy qyrküiekten berı lagerde.",
  qairat: "4. Qairat Sämet, 1965 jyly tuğan, Şäueşek qalasy, zeinetker, tölqūjaty tartyp alynğan.",
  guljan: "5. Güljan Tökei, 1972 jyly tuğan, Buyrşyn audany, aspaz, fabrikada jūmys ıstetıp otyr.",
  erbolat:
    "6. Erbolat Janat, 1995 jyly tuğan, Köktoğai audany, student, 2018 jylğy tamyzda ūstalğan.",
  saule:
    "7. Säule Nūğyman, 1958 jyly tuğan, Jemenei audany, üi şaruasyndağy äiel, 2019 jylğy mamyrda bosatylğan.",
  beisenbek: "8. Beisenbek Omar, 1949 jyly tuğan, Şıñgıl audany, aqsaqal, on jylğa sottalğan.",
};

const taken = (as: string, line: string, edtf: string, words: string): RecordPlan =>
  episode(
    `${as}-taken`,
    as,
    "taken",
    ["ūstalğan", { near: line }],
    date("from", edtf, words, { near: line }),
  );

const petition: SourcePlan = {
  key: "petition",
  file: "petition-eight.txt",
  intake: "file",
  kind: "appeal",
  language: "kk",
  headline: "Segız otbasynyñ ötınışı",
  published: ["2019-06-03", "2019 jylğy 3 mausym"],
  voice: "families",
  knows: "told-by-another",
  records: [
    ...signed(lines.baqyt, {
      as: "baqyt",
      name: "Baqyt Esım",
      born: "1991",
      from: ["654221", "Dörbıljın audany"],
      what: taken("baqyt", lines.baqyt, "2018-03", "2018 jylğy nauryzda"),
    }),
    ...signed(lines.nurlan, {
      as: "nurlan",
      name: "Nūrlan Toqtar",
      born: "1986",
      from: ["654221", "Dörbıljın audany"],
      job: "käsıpker",
      what: taken("nurlan", lines.nurlan, "2018-02", "2018 jylğy aqpanda"),
    }),
    ...signed(lines.asel, {
      as: "asel",
      name: "Äsel Mūqaşqyzy",
      born: "1979",
      from: ["654224", "Toly audany"],
      job: "mūğalım",
      what: episode(
        "asel-camp",
        "asel",
        "camp",
        "qyrküiekten berı lagerde",
        date("from", "2017-09", "2017 jylğy qyrküiekten"),
      ),
    }),
    ...signed(lines.qairat, {
      as: "qairat",
      name: "Qairat Sämet",
      born: "1965",
      from: ["654201", "Şäueşek qalasy"],
      job: "zeinetker",
      what: episode("qairat-passport", "qairat", "passport-taken", "tölqūjaty tartyp alynğan"),
    }),
    ...signed(lines.guljan, {
      as: "guljan",
      name: "Güljan Tökei",
      born: "1972",
      from: ["654321", "Buyrşyn audany"],
      job: "aspaz",
      what: episode("guljan-work", "guljan", "forced-labour", "fabrikada jūmys ıstetıp otyr"),
    }),
    ...signed(lines.erbolat, {
      as: "erbolat",
      name: "Erbolat Janat",
      born: "1995",
      from: ["654322", "Köktoğai audany"],
      job: "student",
      what: taken("erbolat", lines.erbolat, "2018-08", "2018 jylğy tamyzda"),
    }),
    ...signed(lines.saule, {
      as: "saule",
      name: "Säule Nūğyman",
      born: "1958",
      from: ["654326", "Jemenei audany"],
      job: "üi şaruasyndağy äiel",
      what: episode(
        "saule-free",
        "saule",
        "released",
        "bosatylğan",
        date("from", "2019-05", "2019 jylğy mamyrda"),
      ),
    }),
    ...signed(lines.beisenbek, {
      as: "beisenbek",
      name: "Beisenbek Omar",
      born: "1949",
      from: ["654325", "Şıñgıl audany"],
      what: episode(
        "beisenbek-sentenced",
        "beisenbek",
        "sentenced",
        "on jylğa sottalğan",
        number("sentence", 10, "on jylğa", { unit: "years" }),
      ),
    }),
    person(
      "kamshat",
      "Kämşat Äbdıldina",
      name("Kämşat Äbdıldina", "kk", { via: null }),
      text("occupation", "otbasylar komitetınıñ töraiymy", { via: null }),
    ),
    record(
      "Organization",
      "shyraq",
      "Şyraq",
      name("Şyraq", "kk", { via: null }),
      code("Organization", "kind", "rights-group", "otbasylar komitetı", { via: null }),
    ),
    record(
      "Group",
      "eight",
      "Segız otbasy",
      name("segız otbasy", "kk", { near: "qol qoiğan segız otbasy", via: null }),
      number("size", 8, "segız otbasy", { near: "qol qoiğan segız otbasy", via: null }),
      to("members", "baqyt", "Baqyt Esım", { via: null }),
      to("members", "nurlan", "Nūrlan Toqtar", { via: null }),
      to("members", "asel", "Äsel Mūqaşqyzy", { via: null }),
      to("members", "saule", "Säule Nūğyman", { via: null }),
    ),
    record(
      "Intervention",
      "petition",
      "Petition of eight families",
      code("Intervention", "kind", "petition", "Segız otbasynyñ ötınışı", { via: null }),
      date("date", "2019-06-03", "2019 jylğy 3 mausym", { via: null }),
      text("asked", "resmi türde sūrau jıberuıñızdı", { via: null }),
      to("people", "baqyt", "Baqyt Esım", { via: null }),
      to("people", "nurlan", "Nūrlan Toqtar", { via: null }),
      to("people", "beisenbek", "Beisenbek Omar", { via: null }),
      to("people", "saule", "Säule Nūğyman", { via: null }),
    ),
  ],
  statements: [
    said("families", "asserts", "Būl adamdardyñ bırde-bırıne aşyq sot bolğan joq.", {
      speaker: "segız otbasy",
      mode: "direct",
      said: "2019-06-03",
    }),
    said("ask", "demands", "Bız olardyñ tırı ekenın, qaida ekenın bılgımız keledı.", {
      speaker: "segız otbasy",
      mode: "direct",
      said: "2019-06-03",
      about: ["baqyt", "nurlan", "asel", "qairat", "guljan", "erbolat", "saule", "beisenbek"],
    }),
  ],
};

const letter: SourcePlan = {
  key: "letter",
  file: "letter-beisenbek.txt",
  intake: "file",
  kind: "letter",
  language: "kk",
  title: "Letter of a fellow villager, in Arabic script",
  author: "مۇقاتاي قاليۇلى",
  published: ["2019-08-20", "2019 جىلعى 20 تامىز"],
  by: "colleague",
  voice: "writes",
  knows: "told-by-another",
  records: [
    person(
      "muqatai",
      "مۇقاتاي قاليۇلى",
      name("مۇقاتاي قاليۇلى", "kk", { via: null }),
      place("origin", "654325", "شىڭگىل اۋدانىنىڭ", { knows: "lived-it" }),
    ),
    person(
      "beisenbek",
      "بەيسەنبەك ومار",
      name("بەيسەنبەك ومار", "kk"),
      date("birthDate", "1948", "1948 جىلى", { key: "letter/born" }),
      text("occupation", "بالالارعا ناماز ۇيرەتكەن", { knows: "saw-it" }),
    ),
    episode(
      "taken",
      "beisenbek",
      "taken",
      "تۇندە الىپ كەتكەن",
      date("from", "2017-11-06", "2017 جىلعى 6 قاراشادا"),
    ),
    episode(
      "sentenced",
      "beisenbek",
      "sentenced",
      ["ون جىلعا سوتتالعان دەيدى", { knows: "rumour" }],
      number("sentence", 10, "ون جىلعا", { unit: "years", knows: "rumour", key: "letter/ten" }),
    ),
    person("zagipa", "زاعيپا", name("زاعيپا", "kk")),
    kin("wife", "zagipa", "wife", "beisenbek", "كەمپىرى زاعيپا"),
    person("saule", "ساۋلە نۇعىمان", name("ساۋلە نۇعىمان", "kk", { knows: "told-by-the-person" })),
    episode("saule-free", "saule", "released", ["بوساپ شىققان", { knows: "told-by-the-person" }]),
    person("aqbota", "اقبوتا", name("اقبوتا", "kk")),
    person("dinmuhamed", "دىنمۇحامەد", name("دىنمۇحامەد", "kk")),
    kin("grandchild", "aqbota", "grandchild", "saule", "ونىڭ ەكى نەمەرەسى", {
      knows: "told-by-the-person",
    }),
    episode("school", "aqbota", "boarding", [
      "ينتەرناتقا الىنعان",
      { knows: "told-by-the-person" },
    ]),
    record(
      "Group",
      "grandchildren",
      "Two grandchildren of Saule",
      name("ەكى نەمەرەسى", "kk"),
      number("size", 2, "ەكى نەمەرەسى"),
      to("members", "aqbota", "اقبوتا"),
      to("members", "dinmuhamed", "دىنمۇحامەد"),
    ),
    person("guljan", "گۇلجان توكەي", name("گۇلجان توكەي", "kk")),
    episode(
      "guljan-work",
      "guljan",
      "forced-labour",
      "فابريكادا قولعاپ تىگەدى",
      text("treatment", "ايلىعىنىڭ جارتىسىن عانا بەرەدى"),
    ),
  ],
  statements: [
    said("writes", "asserts", "ونى 2017 جىلعى 6 قاراشادا تۇندە الىپ كەتكەن", {
      speaker: "مۇقاتاي قاليۇلى",
      by: "muqatai",
      said: "2019-08-20",
      about: ["beisenbek"],
    }),
  ],
};

const reply: SourcePlan = {
  key: "reply",
  file: "ministry-reply.txt",
  intake: "file",
  kind: "official-statement",
  language: "ru",
  title: "Reply of the consular department to the committee",
  publisher: "Консульский департамент",
  published: ["2020-02-28", "28 февраля 2020 года"],
  voice: "answers",
  knows: "told-by-another",
  records: [
    person(
      "saule",
      "Сауле Нугыман",
      name("Сауле Нугыман", "ru"),
      place("residence", null, "по месту жительства"),
    ),
    person("qairat", "Кайрат Самет", name("Кайрат Самет", "ru")),
    person("beisenbek", "Бейсенбек Омар", name("Бейсенбек Омар", "ru")),
    episode("beisenbek-sentenced", "beisenbek", "sentenced", "осуждены по уголовным делам"),
    person("nurlan", "Нурлан Токтар", name("Нурлан Токтар", "ru")),
    episode("nurlan-sentenced", "nurlan", "sentenced", "осуждены по уголовным делам"),
    person("baqyt", "Бахыт Есим", name("Бахыт Есим", "ru", { quote: "Бахыте Есиме" })),
    person(
      "zhetpisbay",
      "А. Жетписбай",
      name("А. Жетписбай", "ru", { via: null }),
      text("occupation", "Директор департамента", { via: null }),
    ),
    record(
      "Intervention",
      "note",
      "Diplomatic note about eight people",
      code("Intervention", "kind", "diplomatic-note", "китайской стороне направлена нота", {
        via: null,
      }),
      date("date", "2019-06-18", "18 июня 2019 года", { via: null }),
      text("reference", "№ 11-000/218", { via: null }),
      text("asked", "сведения о восьми лицах", { via: null }),
      code("Intervention", "reply", "information", "Ответ получен 10 февраля 2020 года", {
        via: null,
      }),
      date("replyDate", "2020-02-10", "10 февраля 2020 года", { via: null }),
      text("replyWords", "О Бахыте Есиме сведений не имеется", { via: null }),
      to("people", "saule", "Сауле Нугыман", { via: null }),
      to("people", "beisenbek", "Бейсенбек Омар", { via: null }),
      to("people", "nurlan", "Нурлан Токтар", { via: null }),
    ),
  ],
  statements: [
    said("answers", "asserts", "Бейсенбек Омар и Нурлан Токтар осуждены по уголовным делам", {
      speaker: "китайская сторона",
      about: ["beisenbek", "nurlan"],
      answers: ["petition/ask"],
    }),
    said("access", "declines", "в доступе отказано со ссылкой на их гражданство", {
      speaker: "китайская сторона",
    }),
  ],
};

export const petitions: readonly SourcePlan[] = [petition, letter, reply];
