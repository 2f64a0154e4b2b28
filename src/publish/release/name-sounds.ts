// Finds names of people who are not named in other spellings and scripts: by their sound, two parts of one name near each other.
// Invariant: what sounds like somebody who is named stays theirs; one walk over the text, each word read once.
import { bandOf, compareNames, keysOf, type PreparedName, prepareName } from "../../names/index.ts";

interface Part {
  /** Number of the name it belongs to. */
  readonly name: number;
  /** Number of the part within it. */
  readonly part: number;
  readonly prepared: PreparedName;
}

interface Hit extends Part {
  readonly at: number;
}

/** Two parts of a name stand at most so many words apart: a father's name or a title may be between. */
const NEAR = 3;
const MOST_PARTS = 5;
const MOST_WORDS = 100_000;
const shortest = 3;
const longest = 40;
const han = /^\p{Script=Han}+$/u;

export class NameSounds {
  readonly #byKey = new Map<string, Part[]>();
  readonly #hidden: boolean[] = [];
  #hides = false;
  readonly #words = new Map<string, readonly string[]>();
  readonly #heard = new Map<string, readonly Part[]>();
  readonly #known = new Set<string>();

  /** `hidden`: of somebody who is not named; else of somebody who is. */
  add(name: string, hidden: boolean): void {
    const parts = wordsOf(name).slice(0, MOST_PARTS);
    const id = `${hidden ? 1 : 0}${parts.join(" ")}`;
    if (parts.length < 2 || this.#known.has(id)) return;
    this.#known.add(id);
    this.#hidden.push(hidden);
    this.#hides ||= hidden;
    const number = this.#hidden.length - 1;
    for (const [part, word] of parts.entries()) {
      const prepared = prepareName(word);
      for (const key of soundKeys(prepared)) {
        const there = this.#byKey.get(key);
        const one = { name: number, part, prepared };
        if (there === undefined) this.#byKey.set(key, [one]);
        else there.push(one);
      }
    }
    this.#heard.clear();
  }

  /** Whether somebody who is not named is named in the text, and nobody who is named is meant by the same words. */
  has(text: string): boolean {
    if (!this.#hides) return false;
    const recent: Hit[] = [];
    const told = new Set<string>();
    const found: string[] = [];
    let at = 0;
    for (const word of wordsOf(text)) {
      if (++at > MOST_WORDS) return true;
      while (recent.length > 0 && (recent[0] as Hit).at < at - NEAR) recent.shift();
      for (const part of this.#hear(word)) {
        for (const before of recent)
          if (before.name === part.name && before.part !== part.part && before.at !== at) {
            const place = `${before.at} ${at}`;
            if (this.#hidden[part.name] === true) found.push(place);
            else told.add(place);
          }
        recent.push({ ...part, at });
      }
    }
    return found.some((place) => !told.has(place));
  }

  #hear(word: string): readonly Part[] {
    const known = this.#heard.get(word);
    if (known !== undefined) return known;
    const parts = new Set<Part>();
    for (const form of formsOf(word)) {
      let prepared: PreparedName | undefined;
      for (const key of this.#keysOf(form))
        for (const part of this.#byKey.get(key) ?? []) {
          if (parts.has(part)) continue;
          prepared ??= prepareName(form);
          if (isOneSound(prepared, part.prepared)) parts.add(part);
        }
    }
    const heard = [...parts];
    this.#heard.set(word, heard);
    return heard;
  }

  #keysOf(form: string): readonly string[] {
    let keys = this.#words.get(form);
    if (keys === undefined) this.#words.set(form, (keys = soundKeys(prepareName(form))));
    return keys;
  }
}

function isOneSound(a: PreparedName, b: PreparedName): boolean {
  const band = bandOf(compareNames(a, b).score);
  return band === "same form" || band === "very likely the same name";
}

/** Keys of one word by its sound; those of two sounds or fewer meet everybody. */
const soundKeys = (name: PreparedName): string[] =>
  keysOf(name).filter((key) => /^(?:t1:.{2,}|z1:.{2,}|k1:.*)$/u.test(key));

/** Chinese sets no spaces: a name begins or ends a run. Elsewhere a name goes on with the ending of its case. */
function formsOf(word: string): string[] {
  const letters = [...word];
  if (!han.test(word))
    return [0, 1, 2, 3]
      .filter((n) => n === 0 || letters.length - n >= shortest)
      .map((n) => letters.slice(0, letters.length - n).join(""));
  const forms = new Set([word]);
  for (let n = 2; n <= Math.min(7, letters.length); n++) {
    forms.add(letters.slice(0, n).join(""));
    forms.add(letters.slice(-n).join(""));
  }
  return [...forms];
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}'’ʼ`]{1,200}/gu) ?? []).filter(
    (word) => word.length <= longest && word.length >= (han.test(word) ? 2 : shortest),
  );
}
