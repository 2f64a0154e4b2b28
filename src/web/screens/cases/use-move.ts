// A card from column to column: the same step for dragging, for the menu and for the keys.
import { vocabularyOf } from "../../../model/index.ts";
import type { CaseItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { useStep } from "./use-step.ts";

export const statuses: readonly string[] = (vocabularyOf("case-status")?.terms ?? []).map(
  ({ code }) => code,
);

/** The column before or after; undefined at the edge. */
export function statusBeside(status: string, by: 1 | -1): string | undefined {
  return statuses[statuses.indexOf(status) + by];
}

export type Move = (item: CaseItem, status: string) => void;

export function useMove(): Move {
  const step = useStep();
  return (item, status) => {
    if (status === item.status) return;
    const path = `/api/cases/${item.id}/change`;
    step.mutate(
      {
        path,
        body: { status, expect: { status: item.statusSeq } },
        done: t("cases.moved", { number: item.number, status: termText("case-status", status) }),
        undo: ({ seq }) => ({ path, body: { status: item.status, expect: { status: seq } } }),
      },
      { onSettled: () => focusCard(item.id) },
    );
  };
}

/** The card has a new place in the page; whoever moved it by keyboard stays on it. */
function focusCard(id: string): void {
  const active = document.activeElement;
  if (active !== null && active !== document.body) return;
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"]`)?.focus();
  });
}
