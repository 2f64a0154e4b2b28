import { describe, expect, it } from "vitest";
import type { Carrier } from "../../api/views.ts";
import { branchesOf, sourcesIn } from "./evidence-branches.ts";

const carrier = (key: string, from?: string, claims: readonly string[] = ["clm"]): Carrier => ({
  key,
  source: key,
  title: `Invented ${key}`,
  claims,
  ...(from === undefined ? {} : { from, how: "repeats" as const }),
});
const shape = (branches: ReturnType<typeof branchesOf>): unknown =>
  branches.map((b) => [b.carrier.key, ...(b.below.length === 0 ? [] : [shape(b.below)])]);

describe("the branches of an origin", () => {
  it("are the root, what repeats it, and what repeats that", () => {
    const carriers = [
      carrier("wire"),
      carrier("a", "wire"),
      carrier("b", "wire"),
      carrier("c", "a"),
    ];
    const branches = branchesOf({ carriers });
    expect(shape(branches)).toEqual([["wire", [["a", [["c"]]], ["b"]]]]);
    expect(branches[0]?.below[0]?.from?.title).toBe("Invented wire");
  });

  it("are as many as a speaker told, and lose nothing whose root is missing", () => {
    expect(shape(branchesOf({ carriers: [carrier("x"), carrier("y")] }))).toEqual([["x"], ["y"]]);
    expect(shape(branchesOf({ carriers: [carrier("x", "gone")] }))).toEqual([["x"]]);
  });
});

describe("the number of sources", () => {
  it("counts those that make a claim, each once however many origins it carries", () => {
    const one = { carriers: [carrier("wire", undefined, []), carrier("a", "wire")] };
    const two = { carriers: [carrier("a"), carrier("b")] };
    expect(sourcesIn([one, two])).toBe(2);
  });
});
