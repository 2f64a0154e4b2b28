// Lists and answers while somebody fills them in.
import type { HiddenEstimate } from "../../api/views.ts";
import type { Found } from "../../parts/chooser.tsx";

type AssumptionCode = HiddenEstimate["assumptions"][number]["code"];

/** In the order in which they are asked. */
export const assumptionCodes = [
  "closed",
  "matched",
  "reachable",
  "alike",
  "independent",
  "underived",
  "complete",
] as const satisfies readonly AssumptionCode[];

export type Answer = "holds" | "fails" | "not known";

export type Answers = {
  readonly [P in AssumptionCode]?: { readonly answer: Answer; readonly why?: string };
};

export interface DraftList {
  readonly key: string;
  readonly name: string;
  readonly sources: readonly Found[];
}

let lists = 0;

export function freshList(): DraftList {
  lists += 1;
  return { key: String(lists), name: "", sources: [] };
}

/** A list without a name of its own or without a source, or a source that two lists have. */
export function faultyLists(drafts: readonly DraftList[]): boolean {
  const names = drafts.map(({ name }) => name.trim());
  const sources = drafts.flatMap((draft) => draft.sources.map(({ id }) => id));
  return (
    names.includes("") ||
    new Set(names).size < names.length ||
    drafts.some((draft) => draft.sources.length === 0) ||
    new Set(sources).size < sources.length
  );
}
