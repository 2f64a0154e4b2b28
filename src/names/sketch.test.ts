// Sketches: sorting by them must never lose a name that a full comparison would put first. Everyone here is invented.
import fc from "fast-check";
import { expect, it } from "vitest";
import { prepareName } from "./prepare-name.ts";
import { roughLikeness, sketchOf } from "./sketch.ts";

const rough = (asked: string, other: string): number => {
  const sketch = sketchOf(prepareName(other));
  return roughLikeness(prepareName(asked))(sketch, 0, sketch.length);
};

it.each([
  ["Толунбек Мирзат", "Tolunbek Mirzat", "Tolqun Murat"],
  ["تولۇنبەك مىرزات", "Tolunbek Mirzatov", "Taldybek Myrzabai"],
  ["托伦别克·米尔扎提", "Tolunbek Mirzat", "Talip Emet"],
  ["Mirzat Tolunbek", "Толунбек Мирзат", "Мирзат Асқар"],
])("puts %s nearer to %s than to %s", (asked, same, other) => {
  expect(rough(asked, same)).toBeGreaterThan(0.7);
  expect(rough(asked, same)).toBeGreaterThan(rough(asked, other));
});

it("takes one word for less than two", () => {
  expect(rough("Tolunbek", "Tolunbek Mirzat")).toBeCloseTo(0.7);
  expect(rough("Tolunbek", "Tolunbek")).toBe(1);
});

it("reads a sketch in the middle of others as it reads it alone", () => {
  const other = sketchOf(prepareName("Jeyran Oydan"));
  const own = sketchOf(prepareName("Толунбек Мирзат"));
  const like = roughLikeness(prepareName("Tolunbek Mirzat"));
  const both = Uint8Array.from([...other, ...own, ...other]);
  expect(like(both, other.length, other.length + own.length)).toBe(
    rough("Tolunbek Mirzat", "Толунбек Мирзат"),
  );
});

it("makes a short sketch of anything", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const name = prepareName(text);
      const sketch = sketchOf(name);
      expect(sketch.length).toBeLessThan(256);
      const like = roughLikeness(name)(sketch, 0, sketch.length);
      expect(like).toBeGreaterThanOrEqual(0);
      expect(like).toBeLessThanOrEqual(1);
    }),
  );
});
