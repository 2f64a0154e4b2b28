// Sources that carry nearly the same text are one origin, whichever came first. Outlets and people are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CopyPair } from "../collect/index.ts";
import { type OriginClaim, originsOf, type SourceNode } from "./origins.ts";
import { withCopies } from "./source-copies.ts";

type Alike = readonly [string, string, number?];

/** Sources by name with what they repeat, and which of them carry nearly the same text. */
function graphOf(
  relays: Readonly<Record<string, readonly string[]>>,
  alike: readonly Alike[],
  published: Readonly<Record<string, string>> = {},
): Map<string, SourceNode> {
  const nodes = new Map<string, SourceNode>(
    Object.entries(relays).map(([id, repeated]) => {
      const date = published[id];
      return [
        id,
        {
          id,
          title: `Invented ${id}`,
          ...(date === undefined ? {} : { published: date }),
          relays: repeated.map((source) =>
            source.startsWith("words ")
              ? { words: source.slice(6) }
              : { source, words: `Invented ${source}` },
          ),
        },
      ];
    }),
  );
  return withCopies(nodes, both(alike));
}

const both = (alike: readonly Alike[]): CopyPair[] =>
  alike.flatMap(([a, b, share = 0.9]) => [
    { source: a, other: b, share },
    { source: b, other: a, share },
  ]);

const said = (claim: string, source: string, words?: string, person?: string): OriginClaim => ({
  claim,
  source,
  ...(words === undefined ? {} : { speaker: { words, person } }),
});
const count = (claims: readonly OriginClaim[], graph: ReadonlyMap<string, SourceNode>): number =>
  originsOf(claims, graph).length;

describe("ten outlets that print one wire text and name nobody", () => {
  const outlets = Array.from({ length: 10 }, (_, i) => `outlet-${i}`);
  const alone = Object.fromEntries(outlets.map((o) => [o, []]));
  const claims = outlets.map((o) => said(`claim-${o}`, o));

  it("are ten until anyone sees that their texts are the same, then one", () => {
    expect(count(claims, graphOf(alone, []))).toBe(10);
    const hub = outlets.slice(1).map((o): Alike => ["outlet-0", o]);
    expect(count(claims, graphOf(alone, hub))).toBe(1);
  });

  it("are one along a line of texts each of which is like the next", () => {
    const line = outlets.slice(1).map((o, i): Alike => [outlets[i] as string, o]);
    expect(count(claims, graphOf(alone, line))).toBe(1);
  });

  it("are drawn with the earliest as the root, and how much of each text stands there", () => {
    const graph = graphOf(
      { a: [], b: [], c: [] },
      [
        ["a", "b", 0.9],
        ["b", "c", 0.85],
      ],
      { a: "2019-03-02", b: "2019-03-01" },
    );
    const [origin, ...more] = originsOf([said("1", "a"), said("2", "c")], graph);
    expect(more).toEqual([]);
    expect(origin).toMatchObject({ kind: "source", label: "Invented b", retellings: 1 });
    expect(origin?.carriers).toEqual([
      { key: "b", source: "b", title: "Invented b", published: "2019-03-01", claims: [] },
      {
        key: "a",
        source: "a",
        title: "Invented a",
        published: "2019-03-02",
        claims: ["1"],
        from: "b",
        how: "same-text",
        share: 0.9,
      },
      {
        key: "c",
        source: "c",
        title: "Invented c",
        claims: ["2"],
        from: "b",
        how: "same-text",
        share: 0.85,
      },
    ]);
  });

  it("share what one of them is known to repeat", () => {
    const graph = graphOf({ a: ["words Invented Wire"], b: [], other: [] }, [["a", "b"]]);
    const [origin, ...more] = originsOf([said("1", "a"), said("2", "b")], graph);
    expect(more).toEqual([]);
    expect(origin?.label).toBe("Invented Wire");
    expect(origin?.carriers.map(({ key, from, how }) => [key, from, how])).toEqual([
      ["words invented wire", undefined, undefined],
      ["a", "words invented wire", "repeats"],
      ["b", "a", "same-text"],
    ]);
  });
});

describe("a speaker whom several copies quote", () => {
  const graph = graphOf({ a: [], b: [], c: [] }, [["a", "b"]]);

  it("is one, whatever whoever wrote it down called her", () => {
    expect(count([said("1", "a", "his sister"), said("2", "b", "the woman")], graph)).toBe(1);
    expect(count([said("1", "a", "his sister"), said("2", "c", "the woman")], graph)).toBe(2);
  });

  it("is beside another of the same text still another", () => {
    const claims = [
      said("1", "a", "his sister"),
      said("2", "a", "a guard"),
      said("3", "b", "a guard"),
    ];
    expect(count(claims, graph)).toBe(2);
  });

  it("on file is herself", () => {
    const claims = [said("1", "a", "his sister", "rec-a"), said("2", "b", "a guard", "rec-b")];
    expect(count(claims, graph)).toBe(2);
  });
});

describe("a digest that carries two articles word for word", () => {
  const claims = [said("1", "x"), said("2", "y"), said("3", "digest")];
  const alike: Alike[] = [
    ["digest", "x"],
    ["digest", "y"],
  ];

  it("makes one origin of all while nobody says what it is: too low rather than too high", () => {
    expect(count(claims, graphOf({ x: [], y: [], digest: [] }, alike))).toBe(1);
  });

  it("is a digest once a person says that it repeats both", () => {
    expect(count(claims, graphOf({ x: [], y: [], digest: ["x", "y"] }, alike))).toBe(2);
  });
});

const names = ["s0", "s1", "s2", "s3", "s4", "s5"] as const;
const name = fc.constantFrom<string>(...names);
const relays = fc
  .array(
    fc.array(fc.oneof(name, fc.constantFrom("words Wire One", "words Wire Two")), { maxLength: 2 }),
    {
      minLength: names.length,
      maxLength: names.length,
    },
  )
  .map((lists) => Object.fromEntries(names.map((n, i) => [n, lists[i] ?? []])));
const pairs = fc.array(
  fc.tuple(name, name).filter(([a, b]) => a !== b),
  { maxLength: 5 },
);
const speaker = fc.record({
  words: fc.constantFrom("his sister", "a guard", "a neighbour"),
  person: fc.constantFrom(undefined, undefined, "rec-a", "rec-b"),
});
const claimsIn = fc
  .array(fc.record({ source: name, speaker: fc.option(speaker, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((claims) => claims.map((c, i): OriginClaim => ({ ...c, claim: `claim-${i}` })));
const often = { numRuns: 500 };
const rank = fc.infiniteStream(fc.nat());
const shuffled = <T>(list: readonly T[], order: Iterator<number>): T[] =>
  list
    .map((one) => ({ one, at: order.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

describe("whatever is alike", () => {
  it("texts that are alike never add an origin", () => {
    fc.assert(
      fc.property(relays, pairs, claimsIn, (described, alike, claims) => {
        expect(count(claims, graphOf(described, alike))).toBeLessThanOrEqual(
          count(claims, graphOf(described, [])),
        );
      }),
      often,
    );
  });

  it("two that are alike and repeat nobody are one in their own voice", () => {
    fc.assert(
      fc.property(relays, pairs, (described, alike) => {
        const graph = graphOf({ ...described, s0: [], s1: [] }, [...alike, ["s0", "s1"]]);
        // Unless the one is described as repeating the other, and then they are one as well.
        expect(count([said("1", "s0"), said("2", "s1")], graph)).toBe(1);
      }),
      often,
    );
  });

  it("a copy more neither raises nor lowers the count", () => {
    fc.assert(
      fc.property(relays, pairs, claimsIn, fc.nat(), (described, alike, claims, pick) => {
        const of = (claims[pick % claims.length] as OriginClaim).source;
        const graph = graphOf({ ...described, copy: [] }, [...alike, ["copy", of]]);
        const before = count(claims, graph);
        expect(count([...claims, said("claim-x", "copy")], graph)).toBe(before);
        expect(before).toBe(count(claims, graphOf(described, alike)));
      }),
      often,
    );
  });

  it("the order of claims, pairs and sources changes nothing", () => {
    fc.assert(
      fc.property(relays, pairs, claimsIn, rank, (described, alike, claims, order) => {
        const turned = shuffled(alike, order).map(([a, b]): Alike => [b, a]);
        const moved = Object.fromEntries(shuffled(Object.entries(described), order));
        expect(originsOf(shuffled(claims, order), graphOf(moved, turned))).toEqual(
          originsOf(claims, graphOf(described, alike)),
        );
      }),
      often,
    );
  });

  it("which source came first changes no count", () => {
    fc.assert(
      fc.property(relays, pairs, claimsIn, rank, (described, alike, claims, order) => {
        const named = new Map(
          names.map((n, i) => [n as string, shuffledNames(order)[i] as string]),
        );
        const other = (id: string): string => named.get(id) ?? id;
        const renamed = Object.fromEntries(
          Object.entries(described).map(([id, list]) => [other(id), list.map(other)]),
        );
        const graph = graphOf(
          renamed,
          alike.map(([a, b]): Alike => [other(a), other(b)]),
        );
        const elsewhere = claims.map((c) => ({ ...c, source: other(c.source) }));
        expect(count(elsewhere, graph)).toBe(count(claims, graphOf(described, alike)));
      }),
      often,
    );
  });

  it("every carrier leads to a root, and every claim is carried once", () => {
    fc.assert(
      fc.property(relays, pairs, claimsIn, (described, alike, claims) => {
        for (const origin of originsOf(claims, graphOf(described, alike))) {
          const byKey = new Map(origin.carriers.map((c) => [c.key, c]));
          expect(byKey.size).toBe(origin.carriers.length);
          expect(origin.carriers.flatMap((c) => c.claims).sort()).toEqual(
            [...origin.claims].sort(),
          );
          for (const [i, carrier] of origin.carriers.entries()) {
            if (carrier.from === undefined) continue;
            const above = origin.carriers.findIndex((c) => c.key === carrier.from);
            expect(above).toBeGreaterThanOrEqual(0);
            expect(above).toBeLessThan(i);
          }
        }
      }),
      often,
    );
  });
});

let drawn: { order: Iterator<number>; names: string[] } | undefined;
/** One renaming for one run. */
function shuffledNames(order: Iterator<number>): string[] {
  if (drawn?.order !== order) drawn = { order, names: shuffled(names, order) };
  return drawn.names;
}
