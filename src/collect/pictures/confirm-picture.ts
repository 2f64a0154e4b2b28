// Members say that a picture or recording shows a person. It is a judgement of theirs: nothing here looks at faces.
// Invariant: two different members must say so before the file may go out as that person's.
import { draft, type RecordId, type SourceId } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { CollectDeps } from "../deps.ts";
import { unknownSource } from "../errors.ts";
import { mayReview } from "../may-add.ts";

/** Members who must have said so. */
const CONFIRMATIONS_NEEDED = 2;

/** What was said of one person whom a source speaks of. */
export interface PictureConfirmation {
  readonly record: string;
  readonly label: string;
  /** Names of the members who said that it shows this person. */
  readonly by: readonly string[];
  /** Whether whoever asks is one of them. */
  readonly mine: boolean;
  readonly confirmed: boolean;
}

type Deps = Pick<CollectDeps, "ledger" | "actor">;

/**
 * Says that a source's picture shows the person of a record of that source, or takes one's own word back.
 * Throws AccessError `access/not-allowed` (right `review`); CollectError `source-unknown` for a record that is not of this source.
 */
export async function confirmPicture(
  { ledger, actor }: Deps,
  {
    source,
    record,
    shows,
  }: { readonly source: SourceId; readonly record: RecordId; readonly shows: boolean },
): Promise<PictureConfirmation[]> {
  mayReview(actor);
  const found = await listConfirmations({ ledger, actor }, source);
  const one = found.find((other) => other.record === record);
  if (one === undefined) throw unknownSource();
  if (one.mine === shows) return found;
  await ledger.append(actor.member, [
    draft("picture.confirmed", source, { source, record, shows }),
  ]);
  return listConfirmations({ ledger, actor }, source);
}

/** The people a source speaks of, and who said that its picture shows them. */
export async function listConfirmations(
  { ledger, actor }: Deps,
  source: string,
): Promise<PictureConfirmation[]> {
  const { db } = ledger.deps.engine;
  const records = await db
    .selectFrom("records")
    .select(["id", "label"])
    .where("source", "=", source)
    .where("schema", "=", "Person")
    .orderBy("seq")
    .limit(200)
    .execute();
  const said = await db
    .selectFrom("picture_confirmations as c")
    .leftJoin("members as m", "m.id", "c.member")
    .select(["c.record", "c.member", "m.name"])
    .where("c.source", "=", source)
    .where("c.shows", "=", 1)
    .orderBy("c.seq")
    .execute();
  return records.map(({ id, label }) => {
    const own = said.filter((one) => one.record === id);
    return {
      record: id,
      label,
      by: own.map((one) => one.name ?? one.member),
      mine: own.some((one) => one.member === actor.member),
      confirmed: own.length >= CONFIRMATIONS_NEEDED,
    };
  });
}

/** The sources of which enough different members said that they show the person of these records. */
export async function confirmedPictures(
  db: Db,
  records: readonly string[],
): Promise<ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("picture_confirmations")
      .select(["source", "member"])
      .where("record", "in", records.slice(i, i + 400))
      .where("shows", "=", 1)
      .execute();
    for (const { source, member } of rows)
      members.set(source, (members.get(source) ?? new Set()).add(member));
  }
  return new Set(
    [...members].flatMap(([source, by]) => (by.size >= CONFIRMATIONS_NEEDED ? [source] : [])),
  );
}

/**
 * The records of people each picture or recording shows or speaks of, as far as anybody has said: one word is enough, because it is asked
 * to keep a picture back.
 */
export async function peopleInPictures(
  db: Db,
  sources: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const people = new Map<string, Set<string>>();
  const note = (source: string, record: string): void => {
    people.set(source, (people.get(source) ?? new Set()).add(record));
  };
  for (let i = 0; i < sources.length; i += 400) {
    const some = sources.slice(i, i + 400);
    for (const { source, record } of await db
      .selectFrom("picture_confirmations")
      .select(["source", "record"])
      .where("source", "in", some)
      .where("shows", "=", 1)
      .execute())
      note(source, record);
    for (const { source, id } of await db
      .selectFrom("records")
      .select(["source", "id"])
      .where("source", "in", some)
      .where("schema", "=", "Person")
      .execute())
      note(source, id);
  }
  return people;
}
