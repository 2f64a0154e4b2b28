// Where a quotation stands in a text, letter for letter; only white space and the shape of quotation marks may differ.
// Invariant: time grows with text plus quotation and no faster (Knuth, Morris, Pratt 1977), whatever either holds.
import { MAX_PLACES } from "./limits.ts";

/** Half-open range of UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Folded {
  readonly text: string;
  /** For each unit of `text`, and one more for its end, the unit of the original it came from. */
  readonly at: Uint32Array;
}

const doubleMarks = /[“”„‟«»〝〞＂]/;
const singleMarks = /[‘’‚‛ʼ`´]/;
const letter = /[\p{L}\p{N}]/u;
/** Scripts that put no space between words: an edge inside a run of them says nothing. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** White space runs as one blank, quotation marks straight, and the way back. */
export function folded(original: string): Folded {
  const at = new Uint32Array(original.length + 1);
  let text = "";
  let blank = false;
  for (let i = 0; i < original.length; i++) {
    const unit = original[i] as string;
    const isBlank = /\s/.test(unit);
    if (isBlank && blank) continue;
    blank = isBlank;
    at[text.length] = i;
    text += isBlank ? " " : doubleMarks.test(unit) ? '"' : singleMarks.test(unit) ? "'" : unit;
  }
  at[text.length] = original.length;
  return { text, at: at.subarray(0, text.length + 1) };
}

/** Every place of the quotation, at most `MAX_PLACES`, in order, as ranges of the original. Parts of words do not count. */
export function placesOf({ text, at }: Folded, quotation: string): Place[] {
  const wanted = folded(quotation.trim()).text;
  if (wanted === "") return [];
  const places: Place[] = [];
  for (const start of matches(text, wanted)) {
    const end = start + wanted.length;
    if (cutsWord(text, start) || cutsWord(text, end)) continue;
    // One past the last unit, so that a folded run of blanks behind it stays outside.
    places.push({ start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 });
    if (places.length === MAX_PLACES) break;
  }
  return places;
}

function* matches(text: string, wanted: string): Generator<number> {
  const back = new Uint32Array(wanted.length);
  for (let i = 1, k = 0; i < wanted.length; i++) {
    while (k > 0 && wanted[i] !== wanted[k]) k = back[k - 1] ?? 0;
    if (wanted[i] === wanted[k]) k++;
    back[i] = k;
  }
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== wanted[k]) k = back[k - 1] ?? 0;
    if (text[i] === wanted[k]) k++;
    if (k < wanted.length) continue;
    yield i - k + 1;
    k = back[k - 1] ?? 0;
  }
}

/** Whether a letter stands on both sides of this edge. */
function cutsWord(text: string, edge: number): boolean {
  const [left, right] = [before(text, edge), after(text, edge)];
  return letter.test(left) && letter.test(right) && !(unspaced.test(left) || unspaced.test(right));
}

function before(text: string, edge: number): string {
  const low = text.charCodeAt(edge - 1);
  return text.slice(edge - (low >= 0xdc00 && low < 0xe000 ? 2 : 1), edge);
}

function after(text: string, edge: number): string {
  return edge < text.length ? String.fromCodePoint(text.codePointAt(edge) ?? 32) : "";
}
