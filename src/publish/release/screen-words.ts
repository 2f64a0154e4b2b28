// Looks through the words of what would go for anything that stays: names of people not named, values held back.
// Invariant: repeated until nothing more is found, so that what is held back last is looked for as well. A value that is told does
// not clear the name of somebody who is not.
import { findPlaces, fold } from "../../model/index.ts";
import type { LiveClaim } from "../../store/index.ts";
import { NameSounds } from "./name-sounds.ts";
import { nearSecrets, type Stretch } from "./near-secrets.ts";
import { type PersonRead, valueOf } from "./read-people.ts";
import type { NameLevel } from "./released.ts";
import { isDistinctive, shownText, wordingsOf } from "./shown-text.ts";
import { WordFinder } from "./word-finder.ts";

export interface Going {
  readonly person: PersonRead;
  /** Shown by name; of the others no word goes. */
  readonly claims: Map<string, LiveClaim>;
  readonly statements: Set<string>;
  /** Claims whose quoted words stay, and statements of whose speaker only that somebody spoke is told. */
  readonly quotes: Set<string>;
  /** Ids held back because of their words. */
  readonly says: Set<string>;
}

export interface Screened {
  /** Whether a text holds what nobody may read in this release. */
  readonly stays: (text: string) => boolean;
  /** Whether a text holds the name of somebody who is not named. */
  readonly names: (text: string) => boolean;
  /** The very words that stay, for the search through the written bytes. */
  readonly withheld: readonly string[];
}

/** `going`: those shown by name; narrowed in place. */
export function screenWords(
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
  going: readonly Going[],
): Screened {
  const sounds = soundsOf(people, levels);
  // The same words stand in many sources; what sounds like whom does not change between rounds.
  const heard = new Map<string, boolean>();
  const sounding = (text: string): boolean => {
    let known = heard.get(text);
    if (known === undefined) heard.set(text, (known = sounds.has(text)));
    return known;
  };
  for (;;) {
    const { secrets, hidden, withheld } = secretsOf(people, levels, going);
    const stays = (text: string): boolean => secrets.has(text) || sounding(text);
    const names = (text: string): boolean => hidden.has(text) || sounding(text);
    let found = 0;
    for (const one of going) found += screenPerson(one, { stays, names, people, levels });
    if (found === 0) return { stays, names, withheld };
  }
}

function soundsOf(
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
): NameSounds {
  const sounds = new NameSounds();
  for (const person of people)
    for (const claim of person.claims) {
      const value = valueOf(claim);
      if (value.kind !== "name" || person.schemas.has(claim.record)) continue;
      sounds.add(value.text, levels.get(person.id) !== "name");
    }
  return sounds;
}

interface Secrets {
  readonly secrets: WordFinder;
  /** Names of people alone. */
  readonly hidden: WordFinder;
  readonly withheld: readonly string[];
}

function secretsOf(
  people: readonly PersonRead[],
  levels: ReadonlyMap<string, NameLevel>,
  going: readonly Going[],
): Secrets {
  const told = { names: new Set<string>(), words: new Set<string>() };
  const goes = new Set<string>();
  for (const { person, claims } of going)
    for (const claim of claims.values()) {
      goes.add(claim.id);
      const value = valueOf(claim);
      const shown = shownOf(person, claim);
      // Nor does a place that bears somebody's name clear it.
      const isPlace = person.schemas.get(claim.record) === "Place";
      const set = value.kind === "name" && !isPlace ? told.names : told.words;
      set.add(fold(shown.text));
      if (shown.coarser === undefined) for (const words of wordingsOf(value)) set.add(fold(words));
    }
  const secrets = new WordFinder();
  const hidden = new WordFinder();
  const withheld = new Set<string>();
  for (const person of people) {
    const isNamed = levels.get(person.id) === "name";
    for (const claim of person.claims) {
      if (goes.has(claim.id) && shownOf(person, claim).coarser === undefined) continue;
      const value = valueOf(claim);
      for (const words of wordingsOf(value)) {
        const folded = fold(words);
        if (told.names.has(folded)) continue;
        // A person's name in a field of somebody else is no name that is told.
        const isHiddenName = value.kind === "name" && !isNamed;
        if (!isHiddenName && told.words.has(folded)) continue;
        const isPlace = person.schemas.get(claim.record) === "Place";
        // A place on the map is no secret, whoever has not looked at its claim yet; nor is a word of a vocabulary.
        if (isPlace && value.kind === "name" && findPlaces(words).length > 0) continue;
        if (value.kind === "code" && words !== value.words) continue;
        if (isHiddenName) {
          secrets.addName(words, person.id);
          hidden.addName(words, person.id);
        } else if (value.kind === "name" || isDistinctive(words)) secrets.add(words, "value");
        else continue;
        withheld.add(words);
      }
    }
  }
  return { secrets, hidden, withheld: [...withheld].sort() };
}

function shownOf(person: PersonRead, claim: LiveClaim): ReturnType<typeof shownText> {
  const schema = person.schemas.get(claim.record) ?? "Person";
  return shownText(schema, claim.property, valueOf(claim), person.atHome.has(claim.record));
}

interface Screen extends Pick<Screened, "stays" | "names"> {
  readonly people: readonly PersonRead[];
  readonly levels: ReadonlyMap<string, NameLevel>;
}

/** How many more things stay now. */
function screenPerson(
  { person, claims, statements, quotes, says }: Going,
  { stays, names, people, levels }: Screen,
): number {
  const near = nearSecrets(person, claims, people, levels);
  const isTold = (text: string): boolean => text !== "" && (near.has(text) || stays(text));
  let found = 0;
  for (const claim of claims.values()) {
    const value = valueOf(claim);
    const schema = person.schemas.get(claim.record) ?? "Person";
    const { text } = shownOf(person, claim);
    const isOwnName = value.kind === "name" && schema !== "Place";
    const isHeld = isOwnName ? names(afterOwnName(text)) : value.kind !== "ref" && isTold(text);
    if (isHeld) {
      claims.delete(claim.id);
      says.add(claim.id);
      found++;
      continue;
    }
    const passage = (claim.passage === null ? {} : JSON.parse(claim.passage)) as Stretch & {
      quote?: string;
    };
    const { quote } = passage;
    if (quote === undefined || quotes.has(claim.id)) continue;
    if (isTold(quote) || near.holds(claim.source, passage)) {
      quotes.add(claim.id);
      found++;
    }
  }
  for (const said of person.statements) {
    if (!statements.has(said.id)) continue;
    if (isTold(said.content) || near.holds(said.source, said.passage)) {
      statements.delete(said.id);
      says.add(said.id);
      found++;
    } else if (said.speakerRecord === undefined && !quotes.has(said.id) && isTold(said.speaker)) {
      quotes.add(said.id);
      found++;
    }
  }
  return found;
}

/** What a name field says after the name itself, where it says more: "… , daughter of …". */
function afterOwnName(text: string): string {
  const words = text.split(/\s+/u);
  const apart = /[(,;/–—]/u.exec(text);
  if (apart !== null) return text.slice(apart.index + 1);
  return words.length < 4 ? "" : words.slice(2).join(" ");
}
