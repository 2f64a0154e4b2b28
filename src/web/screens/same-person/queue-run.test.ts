import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JudgementView } from "../../api/views.ts";
import {
  countDecided,
  keyOf,
  newRun,
  nextPair,
  placeIn,
  restarted,
  standingFor,
  undoingOf,
  waitingPairs,
  withDecision,
  withUndone,
} from "./queue-run.ts";
import type { Decision } from "./queue-run.ts";
import { pairOf } from "./testing.ts";

const pairs = ["a b", "c d", "e f", "g h"].map((key) => pairOf(key));
const [ab, cd, ef, gh] = pairs as [
  ReturnType<typeof pairOf>,
  ReturnType<typeof pairOf>,
  ReturnType<typeof pairOf>,
  ReturnType<typeof pairOf>,
];
const same = (item: typeof ab, seq = 7): Decision => ({
  item,
  verdict: "same",
  seq,
  before: null,
});

const judgement = (seq: number, undone: boolean): JudgementView => ({
  left: "a",
  leftLabel: "",
  right: "b",
  rightLabel: "",
  verdict: "undecided",
  reason: "",
  by: "",
  at: 0,
  seq,
  undone,
});

describe("the queue of one sitting", () => {
  it("leaves out what was judged here, even before the server's answer does", () => {
    const run = withDecision({ ...newRun, shown: ab }, same(ab));
    expect(waitingPairs(run, pairs).map(keyOf)).toEqual(["c d", "e f", "g h"]);
    expect(run.shown).toBe(ab);
  });

  it("keeps the place of the shown pair when others come or go before it", () => {
    const run = { ...newRun, shown: ef };
    expect(placeIn(run, waitingPairs(run, pairs))).toBe(2);
    expect(placeIn(run, waitingPairs(run, [cd, ef, gh]))).toBe(1);
    expect(placeIn(run, waitingPairs(run, [pairOf("x y"), ...pairs]))).toBe(3);
  });

  it("goes on to the nearest pair behind that still waits, else to what was skipped", () => {
    expect(nextPair(pairs, ab, [cd, ef, gh])).toBe(cd);
    // Judging a–b settled c–d too.
    expect(nextPair(pairs, ab, [ef, gh])).toBe(ef);
    expect(nextPair(pairs, gh, [ab, cd, ef])).toBe(ab);
    expect(nextPair(pairs, gh, [])).toBeNull();
    // An answer of the server that is late still holds the judged pair.
    expect(nextPair(pairs, gh, [gh])).toBeNull();
  });

  it("shows what it answers anew, not what it remembers", () => {
    const newer = { ...cd, score: 0.2 };
    expect(nextPair(pairs, ab, [newer, ef])).toBe(newer);
  });

  it("shows a pair that was taken back, to be judged over what took it back", () => {
    const decision = same(ab);
    const run = withUndone(withDecision(newRun, decision), decision, judgement(9, true));
    expect(waitingPairs(run, [cd, ab, ef]).map(keyOf)).toEqual(["c d", "a b", "e f"]);
    expect(keyOf(run.shown ?? cd)).toBe("a b");
    expect(standingFor(run.shown?.standing ?? null)).toEqual({ seq: 9, verdict: null });
    expect(waitingPairs(withDecision(run, same(ab, 11)), [cd, ab]).map(keyOf)).toEqual(["c d"]);
  });

  it("judges over what the server says stands, and takes back to it", () => {
    expect(standingFor(null)).toEqual({ seq: null, verdict: null });
    expect(standingFor(judgement(5, false))).toEqual({ seq: 5, verdict: "undecided" });
    expect(undoingOf("undecided")).toEqual({ verdict: "undecided" });
    expect(undoingOf(null)).toEqual({ verdict: "undecided", undone: true });
  });

  it("shows what was not decided in this sitting once such pairs are asked for", () => {
    const run = withDecision(withDecision(newRun, same(cd)), { ...same(ab), verdict: "undecided" });
    expect(waitingPairs(restarted(run), [ab, cd], "only")).toEqual([ab]);
    expect(waitingPairs(restarted(run), [ab, cd], "likely")).toEqual([]);
    expect(waitingPairs(run, [ab, cd], "only")).toEqual([]);
  });

  it("counts from the choice of bands on, and still undoes what came before it", () => {
    const early = same(ab, 1);
    const run = withDecision(restarted(withDecision(newRun, early)), same(cd, 2));
    expect(countDecided(run)).toBe(1);
    expect(run.decided.map(({ seq }) => seq)).toEqual([1, 2]);
    const back = withUndone(restarted(withDecision(newRun, early)), early, judgement(3, true));
    expect(countDecided(back)).toBe(0);
    expect(countDecided(withDecision(back, same(cd, 4)))).toBe(1);
  });

  it("never shows a pair twice and loses none, however one judges and undoes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ pair: fc.nat(3), undo: fc.boolean() }), { maxLength: 20 }),
        (steps) => {
          let run = newRun;
          let seq = 1;
          for (const { pair, undo } of steps) {
            const last = run.decided.at(-1);
            if (undo && last !== undefined) run = withUndone(run, last, judgement(seq++, true));
            else {
              const item = pairs[pair] as typeof ab;
              if (run.decided.some((one) => keyOf(one.item) === keyOf(item))) continue;
              run = withDecision(run, same(item, seq++));
            }
          }
          const waiting = waitingPairs(run, pairs).map(keyOf);
          const judged = run.decided.map(({ item }) => keyOf(item));
          expect(new Set(waiting).size).toBe(waiting.length);
          expect([...waiting, ...judged].sort()).toEqual(pairs.map(keyOf).sort());
        },
      ),
    );
  });
});
