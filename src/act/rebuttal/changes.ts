// How a file came to be what it is: values that came, were corrected, taken back or accepted, and records that were joined.
// Invariant: read from the ledger in its order, nothing summed up and nothing left out but what was erased for safety.
import type { Body, Verdict } from "../../model/index.ts";
import { clusterOf } from "../../link/index.ts";
import { type Db, type HistoryItem, historyOf } from "../../store/index.ts";

export interface Change {
  readonly seq: number;
  /** ISO day, by our clock. */
  readonly day: string;
  readonly by: string;
  readonly kind:
    | "came"
    | "corrected"
    | "accepted"
    | "rejected"
    | "proposed"
    | "taken-back"
    | "brought-back"
    | "graded"
    | "pinned"
    | "unpinned"
    | Verdict;
  /** The claim it is about, and the one it took the place of. */
  readonly claim?: string;
  readonly replaces?: string;
  /** The property, where it is about no one claim. */
  readonly property?: string;
  /** The record it is about; for a judgement the two. */
  readonly records: readonly string[];
  readonly reason?: string;
  readonly grade?: number;
}

const mostEntries = 20_000;

/** Changes of a person's records and of `related` ones, oldest first. Members' reasons are among them: notes between members. */
export async function changesOf(
  db: Db,
  record: string,
  related: readonly string[] = [],
): Promise<Change[]> {
  const cluster = await clusterOf(db, record);
  const judged = await db
    .selectFrom("judgements")
    .select("left")
    .where((where) => where.or([where("left", "in", cluster), where("right", "in", cluster)]))
    .execute();
  const subjects = [...new Set([...cluster, ...related, ...judged.map(({ left }) => left)])];
  const items: HistoryItem[] = [];
  for (let i = 0; i < subjects.length; i += 400)
    items.push(...(await historyOf(db, subjects.slice(i, i + 400), mostEntries)));
  const own = new Set(cluster);
  const wide = new Set([...cluster, ...related]);
  return items.toSorted((a, b) => a.seq - b.seq).flatMap((item) => changeOf(item, own, wide) ?? []);
}

type Own = ReadonlySet<string>;

function changeOf(item: HistoryItem, own: Own, wide: Own): Change | null {
  if (item.body === null) return null;
  const told = {
    seq: item.seq,
    day: new Date(item.at).toISOString().slice(0, 10),
    by: item.author,
  };
  if (item.kind === "judgement.made") {
    const { left, right, verdict, reason } = item.body as Body<"judgement.made">;
    return own.has(left) || own.has(right)
      ? { ...told, kind: verdict, records: [left, right], reason }
      : null;
  }
  if (!wide.has(item.subject)) return null;
  const records = [item.subject];
  switch (item.kind) {
    case "claim.added": {
      const { id, property, replaces } = item.body as Body<"claim.added">;
      const about = { ...told, records, property, claim: id };
      return replaces === undefined
        ? { ...about, kind: "came" }
        : { ...about, kind: "corrected", replaces };
    }
    case "claim.reviewed": {
      const { claim, state, reason } = item.body as Body<"claim.reviewed">;
      return { ...told, records, kind: state, claim, ...said(reason) };
    }
    case "claim.graded": {
      const { claim, grade, reason } = item.body as Body<"claim.graded">;
      return { ...told, records, kind: "graded", claim, grade, reason };
    }
    case "claim.pinned": {
      const { claim, property, reason } = item.body as Body<"claim.pinned">;
      return claim === null
        ? { ...told, records, kind: "unpinned", property, reason }
        : { ...told, records, kind: "pinned", property, claim, reason };
    }
    case "withdrawn": {
      const { target, back, reason } = item.body as Body<"withdrawn">;
      const kind = back ? "brought-back" : "taken-back";
      return target.startsWith("clm_")
        ? { ...told, records, kind, claim: target, reason }
        : { ...told, records: [target], kind, reason };
    }
    default:
      return null;
  }
}

const said = (reason: string | undefined): { readonly reason?: string } =>
  reason === undefined ? {} : { reason };
