// The vocabularies this program knows, read from data/vocabularies.
// Invariant: a code once shipped is never removed or given another meaning; ledgers hold it for ever.
import knows from "./data/vocabularies/knows.json" with { type: "json" };
import nameRole from "./data/vocabularies/name-role.json" with { type: "json" };
import sex from "./data/vocabularies/sex.json" with { type: "json" };
import sourceKind from "./data/vocabularies/source-kind.json" with { type: "json" };
import type { Term, Vocabulary } from "./schema.ts";

/** All vocabularies, by name. */
export const vocabularies = [knows, nameRole, sex, sourceKind] as readonly unknown[] as readonly Vocabulary[];

const byName = new Map(vocabularies.map((v) => [v.name, v]));
const byCode = new Map(vocabularies.map((v) => [v.name, new Map(v.terms.map((t) => [t.code, t]))]));

/** The vocabulary of this name, as `episode-kind`; undefined when there is none. */
export function vocabularyOf(name: string): Vocabulary | undefined {
  return byName.get(name);
}

/** One term of one vocabulary; undefined when there is none. */
export function termOf(vocabulary: string, code: string): Term | undefined {
  return byCode.get(vocabulary)?.get(code);
}

/** The English label of a term, or the code itself where it is not known. */
export function termLabel(vocabulary: string, code: string): string {
  return termOf(vocabulary, code)?.label ?? code;
}
