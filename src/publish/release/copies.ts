// Where copies of a release went: its own, the tables made of it, and earlier ones that hold some of the same people.
// Invariant: nothing is ever taken off the list; what is said of a copy is what its receiver answered.
import { answersOf, type CopyAnswer } from "../../act/index.ts";
import { personIds } from "../../link/index.ts";
import type { Body } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { ReleaseAudience } from "./levels.ts";

/** One copy that left. */
export interface ReleaseCopy {
  /** Number of the entry it left by; what is answered about it names this. */
  readonly seq: number;
  readonly kind: "release" | "export";
  readonly audience: ReleaseAudience;
  /** Of a release. */
  readonly number?: number;
  /** Of an export. */
  readonly format?: string;
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A copy of this very release; the others are earlier, and hold some of its people. */
  readonly own: boolean;
  /** How many of the people of this release it holds. */
  readonly people: number;
  readonly withdrawn: boolean;
  /** Null: nobody wrote anything down. */
  readonly answer: CopyAnswer | null;
}

interface Left extends Omit<ReleaseCopy, "own" | "people" | "withdrawn" | "answer"> {
  readonly contents: string | undefined;
  readonly records: readonly string[];
}

/** Null: there is no such release. Its own copies first, then the latest. */
export async function copiesOf(
  db: Db,
  { number, audience }: { readonly number: number; readonly audience: ReleaseAudience },
): Promise<readonly ReleaseCopy[] | null> {
  const all = await everythingThatLeft(db);
  const release = all.find(
    (one) => one.kind === "release" && one.number === number && one.audience === audience,
  );
  if (release === undefined) return null;
  const isOwn = (one: Left): boolean =>
    one === release ||
    (one.kind === "export" &&
      one.contents === release.contents &&
      one.audience === release.audience);
  const some = all.filter((one) => isOwn(one) || one.seq < release.seq);
  const persons = await personIds(db, [...new Set(some.flatMap(({ records }) => records))]);
  const idsOf = ({ records }: Left): Set<string> =>
    new Set(records.map((record) => persons.get(record) ?? record));
  const held = idsOf(release);
  const gone = new Set(
    (await db.selectFrom("release_withdrawals").select(["number", "audience"]).execute()).map(
      (one) => `${one.audience} ${one.number}`,
    ),
  );
  const answers = await answersOf(
    db,
    some.map(({ seq }) => seq),
    await memberNames(db),
  );
  return some
    .map(({ records: _, contents: __, ...one }, i): ReleaseCopy => ({
      ...one,
      own: isOwn(some[i] as Left),
      people: [...idsOf(some[i] as Left)].filter((id) => held.has(id)).length,
      withdrawn: one.number !== undefined && gone.has(`${one.audience} ${one.number}`),
      answer: answers.get(one.seq) ?? null,
    }))
    .filter(({ own, people }) => own || people > 0)
    .toSorted((a, b) => Number(b.own) - Number(a.own) || b.seq - a.seq);
}

async function everythingThatLeft(db: Db): Promise<Left[]> {
  const releases = await db.selectFrom("releases").select(["seq", "at", "body"]).execute();
  const exports = await db.selectFrom("exports_made").select(["seq", "at", "body"]).execute();
  return [
    ...releases.map(({ seq, at, body }): Left => {
      const { audience, number, to, contents, people } = JSON.parse(body) as Body<"release.made">;
      const records = people.map(({ record }) => record);
      return { seq, at, kind: "release", audience, number, to, contents, records };
    }),
    ...exports.map(({ seq, at, body }): Left => {
      const made = JSON.parse(body) as Body<"export.made">;
      const { audience, format, to, contents, people } = made;
      const records = people.map(({ record }) => record);
      return { seq, at, kind: "export", audience, format, to, contents, records };
    }),
  ];
}

async function memberNames(db: Db): Promise<(member: string) => string> {
  const rows = await db.selectFrom("members").select(["id", "name"]).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (member) => names.get(member) ?? member;
}
