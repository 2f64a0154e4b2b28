// What a file says of itself is written into the ledger once, as claims of the file that stand apart from our own times.
// Invariant: the file is never changed; no name, free text, serial number or exact place of it gets into an entry.
import { draft, type FileHash, type SourceId } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { CollectDeps } from "../deps.ts";
import type { FileTag, KeptSayings, TagKey } from "./views.ts";

const TOOL = "Guwah, what a file says of itself";
/** Who took a picture and what they wrote under it may put them in danger: that stays in the file. */
const kept: ReadonlySet<TagKey> = new Set([
  "time",
  "changed",
  "place",
  "camera",
  "software",
  "duration",
]);

/** Writes `file.described` where the file says anything that is kept and nothing was written of it yet. */
export async function noteSayings(
  { ledger, actor }: Pick<CollectDeps, "ledger" | "actor">,
  { source, file, tags }: { readonly source: SourceId; readonly file: FileHash; readonly tags: readonly FileTag[] }, // prettier-ignore
): Promise<void> {
  const says = tags.flatMap((tag) => {
    const value = tag.key === "place" ? rough(tag.value) : tag.value;
    return kept.has(tag.key) && value !== "" ? [{ ...tag, value }] : [];
  });
  if (says.length === 0 || (await keptSayings(ledger.deps.engine.db, file)) !== null) return;
  await ledger.append(actor.member, [
    draft("file.described", file, { file, source, tool: TOOL, says }),
  ]);
}

/** What was written of this file; null: nothing. */
export async function keptSayings(db: Db, file: string): Promise<KeptSayings | null> {
  const rows = await db
    .selectFrom("file_sayings as s")
    .innerJoin("entries as e", "e.seq", "s.seq")
    .select(["s.key", "s.seq", "e.at"])
    .where("s.file", "=", file)
    .orderBy("s.n")
    .execute();
  const [first] = rows;
  return first === undefined
    ? null
    : { seq: first.seq, at: first.at, keys: rows.map(({ key }) => key) };
}

/** A place to a tenth of a degree, about ten kilometres: which county, not whose house. */
export function rough(place: string): string {
  // As told of a picture, or the way of ISO 6709 in a film.
  const found = /^([+-]?\d{1,3}\.\d{1,12})(?:, )?([+-]?\d{1,3}\.\d{1,12})/.exec(place);
  return found === null
    ? ""
    : `about ${Number(found[1]).toFixed(1)}, ${Number(found[2]).toFixed(1)}`;
}
