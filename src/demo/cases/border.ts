// Two men cross a border, ask for asylum, and a court declines to send them back.
import { code, date, episode, kin, name, number, person, place, said, text, to } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const interim: SourcePlan = {
  key: "interim",
  file: "panel-interim.txt",
  intake: "file",
  kind: "official-statement",
  language: "en",
  headline: "Communication 7/2019 (interim measures)",
  publisher: "World Panel on Missing Persons",
  published: ["2019-11-15", "15 November 2019"],
  records: [
    person(
      "qanat",
      "Qanat Isabek",
      name("Qanat Isabek", "en"),
      place("citizenship", "CN", "Chinese citizens"),
    ),
    person(
      "murat",
      "Murat Alimqul",
      name("Murat Alimqul", "en"),
      place("citizenship", "CN", "Chinese citizens"),
    ),
    {
      as: "request",
      schema: "Intervention",
      label: "Interim measures, communication 7/2019",
      claims: [
        code("Intervention", "kind", "un-special", "interim measures"),
        date("date", "2019-11-15", "15 November 2019"),
        text("by", "World Panel on Missing Persons"),
        text("addressee", "the Permanent Mission of the State concerned"),
        text("reference", "Communication 7/2019"),
        text("asked", "not to remove either of them while their cases are under examination"),
        date("due", "2019-12-31", "31 December 2019"),
        to("people", "qanat", "Qanat Isabek"),
        to("people", "murat", "Murat Alimqul"),
        code("Intervention", "reply", "pledge", "neither will be removed before a final decision"),
        date("replyDate", "2019-12-20", "20 December 2019"),
        text("replyWords", "neither will be removed before a final decision"),
      ],
    },
  ],
  statements: [
    said(
      "asks",
      "demands",
      "asks the State not to remove either of them while their cases are under examination",
      {
        speaker: "The Panel",
        about: ["qanat", "murat"],
      },
    ),
    said("reply", "asserts", "neither will be removed before a final decision", {
      speaker: "the Mission",
      said: "2019-12-20",
      about: ["qanat", "murat"],
      answers: ["interim/asks"],
    }),
  ],
};

const decision: SourcePlan = {
  key: "decision",
  file: "court-decision.txt",
  intake: "file",
  kind: "court-paper",
  language: "ru",
  headline: "РЕШЕНИЕ",
  publisher: "Районный суд № 2 города Семь Ключей (вымышленный)",
  published: ["2020-01-21", "21 января 2020 года"],
  knows: "document-seen",
  records: [
    person(
      "qanat",
      "Канат Исабек",
      name("Канат Исабек", "ru", { quote: "Каната Исабека" }),
      date("birthDate", "1988", "1988 года рождения"),
      place("citizenship", "CN", "граждан КНР"),
    ),
    person(
      "murat",
      "Мурат Алимкул",
      name("Мурат Алимкул", "ru", { quote: "Мурата Алимкула" }),
      date("birthDate", "1992", "1992 года рождения"),
      place("citizenship", "CN", "граждан КНР"),
    ),
    person(
      "veber",
      "Лариса Вебер",
      name("Лариса Вебер", "ru", { quote: "Ларисы Вебер" }),
      text("occupation", "защитника", { text: "защитник" }),
    ),
    {
      as: "case",
      schema: "Proceeding",
      label: "Criminal case 1-000/2020 with a request for removal",
      claims: [
        to("person", "qanat", "Каната Исабека"),
        to("person", "murat", "Мурата Алимкула"),
        code("Proceeding", "kind", "deportation", "с выдворением за пределы страны"),
        place("country", "KZ", "города Семь Ключей"),
        text("court", "Районный суд № 2 города Семь Ключей (вымышленный)"),
        text("caseNumber", "№ 1-000/2020"),
        date("opened", "2019-10-03", "Срок исчислять с 3 октября 2019 года"),
        date("hearing", "2020-01-21", "21 января 2020 года"),
        date("deadline", "2020-02-05", "до 5 февраля 2020 года"),
        code("Proceeding", "outcome", "refused", "в выдворении отказать", {
          key: "decision/refused",
        }),
        code("Proceeding", "outcome", "convicted", "один год лишения свободы; в"),
        text("lawyer", "Ларисы Вебер", { text: "Лариса Вебер" }),
      ],
    },
    {
      as: "asylum",
      schema: "Proceeding",
      label: "Asylum application of 14 October 2019",
      claims: [
        to("person", "qanat", "оба подали ходатайство об убежище"),
        to("person", "murat", "оба подали ходатайство об убежище"),
        code("Proceeding", "kind", "asylum", "оба подали ходатайство об убежище"),
        place("country", "KZ", "города Семь Ключей"),
        date("opened", "2019-10-14", "14 октября 2019 года"),
        code("Proceeding", "outcome", "pending", "не рассмотрено"),
      ],
    },
    episode(
      "crossing",
      "qanat",
      "escaped",
      "подсудимые перешли границу",
      date("from", "[2019-10-02..2019-10-03]", "в ночь на 3 октября 2019 года"),
      text("note", "опасались помещения в лагерь"),
    ),
    episode(
      "crossing-murat",
      "murat",
      "escaped",
      "подсудимые перешли границу",
      date("from", "[2019-10-02..2019-10-03]", "в ночь на 3 октября 2019 года"),
    ),
    episode(
      "sentence",
      "qanat",
      "sentenced",
      "назначить каждому один год лишения свободы",
      number("sentence", 1, "один год лишения свободы; в", { unit: "years" }),
      date("from", "2020-01-21", "21 января 2020 года"),
      text("charge", "незаконном пересечении государственной границы"),
    ),
    episode(
      "sentence-murat",
      "murat",
      "sentenced",
      "назначить каждому один год лишения свободы",
      number("sentence", 1, "один год лишения свободы; в", { unit: "years" }),
      date("from", "2020-01-21", "21 января 2020 года"),
    ),
  ],
  statements: [
    said(
      "prosecutor",
      "demands",
      "просил назначить наказание в виде одного года лишения свободы с выдворением за пределы страны",
      { speaker: "Прокурор", about: ["qanat", "murat"] },
    ),
    said(
      "defence",
      "asserts",
      "выдворение лиц, чьё ходатайство об убежище не рассмотрено, невозможно",
      {
        speaker: "Защитник",
        by: "veber",
        about: ["qanat", "murat"],
        answers: ["decision/prosecutor"],
      },
    ),
    said("court", "declines", "в выдворении отказать", {
      speaker: "Суд",
      mode: "direct",
      said: "2020-01-21",
      answers: ["decision/prosecutor"],
    }),
  ],
};

const news: SourcePlan = {
  key: "court-news",
  file: "tannury-court.txt",
  intake: "file",
  kind: "article",
  language: "kk",
  headline: "Sot ekı jıgıttı elden şyğarmaityn boldy",
  publisher: "Tañ nūry",
  published: ["2020-01-22", "22 qañtar 2020"],
  by: "colleague",
  records: [
    person("qanat", "Qanat Isabek", name("Qanat İsabek", "kk")),
    person("murat", "Mūrat Älımqūl", name("Mūrat Älımqūl", "kk")),
    person(
      "veber",
      "Larisa Veber",
      name("Larisa Veber", "kk"),
      text("occupation", "Advokat", { text: "advokat" }),
    ),
    person("kulash", "Küläş İsabekqyzy", name("Küläş İsabekqyzy", "kk")),
    kin("sister", "kulash", "sister", "qanat", "Qanattyñ apasy"),
    {
      as: "case",
      schema: "Proceeding",
      label: "The case of two men who crossed the border",
      claims: [
        to("person", "qanat", "Qanat İsabek"),
        to("person", "murat", "Mūrat Älımqūl"),
        date("hearing", "2019-12-25", "2019 jylğy 25 jeltoqsanda"),
        date("hearing", "2020-01-09", "2020 jylğy 9 qañtarda"),
        code("Proceeding", "outcome", "refused", "qaitarudan bas tartty"),
        text("lawyer", "Larisa Veber"),
      ],
    },
  ],
  statements: [
    said("veber-says", "asserts", "Baspana sūrağan adamdy qaitaruğa bolmaidy, sot osyny tüsındı", {
      speaker: "Larisa Veber",
      by: "veber",
      mode: "direct",
      about: ["qanat", "murat"],
    }),
  ],
};

const status: SourcePlan = {
  key: "status",
  file: "vestnik-border.txt",
  intake: "file",
  kind: "article",
  language: "ru",
  headline: "Перебежчикам дали статус на год",
  publisher: "Вестник Семи Ключей",
  published: ["2020-10-17", "17 октября 2020 года"],
  records: [
    person(
      "qanat",
      "Канат Исабек",
      name("Исабек", "ru", { near: "Исабек рассказал", role: "father" }),
    ),
    person("murat", "Мурат Алимкул", name("Алимкул", "ru", { near: "Алимкул от", role: "father" })),
    episode(
      "camp",
      "qanat",
      "camp",
      ["в лагере под Чугучаком провёл одиннадцать месяцев", { via: "tells", knows: "lived-it" }],
      place("place", "654201", "под Чугучаком", { via: "tells", knows: "lived-it" }),
    ),
    episode(
      "free",
      "qanat",
      "released",
      "Оба вышли на свободу 3 октября",
      date("from", "2020-10-03", "3 октября"),
    ),
    {
      as: "asylum",
      schema: "Proceeding",
      label: "Temporary asylum for a year",
      claims: [
        to("person", "qanat", "Канату Исабеку"),
        to("person", "murat", "Мурату Алимкулу"),
        code("Proceeding", "kind", "asylum", "временное убежище"),
        code("Proceeding", "outcome", "granted", "предоставила"),
        date("deadline", "2021-10", "сроком на один год"),
      ],
    },
  ],
  statements: [
    said("tells", "asserts", "в лагере под Чугучаком провёл одиннадцать месяцев", {
      speaker: "Исабек",
      by: "qanat",
      about: ["qanat"],
    }),
    said(
      "consulate",
      "demands",
      "преступники должны нести ответственность по закону страны гражданства",
      { speaker: "В консульстве", mode: "direct", about: ["qanat", "murat"] },
    ),
  ],
};

export const border: readonly SourcePlan[] = [interim, decision, news, status];
