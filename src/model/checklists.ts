// What a case of each kind needs looked at, read from data/checklists.json.
// Invariant: codes, once shipped, keep their meaning: ledgers hold them for ever.
import data from "./data/checklists.json" with { type: "json" };

export interface ChecklistItem {
  readonly code: string;
  readonly label: string;
}

const byKind = new Map<string, readonly ChecklistItem[]>(
  data.checklists.map(({ kind, items }) => [kind, items]),
);

/** The items for a kind of case (vocabulary `case-kind`); none for a kind nobody wrote a list for. */
export function checklistFor(kind: string): readonly ChecklistItem[] {
  return byKind.get(kind) ?? [];
}
