// The alignment of two words step by step, for explanations. Slow and plain; the fast twin is align-sounds.ts.
// Invariant: the steps cost together exactly what the fast alignment says.
import type { SoundWord } from "./align-sounds.ts";
import { GAPS, PAIRS, SYMBOL_BITS } from "./sound-table.ts";

/** One step: places in the left and right word, -1 where that side has nothing. */
type AlignStep = { readonly left: number; readonly right: number; readonly cost: number };

/** The cheapest alignment; between equal ones the one that pairs more symbols. */
export function traceAlignment(a: SoundWord, b: SoundWord): readonly AlignStep[] {
  const rows = a.symbols.length + 1;
  const columns = b.symbols.length + 1;
  const cost = new Int32Array(rows * columns);
  const lose = (word: SoundWord, place: number, other: SoundWord): number =>
    GAPS[(other.writing << SYMBOL_BITS) | (word.symbols[place] ?? 0)] ?? 0;
  const pair = (i: number, j: number): number =>
    PAIRS[((a.symbols[i] ?? 0) << SYMBOL_BITS) | (b.symbols[j] ?? 0)] ?? 0;
  const at = (i: number, j: number): number => cost[i * columns + j] ?? 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (i === 0 && j === 0) continue;
      let best = Infinity;
      if (i > 0 && j > 0) best = at(i - 1, j - 1) + pair(i - 1, j - 1);
      if (i > 0) best = Math.min(best, at(i - 1, j) + lose(a, i - 1, b));
      if (j > 0) best = Math.min(best, at(i, j - 1) + lose(b, j - 1, a));
      cost[i * columns + j] = best;
    }
  }
  const steps: AlignStep[] = [];
  let i = rows - 1;
  let j = columns - 1;
  while (i > 0 || j > 0) {
    const here = at(i, j);
    if (i > 0 && j > 0 && here === at(i - 1, j - 1) + pair(i - 1, j - 1)) {
      steps.push({ left: --i, right: --j, cost: pair(i, j) });
    } else if (i > 0 && here === at(i - 1, j) + lose(a, i - 1, b)) {
      steps.push({ left: --i, right: -1, cost: lose(a, i, b) });
    } else {
      steps.push({ left: -1, right: --j, cost: lose(b, j, a) });
    }
  }
  return steps.toReversed();
}
