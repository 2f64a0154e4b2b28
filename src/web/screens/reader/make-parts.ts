// What the three ways of making something from a passage have in common.
import type { SourceView } from "../../api/views.ts";
import type { Decisions, MentionSuggestion, Reading, Span } from "./spans.ts";

export type MakeWhat = "statement" | "claim" | "name";

/** What a person wants to make, and from which words. */
export interface Making {
  readonly what: MakeWhat;
  readonly span: Span;
  /** Where the words stand, when that is no place in a text: a moment of a recording. */
  readonly passage?: { readonly fromMs: number; readonly toMs: number; readonly quote: string };
  /** The suggestion the words come from, remembered with what is made of them. */
  readonly suggestion?: string;
}

/** What was made, ready to be shown and taken back. */
export interface Made {
  readonly id: string;
  readonly subject: string;
  readonly label: string;
  readonly open: { readonly to: "/people/$id" | "/records/$id"; readonly id: string };
}

export interface MakeFormProps {
  readonly source: SourceView;
  readonly text: string;
  readonly reading: Reading | null;
  readonly decisions: Decisions;
  readonly making: Making;
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}

export const schemaOfName: Readonly<Record<MentionSuggestion["type"], string>> = {
  person: "Person",
  organization: "Organization",
  place: "Place",
  group: "Group",
};

/** The page of a record: a person has one of their own. */
export function pageOf(schema: string, id: string): Made["open"] {
  return { to: schema === "Person" ? "/people/$id" : "/records/$id", id };
}
