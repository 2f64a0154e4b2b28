// Groups of records in words: what would stand apart without a record or a judgement.
// Invariant: the group with the file's oldest record is the file itself and keeps its number; the others would be files of their own.
import type { ClusterView, RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";

type Groups = ClusterView["ties"][number]["without"];

/** The groups that would stand apart; none where the file holds all the same. */
export function apart(groups: Groups): Groups {
  return groups.slice(1);
}

/** A group by its first record and that record's source: names alone are often the same. */
export function groupText(group: readonly string[], records: RecordFile["records"]): string {
  const first = records.find(({ id }) => id === group[0]);
  const name =
    first === undefined
      ? ""
      : t("records.inSource", { label: first.label, source: first.sourceTitle });
  const more = group.length - 1;
  return more === 0 ? name : `${name} ${t("records.andMore", { count: more })}`;
}
