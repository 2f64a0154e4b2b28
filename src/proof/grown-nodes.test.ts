import { describe, expect, test } from "vitest";
import { nodesOfGrowth } from "./grown-nodes.ts";
import { consistencyProof, nodesOfLeaves, rootFromNodes } from "./merkle-proof.ts";
import { refusal, someLeaves } from "./testing.ts";
import { rootOf, TreeFrontier } from "./tree-frontier.ts";

const SIZES = 130;
const leaves = someLeaves(SIZES);
const frontiers = Array.from({ length: SIZES + 1 }, (_, size) =>
  TreeFrontier.empty().appendAll(leaves.slice(0, size)),
);
const frontier = (size: number): TreeFrontier => frontiers[size] as TreeFrontier;

describe("a tree known by its old edge and its new leaves", () => {
  test(`proves every growth up to ${SIZES} leaves as the whole tree would`, () => {
    const whole = nodesOfLeaves(leaves);
    for (let to = 1; to <= SIZES; to++) {
      for (let from = 0; from <= to; from++) {
        const grown = nodesOfGrowth(frontier(from), leaves.slice(from, to));
        expect(consistencyProof(from, to, grown)).toEqual(consistencyProof(from, to, whole));
        expect(rootFromNodes(to, grown).equals(rootOf(leaves.slice(0, to)))).toBe(true);
      }
    }
  });

  test("proves nothing of another ledger's leaves", () => {
    const others = someLeaves(SIZES).reverse();
    const honest = consistencyProof(5, 12, nodesOfGrowth(frontier(5), leaves.slice(5, 12)));
    const other = consistencyProof(5, 12, nodesOfGrowth(frontier(5), others.slice(5, 12)));
    expect(other).not.toEqual(honest);
  });

  test("does not make up what lies before the edge or after the last leaf", () => {
    const grown = nodesOfGrowth(frontier(6), leaves.slice(6, 9));
    expect(refusal(() => grown(0, 2)).code).toBe("proof/range");
    expect(refusal(() => grown(0, 9)).code).toBe("proof/range");
    expect(refusal(() => grown(1, 4)).code).toBe("proof/range");
  });

  test("the edge handed out is a copy", () => {
    const root = frontier(7).root().toString("hex");
    for (const peak of frontier(7).peaks()) peak.fill(0);
    expect(frontier(7).root().toString("hex")).toBe(root);
  });
});
