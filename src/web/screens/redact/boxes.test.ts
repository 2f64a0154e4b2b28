// Whatever is drawn or pressed, a box keeps a size and stays on its page.
import fc from "fast-check";
import { expect, it } from "vitest";
import { afterKey, between, onPage, middle } from "./boxes.ts";

const side = fc.double({ min: 10, max: 5_000, noNaN: true });
const any = fc.double({ min: -9_000, max: 9_000, noNaN: true });
const size = fc.record({ width: side, height: side });
const key = fc.record({
  key: fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"),
  shiftKey: fc.boolean(),
});

it("a box stays on its page through any keys", () => {
  fc.assert(
    fc.property(size, fc.array(key, { maxLength: 200 }), (page, keys) => {
      let box = middle(1, page);
      for (const one of keys) box = afterKey(box, one, page) ?? box;
      expect(box).toEqual(onPage(box, page));
      expect(box.width > 0 && box.height > 0).toBe(true);
      expect(box.x >= 0 && box.x + box.width <= page.width + 1e-6).toBe(true);
      expect(box.y >= 0 && box.y + box.height <= page.height + 1e-6).toBe(true);
    }),
  );
});

it("two corners make one box, whichever comes first, and a click makes none", () => {
  fc.assert(
    fc.property(size, any, any, any, any, (page, ax, ay, bx, by) => {
      const [a, b] = [{ x: ax, y: ay }, { x: bx, y: by }]; // prettier-ignore
      expect(between(1, a, b, page)).toEqual(between(1, b, a, page));
      expect(between(1, a, a, page)).toBeNull();
    }),
  );
});

it("other keys do nothing, arrows move, Shift sizes", () => {
  const page = { width: 100, height: 100 };
  const box = { page: 1, x: 10, y: 10, width: 20, height: 10 };
  expect(afterKey(box, { key: "a", shiftKey: false }, page)).toBeNull();
  expect(afterKey(box, { key: "ArrowRight", shiftKey: false }, page)).toEqual({ ...box, x: 11 });
  expect(afterKey(box, { key: "ArrowDown", shiftKey: true }, page)).toEqual({ ...box, height: 11 });
});
