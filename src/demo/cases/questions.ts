// What the two invented members want to know. Their note comes first, so that statements can answer its questions.
import { code, record, text } from "../say.ts";
import type { RecordPlan, SourcePlan } from "../plan.ts";

function question(
  as: string,
  topic: string,
  wording: string,
  ...claims: RecordPlan["claims"]
): RecordPlan {
  return record(
    "Question",
    as,
    wording,
    text("wording", wording),
    code("Question", "topic", topic, wording),
    ...claims,
  );
}

const note: SourcePlan = {
  key: "questions",
  file: "questions.txt",
  intake: "text",
  kind: "note",
  language: "en",
  title: "What we are trying to find out",
  records: [
    question(
      "q-darkhan",
      "held",
      "Was Darkhan Tileubek, the teacher from Tekes, ever held?",
      text("sides", "His sister and a nurse say so"),
      text("sides", "the county office says never"),
    ),
    question(
      "q-voluntary",
      "voluntary",
      "Do people enter the training centres of their own free will?",
      text("sides", "Officials call them boarding schools that one may leave"),
      text("sides", "those who were inside speak of locked doors"),
    ),
    question(
      "q-sentence",
      "charge",
      "How long is the sentence of Raushan Qabdolla, the dombra teacher",
      text("sides", "eight years, as her husband was told"),
      text("sides", "seven, as a page from a court register has it"),
    ),
    question("q-asanbek", "alive", "Is the herder Asanbek Sydyk alive?"),
    question(
      "q-numbers",
      "numbers",
      "How many people were held at one time at the end of 2018?",
      text("note", "Bodies that have looked into it count different things"),
    ),
  ],
};

/** Said once the people are on file. */
export const questionPeople: readonly {
  readonly question: string;
  readonly person: string;
  readonly quote: string;
}[] = [
  { question: "questions/q-darkhan", person: "appeal/darkhan", quote: "Darkhan Tileubek" },
  { question: "questions/q-sentence", person: "wire/raushan", quote: "Raushan Qabdolla" },
  { question: "questions/q-asanbek", person: "herder/asanbek", quote: "Asanbek Sydyk" },
];

export const questions: readonly SourcePlan[] = [note];
