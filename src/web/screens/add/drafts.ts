// What is being written, kept while one looks at another tab of this page or another screen.
// Invariant: in memory only, and gone when the vault locks; nothing readable reaches the browser's storage.
import { useState } from "react";
import { onLocked } from "../../api/index.ts";

export interface TextDraft {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly language: string;
}

export interface PersonLine {
  readonly key: number;
  readonly name: string;
  readonly relation: string;
}

export interface TestimonyDraft {
  readonly title: string;
  readonly text: string;
  readonly testifier: string;
  /** The name behind a pseudonym; sealed before it is kept. */
  readonly identity: string;
  readonly place: string;
  readonly mode: string;
  readonly sexualViolence: boolean;
  readonly interviewer: string;
  readonly interpreter: string;
  readonly language: string;
  readonly given: string;
  readonly knows: string;
  readonly people: readonly PersonLine[];
}

export const emptyText: TextDraft = {
  kind: "article",
  title: "",
  text: "",
  publisher: "",
  published: "",
  url: "",
  language: "",
};
export const emptyTestimony: TestimonyDraft = {
  title: "",
  text: "",
  testifier: "",
  identity: "",
  place: "",
  mode: "",
  sexualViolence: false,
  interviewer: "",
  interpreter: "",
  language: "",
  given: "",
  knows: "",
  people: [{ key: 0, name: "", relation: "" }],
};

const kept = new Map<string, unknown>();
onLocked(() => kept.clear());

/** Like `useState`, but what was written is still there when one comes back. */
export function useDraft<D>(key: string, empty: D): readonly [D, (draft: D) => void, () => void] {
  const [draft, setDraft] = useState<D>(() => (kept.get(key) as D | undefined) ?? empty);
  return [
    draft,
    (next) => {
      kept.set(key, next);
      setDraft(next);
    },
    () => {
      kept.delete(key);
      setDraft(empty);
    },
  ];
}

const lineOf = (value: string): string | undefined =>
  value.trim() === "" ? undefined : value.trim();

/** Keeps the filled-in lines. */
function filled(lines: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([key, value]) => {
      const line = lineOf(value);
      return line === undefined ? [] : [[key, line]];
    }),
  );
}

/** The body of POST /api/sources/text. The text itself is sent as it was typed. */
export function textBody({ text, ...lines }: TextDraft): unknown {
  return { ...filled({ ...lines }), text };
}

/** The body of POST /api/sources/testimony; a person without a name is no person. */
export function testimonyBody(draft: TestimonyDraft): unknown {
  const { text, people, identity: _i, place: _p, mode: _m, sexualViolence: _v, ...lines } = draft;
  return {
    ...filled({ ...lines }),
    text,
    people: people
      .filter(({ name }) => lineOf(name) !== undefined)
      .map(({ name, relation }) => filled({ name, relation })),
  };
}

/** The body of POST /api/interviews/:id for a testimony just taken in; null where there is nothing to tell. */
export function interviewOf(draft: TestimonyDraft): Record<string, unknown> | null {
  const { testifier, identity, place, mode, sexualViolence } = draft;
  const told = filled({ identity, place, mode });
  if (Object.keys(told).length === 0 && !sexualViolence) return null;
  return { ...filled({ testifier }), ...told, sexualViolence, expect: null };
}
