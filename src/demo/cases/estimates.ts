// One question, four bodies, five numbers over two years, and an office that denies them all: what a chart of estimates shows.
import { code, date, number, place, record, said, text } from "../say.ts";
import type { RecordPlan, SourcePlan, StatementPlan } from "../plan.ts";

type Amount = Parameters<typeof number>[1];

interface EstimatePlan {
  readonly as: string;
  readonly body: string;
  /** The body's record, where another source opened one: then its word is one origin, here and there. */
  readonly by?: string;
  readonly label: string;
  readonly amount: Amount;
  readonly hedge?: string;
  /** The number as it stands in the text. */
  readonly words: string;
  /** The sentence's part that is the statement. */
  readonly statement: string;
  readonly asOf: readonly [edtf: string, words: string];
  readonly method?: readonly [code: string, words: string];
}

const given: readonly EstimatePlan[] = [
  {
    as: "horizon-2017",
    body: "Horizon Institute",
    label: "About 450,000 held in October 2017",
    amount: 450_000,
    hedge: "about",
    words: "about 450,000",
    statement: "put the number at about 450,000 in October 2017",
    asOf: ["2017-10", "October 2017"],
    method: ["budget", "reads tenders for food and bedding"],
  },
  {
    as: "lantern-2018",
    body: "Lantern Watch",
    label: "At least 600,000 held in June 2018",
    amount: [600_000, null],
    hedge: "at least",
    words: "at least 600,000 people",
    statement: "at least 600,000 people were held in June 2018",
    asOf: ["2018-06", "June 2018"],
    method: ["interviews", "asks former detainees how full their rooms were"],
  },
  {
    as: "panel-2018",
    body: "World Panel on Missing Persons",
    by: "panel/body",
    label: "800,000 to 1,200,000 held at the end of 2018",
    amount: [800_000, 1_200_000],
    words: "between 800,000 and 1,200,000 people",
    statement: "between 800,000 and 1,200,000 people were held at the end of 2018",
    asOf: ["2018-12", "at the end of 2018"],
  },
  {
    as: "shyraq-2019",
    body: "Shyraq Committee",
    label: "More than one million held in the summer of 2019",
    amount: [1_000_000, null],
    hedge: "more than",
    words: "more than one million people",
    statement: "spoke of more than one million people in the summer of 2019",
    asOf: ["2019-22", "the summer of 2019"],
  },
  {
    as: "horizon-2019",
    body: "Horizon Institute",
    label: "520,000 to 760,000 held in October 2019",
    amount: [520_000, 760_000],
    words: "between 520,000 and 760,000",
    statement: "between 520,000 and 760,000 for October 2019",
    asOf: ["2019-10", "October 2019"],
    method: ["budget", "reads tenders for food and bedding"],
  },
];

function figureOf({
  as,
  body,
  label,
  amount,
  hedge,
  words,
  statement,
  asOf,
  method,
}: EstimatePlan): RecordPlan {
  const via = `${as}-said`;
  return record(
    "Figure",
    as,
    label,
    number("quantity", amount, words, {
      unit: "persons-held",
      via,
      ...(hedge === undefined ? {} : { hedge }),
    }),
    code("Figure", "unit", "persons-held", "How many people are held at one time"),
    place("place", "65", "Xinjiang"),
    date("asOf", asOf[0], asOf[1], { via, near: statement }),
    // The institute is named twice; the others once.
    text("body", body, {
      near: body === "Horizon Institute" ? "The Horizon Institute, which" : body,
    }),
    ...(method === undefined ? [] : [code("Figure", "method", method[0], method[1])]),
  );
}

function statementOf({ as, body, by, statement }: EstimatePlan): StatementPlan {
  return said(`${as}-said`, "estimates", statement, {
    speaker: body,
    ...(by === undefined ? {} : { by }),
    answers: ["questions/q-numbers"],
  });
}

const wire: SourcePlan = {
  key: "numbers",
  file: "wire-numbers.txt",
  intake: "file",
  kind: "article",
  language: "en",
  headline: "Four counts of one question",
  publisher: "Halfmoon Wire",
  author: "Selin Ardahan",
  published: ["2019-12-12", "12 December 2019"],
  by: "colleague",
  records: given.map(figureOf),
  statements: [
    ...given.map(statementOf),
    said("frightened", "denies", "arithmetic for people who want to be frightened", {
      speaker: "The Regional Information Centre",
      mode: "mixed",
      answers: ["questions/q-numbers", ...given.map((one) => `${one.as}-said`)],
    }),
  ],
};

export const estimates: readonly SourcePlan[] = [wire];
