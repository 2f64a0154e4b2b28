import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIds, idTime, isId, seededIds } from "./ids.ts";
import { movingClock, refused, testClock, testTime } from "./testing.ts";

describe("ids", () => {
  test("are a prefix and a ULID that carries the time", () => {
    const id = createIds(testClock).next("rec");
    expect(id).toMatch(/^rec_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(isId(id, "rec")).toBe(true);
    expect(isId(id, "src")).toBe(false);
    expect(idTime(id)).toBe(testTime);
  });

  test("the time is written as the ULID specification's example does", () => {
    // The specification's encodeTime(1469918176385) is 01ARYZ6S41.
    const id = createIds(() => 1_469_918_176_385).next("rec");
    expect(id.slice(4, 14)).toBe("01ARYZ6S41");
    expect(idTime("rec_7ZZZZZZZZZ0000000000000000")).toBe(2 ** 48 - 1);
  });

  test("sort in the order they were made and never repeat, whatever the clock does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 300 }), (steps) => {
        const { clock, forward } = movingClock();
        const ids = createIds(clock);
        const made = steps.map((step) => {
          forward(step);
          return ids.next("rec");
        });
        expect([...made].sort()).toEqual(made);
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  test("a hundred thousand within one millisecond, and over many: all different", () => {
    const still = createIds(testClock);
    const { clock, forward } = movingClock();
    const moving = createIds(clock);
    const made = new Set<string>();
    for (let i = 0; i < 100_000; i++) {
      made.add(still.next("rec"));
      forward(1);
      made.add(moving.next("src"));
    }
    expect(made.size).toBe(200_000);
  });

  test("two factories at the same moment do not collide, nor share the chance of a millisecond", () => {
    const heads = Array.from({ length: 2000 }, () =>
      createIds(testClock).next("rec").slice(14, 24),
    );
    expect(new Set(heads).size).toBe(2000);
  });

  test("every sign of the chance part takes every value", () => {
    const seen = Array.from({ length: 15 }, () => new Set<string>());
    const { clock, forward } = movingClock();
    const ids = createIds(clock);
    for (let i = 0; i < 5000; i++) {
      forward(1);
      const chance = ids.next("rec").slice(14);
      seen.forEach((signs, at) => signs.add(chance[at] as string));
    }
    // The counter's first sign keeps its top bit free, so that it can grow.
    expect(seen.map((signs) => signs.size)).toEqual([
      ...Array(10).fill(32),
      16,
      ...Array(4).fill(32),
    ]);
  });

  test("a seed gives the same ids on every run, another seed others", () => {
    const three = (seed: string): string[] => {
      const ids = seededIds(seed, testClock);
      return [ids.next("rec"), ids.next("rec"), ids.next("src")];
    };
    expect(three("demo")).toEqual(three("demo"));
    expect(three("demo")).not.toEqual(three("other"));
    expect(seededIds("demo").next("rec")).toBe(seededIds("demo").next("rec"));
    expect(three("demo").every((id) => isId(id))).toBe(true);
  });

  test.each(["", "r", "Rec", "re c", "rec_", "abcdefghi", "ре"])(
    "prefix %j is refused",
    (prefix) => {
      expect(refused(() => createIds(testClock).next(prefix)).code).toBe("prefix-invalid");
    },
  );

  test.each([Number.NaN, -1, 0.5, 2 ** 48])("a clock that says %d is refused", (ms) => {
    expect(refused(() => createIds(() => ms).next("rec")).code).toBe("time-invalid");
  });

  test.each(["", "rec_", "rec_8ZZZZZZZZZ0000000000000000", "rec_01ARYZ6S410000000000000I00", "x"])(
    "%j is no id",
    (text) => {
      expect(isId(text)).toBe(false);
      expect(idTime(text)).toBe(null);
    },
  );
});
