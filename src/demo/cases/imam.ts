// An imam from Qaba: his son's testimony, a newspaper that heard the same son, and a neighbour who remembers another season.
import { age, code, date, episode, kin, name, number, person, place, said, text } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const testimony: SourcePlan = {
  key: "olzhas",
  file: "testimony-olzhas.txt",
  intake: "testimony",
  kind: "testimony",
  language: "ru",
  title: "Testimony of a son about an imam from Qaba",
  by: "colleague",
  testimony: {
    testifier: { as: "olzhas", name: "Олжас Шакен" },
    given: "2019-05-20",
    knows: "told-by-another",
    interviewer: "Timur Osmanov",
    people: [
      { as: "bolat", name: "Болат Шакен" },
      { as: "zeinep", name: "Зейнеп Кадырбек" },
    ],
  },
  voice: "testimony",
  knows: "told-by-another",
  records: [
    person(
      "olzhas",
      "Олжас Шакен",
      age(31, "2019-05-20", "тридцать один год", { knows: "lived-it" }),
      text("occupation", "электриком", { knows: "lived-it" }),
    ),
    person(
      "bolat",
      "Болат Шакен",
      date("birthDate", "1957", "1957 года рождения", { key: "olzhas/born" }),
      place("origin", "654324", "из уезда Каба"),
      text("occupation", "был имамом в мечети на зимовке"),
      code("Person", "health", "has-problems", "почти не слышит на одно ухо"),
    ),
    kin("son", "olzhas", "son", "bolat", "Моего отца зовут Болат Шакен", { knows: "lived-it" }),
    kin("mother", "zeinep", "mother", "olzhas", "Мать, Зейнеп Кадырбек", { knows: "lived-it" }),
    episode(
      "summoned",
      "bolat",
      "summoned",
      "его вызвали в сельскую управу",
      date("from", "2017-06-10", "10 июня 2017 года", { key: "olzhas/taken" }),
      text("note", "«на пять минут»"),
    ),
    episode(
      "sentenced",
      "bolat",
      "sentenced",
      "четырнадцать лет",
      date("from", "2018-02", "В феврале 2018 года"),
      number("sentence", 14, "четырнадцать лет", { unit: "years" }),
      code("Episode", "statedReason", "religion-other", "«незаконную религиозную деятельность»"),
      code("Episode", "counsel", "none-permitted", "Адвоката не было"),
    ),
    episode(
      "prison",
      "bolat",
      "prison",
      "его держат в тюрьме под Усу",
      place("place", "654202", "под Усу"),
      code("Episode", "whereabouts", "contact-family", "Свидание разрешили один раз"),
      text("treatment", "работает в швейном цеху"),
    ),
  ],
};

const article: SourcePlan = {
  key: "imam-news",
  file: "courier-imam.txt",
  intake: "file",
  kind: "article",
  language: "en",
  headline: '"He said he was sewing gloves"',
  publisher: "The Seven Springs Courier",
  author: "Mira Lindqvist",
  published: ["2019-06-17", "17 June 2019"],
  records: [
    person(
      "olzhas",
      "Olzhas Shaken",
      name("Olzhas Shaken", "en", { near: "Olzhas Shaken, an electrician" }),
    ),
    person(
      "bolat",
      "Bolat Shaken",
      name("Bolat Shaken", "en"),
      age(62, "2019-06-17", "62"),
      place("origin", "654324", "Qaba County"),
      text("occupation", "the imam of a mosque"),
    ),
    episode(
      "summoned",
      "bolat",
      "summoned",
      ["was summoned to the village office", { via: "son", knows: "told-by-another" }],
      date("from", "2017-06-10", "10 June 2017", { via: "son", knows: "told-by-another" }),
    ),
    episode(
      "autumn",
      "bolat",
      "summoned",
      ["the imam's arrest", { via: "neighbour", knows: "saw-it" }],
      date("from", "2017-23", "in the autumn of 2017", {
        via: "neighbour",
        knows: "saw-it",
        key: "imam-news/autumn",
      }),
    ),
    episode(
      "sentenced",
      "bolat",
      "sentenced",
      ["sentenced to 14 years", { via: "son", knows: "told-by-another" }],
      number("sentence", 14, "14 years", { unit: "years", via: "son", knows: "told-by-another" }),
      date("from", "[2017-12..2018-02]", "the following winter", {
        via: "son",
        knows: "told-by-another",
      }),
    ),
  ],
  statements: [
    said(
      "son",
      "asserts",
      "He was summoned to the village office on 10 June 2017 and sentenced to 14 years the following winter",
      {
        speaker: "Olzhas Shaken",
        by: "olzhas",
        about: ["bolat", "summoned", "sentenced"],
      },
    ),
    said(
      "neighbour",
      "asserts",
      "put the imam's arrest in the autumn of 2017 rather than in June",
      { speaker: "A former neighbour", about: ["bolat", "autumn"] },
    ),
    // General: it names nobody, so nobody's case becomes disputed by it.
    said(
      "official",
      "reframes",
      "religious personnel enjoyed full protection of the law and that only criminals were punished",
      {
        speaker: "a regional official",
        answers: ["imam-news/son"],
      },
    ),
  ],
  reject: [
    { words: "sewing gloves", reason: "The headline repeats what the son says further down." },
  ],
};

const home: SourcePlan = {
  key: "tokhtar",
  file: "vestnik-tokhtar.txt",
  intake: "file",
  kind: "article",
  language: "ru",
  headline: "Токтар Бейсен вернулся домой",
  publisher: "Вестник Семи Ключей",
  published: ["2019-12-19", "19 декабря 2019 года"],
  records: [
    person(
      "tokhtar",
      "Токтар Бейсен",
      name("Токтар Бейсен", "ru", { near: "Житель посёлка под Семью Ключами Токтар Бейсен" }),
      date("birthDate", "1966", "1966 года рождения"),
      date("lastConfirmedAlive", "2019-12-16", "16 декабря"),
    ),
    person("nurgul", "Нургуль Бейсен", name("Нургуль Бейсен", "ru")),
    kin("wife", "nurgul", "wife", "tokhtar", "Его жена Нургуль Бейсен"),
    episode(
      "passport",
      "tokhtar",
      "passport-taken",
      "Паспорт у него забрали на границе",
      date("from", "2017-09", "в сентябре 2017 года"),
    ),
    episode(
      "camp",
      "tokhtar",
      "camp",
      ["находился в «учебном центре»", { via: "self", knows: "lived-it" }],
      date("to", "2018-08", "До августа 2018 года", { via: "self", knows: "lived-it" }),
      place("place", "654221", "в уезд Эмин"),
    ),
    episode("arrest", "tokhtar", "house-arrest", [
      "под домашним арестом у брата",
      { via: "self", knows: "lived-it" },
    ]),
    episode(
      "back",
      "tokhtar",
      "released",
      "пересёк границу в Хоргосе",
      date("from", "2019-12-16", "16 декабря"),
      place("place", "654004", "в Хоргосе"),
    ),
    person(
      "peng",
      "Пэн Чжаохуэй",
      name("Пэн Чжаохуэй", "ru"),
      text("occupation", "Советник консульства"),
    ),
  ],
  statements: [
    said("self", "asserts", "находился в «учебном центре», потом под домашним арестом у брата", {
      speaker: "Токтар Бейсен",
      by: "tokhtar",
      about: ["tokhtar", "camp"],
    }),
    said("finished", "admits", "прошёл курс обучения и успешно его завершил", {
      speaker: "Советник консульства Пэн Чжаохуэй",
      by: "peng",
      mode: "direct",
      about: ["tokhtar", "camp"],
      answers: ["tokhtar/self"],
    }),
  ],
};

export const imam: readonly SourcePlan[] = [testimony, article, home];
