// What goes between the threads comes out as it went in.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Cell, packRows, unpackRows } from "./packed-rows.ts";

const bytes = fc
  .uint8Array({ maxLength: 40 })
  .map((array): Uint8Array<ArrayBuffer> => new Uint8Array(array));
const cell: fc.Arbitrary<Cell> = fc.oneof(fc.string(), fc.integer(), fc.constant(null), bytes);

it("gives back every row, byte arrays and gaps included", () => {
  const row = fc.record({ a: cell, b: bytes, c: fc.option(bytes), d: cell });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const sent = structuredClone(packRows(structuredClone(rows)));
      expect(unpackRows(sent)).toEqual(rows);
    }),
  );
});
