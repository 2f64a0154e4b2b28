// All that was judged of a claim: its content, where it comes from, and its source by topic, each apart with its reason.
// Invariant: gives the judgements side by side; nothing here makes one of them out of another.
import type { Db } from "../../store/index.ts";
import { memberNames } from "../gather.ts";
import { knownClaim } from "../review-claim.ts";

export interface Graded {
  /** A code of `content-grade`, `origin-kind` or `source-grade`. */
  readonly code: string;
  readonly reason: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The entry, to be given back as `expect`. */
  readonly seq: number;
}

export interface GradesView {
  readonly claim: string;
  readonly source: string;
  readonly content: Graded | null;
  readonly origin: Graded | null;
  /** By topic; a topic that is not here is F: nobody has judged it. */
  readonly topics: readonly (Graded & { readonly topic: string })[];
}

/** Throws WeighError `weigh/no-such-claim`. */
export async function gradesOf(db: Db, id: string): Promise<GradesView> {
  const { source } = await knownClaim({ db }, id);
  const names = await memberNames(db);
  const said = <T extends { author: string; at: number; seq: number; reason: string }>(
    row: T,
    code: string,
  ): Graded => {
    const { author, at, seq, reason } = row;
    return { code, reason, by: names.get(author) ?? author, at, seq };
  };
  const content = await db
    .selectFrom("claim_grades as g")
    .innerJoin("entries as e", "e.seq", "g.seq")
    .select(["g.grade", "g.reason", "g.seq", "e.author", "e.at"])
    .where("g.claim", "=", id)
    .executeTakeFirst();
  const origin = await db
    .selectFrom("claim_origins as g")
    .innerJoin("entries as e", "e.seq", "g.seq")
    .select(["g.origin", "g.reason", "g.seq", "e.author", "e.at"])
    .where("g.claim", "=", id)
    .executeTakeFirst();
  const topics = await db
    .selectFrom("source_grades as g")
    .innerJoin("entries as e", "e.seq", "g.seq")
    .select(["g.topic", "g.grade", "g.reason", "g.seq", "e.author", "e.at"])
    .where("g.source", "=", source)
    .orderBy("g.topic")
    .execute();
  return {
    claim: id,
    source,
    content: content === undefined ? null : said(content, String(content.grade)),
    origin: origin === undefined ? null : said(origin, origin.origin),
    topics: topics.map((row) => ({ ...said(row, row.grade), topic: row.topic })),
  };
}
