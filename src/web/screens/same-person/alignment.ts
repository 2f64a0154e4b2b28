// The sentences of a name comparison, laid out word by word.
// Invariant: no sentence is lost; one that names no two words stands among the notes as it came.
import type { ComparedNames } from "./views.ts";

export interface AlignedWord {
  readonly left: string;
  readonly right: string;
  /** How the two answer each other, in words. */
  readonly answer: string;
  /** The rules that were used, a sentence each. */
  readonly rules: readonly string[];
}

export interface Alignment {
  readonly verdict: string;
  readonly words: readonly AlignedWord[];
  /** What else was noted: words without a counterpart, order, endings. */
  readonly notes: readonly string[];
}

const pairLine = /^(\S+) and (\S+): (\S.*)$/u;

/** The word as the name writes it; comparison works on small letters. */
function asWritten(word: string, name: string): string {
  const at = name.toLowerCase().indexOf(word);
  const written = at === -1 ? "" : name.slice(at, at + word.length);
  return written.toLowerCase() === word ? written : word;
}

export function alignmentOf({ left, right, lines }: ComparedNames): Alignment {
  const [verdict = "", ...rest] = lines;
  const words: (AlignedWord & { readonly rules: string[] })[] = [];
  const notes: string[] = [];
  let last: string[] = notes;
  for (const line of rest) {
    if (line.startsWith(" ")) {
      last.push(line.trim());
      continue;
    }
    const [, a, b, answer] = pairLine.exec(line) ?? [];
    if (a === undefined || b === undefined || answer === undefined) {
      notes.push(line);
      last = notes;
      continue;
    }
    const word = {
      left: asWritten(a, left),
      right: asWritten(b, right),
      answer: answer.replace(/\.$/u, ""),
      rules: [],
    };
    words.push(word);
    last = word.rules;
  }
  return { verdict, words, notes };
}
