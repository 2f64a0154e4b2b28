// Invented texts for the reader, each with what a reading of it would suggest. Outlets, people and events are invented.
import type { SourceReading, SourceText } from "../api/views.ts";

type Reading = SourceReading["reading"];
type Statement = Reading["statements"][number];
type Span = { readonly start: number; readonly end: number };

export interface FixtureText {
  readonly text: SourceText;
  readonly reading: Reading;
}

/** The span of the nth occurrence of some words. */
function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`the fixture has no "${words}"`);
  return { start, end: start + words.length };
}

interface Said {
  readonly who: string;
  readonly cue: string;
  readonly what: string;
  readonly stance: Statement["stance"];
  readonly mode?: Statement["mode"];
  readonly answers?: number;
  readonly rule?: string;
}

function statementsOf(text: string, said: readonly Said[]): readonly Statement[] {
  return said.map(({ who, cue, what, stance, mode = "paraphrase", answers, rule }, i) => {
    const answered = answers === undefined ? undefined : said[answers];
    return {
      id: `s${i}`,
      source: who === "" ? [] : [spanOf(text, who)],
      cue: cue === "" ? [] : [spanOf(text, cue)],
      content: [spanOf(text, what)],
      mode,
      stance,
      act: "say",
      rule: rule ?? "speaker first",
      confidence: 0.8,
      band: "A",
      ...(answers === undefined || answered === undefined
        ? {}
        : { answers: { statement: `s${answers}`, span: spanOf(text, answered.what) } }),
    };
  });
}

const bare = (text: string, pack: Reading["pack"], language: string, script: string): Reading => ({
  language,
  passages: [{ start: 0, end: text.length, language, script }],
  meta: {},
  mask: [],
  statements: [],
  mentions: [],
  figures: [],
  dates: [],
  acts: [],
  pack,
});
const plain = (text: string): SourceText => ({ text, pages: [], cues: [] });

const article = `Home · Region · Donate · Sign up for our newsletter

Families ask consulate for answers

By Lola Umarova

11 May 2019

ALMATY — Some forty relatives gathered outside the consulate on Friday and asked that their kin be allowed to call home. Among them was Saule Omarova, whose sister Gülmira Sadıqqızı was taken in the spring of 2018.

Two women who said they had been held for a year told Orda Radio that they were made to kneel for hours.

A consul, Mr. Hao, called the reports “invented” and said that those who study do so of their own will.

A rights group, Mountain Watch, estimates that at least 2,300 people from the district have been held; it adds that its figures rest on those who could leave.

An official of the district said on Thursday that Gülmira Sadıq “lives normally with her family”.

Share · Print · ISSN 0000-0000

More from Steppe Courier: Wool prices up for a third month`;

const articleSaid: readonly Said[] = [
  {
    who: "Some forty relatives",
    cue: "asked",
    what: "that their kin be allowed to call home",
    stance: "demands",
  },
  {
    who: "Two women who said they had been held for a year",
    cue: "told Orda Radio",
    what: "they were made to kneel for hours",
    stance: "asserts",
  },
  {
    who: "A consul, Mr. Hao",
    cue: "called",
    what: "the reports “invented”",
    stance: "denies",
    mode: "mixed",
    answers: 1,
  },
  {
    who: "A consul, Mr. Hao",
    cue: "said that",
    what: "those who study do so of their own will",
    stance: "reframes",
  },
  {
    who: "A rights group, Mountain Watch",
    cue: "estimates",
    what: "at least 2,300 people from the district have been held",
    stance: "estimates",
  },
  {
    who: "An official of the district",
    cue: "said on Thursday",
    what: "Gülmira Sadıq “lives normally with her family”",
    stance: "denies",
    mode: "mixed",
  },
];

function articleReading(): Reading {
  const kinds: Record<string, Reading["mask"][number]["kind"]> = {
    "Home · Region": "boilerplate",
    "Families ask": "headline",
    "By Lola": "byline",
    "11 May 2019": "date",
    "Share · Print": "boilerplate",
    "More from": "boilerplate",
  };
  const mask = article.split("\n\n").map((line) => ({
    ...spanOf(article, line),
    kind: Object.entries(kinds).find(([start]) => line.startsWith(start))?.[1] ?? "body",
  }));
  const name = (
    text: string,
    type: Reading["mentions"][number]["type"],
    entity: number,
    nth = 0,
  ): Reading["mentions"][number] => ({
    ...spanOf(article, text, nth),
    type,
    text,
    entity,
    rule: "two or three capitalised words",
    confidence: 0.7,
  });
  return {
    ...bare(article, "en", "en", "Latn"),
    mask,
    meta: {
      headline: {
        value: "Families ask consulate for answers",
        span: spanOf(article, "Families ask consulate for answers"),
        rule: "title line before the article",
        confidence: 0.8,
      },
    },
    statements: statementsOf(article, articleSaid),
    mentions: [
      name("Saule Omarova", "person", 0),
      name("Gülmira Sadıqqızı", "person", 1),
      name("Mr. Hao", "person", 2),
      name("Orda Radio", "organization", 3),
      name("Mountain Watch", "organization", 4),
      name("Gülmira Sadıq", "person", 1, 1),
    ],
    figures: [
      {
        ...spanOf(article, "at least 2,300 people"),
        hedge: "at-least",
        low: 2300,
        high: null,
        unit: "persons-ever-held",
        statement: "s4",
        asserter: [spanOf(article, "A rights group, Mountain Watch")],
        rule: "number before people",
        confidence: 0.9,
      },
    ],
  };
}

const testimony = `I asked her whether she was at home. She said she could not speak long.

They told her it was because of the trip to us. She had come for our father's funeral, eleven days.

After that the number no longer answered.`;

const uyghur = `گۈلمىرا سادىق 2018-يىلى ئەتىيازدا تۇتۇلدى، دېدى ئۇنىڭ قېرىندىشى.

خەنزۇچە ھۆججەتتە ئۇنىڭ ئىسمى 古丽米拉·萨迪克 دەپ يېزىلغان.

بۇ تېكىستتىكى كىشىلەر ۋە ۋەقەلەر ئويدۇرۇلغان.`;

const chinese = `塔城一名教师的家属说，古丽米拉·萨迪克自2018年3月起下落不明。

当地官员说，她“生活正常”。

本文人物均为虚构。`;

const transcript = `We heard the van before we saw it.
They read three names from a paper.
My aunt's name was the second.
Nobody has read us a paper since.`;

const longOne = Array.from(
  { length: 5_000 },
  (_, i) =>
    `${i + 1}. A clerk of the invented court read page after page, and the relatives who sat on the benches wrote down what they could: a name, a village, a year. Of these sheets only the parts that were copied by hand are left.`,
).join("\n\n");

function uyghurReading(): Reading {
  const han = spanOf(uyghur, "古丽米拉·萨迪克");
  return {
    ...bare(uyghur, null, "ug", "Arab"),
    passages: [
      { start: 0, end: han.start, language: "ug", script: "Arab" },
      { ...han, language: "zh", script: "Hans" },
      { start: han.end, end: uyghur.length, language: "ug", script: "Arab" },
    ],
  };
}

const cues = transcript.split("\n").map((line, i) => ({
  ...spanOf(transcript, line),
  startMs: 4_000 + i * 7_500,
  endMs: 10_000 + i * 7_500,
}));
const longPages = [0, 1, 2, 3].map((i) => ({
  start: Math.floor((longOne.length * i) / 4),
  end: Math.floor((longOne.length * (i + 1)) / 4),
}));

/** By source number. */
export const texts: ReadonlyMap<number, FixtureText> = new Map([
  [1, { text: plain(testimony), reading: { ...bare(testimony, "en", "en", "Latn") } }],
  [2, { text: plain(article), reading: articleReading() }],
  [4, { text: plain(uyghur), reading: uyghurReading() }],
  [5, { text: plain(chinese), reading: bare(chinese, null, "zh", "Hans") }],
  [
    6,
    { text: { text: transcript, pages: [], cues }, reading: bare(transcript, "en", "en", "Latn") },
  ],
  [
    7,
    {
      text: { text: longOne, pages: longPages, cues: [] },
      reading: {
        ...bare(longOne, "en", "en", "Latn"),
        statements: Array.from({ length: 400 }, (_, i) => {
          const start = longOne.indexOf("A clerk", i * 2_400);
          const what = longOne.indexOf("page after page", start);
          return {
            id: `l${i}`,
            source: [{ start, end: start + "A clerk of the invented court".length }],
            cue: [],
            content: [{ start: what, end: what + "page after page".length }],
            mode: "paraphrase" as const,
            stance: "asserts" as const,
            act: "say" as const,
            rule: "speaker first",
            confidence: 0.5,
            band: "B" as const,
          };
        }),
      },
    },
  ],
]);
