// A question in dispute with what each side said, in its own words.
// Invariant: worded by a released claim; sides and origins are of released statements alone.
import type { questionsSeen, StatementView } from "../../weigh/index.ts";
import type { ReleasedQuestion, ReleasedStatement } from "./released.ts";
import type { Telling } from "./tell-person.ts";
import { speakerOf } from "./tell-statement.ts";

type Seen = Awaited<ReturnType<typeof questionsSeen>>[number];

/** Null where nothing words it, or nobody has said anything that goes. */
export function tellQuestion(
  key: string,
  { wording, sides }: Seen,
  saidIn: ReadonlyMap<string, StatementView>,
  telling: Telling,
): ReleasedQuestion | null {
  const all = sides.flatMap(({ statements }) => statements);
  if (wording === null || all.length === 0) return null;
  const numbers = new Map(all.map(({ statement }, i) => [statement.id, i + 1]));
  const tell = ({ statement, when, names }: (typeof all)[number]): ReleasedStatement => ({
    n: numbers.get(statement.id) ?? 0,
    speaker: speakerOf(statement, telling),
    words: statement.content,
    stance: statement.stance,
    ...(when === null ? {} : { said: when }),
    source: telling.numberOf(statement.source),
    answers: (saidIn.get(statement.id)?.answers ?? []).flatMap(({ id }) => numbers.get(id) ?? []),
    namesThePerson: names.length > 0,
  });
  return {
    key,
    wording,
    sides: sides.map(({ side, statements, origins }) => ({
      side,
      origins: origins.length,
      statements: statements.map(tell),
    })),
  };
}
