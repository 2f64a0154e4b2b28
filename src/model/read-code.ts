// Finds the term a word stands for, in any of the five languages.
// Invariant: a word that belongs to two terms of a vocabulary is known as the first; the words themselves are always kept.
import { fold } from "./fold.ts";
import type { Term, Vocabulary } from "./schema.ts";
import { vocabularies, vocabularyOf } from "./vocabularies.ts";

const indexes = new Map(vocabularies.map((v) => [v.name, indexOf(v)]));

function indexOf(vocabulary: Vocabulary): ReadonlyMap<string, Term> {
  const index = new Map<string, Term>();
  const add = (word: string, term: Term): void => {
    const key = fold(word);
    if (!index.has(key)) index.set(key, term);
  };
  for (const term of vocabulary.terms) add(term.code, term);
  for (const term of vocabulary.terms)
    for (const word of [term.label, ...Object.values(term.names ?? {}).flat()]) add(word, term);
  return index;
}

/** The term these words name, by code, label or a name in any language; undefined where there is none. */
export function findTerm(vocabulary: string, words: string): Term | undefined {
  return words.length > 200 ? undefined : indexes.get(vocabulary)?.get(fold(words));
}

/** The code words get on import: their term, else `other` where the vocabulary has it; undefined where nothing fits. */
export function codeFor(vocabulary: string, words: string): string | undefined {
  const known = findTerm(vocabulary, words);
  if (known !== undefined) return known.code;
  return vocabularyOf(vocabulary)?.terms.some((t) => t.code === "other") === true
    ? "other"
    : undefined;
}

const leadingWord = /^[\s.,)-]*(个月|[\p{Script=Han}]|\p{L}+)/u;

/** The unit named by the first word after a number, as in "15 лет" or 15年; undefined where that word is no unit. */
export function unitOf(vocabulary: string, following: string): string | undefined {
  const word = leadingWord.exec(following)?.[1];
  return word === undefined ? undefined : findTerm(vocabulary, word)?.code;
}
