// How many: four bodies count four different things. Each figure keeps its unit, its hedge and its date; none are added up.
import { code, date, name, number, person, place, record, said, text, to } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const panel: SourcePlan = {
  key: "panel",
  file: "panel-statement.txt",
  intake: "file",
  kind: "official-statement",
  language: "en",
  headline: "Statement on missing relatives in Xinjiang",
  publisher: "World Panel on Missing Persons",
  published: ["2019-08-28", "28 August 2019"],
  records: [
    record(
      "Organization",
      "body",
      "World Panel on Missing Persons",
      name("World Panel on Missing Persons", "en"),
      code("Organization", "kind", "un-body", "a body invented for this demonstration"),
    ),
    person(
      "solvay",
      "Ingrid Solvay",
      name("Ingrid Solvay", "en"),
      text("occupation", "the Panel's chair"),
    ),
    record(
      "Figure",
      "held",
      "800,000 to 1,200,000 held at the end of 2018",
      number("quantity", [800_000, 1_200_000], "between 800,000 and 1,200,000 people", {
        unit: "persons-held",
        via: "estimate",
      }),
      code("Figure", "unit", "persons-held", "were held in so-called training centres", {
        via: "estimate",
      }),
      place("place", "65", "Xinjiang"),
      date("asOf", "2018-12", "at the end of 2018", { via: "estimate" }),
      text("body", "World Panel on Missing Persons"),
      to("bodyRecord", "body", "The Panel, a body invented"),
      code(
        "Figure",
        "method",
        "interviews",
        "information received from families, former detainees and civil society",
      ),
    ),
    person("mirzat", "Mirzat Turdiyuz", name("Mirzat Turdiyuz", "en")),
    person("raushan", "Raushan Qabdolla", name("Raushan Qabdolla", "en")),
    person("darkhan", "Darkhan Tileubek", name("Darkhan Tileubek", "en")),
    record(
      "Intervention",
      "sixty-three",
      "Communication about 63 persons",
      code("Intervention", "kind", "un-special", "its communication of 11 February 2019"),
      date("date", "2019-02-11", "11 February 2019"),
      text("by", "The Panel", { near: "The Panel, a body" }),
      code("Intervention", "reply", "countered", "described the centres as boarding schools"),
      date("replyDate", "2019-07-03", "3 July 2019"),
      text("replyWords", "boarding schools that students enter of their own free will"),
      to("people", "mirzat", "Mirzat Turdiyuz"),
      to("people", "raushan", "Raushan Qabdolla"),
      to("people", "darkhan", "Darkhan Tileubek"),
    ),
  ],
  statements: [
    said(
      "estimate",
      "estimates",
      "between 800,000 and 1,200,000 people were held in so-called training centres at the end of 2018",
      { speaker: "the Panel", by: "body", answers: ["questions/q-numbers"] },
    ),
    said("boarding", "reframes", "boarding schools that students enter of their own free will", {
      speaker: "the authorities",
      said: "2019-07-03",
      answers: ["questions/q-voluntary"],
    }),
    said(
      "urges",
      "demands",
      "disclose the whereabouts of the 63 persons named in its communication",
      { speaker: "The Panel", about: ["mirzat", "raushan", "darkhan"] },
    ),
  ],
};

const polden: SourcePlan = {
  key: "estimates",
  file: "polden-figures.txt",
  intake: "file",
  kind: "article",
  language: "ru",
  headline: "Сколько их? Чем отличаются оценки",
  publisher: "Полуденная газета",
  published: ["2019-09-03", "3 сентября 2019 года"],
  by: "colleague",
  records: [
    person(
      "rashidov",
      "Анвар Рашидов",
      name("Анвар Рашидов", "ru"),
      text("occupation", "Исследователь"),
    ),
    record(
      "Figure",
      "ever",
      "At least 1.5 million ever held",
      number("quantity", [1_500_000, null], "не менее полутора миллионов человек", {
        hedge: "at least",
        unit: "persons-ever-held",
        via: "rashidov-says",
      }),
      code("Figure", "unit", "persons-ever-held", "прошёл через центры за всё время", {
        via: "rashidov-says",
      }),
      date("period", "2017-03/2019-08", "с весны 2017 года до лета 2019 года", {
        via: "rashidov-says",
      }),
      text("body", "института «Горизонт»", { text: "институт «Горизонт»" }),
      code("Figure", "method", "budget", "Он исходит из бюджетов на питание"),
      text("note", "ошибка может достигать трети"),
    ),
    record(
      "Figure",
      "names",
      "1,146 names on the committee's list",
      number("quantity", 1146, "1 146 имён", { unit: "persons-documented", via: "kamshat-says" }),
      code("Figure", "unit", "persons-documented", "за каждым именем – заявление родственника", {
        via: "kamshat-says",
      }),
      text("body", "Комитет «Шырак»"),
      code("Figure", "method", "count", "Это не оценка, это перечень", { via: "kamshat-says" }),
      date("asOf", "2019-09-03", "3 сентября 2019 года"),
    ),
    person(
      "kamshat",
      "Камшат Абдильдина",
      name("Камшат Абдильдина", "ru"),
      text("occupation", "председатель комитета"),
    ),
  ],
  statements: [
    said(
      "rashidov-says",
      "estimates",
      "с весны 2017 года до лета 2019 года через них прошло не менее полутора миллионов человек",
      { speaker: "Анвар Рашидов", by: "rashidov", answers: ["questions/q-numbers"] },
    ),
    said(
      "kamshat-says",
      "asserts",
      "У нас 1 146 имён, и за каждым именем – заявление родственника",
      { speaker: "Камшат Абдильдина", by: "kamshat", mode: "direct" },
    ),
  ],
};

const bluebook: SourcePlan = {
  key: "bluebook",
  file: "bluebook-trainees.txt",
  intake: "file",
  kind: "official-statement",
  language: "zh",
  headline: "职业技能教育培训工作情况（问答摘编）",
  publisher: "区域信息中心（虚构机构）",
  published: ["2019-08-16", "2019年8月16日"],
  records: [
    record(
      "Organization",
      "centre",
      "区域信息中心",
      name("区域信息中心", "zh"),
      code("Organization", "kind", "government", "区域信息中心（虚构机构）"),
    ),
    record(
      "Figure",
      "trainees",
      "1.29 million trainings since 2014",
      number("quantity", 1_290_000, "一百二十九万人次", {
        hedge: "about",
        unit: "other",
        via: "answer",
      }),
      code("Figure", "unit", "other", "参加各类职业技能培训的劳动者累计", { via: "answer" }),
      date("period", "2014/2019-08-16", "自2014年以来", { via: "answer" }),
      text("body", "区域信息中心（虚构机构）"),
      code("Figure", "method", "official-count", "累计一百二十九万人次"),
      text("population", "参加各类职业技能培训的劳动者"),
    ),
  ],
  statements: [
    said("answer", "reframes", "这与境外所说的“关押人数”完全是两回事", {
      speaker: "区域信息中心",
      mode: "direct",
      said: "2019-08-16",
      answers: ["questions/q-numbers", "panel/estimate"],
    }),
    said(
      "freedom",
      "denies",
      "这是误解。学员与学校签订协议，实行寄宿制，节假日可以回家，有事可以请假",
      {
        speaker: "区域信息中心",
        mode: "direct",
        said: "2019-08-16",
        answers: ["questions/q-voluntary"],
      },
    ),
  ],
};

const briefing: SourcePlan = {
  key: "briefing",
  file: "briefing-denial.txt",
  intake: "file",
  kind: "official-statement",
  language: "en",
  headline: "Transcript of a press briefing, 16 April 2019 (excerpts)",
  publisher: "Regional Information Centre (an invented office)",
  published: ["2019-04-16", "16 April 2019"],
  records: [
    person(
      "han",
      "Han Yulin",
      name("Han Yulin", "en", { quote: "HAN YULIN", near: "SPOKESPERSON HAN YULIN: There are" }),
      text("occupation", "SPOKESPERSON", {
        text: "spokesperson",
        near: "SPOKESPERSON HAN YULIN: There are",
      }),
    ),
  ],
  statements: [
    // A denial of the policy as a whole: it names nobody, so it makes nobody's case disputed.
    said(
      "none",
      "denies",
      "There are no so-called detention camps in the region. That allegation is a fabrication.",
      {
        speaker: "SPOKESPERSON HAN YULIN",
        by: "han",
        mode: "direct",
        said: "2019-04-16",
        answers: ["questions/q-voluntary"],
      },
    ),
    said(
      "training",
      "reframes",
      "What exists are vocational skills education and training centres, which are boarding schools.",
      {
        speaker: "SPOKESPERSON HAN YULIN",
        by: "han",
        mode: "direct",
        said: "2019-04-16",
        answers: ["questions/q-voluntary"],
      },
    ),
    said(
      "evades",
      "declines",
      "Friends from all countries who come without prejudice are welcome. I have answered the question.",
      { speaker: "SPOKESPERSON HAN YULIN", by: "han", mode: "direct", said: "2019-04-16" },
    ),
  ],
};

export const figures: readonly SourcePlan[] = [briefing, panel, bluebook, polden];
