// A word of a name as the names room prepared it, packed into text, so that a search need not read thousands of words again.
// Invariant: what comes out compares exactly as what went in; only good for the version of the names room that made it.
import type { PreparedName } from "../../names/index.ts";

type Part = PreparedName["readings"][number]["parts"][number];
type Sounds = Part["word"];
type Loose<T> = { -readonly [K in keyof T]: T[K] };

/** Keeps bytes clear of the signs JSON would have to escape. */
const OFFSET = 160;

/** A prepared word or name as text. */
export function packWord({ raw: _raw, ...name }: PreparedName): string {
  return JSON.stringify(name, (key, value: unknown) => {
    if (value instanceof Uint8Array)
      return String.fromCharCode(...Array.from(value, (byte) => byte + OFFSET));
    // The number of a word is this process's own; 0 stands for a word without one.
    return key === "id" ? 0 : value;
  });
}

/** The word again, as prepareName(raw) would give it, but for the numbers of its words. */
export function unpackWord(raw: string, packed: string): PreparedName {
  const name = JSON.parse(packed) as Omit<PreparedName, "raw">;
  for (const { parts } of name.readings) {
    for (const part of parts as readonly Loose<Part>[]) {
      unpackSounds(part.word);
      unpackSounds(part.stem);
      if (part.short !== undefined) unpackSounds(part.short);
    }
  }
  return { raw, ...name };
}

function unpackSounds(sounds: Loose<Sounds>): void {
  const text = sounds.symbols as unknown as string;
  const symbols = new Uint8Array(text.length);
  for (let i = 0; i < symbols.length; i++) symbols[i] = text.charCodeAt(i) - OFFSET;
  sounds.symbols = symbols;
}
