// What may not be read on one person's page though strangers may say it: parts of the names of those close to them who are not
// named, the person's own values that stay, acts of which nothing is told, and numbers that belong to one person.
// Invariant: what is told coarser is looked for as exactly as it was said, whatever else says it too.
import { fold, vocabularies } from "../../model/index.ts";
import type { LiveClaim } from "../../store/index.ts";
import { hasPrivateNumber } from "./private-numbers.ts";
import { type PersonRead, valueOf } from "./read-people.ts";
import type { NameLevel } from "./released.ts";
import { shownText, wordingsOf } from "./shown-text.ts";
import { WordFinder } from "./word-finder.ts";

export interface Near {
  readonly has: (text: string) => boolean;
  /** Whether these words of a source are those, or hold those, that a sealed or sensitive value was read from. */
  readonly holds: (source: string, passage: Stretch) => boolean;
}

export interface Stretch {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

export function nearSecrets(
  person: PersonRead,
  goes: ReadonlyMap<string, LiveClaim>,
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
): Near {
  const near = new WordFinder();
  const told = new Set<string>();
  const own = new Set<string>();
  const names: { readonly isShown: boolean; readonly text: string }[] = [];
  for (const claim of person.claims) {
    const value = valueOf(claim);
    const schema = person.schemas.get(claim.record) ?? "Person";
    const atHome = person.atHome.has(claim.record);
    const shown = shownText(schema, claim.property, value, atHome);
    const isShown = goes.has(claim.id);
    if (isShown) told.add(fold(shown.text));
    if (value.kind === "name") names.push({ isShown, text: value.text });
    for (const words of wordingsOf(value))
      if (isShown && shown.coarser !== undefined) {
        if (fold(words) !== fold(shown.text)) near.add(words, "own");
      } else if (isShown) told.add(fold(words));
      else if (value.kind !== "name") own.add(words);
  }
  const known = names.filter(({ isShown }) => isShown).map(({ text }) => text);
  for (const { isShown, text } of names) if (!isShown) near.addParts(text, "own", known);
  for (const words of own) if (!told.has(fold(words))) near.add(words, "own");
  addOthers(near, person, people, levels);
  const isPerson = person.schemas.get(person.id) === undefined;
  const sensitive = isPerson ? sensitiveWords() : null;
  const stretches = staying(person, goes);
  return {
    has: (text) => near.has(text) || hasPrivateNumber(text) || sensitive?.has(text) === true,
    holds: (source, { start, end }) =>
      start !== undefined &&
      end !== undefined &&
      (stretches.get(source) ?? []).some((one) => one.start < end && start < one.end),
  };
}

function addOthers(
  near: WordFinder,
  person: PersonRead,
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
): void {
  const refs = new Set([
    ...person.claims.flatMap(({ ref }) => ref ?? []),
    ...person.statements.flatMap(({ speakerRecord }) => speakerRecord ?? []),
    ...person.statements.flatMap(({ targets }) => targets.map(({ record }) => record)),
  ]);
  if (refs.size === 0) return;
  for (const other of nearby(people, refs))
    if (other.id !== person.id && levels.get(other.id) !== "name")
      for (const claim of other.claims) {
        const value = valueOf(claim);
        if (value.kind === "name") near.addParts(value.text, other.id);
      }
}

/** Where in its source each sealed or sensitive value was read: no words can be looked for where the value is encrypted. */
function staying(
  person: PersonRead,
  goes: ReadonlyMap<string, LiveClaim>,
): ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]> {
  const found = new Map<string, { readonly start: number; readonly end: number }[]>();
  for (const claim of person.claims) {
    if (goes.has(claim.id) || claim.passage === null) continue;
    if (valueOf(claim).kind !== "sealed" && !person.sensitive.has(claim.record)) continue;
    const { start, end } = JSON.parse(claim.passage) as Stretch;
    if (start === undefined || end === undefined) continue;
    found.set(claim.source, [...(found.get(claim.source) ?? []), { start, end }]);
  }
  return found;
}

let sensitiveFinder: WordFinder | undefined;

/** Acts of which nothing is told by default, as the vocabularies call them in every language. */
function sensitiveWords(): WordFinder {
  if (sensitiveFinder !== undefined) return sensitiveFinder;
  const finder = new WordFinder();
  for (const { terms } of vocabularies)
    for (const term of terms)
      if (term.sensitive === true)
        for (const words of [term.label, ...Object.values(term.names ?? {}).flat()])
          finder.add(words, "sensitive");
  sensitiveFinder = finder;
  return finder;
}

const indexes = new WeakMap<readonly PersonRead[], ReadonlyMap<string, PersonRead>>();

function nearby(people: readonly PersonRead[], refs: ReadonlySet<string>): Set<PersonRead> {
  let index = indexes.get(people);
  if (index === undefined) {
    index = new Map(people.flatMap((one) => one.records.map((record) => [record, one])));
    indexes.set(people, index);
  }
  const found = new Set<PersonRead>();
  for (const ref of refs) {
    const one = index.get(ref);
    if (one !== undefined) found.add(one);
  }
  return found;
}
