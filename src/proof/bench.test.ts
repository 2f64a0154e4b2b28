import { expect, test } from "vitest";
import { benchProof } from "./bench.ts";

test("a small run measures, verifies what it measures, and can be written as JSON", async () => {
  const figures = await benchProof({ entries: 200, treeLeaves: 70_000, proofs: 9 });
  expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  expect(figures.treeLeaves).toBe(70_000);
  // C2SP's example tree: 274 + 2 + 1 tiles, of which a proof reads one to five.
  expect(figures.tilesReadPerInclusionProof).toBeGreaterThanOrEqual(1);
  expect(figures.tilesReadPerInclusionProof).toBeLessThanOrEqual(5);
});
