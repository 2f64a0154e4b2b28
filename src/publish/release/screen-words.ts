// Looks through the words of what would go for anything that stays: names of people not named, values held back.
// Invariant: repeated until nothing more is found, so that what is held back last is looked for as well.
import { findPlaces, fold } from "../../model/index.ts";
import type { LiveClaim } from "../../store/index.ts";
import type { PersonRead } from "./read-people.ts";
import { valueOf } from "./read-people.ts";
import type { NameLevel } from "./released.ts";
import { isDistinctive, shownText, wordingsOf } from "./shown-text.ts";
import { WordFinder } from "./word-finder.ts";

export interface Going {
  readonly person: PersonRead;
  /** Shown by name; of the others no word goes. */
  readonly claims: Map<string, LiveClaim>;
  readonly statements: Set<string>;
  /** Claims whose quoted words stay. */
  readonly quotes: Set<string>;
  /** Ids held back because of their words. */
  readonly says: Set<string>;
}

interface Screened {
  /** Finds what nobody may read in this release. */
  readonly secrets: WordFinder;
  /** The very words that stay, for the search through the written bytes. */
  readonly withheld: readonly string[];
}

/** `going`: those shown by name; narrowed in place. */
export function screenWords(
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
  going: readonly Going[],
): Screened {
  for (;;) {
    const screened = secretsOf(people, levels, going);
    let found = 0;
    for (const one of going) found += screenPerson(one, screened.secrets, people, levels);
    if (found === 0) return screened;
  }
}

function secretsOf(
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
  going: readonly Going[],
): Screened {
  const told = new Set<string>();
  const goes = new Set<string>();
  for (const { person, claims } of going)
    for (const claim of claims.values()) {
      goes.add(claim.id);
      const value = valueOf(claim);
      const schema = person.schemas.get(claim.record) ?? "Person";
      const shown = shownText(schema, claim.property, value);
      told.add(fold(shown.text));
      if (shown.coarser === undefined) for (const words of wordingsOf(value)) told.add(fold(words));
    }
  const secrets = new WordFinder();
  const withheld = new Set<string>();
  for (const person of people) {
    const isNamed = levels.get(person.id) === "name";
    for (const claim of person.claims) {
      const value = valueOf(claim);
      const coarse =
        shownText(person.schemas.get(claim.record) ?? "Person", claim.property, value).coarser !==
        undefined;
      if (goes.has(claim.id) && !coarse) continue;
      for (const words of wordingsOf(value)) {
        if (told.has(fold(words))) continue;
        const isPlace = person.schemas.get(claim.record) === "Place";
        // A place on the map is no secret, whoever has not looked at its claim yet.
        if (isPlace && value.kind === "name" && findPlaces(words).length > 0) continue;
        if (value.kind === "name" && !isNamed) secrets.addName(words, person.id);
        else if (value.kind === "name" || isDistinctive(words)) secrets.add(words, "value");
        else continue;
        withheld.add(words);
      }
    }
  }
  return { secrets, withheld: [...withheld].sort() };
}

/** How many more things stay now. */
function screenPerson(
  { person, claims, statements, quotes, says }: Going,
  secrets: WordFinder,
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
): number {
  const near = nearSecrets(person, claims, people, levels);
  const isTold = (text: string): boolean => secrets.has(text) || near.has(text);
  let found = 0;
  for (const claim of claims.values()) {
    const value = valueOf(claim);
    const schema = person.schemas.get(claim.record) ?? "Person";
    const { text } = shownText(schema, claim.property, value);
    const isOwnName = value.kind === "name" && schema !== "Place";
    if (!isOwnName && value.kind !== "ref" && isTold(text)) {
      claims.delete(claim.id);
      says.add(claim.id);
      found++;
      continue;
    }
    const { quote } = (claim.passage === null ? {} : JSON.parse(claim.passage)) as {
      quote?: string;
    };
    if (quote !== undefined && !quotes.has(claim.id) && isTold(quote)) {
      quotes.add(claim.id);
      found++;
    }
  }
  for (const said of person.statements)
    if (statements.has(said.id) && isTold(said.content)) {
      statements.delete(said.id);
      says.add(said.id);
      found++;
    }
  return found;
}

/** Parts of the names of those close to the person, and the person's own values that stay. */
function nearSecrets(
  person: PersonRead,
  goes: ReadonlyMap<string, LiveClaim>,
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
): WordFinder {
  const near = new WordFinder();
  const refs = new Set([
    ...person.claims.flatMap(({ ref }) => ref ?? []),
    ...person.statements.flatMap(({ speakerRecord }) => speakerRecord ?? []),
    ...person.statements.flatMap(({ targets }) => targets.map(({ record }) => record)),
  ]);
  const own = new Set<string>();
  const told = new Set<string>();
  const names: { readonly isShown: boolean; readonly text: string }[] = [];
  for (const claim of person.claims) {
    const value = valueOf(claim);
    const schema = person.schemas.get(claim.record) ?? "Person";
    const shown = shownText(schema, claim.property, value);
    const isShown = goes.has(claim.id);
    if (isShown) told.add(fold(shown.text));
    if (value.kind === "name") names.push({ isShown, text: value.text });
    for (const words of wordingsOf(value))
      if (isShown && shown.coarser === undefined) told.add(fold(words));
      else if (value.kind !== "name") own.add(words);
  }
  const known = names.filter(({ isShown }) => isShown).map(({ text }) => text);
  for (const { isShown, text } of names) if (!isShown) near.addParts(text, "own", known);
  for (const words of own) if (!told.has(fold(words))) near.add(words, "own");
  if (refs.size > 0)
    for (const other of nearby(people, refs))
      if (other.id !== person.id && levels.get(other.id) !== "name")
        for (const claim of other.claims) {
          const value = valueOf(claim);
          if (value.kind === "name") near.addParts(value.text, other.id);
        }
  return near;
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
