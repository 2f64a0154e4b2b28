// Packing of the index of names.
import fc from "fast-check";
import { expect, it } from "vitest";
import { eachPosting, type Posting, postings } from "./postings.ts";

const posting = fc.record({
  key: fc.integer({ min: 0, max: 5 }),
  seq: fc.integer({ min: 0, max: 2 ** 45 }),
  sketch: fc.uint8Array({ maxLength: 255 }),
});
const told = ({ key, seq, sketch }: Posting): string => `${key} ${seq} ${sketch.join()}`;

it("gives back what was put in, one row a key", () => {
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 40 }), (found) => {
      const rows = postings([...found]);
      expect(rows.map(({ key }) => key)).toEqual(
        [...new Set(found.map(({ key }) => key))].sort((a, b) => a - b),
      );
      const back = rows.flatMap(({ key, first, names }) => {
        const some = [...eachPosting(names)];
        expect(some[0]?.seq).toBe(first);
        return some.map(({ seq, start, end }) => ({ key, seq, sketch: names.slice(start, end) }));
      });
      expect(back.map(told).sort()).toEqual(found.map(told).sort());
    }),
  );
});
