// What somebody said, as a release tells it.
// Invariant: a speaker who is not shown by name is "someone who is not named", whatever the source calls them.
import { isPublicSource } from "../../act/index.ts";
import { parseDate } from "../../model/index.ts";
import type { BareFile, StatementView } from "../../weigh/index.ts";
import type { ReleasedStatement } from "./released.ts";
import type { Telling } from "./tell-person.ts";

export const SOMEONE = "someone who is not named";

/** A speaker on file by their own page; in a source that was public the words it has for them, unless they name somebody. */
export function speakerOf(
  said: Pick<StatementView, "id" | "speaker" | "speakerRecord" | "source">,
  {
    headingOf,
    sources,
    stays,
    quotes,
  }: Pick<Telling, "headingOf" | "sources" | "stays" | "quotes">,
): string {
  if (said.speakerRecord !== undefined) return headingOf(said.speakerRecord) ?? SOMEONE;
  if (quotes.has(said.id)) return SOMEONE;
  const isPublic = isPublicSource(sources.get(said.source)?.kind ?? "");
  return isPublic && said.speaker !== "" && !stays(said.speaker) ? said.speaker : SOMEONE;
}

export function tellStatement(
  said: StatementView,
  n: number,
  file: BareFile,
  telling: Telling,
): ReleasedStatement {
  const numbers = new Map(file.statements.map(({ id }, i) => [id, i + 1]));
  const own = new Set(file.records.map(({ id }) => id));
  return {
    n,
    speaker: speakerOf(said, telling),
    words: said.content,
    stance: said.stance,
    ...(said.said === undefined || parseDate(said.said) === null ? {} : { said: said.said }),
    source: telling.numberOf(said.source),
    answers: said.answers.flatMap(({ id }) => numbers.get(id) ?? []),
    namesThePerson: said.targets.some(({ record }) => own.has(record)),
  };
}
