// What went out, on which consent it rested, and what should be done about it now: pure rules and one read.
// Invariant: a withdrawal marks everything that went out before it to the audiences it takes back; nothing is ever taken off the list.
import { termOf } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { lastNo, type SaidConsent } from "./consent-for.ts";
import { answersOf } from "./answer-copy.ts";
import type { WentOut } from "./views.ts";

/** Something that left, as the ledger tells it. */
export interface Gone {
  readonly seq: number;
  /** Null: handed over, and nobody said to which audience. */
  readonly audience: string | null;
}

export interface NamedConsent extends SaidConsent {
  readonly id: string;
}

/** The consents that stood when it went and let it go, and whether one was withdrawn since. */
function restingOn(
  { seq, audience }: Gone,
  said: readonly NamedConsent[],
): { readonly consents: readonly string[]; readonly marked: boolean } {
  const of = (one: NamedConsent): readonly string[] =>
    audience === null ? one.audiences : one.audiences.filter((code) => code === audience);
  const noAfter = (one: NamedConsent, code: string): boolean => lastNo(one, code) > seq;
  const stood = said.filter(
    (one) => one.seq < seq && of(one).some((code) => lastNo(one, code) < 0 || noAfter(one, code)),
  );
  return {
    consents: stood.map((one) => one.id),
    marked: stood.some((one) => of(one).some((code) => noAfter(one, code))),
  };
}

/** What is asked of whoever has it: by how far it has gone. */
function todoFor(kind: string, audience: string | null): NonNullable<WentOut["todo"]> {
  if (audience?.startsWith("public-") === true || publicKinds.has(kind)) return "correct-in-public";
  if (kind === "handed-over") return "ask-back";
  const toExperts = kind === "dossier" || kind === "submission" || unKind.test(kind);
  return toExperts && audience?.startsWith("un-") === true ? "write-to-experts" : "ask-to-destroy";
}

/** Kinds of intervention that go to experts or a committee of the United Nations. */
const unKind = /^(?:un-|treaty-body$)/;
/** Kinds of intervention that everybody hears of. */
const publicKinds = new Set([
  "rally",
  "press-conference",
  "media-report",
  "video-appeal",
  "petition",
]);

/** Everything that went out about these records or sources, newest first. */
export async function whatWentOut(
  db: Db,
  about: readonly string[],
  said: readonly NamedConsent[],
  named: (member: string) => string,
): Promise<WentOut[]> {
  const rows: { seq: number; gone: WentOut }[] = [];
  for (let i = 0; i < about.length; i += 400) {
    const some = await db
      .selectFrom("went_out")
      .selectAll()
      .where("about", "in", about.slice(i, i + 400))
      .execute();
    for (const row of some) {
      const { consents, marked } = restingOn(row, said);
      rows.push({
        seq: row.seq,
        gone: {
          seq: row.seq,
          kind: row.kind,
          about: row.about,
          audience: row.audience,
          ...(row.receiver === null ? {} : { receiver: row.receiver }),
          at: row.at,
          by: named(row.author),
          consents,
          answer: null,
          marked,
          todo: marked ? todoFor(row.kind, row.audience) : null,
        },
      });
    }
  }
  const answers = await answersOf(
    db,
    rows.map(({ seq }) => seq),
    named,
  );
  // Where several records of one person went in one letter, the letter is told once.
  const seen = new Set<number>();
  return rows
    .sort((a, b) => b.seq - a.seq)
    .filter(({ seq }) => !seen.has(seq) && seen.add(seq))
    .map(({ seq, gone }) => ({ ...gone, answer: answers.get(seq) ?? null }));
}

/** Audiences outside the group. */
export const outside = (audience: string): boolean =>
  audience !== "inside" && termOf("audience", audience) !== undefined;
