// What a denial answers: the allegation in the same text, statements and questions of the vault, the people it names.
// Invariant: proposals with their reasons; nothing is attached until a person says so. The words of a denial never make
// an allegation of their own: only statements that assert something are proposed as what it answers.
import { clusterOf } from "../link/index.ts";
import type { Reading, Span } from "../read/index.ts";
import type { Db } from "../store/index.ts";
import { WeighError } from "./errors.ts";
import { peopleIn } from "./answers-people.ts";
import { fewestShared, questionsFor, rank, type Why } from "./answers-questions.ts";
import { sharedWords, wordsOf } from "./shared-words.ts";
import { sourceGraph } from "./source-graph.ts";
import { statementViews } from "./statement-views.ts";
import type { AnswerProposals, StatementView } from "./views.ts";

const shownAtMost = 8;

export interface ProposeAnswers {
  readonly source: string;
  readonly text: string;
  readonly reading: Pick<Reading, "statements" | "mentions">;
  readonly suggestion: string;
  /** What became of the source's suggestions, by their ids. */
  readonly decisions: Readonly<Record<string, { readonly became?: string }>>;
}

/** Throws WeighError `weigh/no-such-suggestion`. A suggestion that denies nothing has no proposals. */
export async function proposeAnswers(
  { db }: { readonly db: Db },
  input: ProposeAnswers,
): Promise<AnswerProposals> {
  const { reading, text, decisions } = input;
  const denial = reading.statements.find((s) => s.id === input.suggestion);
  if (denial === undefined)
    throw new WeighError(
      "weigh/no-such-suggestion",
      "This suggestion is not there any more. Read the source again.",
    );
  if (!against.has(denial.stance))
    return { allegation: null, statements: [], questions: [], people: [] };
  const answered = reading.statements.find((s) => s.id === denial.answers?.statement);
  const became = answered === undefined ? undefined : decisions[answered.id]?.became;
  const said = wordsIn(text, denial.content);
  const people = await peopleIn(db, text, reading, [denial, answered]);
  // "Denied the report" says little by itself: what it answers says what it is about.
  const words = wordsOf(
    `${said}\n${answered === undefined ? "" : wordsIn(text, answered.content)}`,
  );
  const statements = await statementsFor(db, input.source, words, became, people);
  return {
    allegation:
      denial.answers === undefined
        ? null
        : {
            ...(answered === undefined ? {} : { suggestion: answered.id }),
            ...(became === undefined ? {} : { statement: became }),
            words:
              answered === undefined
                ? wordsIn(text, [denial.answers.span])
                : wordsIn(text, answered.content),
          },
    statements,
    questions: await questionsFor(db, words, statements, people),
    people,
  };
}

const against = new Set(["denies", "reframes", "declines"]);

async function statementsFor(
  db: Db,
  source: string,
  words: ReadonlyMap<string, string>,
  became: string | undefined,
  people: AnswerProposals["people"],
): Promise<AnswerProposals["statements"][number][]> {
  // Whom the source repeats, and who has the same text, may carry the allegation.
  const near = new Set((await sourceGraph(db, [source])).keys());
  const about = new Map<string, string>();
  for (const { record, label } of people)
    for (const one of await clusterOf(db, record)) about.set(one, label);
  const ids = [
    ...(await statementsIn(db, [...near])),
    ...(await statementsAbout(db, [...about.keys()])),
  ];
  const views = await statementViews(db, [...ids, ...(became === undefined ? [] : [became])]);
  return views
    .filter((view) => !view.withdrawn && !against.has(view.stance))
    .flatMap((view) => {
      const why = reasonFor(view, words, became, about);
      return why === null ? [] : [{ view, why }];
    })
    .sort((a, b) => rank(b.why) - rank(a.why) || b.view.seq - a.view.seq)
    .slice(0, shownAtMost)
    .map(({ view, why }) => {
      const { id, speaker, content, sourceTitle } = view;
      return { id, speaker, content, source: view.source, sourceTitle, why };
    });
}

function reasonFor(
  view: StatementView,
  words: ReadonlyMap<string, string>,
  became: string | undefined,
  about: ReadonlyMap<string, string>,
): Why | null {
  if (view.id === became) return { kind: "answered" };
  const shared = sharedWords(words, wordsOf(view.content));
  if (shared.length >= fewestShared) return { kind: "words", words: shared };
  const person = view.targets
    .map((target) => about.get(target.record))
    .find((one) => one !== undefined);
  return person === undefined ? null : { kind: "names", person };
}

async function statementsIn(db: Db, sources: readonly string[]): Promise<string[]> {
  return idsOf(sources, async (some) =>
    db.selectFrom("statements").select("id").where("source", "in", some).execute(),
  );
}

async function statementsAbout(db: Db, records: readonly string[]): Promise<string[]> {
  return idsOf(records, async (some) =>
    db
      .selectFrom("statement_targets")
      .select("statement as id")
      .distinct()
      .where("record", "in", some)
      .execute(),
  );
}

async function idsOf(
  keys: readonly string[],
  ask: (some: string[]) => Promise<{ id: string }[]>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < keys.length; i += 400)
    ids.push(...(await ask(keys.slice(i, i + 400))).map((row) => row.id));
  return ids;
}

function wordsIn(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => text.slice(start, end))
    .join(" … ")
    .trim();
}
