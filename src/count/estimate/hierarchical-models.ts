// Which log-linear models there are: with a term, every part of it is in the model too (the hierarchy principle).
// Invariant: every model holds each list by itself and never the term of all lists, which no data can tell from the hidden cell.
import { listsOf, type OverlapTable, sizeOf } from "./table.ts";

/** The terms of two lists and more, each a mask of lists, ascending by size. */
export type Model = readonly number[];

/** Every hierarchical model of `lists` lists: 1 of two, 8 of three, 113 of four, 6,893 of five. */
export function hierarchicalModels(lists: number): Model[] {
  const all = (1 << lists) - 1;
  const terms: number[] = [];
  for (let term = 1; term < all; term++) if (sizeOf(term) > 1) terms.push(term);
  terms.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  const models: Model[] = [];
  const grow = (from: number, model: readonly number[]): void => {
    models.push(model);
    for (let i = from; i < terms.length; i++) {
      const term = terms[i] as number;
      if (partsOf(term).every((part) => sizeOf(part) < 2 || model.includes(part)))
        grow(i + 1, [...model, term]);
    }
  };
  grow(0, []);
  return models;
}

/** The model without interactions, and the one with every pair and nothing larger. */
export const independence: Model = [];
export function allPairs(lists: number): Model {
  const pairs: number[] = [];
  for (let i = 0; i < lists; i++)
    for (let j = i + 1; j < lists; j++) pairs.push((1 << i) | (1 << j));
  // Of two lists the pair is the term of all lists.
  return lists > 2 ? pairs.sort((a, b) => a - b) : [];
}

/** A model as people write it, by its largest terms: `[A B][B C][D]`. */
export function nameOf(table: Pick<OverlapTable, "lists">, model: Model): string {
  const single = table.lists.map((_, i) => 1 << i);
  const terms = [...single, ...model];
  return terms
    .filter((term) => !terms.some((other) => other !== term && (other & term) === term))
    .map((term) => `[${listsOf(table, term).join(" ")}]`)
    .join("");
}

function partsOf(term: number): number[] {
  const parts: number[] = [];
  for (let rest = term; rest !== 0; rest &= rest - 1) parts.push(term & ~(rest & -rest));
  return parts;
}
