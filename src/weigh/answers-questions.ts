// The questions of the vault that a suggested denial may speak to.
// Invariant: each with its reason: a statement the denial answers stands under it, words it shares, a person it is about.
import { personIds } from "../link/index.ts";
import { type Db, liveClaims } from "../store/index.ts";
import { sharedWords, wordsOf } from "./shared-words.ts";
import type { AnswerProposals } from "./views.ts";

export type Why = AnswerProposals["statements"][number]["why"];

const shownAtMost = 8;
/** One word in common says nothing. */
export const fewestShared = 2;

/** How good a reason is: the higher the better. */
export function rank(why: Why): number {
  return why.kind === "answered" ? 1_000 : why.kind === "words" ? why.words.length : 1;
}

export async function questionsFor(
  db: Db,
  words: ReadonlyMap<string, string>,
  statements: AnswerProposals["statements"],
  people: AnswerProposals["people"],
): Promise<AnswerProposals["questions"][number][]> {
  const rows = await db
    .selectFrom("records")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .select(["records.id", "records.label"])
    .where("records.schema", "=", "Question")
    .where("withdrawals.target", "is", null)
    .where("batch_undone.id", "is", null)
    .execute();
  const claims = Map.groupBy(
    await liveClaims(
      db,
      rows.map((row) => row.id),
    ),
    (claim) => claim.record,
  );
  const persons = new Map(people.map((one) => [one.record, one.label]));
  const owners = await personIds(db, [
    ...rows.map((row) => row.id),
    ...[...claims.values()].flat().flatMap((claim) => claim.ref ?? []),
  ]);
  const answered = await answeredQuestions(
    db,
    statements.map((s) => s.id),
  );
  return rows
    .flatMap(({ id, label }) => {
      const own = claims.get(id) ?? [];
      const texts = own.flatMap(({ value }) => {
        const parsed = JSON.parse(value) as { kind: string; text?: string };
        return parsed.kind === "text" ? (parsed.text ?? "") : [];
      });
      const shared = sharedWords(words, wordsOf([label, ...texts].join("\n")));
      const named = own
        .map(({ ref }) => (ref === null ? undefined : persons.get(owners.get(ref) ?? ref)))
        .find((one) => one !== undefined);
      const why: Why | null = answered.has(id)
        ? { kind: "answered" }
        : shared.length >= fewestShared
          ? { kind: "words", words: shared }
          : named === undefined
            ? null
            : { kind: "names", person: named };
      return why === null ? [] : [{ id: owners.get(id) ?? id, label, why }];
    })
    .sort((a, b) => rank(b.why) - rank(a.why) || (a.id < b.id ? -1 : 1))
    .filter((one, i, all) => all.findIndex((other) => other.id === one.id) === i)
    .slice(0, shownAtMost);
}

/** What these statements answer themselves: a question they already stand under. */
async function answeredQuestions(db: Db, statements: readonly string[]): Promise<Set<string>> {
  if (statements.length === 0) return new Set();
  const rows = await db
    .selectFrom("statement_answers")
    .select("answers")
    .where("statement", "in", [...statements])
    .execute();
  return new Set(rows.map((row) => row.answers));
}
