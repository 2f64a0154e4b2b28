// The people on file whom a suggested denial, or what it answers, names.
// Invariant: the speakers themselves are not among them; a name counts where it is nearly the same as one on file.
import { findByName, personIds } from "../link/index.ts";
import type { Reading, Span, StatementSuggestion } from "../read/index.ts";
import type { Db } from "../store/index.ts";
import { labelsOf } from "./statement-views.ts";
import type { AnswerProposals } from "./views.ts";

const shownAtMost = 8;
/** From this on a name is so like one on file that it is worth showing. */
const nameLikeness = 0.85;
const peoplePerName = 3;

/** People on file whose names stand in these statements, less the speakers' own. */
export async function peopleIn(
  db: Db,
  text: string,
  { mentions }: Pick<Reading, "mentions">,
  statements: readonly (StatementSuggestion | undefined)[],
): Promise<AnswerProposals["people"][number][]> {
  const inside = mentions.filter(
    (m) =>
      m.type === "person" &&
      statements.some((s) => s !== undefined && holds(s.content, m) && !holds(s.source, m)),
  );
  const found: AnswerProposals["people"][number][] = [];
  for (const [entity, [first]] of Map.groupBy(inside, (m) => m.entity)) {
    if (first === undefined) continue;
    // The fullest name this text has for the same person.
    const fullest = mentions
      .filter((m) => m.entity === entity && m.type === "person")
      .reduce((a, b) => (b.text.length > a.text.length ? b : a), first);
    const hits = (await findByName(db, fullest.text, peoplePerName * 4)).filter(
      (hit) => hit.score >= nameLikeness,
    );
    const persons = await personIds(
      db,
      hits.map((hit) => hit.record),
    );
    const ids = [...new Set(hits.map((hit) => persons.get(hit.record) ?? hit.record))];
    const labels = await labelsOf(db, ids);
    for (const record of ids.slice(0, peoplePerName))
      found.push({
        record,
        label: labels.get(record) ?? "",
        words: text.slice(first.start, first.end),
        start: first.start,
        end: first.end,
      });
  }
  return found
    .filter((one, i) => found.findIndex((other) => other.record === one.record) === i)
    .slice(0, shownAtMost);
}

function holds(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}
