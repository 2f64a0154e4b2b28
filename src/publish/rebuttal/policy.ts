// What officials said under the questions a person's file stands in: the policy, not the person.
// Invariant: a statement that names somebody else stays; the wording of a question is a claim and goes through the gate as one.
import { isOfficial } from "../../act/index.ts";
import { clusterOf } from "../../link/index.ts";
import type { Value } from "../../model/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../../store/index.ts";
import {
  listQuestions,
  questionView,
  type StatementView,
  statementViews,
} from "../../weigh/index.ts";

export interface PolicyQuestion {
  readonly id: string;
  /** Claims that word it. */
  readonly wordings: readonly LiveClaim[];
  readonly statements: readonly StatementView[];
}

/** The questions that are about this person or that a statement of the file answers, with the official statements under them. */
export async function policyQuestions(
  db: Db,
  {
    cluster,
    statements,
    kindOf,
  }: {
    readonly cluster: readonly string[];
    readonly statements: readonly StatementView[];
    readonly kindOf: (source: string) => Promise<string | undefined>;
  },
): Promise<PolicyQuestion[]> {
  const own = new Set(cluster);
  const answered = new Set(statements.flatMap(({ answers }) => answers.map(({ id }) => id)));
  const said = new Set(statements.map(({ id }) => id));
  const found: PolicyQuestion[] = [];
  for (const { id, people } of await listQuestions(db)) {
    const records = await clusterOf(db, id);
    const { sides } = await questionView(db, id);
    const under = sides.flatMap((side) => side.statements.map(({ statement }) => statement));
    const isAbout =
      people.some(({ record }) => own.has(record)) ||
      records.some((record) => answered.has(record)) ||
      under.some((statement) => said.has(statement.id));
    if (!isAbout) continue;
    const views = await statementViews(
      db,
      under.map((statement) => statement.id),
    );
    const kinds = new Map<string, string | undefined>();
    for (const { source } of views) if (!kinds.has(source)) kinds.set(source, await kindOf(source));
    found.push({
      id,
      wordings: (await liveClaims(db, records)).filter(({ property }) => property === "wording"),
      statements: views.filter((view) => isOfficial(view, (source) => kinds.get(source))),
    });
  }
  return found;
}

/** The words of a wording. */
export function wordingOf({ value }: LiveClaim): string {
  const read = JSON.parse(value) as Value;
  return read.kind === "text" ? read.text : "";
}
