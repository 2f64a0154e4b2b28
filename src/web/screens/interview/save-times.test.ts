// A sitting of typing, key by key: how many versions it makes, and how long a word waits.
import fc from "fast-check";
import { expect, it } from "vitest";
import { saveDelay } from "./save-times.ts";

/** The versions a sitting makes, and the longest a word waited, for keys after these pauses (milliseconds). */
function sit(pauses: readonly number[]): { versions: number[]; longestWait: number } {
  const versions: number[] = [];
  let [now, longestWait] = [0, 0];
  let dirtySince: number | null = null;
  let due = Infinity;
  const save = (): void => {
    longestWait = Math.max(longestWait, due - (dirtySince ?? due));
    versions.push(due);
    [dirtySince, due] = [null, Infinity];
  };
  for (const pause of pauses) {
    now += pause;
    if (due <= now) save();
    dirtySince ??= now;
    due = now + saveDelay({ now, savedAt: versions.at(-1) ?? null, dirtySince });
  }
  if (due < Infinity) save();
  return { versions, longestWait };
}

const pauses = fc.array(
  fc.oneof(fc.integer({ min: 30, max: 900 }), fc.integer({ min: 1, max: 90_000 })),
  { minLength: 1, maxLength: 400 },
);

it("a sitting makes one version a minute at most, and no word waits longer than a minute", () => {
  fc.assert(
    fc.property(pauses, (typed) => {
      const { versions, longestWait } = sit(typed);
      const gaps = versions.slice(1).map((at, i) => at - (versions[i] ?? 0));
      expect(Math.min(60_000, ...gaps)).toBe(60_000);
      expect(longestWait).toBeLessThanOrEqual(60_000);
    }),
  );
});

it("the first words are saved at the first rest; typing without a rest is saved each minute", () => {
  expect(sit([10]).versions).toEqual([2_510]);
  const tenMinutes = Array.from({ length: 3_000 }, () => 200);
  expect(sit(tenMinutes).versions).toHaveLength(10);
});
