// A teacher taken from Tekes: two dates, two places, two ways of knowing, and an official denial that names him.
import { code, date, episode, kin, name, person, place, said, text } from "../say.ts";
import type { SourcePlan } from "../plan.ts";

const appeal: SourcePlan = {
  key: "appeal",
  file: "appeal-gulnar.txt",
  intake: "text",
  kind: "appeal",
  language: "kk",
  title: "Open letter of a sister",
  author: "Гүлнар Тілеубекқызы",
  published: ["2018-10-12", "2018 жылғы 12 қазан"],
  voice: "letter",
  knows: "told-by-another",
  records: [
    person(
      "gulnar",
      "Гүлнар Тілеубекқызы",
      name("Гүлнар Тілеубекқызы", "kk", { near: "Мен, Гүлнар Тілеубекқызы", via: null }),
      place("residence", null, "Алматы облысында", { via: null }),
    ),
    person(
      "darkhan",
      "Дархан Тілеубекұлы",
      name("Дархан Тілеубекұлы", "kk"),
      date("birthDate", "1974-05-06", "1974 жылы 6 мамырда", {
        key: "appeal/born",
        knows: "saw-it",
      }),
      place("origin", "654027", "Текес ауданында", { knows: "saw-it" }),
      text("occupation", "орта мектебінде жиырма жыл физика пәнінен сабақ берді", {
        knows: "saw-it",
      }),
      code("Person", "health", "has-problems", "қант диабетімен ауырады", { knows: "saw-it" }),
      text("contactAbroad", "+7 000 000 00 17"),
    ),
    person("nazym", "Назым", name("Назым", "kk")),
    kin("sister", "gulnar", "sister", "darkhan", "Бауырым Дархан Тілеубекұлы"),
    kin("wife", "nazym", "wife", "darkhan", "әйелі Назым"),
    episode(
      "taken",
      "darkhan",
      "taken",
      ["үйінен алып кетті", { via: "arrest", knows: "phone-or-chat" }],
      date("from", "2018-03-18", "2018 жылғы 18 наурызда", {
        via: "arrest",
        knows: "phone-or-chat",
        key: "appeal/taken",
      }),
      text("holder", "екі полиция қызметкері", { via: "arrest", knows: "phone-or-chat" }),
      code("Episode", "holderKind", "police", "полиция қызметкері", {
        via: "arrest",
        knows: "phone-or-chat",
      }),
      code("Episode", "warrant", "no", "Қағаз көрсетпеген", {
        via: "arrest",
        knows: "phone-or-chat",
      }),
    ),
    episode(
      "held",
      "darkhan",
      "camp",
      "ұстап отыр",
      date("from", "2018-22", "Жазда"),
      text("facility", "Көкбұлақ оқу орталығында", { text: "Көкбұлақ оқу орталығы" }),
    ),
  ],
  statements: [
    said("letter", "asserts", "Бауырым Дархан Тілеубекұлы туралы жазып отырмын", {
      speaker: "Гүлнар Тілеубекқызы",
      by: "gulnar",
      mode: "direct",
      said: "2018-10-12",
      about: ["darkhan"],
    }),
    said(
      "arrest",
      "asserts",
      "2018 жылғы 18 наурызда екі полиция қызметкері оны үйінен алып кетті. Қағаз көрсетпеген.",
      {
        speaker: "Гүлнар Тілеубекқызы",
        by: "gulnar",
        mode: "direct",
        said: "2018-10-12",
        about: ["darkhan", "taken"],
        answers: ["questions/q-darkhan"],
      },
    ),
    said(
      "asks",
      "demands",
      "Бауырымның қайда екенін, денсаулығы қалай екенін және не үшін ұсталғанын жазбаша түсіндірулеріңізді сұраймын",
      {
        speaker: "Гүлнар Тілеубекқызы",
        by: "gulnar",
        mode: "direct",
        said: "2018-10-12",
        about: ["darkhan"],
      },
    ),
  ],
};

const neighbour: SourcePlan = {
  key: "neighbour",
  file: "jetibulaq-neighbour.txt",
  intake: "file",
  kind: "article",
  language: "kk",
  headline: "«Мұғалімді таңертең алып кетті»",
  publisher: "Жетібұлақ жаршысы",
  published: ["2018-12-05", "5 желтоқсан 2018"],
  voice: "recalls",
  knows: "saw-it",
  by: "colleague",
  records: [
    person("seitqazy", "Сейітқазы Маман", name("Сейітқазы Маман", "kk", { via: null })),
    person(
      "darkhan",
      "Дархан Тілеубек",
      name("Дархан Тілеубек", "kk", { near: "мұғалімі Дархан Тілеубектің", via: null }),
      date("birthDate", "1975", "1975 жылғы", { key: "neighbour/born" }),
      text("occupation", "физика мұғалімі", { via: null }),
    ),
    kin("neighbours", "seitqazy", "neighbour", "darkhan", "көршісі", { via: null }),
    episode(
      "taken",
      "darkhan",
      "taken",
      "Дарханды екі адам ертіп шықты",
      date("from", "[2018-04-01..2018-04-10]", "Сәуірдің басы", { key: "neighbour/taken" }),
      text("holder", "екі адам"),
    ),
    episode(
      "held",
      "darkhan",
      "police-custody",
      ["тергеу абақтысында отырған", { knows: "told-by-another" }],
      text("facility", "аудандық тергеу абақтысында", {
        text: "аудандық тергеу абақтысы",
        knows: "told-by-another",
      }),
    ),
    episode(
      "camp",
      "darkhan",
      "camp",
      ["Күнес ауданына жіберілген", { knows: "told-by-another" }],
      place("place", "654025", "Күнес ауданына", {
        knows: "told-by-another",
        key: "neighbour/kunes",
      }),
    ),
  ],
  statements: [
    said(
      "recalls",
      "asserts",
      "Таңертең мал қарап шыққанда, үйінің алдында ақ көлік тұр екен. Дарханды екі адам ертіп шықты.",
      {
        speaker: "Сейітқазы Маман",
        by: "seitqazy",
        mode: "direct",
        about: ["darkhan", "taken"],
      },
    ),
  ],
};

export const darkhan: readonly SourcePlan[] = [appeal, neighbour];
