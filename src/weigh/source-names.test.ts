// Who is repeated by name alone, while a source of that name is in the vault. Outlets are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OriginClaim, originsOf, type SourceNode } from "./origins.ts";
import { withNamed } from "./source-names.ts";

const node = (id: string, publisher?: string, ...named: string[]): SourceNode => ({
  id,
  title: `Invented ${id}`,
  relays: named.map((words) => ({ words })),
  ...(publisher === undefined ? {} : { publisher }),
});
const graph = (...nodes: SourceNode[]): Map<string, SourceNode> =>
  new Map(nodes.map((one) => [one.id, one]));
const said = (source: string): OriginClaim => ({ claim: `claim ${source}`, source });
const count = (claims: readonly OriginClaim[], nodes: ReadonlyMap<string, SourceNode>): number =>
  originsOf(claims, nodes).length;

describe("an outlet that repeats another by its name", () => {
  const nodes = graph(
    node("outlet", "Steppe Lantern", "the Birch Post"),
    node("birch", "Birch Post"),
    node("birch again", "The Birch Post"),
    node("other", "Grey Bell"),
  );

  it("is no second origin beside that other's own article", () => {
    const claims = [said("outlet"), said("birch")];
    expect(count(claims, nodes)).toBe(2);
    const [origin, ...more] = originsOf(claims, withNamed(nodes));
    expect(more).toEqual([]);
    expect(origin?.carriers.map(({ key, from, how }) => [key, from, how])).toEqual([
      ["birch", undefined, undefined],
      ["outlet", "birch", "repeats"],
    ]);
  });

  it("stays one beside others, and joins no two of them", () => {
    expect(count([said("outlet"), said("other")], withNamed(nodes))).toBe(2);
    expect(count([said("outlet"), said("birch"), said("birch again")], withNamed(nodes))).toBe(2);
    expect(count([said("outlet")], withNamed(nodes))).toBe(1);
  });
});

describe("whatever is named", () => {
  const body = fc.constantFrom("Birch Post", "Grey Bell", "Steppe Lantern");
  const nodes = fc
    .array(
      fc.record({
        publisher: fc.option(body, { nil: undefined }),
        named: fc.array(body, { maxLength: 2 }),
        source: fc.option(fc.constantFrom("s0", "s1", "s2"), { nil: undefined }),
      }),
      { minLength: 5, maxLength: 5 },
    )
    .map((list) =>
      graph(
        ...list.map(({ publisher, named, source }, i) => {
          const one = node(`s${i}`, publisher, ...named);
          return source === undefined
            ? one
            : { ...one, relays: [...one.relays, { source, words: "" }] };
        }),
      ),
    );
  const sources = fc.uniqueArray(fc.constantFrom("s0", "s1", "s2", "s3", "s4"), { minLength: 1 });

  it("a name never adds an origin", () => {
    fc.assert(
      fc.property(nodes, sources, (all, from) => {
        const claims = from.map(said);
        expect(count(claims, withNamed(all))).toBeLessThanOrEqual(count(claims, all));
      }),
      { numRuns: 1_000 },
    );
  });
});
