// Finds any of many names or phrases in a text, in one walk over the text.
// Invariant: errs towards finding: endings on a word, the order of a name's parts, case, accents and apostrophes do not hide one.
import { fold } from "../../model/index.ts";

const han = /^[\p{Script=Han}]+$/u;
const keyLength = 4;
/** A shorter word is everybody's. */
const shortest = 3;
const longestHan = 12;

interface Phrase {
  readonly words: readonly string[];
  readonly whose: string;
}

export class WordFinder {
  /** Phrases by how their first word begins. */
  readonly #phrases = new Map<string, Phrase[]>();
  /** Chinese phrases, which no spaces set apart. */
  readonly #han = new Map<string, Set<string>>();
  readonly #hanLengths = new Set<number>();
  readonly #known = new Set<string>();

  /** A phrase that counts as it stands. `whose`: given back to whoever asks. */
  add(phrase: string, whose: string): void {
    this.#put(wordsOf(phrase), whose);
  }

  /** A person's name: as it stands, and any two of its parts beside each other in either order. */
  addName(name: string, whose: string): void {
    const words = wordsOf(name).slice(0, 8);
    this.#put(words, whose);
    if (words.length > 1 && words.every((word) => han.test(word)))
      this.#put([words.join("")], whose);
    for (const [i, one] of words.entries())
      for (const [j, other] of words.entries()) if (i !== j) this.#put([one, other], whose);
  }

  /** Each part of a name alone, as those close to a person are called; without the words of names that are told. */
  addParts(name: string, whose: string, told: readonly string[] = []): void {
    const known = new Set(told.flatMap(wordsOf));
    for (const word of wordsOf(name).slice(0, 8))
      if (known.has(word)) continue;
      else if (han.test(word) ? word.length > 1 : word.length >= keyLength)
        this.#put([word], whose);
  }

  #put(words: readonly string[], whose: string): void {
    const length = words.join("").length;
    const isHan = words.every((word) => han.test(word));
    if (words.length === 0 || length < (isHan ? 2 : shortest)) return;
    const id = `${whose}\n${words.join(" ")}`;
    if (this.#known.has(id)) return;
    this.#known.add(id);
    const [first = ""] = words;
    if (isHan) {
      const whole = words.join("").slice(0, longestHan);
      this.#hanLengths.add(whole.length);
      const people = this.#han.get(whole) ?? new Set();
      this.#han.set(whole, people.add(whose));
      return;
    }
    const key = first.slice(0, keyLength);
    const phrases = this.#phrases.get(key) ?? [];
    this.#phrases.set(key, phrases);
    phrases.push({ words, whose });
  }

  /** Whose phrases stand in the text. */
  find(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    const words = wordsOf(text);
    for (const [at, word] of words.entries()) {
      for (let length = 1; length <= Math.min(keyLength, word.length); length++)
        for (const phrase of this.#phrases.get(word.slice(0, length)) ?? [])
          if (phrase.words.every((part, i) => begins(words[at + i], part))) found.add(phrase.whose);
    }
    if (this.#hanLengths.size > 0)
      for (const run of words.join("").match(/\p{Script=Han}+/gu) ?? [])
        for (let at = 0; at < run.length; at++)
          for (const length of this.#hanLengths)
            for (const whose of this.#han.get(run.slice(at, at + length)) ?? []) found.add(whose);
    return found;
  }

  has(text: string): boolean {
    return this.find(text).size > 0;
  }
}

/** The same word, or one that goes on with an ending where the word is long enough to tell. */
function begins(word: string | undefined, part: string): boolean {
  return word === part || (word?.startsWith(part) === true && part.length >= keyLength);
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "");
}
