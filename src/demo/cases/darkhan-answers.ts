// Darkhan's case goes on: the rally, the office that denies it by name, and the call that came in the end.
import {
  age,
  code,
  date,
  episode,
  kin,
  name,
  person,
  place,
  record,
  said,
  text,
  to,
} from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const rally: SourcePlan = {
  key: "families",
  file: "courier-families.html",
  intake: "file",
  kind: "article",
  language: "en",
  headline: "Families bring forty letters to the ministry's door",
  publisher: "The Seven Springs Courier",
  author: "Mira Lindqvist",
  published: ["2018-11-21", "21 November 2018"],
  records: [
    person("gulnar", "Gulnar Tileubek", name("Gulnar Tileubek", "en")),
    person(
      "darkhan",
      "Darkhan Tileubek",
      name("Darkhan Tileubek", "en"),
      text("occupation", "physics teacher"),
      place("origin", "654027", "Tekes County", { via: "gulnar-says", knows: "phone-or-chat" }),
    ),
    episode(
      "taken",
      "darkhan",
      "taken",
      ["was taken from his home", { via: "gulnar-says", knows: "phone-or-chat" }],
      date("from", "2018-03", "in March", { via: "gulnar-says", knows: "phone-or-chat" }),
    ),
    person("nurgul", "Nurgul Beisen", name("Nurgul Beisen", "en")),
    person("tokhtar", "Tokhtar Beisen", name("Tokhtar Beisen", "en"), age(52, "2018-11-21", "52")),
    kin("wife", "nurgul", "wife", "tokhtar", "her husband"),
    episode(
      "passport",
      "tokhtar",
      "passport-taken",
      ["They kept his passport at the crossing", { via: "nurgul-says", knows: "phone-or-chat" }],
      date("from", "2017-09", "in September 2017", { via: "nurgul-says", knows: "phone-or-chat" }),
    ),
    person(
      "zhazira",
      "Zhazira Qumash",
      name("Zhazira Qumash", "en"),
      text("occupation", "student", { near: "A student, Zhazira" }),
    ),
    person(
      "qumash",
      "Qumash Dalelbek",
      name("Qumash Dalelbek", "en"),
      text("occupation", "herder"),
    ),
    kin("father", "qumash", "father", "zhazira", "her father"),
    episode(
      "qumash-taken",
      "qumash",
      "taken",
      ["was detained in Mongolküre County", { via: "zhazira-says" }],
      place("place", "654026", "Mongolküre County", { via: "zhazira-says" }),
      code("Episode", "suspectedReason", "abroad-contact", "after he telephoned her in Almaty", {
        via: "zhazira-says",
      }),
    ),
    person(
      "zhetpisbay",
      "Arman Zhetpisbay",
      name("Arman Zhetpisbay", "en"),
      text("occupation", "a department head at the ministry"),
    ),
    {
      as: "rally",
      schema: "Intervention",
      label: "Rally and forty letters",
      claims: [
        code("Intervention", "kind", "rally", "The rally"),
        date("date", "2018-11-21", "21 November 2018"),
        text("by", "the Shyraq Families' Committee"),
        text("addressee", "the foreign ministry's reception office"),
        to("people", "darkhan", "Darkhan Tileubek"),
        to("people", "tokhtar", "Tokhtar Beisen"),
        to("people", "qumash", "Qumash Dalelbek"),
        code("Intervention", "reply", "information", "had received answers to four of them"),
      ],
    },
  ],
  statements: [
    said("gulnar-says", "asserts", "was taken from his home in Tekes County in March", {
      speaker: "Gulnar Tileubek",
      by: "gulnar",
      about: ["darkhan", "taken"],
    }),
    said("gulnar-asks", "demands", "I only ask where he is", {
      speaker: "Gulnar Tileubek",
      by: "gulnar",
      mode: "direct",
      about: ["darkhan"],
    }),
    said("nurgul-says", "asserts", "They kept his passport at the crossing", {
      speaker: "Nurgul Beisen",
      by: "nurgul",
      mode: "direct",
      about: ["tokhtar"],
    }),
    said(
      "zhazira-says",
      "asserts",
      "was detained in Mongolküre County after he telephoned her in Almaty",
      {
        speaker: "A student, Zhazira Qumash",
        by: "zhazira",
        about: ["qumash"],
      },
    ),
    said("consulate", "declines", "declined to comment on individual cases", {
      speaker: "The Chinese consulate",
    }),
  ],
};

const denial: SourcePlan = {
  key: "denial",
  file: "office-denial.txt",
  intake: "file",
  kind: "official-statement",
  language: "zh",
  headline: "情况说明",
  publisher: "特克斯县对外联络办公室",
  published: ["2019-03-02", "2019年3月2日"],
  records: [
    person(
      "darkhan",
      "达尔汗·特列吾别克",
      name("达尔汗·特列吾别克", "zh", { near: "我县教师达尔汗·特列吾别克" }),
      text("occupation", "教师", { near: "我县教师" }),
    ),
    person(
      "spokesman",
      "赵文庆",
      name("赵文庆", "zh"),
      text("occupation", "发言人", { near: "发言人赵文庆" }),
    ),
    record(
      "Organization",
      "office",
      "特克斯县对外联络办公室",
      name("特克斯县对外联络办公室", "zh"),
      place("place", "654027", "特克斯县"),
    ),
  ],
  statements: [
    // It names him, so it disputes his case …
    said("never-held", "denies", "达尔汗·特列吾别克从未被关押，也从未被送往任何培训中心", {
      speaker: "特克斯县对外联络办公室",
      mode: "direct",
      said: "2019-03-02",
      about: ["darkhan", "appeal/taken", "appeal/held"],
      answers: ["appeal/arrest", "questions/q-darkhan"],
    }),
    said("made-up", "denies", "所谓“失踪”的说法是其在境外的亲属编造的", {
      speaker: "特克斯县对外联络办公室",
      mode: "direct",
      said: "2019-03-02",
      about: ["darkhan"],
      answers: ["appeal/asks"],
    }),
    // … while this one is about a policy, and disputes nobody's.
    said(
      "schools",
      "reframes",
      "我县依法开设的职业技能教育培训中心，是帮助群众学习国家通用语言、法律知识和职业技能的学校，不是所谓“集中营”",
      {
        speaker: "特克斯县对外联络办公室",
        mode: "direct",
        said: "2019-03-02",
        answers: ["questions/q-voluntary"],
      },
    ),
  ],
};

const call: SourcePlan = {
  key: "call",
  file: "call-note.txt",
  intake: "text",
  kind: "note",
  language: "kk",
  title: "Note after a call with Gulnar, 24 December 2019",
  published: ["2019-12-24", "2019 жылғы 24 желтоқсан"],
  note: "Not for the press, at Gulnar's wish.",
  by: "colleague",
  voice: "tells",
  knows: "told-by-the-person",
  records: [
    person("gulnar", "Гүлнар Тілеубекқызы", name("Гүлнар Тілеубекқызы", "kk", { via: null })),
    person(
      "darkhan",
      "Дархан",
      name("Дархан", "kk", { near: "Дархан үйіне" }),
      date("lastConfirmedAlive", "2019-12-23", "23 желтоқсанда", {
        knows: "saw-it",
        key: "call/alive",
      }),
      code("Person", "health", "has-problems", "Жүдеп кеткен, тісі түскен", { knows: "saw-it" }),
    ),
    episode(
      "home",
      "darkhan",
      "house-arrest",
      "Ауылдан шығуға рұқсат жоқ",
      date("from", "[2019-11-20..2019-11-30]", "қарашаның соңында"),
      text("treatment", "күн сайын әкімшілікке барып қол қояды"),
    ),
  ],
  statements: [
    said("tells", "asserts", "Дархан үйіне қарашаның соңында қайтарылған", {
      speaker: "Гүлнар",
      by: "gulnar",
      said: "2019-12-24",
      about: ["darkhan", "home"],
    }),
  ],
};

export const darkhanAnswers: readonly SourcePlan[] = [rally, denial, call];
