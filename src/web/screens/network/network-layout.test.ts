import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NetworkEdge, NetworkNode, NetworkView } from "../../api/views.ts";
import { layOutNetwork, towards } from "./network-layout.ts";
import { labelBox, meets } from "./network-names.ts";

const node = (i: number): NetworkNode => ({
  id: `rec_${String(i).padStart(3, "0")}`,
  number: `P-${i}`,
  label: i % 5 === 0 ? `虚构的人${i}` : `Invented Person ${i}`,
  distance: i === 0 ? 0 : i < 12 ? 1 : 2,
  family: `rec_${String(Math.floor(i / 4) * 4).padStart(3, "0")}`,
});

const edge = (from: number, to: number): NetworkEdge => ({
  id: `${from}-${to}`,
  from: node(from).id,
  to: node(to).id,
  kind: Math.floor(from / 4) === Math.floor(to / 4) ? "kin" : "held",
  label: "",
  sources: [],
});

const view = (people: number, ties: readonly (readonly [number, number])[]): NetworkView => ({
  middle: node(0).id,
  nodes: Array.from({ length: people }, (_, i) => node(i)),
  edges: ties.map(([from, to]) => edge(from, to)),
  left: 0,
});

const ring = (people: number): (readonly [number, number])[] =>
  Array.from({ length: people - 1 }, (_, i) => [i + 1, i % 4 === 3 ? 0 : i] as const);

describe("the drawing of a network", () => {
  it("is the same whatever the order of people and ties", () => {
    const ties = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 20 });
    fc.assert(
      fc.property(ties, (all) => {
        const one = view(
          20,
          all.filter(([a, b]) => a !== b),
        );
        const other = { ...one, nodes: one.nodes.toReversed(), edges: one.edges.toReversed() };
        expect(layOutNetwork(other, 900)).toEqual(layOutNetwork(one, 900));
      }),
      { numRuns: 15 },
    );
  });

  it.each([1, 2, 12, 60, 200])(
    "keeps %i people inside it, apart from each other, and no name on another",
    (people) => {
      const { nodes, width, height } = layOutNetwork(view(people, ring(people)), 1000);
      expect(nodes).toHaveLength(people);
      for (const [i, one] of nodes.entries()) {
        expect(one.x).toBeGreaterThan(0);
        expect(one.x).toBeLessThan(width);
        expect(one.y).toBeGreaterThan(0);
        expect(one.y).toBeLessThan(height);
        for (const other of nodes.slice(i + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(16);
          if (one.name !== null && other.name !== null)
            expect(meets(labelBox(one, one.name), labelBox(other, other.name))).toBe(false);
        }
      }
      // The person in the middle always has a name, and a drawing of a few people names them all.
      expect(nodes.find(({ node: { distance } }) => distance === 0)?.name).not.toBeNull();
      if (people <= 12) expect(nodes.every(({ name }) => name !== null)).toBe(true);
    },
  );

  it("lets arrow keys reach everybody", () => {
    const { nodes } = layOutNetwork(view(40, ring(40)), 1000);
    const [first] = nodes;
    const reached = new Set([first]);
    for (const one of reached)
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const) {
        const next = one === undefined ? null : towards(nodes, one, key);
        if (next !== null) reached.add(next);
      }
    expect(reached.size).toBe(40);
  });
});
