// How many independent origins: the count may be too low, never too high. Outlets and people are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OriginClaim, originsOf, type SourceNode } from "./origins.ts";

type Relay = string | { readonly words: string };

/** Sources by name, each with what it repeats: another source, or the words for one the vault does not hold. */
function sources(relays: Readonly<Record<string, readonly Relay[]>>): Map<string, SourceNode> {
  return new Map(
    Object.entries(relays).map(([id, repeated]) => [
      id,
      {
        id,
        title: `Invented ${id}`,
        relays: repeated.map((r) =>
          typeof r === "string" ? { source: r, words: `Invented ${r}` } : r,
        ),
      },
    ]),
  );
}

let made = 0;
const said = (source: string, words?: string, person?: string): OriginClaim => ({
  claim: `claim-${String((made += 1)).padStart(6, "0")}`,
  source,
  ...(words === undefined ? {} : { speaker: { words, person } }),
});
const count = (claims: readonly OriginClaim[], graph: Map<string, SourceNode>): number =>
  originsOf(claims, graph).length;

const outlets = Array.from({ length: 10 }, (_, i) => `outlet-${i}`);
const relaying = (root: Relay): Map<string, SourceNode> =>
  sources({
    wire: [],
    ...Object.fromEntries(outlets.map((o) => [o, [root]])),
  });

describe("ten outlets that repeat one relative", () => {
  it("are one origin when the relative is on file, whatever each outlet calls her", () => {
    const claims = outlets.map((o, i) =>
      said(o, `the sister, as outlet ${i} puts it`, "rec-sister"),
    );
    const [origin, ...others] = originsOf(claims, relaying("wire"));
    expect(others).toEqual([]);
    expect(origin).toMatchObject({ kind: "speaker", retellings: 9 });
    expect(origin?.claims).toHaveLength(10);
  });

  it("are one origin when they repeat one wire in their own voice, with the wire itself or without it", () => {
    const claims = outlets.map((o) => said(o));
    expect(count(claims, relaying("wire"))).toBe(1);
    expect(count([...claims, said("wire")], relaying("wire"))).toBe(1);
  });

  it("are one origin when the vault holds no wire, only that each of them names it", () => {
    const claims = outlets.map((o) => said(o));
    expect(count(claims, relaying({ words: "Invented Wire Agency" }))).toBe(1);
    expect(count(claims, relaying({ words: "INVENTED wire agency" }))).toBe(1);
  });

  it("are one origin when the wire quotes her and the outlets do not", () => {
    const claims = [said("wire", "his sister"), ...outlets.map((o) => said(o))];
    expect(count(claims, relaying("wire"))).toBe(1);
    const known = [said("wire", "Gulnar Testkyzy", "rec-sister"), ...outlets.map((o) => said(o))];
    expect(count(known, relaying("wire"))).toBe(1);
  });

  it("are one origin when each outlet translates who she is", () => {
    const words = ["his sister", "сестра", "әпкесі", "妹妹", "the woman"];
    const claims = outlets.map((o, i) => said(o, words[i % words.length]));
    expect(count(claims, relaying("wire"))).toBe(1);
    expect(count([said("wire", "a relative"), ...claims], relaying("wire"))).toBe(1);
  });

  it("are one origin when only one of them lets us know who she is", () => {
    const claims = [
      said("outlet-0", "Gulnar Testkyzy", "rec-sister"),
      said("wire", "his sister"),
      said("outlet-1", "the sister"),
    ];
    expect(count(claims, relaying("wire"))).toBe(1);
  });

  it("are one origin along a chain of any length", () => {
    const chain = Object.fromEntries(
      outlets.map((o, i) => [o, i === 0 ? [] : [outlets[i - 1] as string]]),
    );
    const origins = originsOf(
      outlets.map((o) => said(o)),
      sources(chain),
    );
    expect(origins).toHaveLength(1);
    expect(origins[0]?.chain.map((step) => step.source)).toEqual(outlets.toReversed());
    expect(origins[0]).toMatchObject({ kind: "source", label: "Invented outlet-0" });
  });
});

describe("outlets that repeat each other in a circle", () => {
  const circle = sources({ a: ["b"], b: ["c"], c: ["a"] });

  it("are one origin, from wherever one enters", () => {
    expect(count([said("a"), said("b"), said("c")], circle)).toBe(1);
    expect(count([said("c"), said("b")], circle)).toBe(1);
  });

  it("stay one for an outlet that repeats the circle, whatever its name", () => {
    for (const name of ["0-before", "z-after"]) {
      const graph = sources({ a: ["b"], b: ["c"], c: ["a"], [name]: ["b"] });
      expect(count([said(name), said("c")], graph)).toBe(1);
    }
  });

  it("stay one for an outlet that repeats the circle and something else besides", () => {
    const graph = sources({ a: ["b"], b: ["a"], other: [], digest: ["other", "a"] });
    expect(count([said("digest"), said("b")], graph)).toBe(1);
  });

  it("may repeat themselves without end", () => {
    expect(count([said("a")], sources({ a: ["a"] }))).toBe(1);
  });
});

describe("speakers", () => {
  const two = sources({ x: [], y: [] });

  it("are two when they are two people on file, even in one source", () => {
    expect(count([said("x", "his sister", "rec-a"), said("y", "his cousin", "rec-b")], two)).toBe(
      2,
    );
    expect(count([said("x", "a sister", "rec-a"), said("x", "a sister", "rec-b")], two)).toBe(2);
  });

  it("are one when the same person speaks to two outlets", () => {
    expect(count([said("x", "his sister", "rec-a"), said("y", "Gulnar", "rec-a")], two)).toBe(1);
  });

  it("nobody named are two in unrelated sources, even in the same words", () => {
    expect(count([said("x", "a neighbour"), said("y", "a neighbour")], two)).toBe(2);
  });

  it("nobody named are one in one source in the same words, two in other words", () => {
    expect(count([said("x", "a neighbour"), said("x", "A Neighbour")], two)).toBe(1);
    expect(count([said("x", "a neighbour"), said("x", "a guard")], two)).toBe(2);
  });

  it("are one when a person identified the speaker in one statement and not in the other", () => {
    expect(count([said("x", "his sister", "rec-a"), said("x", "his sister")], two)).toBe(1);
    expect(count([said("x", "his sister", "rec-a"), said("x", "a guard")], two)).toBe(2);
  });

  it("and the outlet that quotes them are one, as it has it from them", () => {
    expect(count([said("x", "his sister", "rec-a"), said("x")], two)).toBe(1);
    expect(count([said("x"), said("x", "a neighbour"), said("x", "a guard")], two)).toBe(2);
  });

  it("keep apart however many digests repeat both", () => {
    const graph = sources({ x: [], y: [], digest: ["x", "y"], digest2: ["digest"] });
    expect(count([said("x"), said("y"), said("digest"), said("digest2")], graph)).toBe(2);
    expect(count([said("digest"), said("digest2")], graph)).toBe(1);
  });
});

describe("what an origin shows", () => {
  it("is every claim once, the origin with the most first", () => {
    const claims = [said("x"), said("y", "his sister", "rec-a"), said("z", "Gulnar", "rec-a")];
    const origins = originsOf(claims, sources({ x: [], y: [], z: [] }));
    expect(origins.map((o) => o.claims.length)).toEqual([2, 1]);
    expect(origins.flatMap((o) => o.claims).sort()).toEqual(claims.map((c) => c.claim));
  });

  it("is nothing for no claims, and holds for a source the vault has lost", () => {
    expect(originsOf([], new Map())).toEqual([]);
    expect(count([said("gone"), said("gone")], new Map())).toBe(1);
  });
});

const name = fc.constantFrom("s0", "s1", "s2", "s3", "s4", "s5", "s6");
const relay = fc.oneof(
  { weight: 4, arbitrary: name.map((source): Relay => source) },
  fc.constantFrom("Wire One", "Wire Two").map((words): Relay => ({ words })),
);
const graphs = fc
  .array(fc.array(relay, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  .map((relays) => sources(Object.fromEntries(relays.map((r, i) => [`s${i}`, r]))));
const speaker = fc.record({
  words: fc.constantFrom("his sister", "a guard", "a neighbour"),
  person: fc.constantFrom(undefined, undefined, "rec-a", "rec-b"),
});
const claimsIn = fc.array(
  fc.record({ source: name, speaker: fc.option(speaker, { nil: undefined }) }),
  { minLength: 1, maxLength: 8 },
);
const numbered = (
  claims: readonly { source: string; speaker: OriginClaim["speaker"] }[],
): OriginClaim[] => claims.map((c, i) => ({ ...c, claim: `claim-${i}` }));

describe("whatever the sources and claims", () => {
  it("each claim belongs to exactly one origin", () => {
    fc.assert(
      fc.property(graphs, claimsIn.map(numbered), (graph, claims) => {
        const kept = originsOf(claims, graph).flatMap((o) => o.claims);
        expect(kept.sort()).toEqual(claims.map((c) => c.claim).sort());
      }),
    );
  });

  it("the order of the claims changes nothing at all", () => {
    fc.assert(
      fc.property(
        graphs,
        claimsIn.map(numbered),
        fc.infiniteStream(fc.nat()),
        (graph, claims, rank) => {
          const shuffled = claims
            .map((c) => ({ c, at: rank.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ c }) => c);
          expect(originsOf(shuffled, graph)).toEqual(originsOf(claims, graph));
        },
      ),
    );
  });

  it("adding a retelling never raises the count, nor lowers it", () => {
    fc.assert(
      fc.property(graphs, claimsIn.map(numbered), fc.nat(), (graph, claims, pick) => {
        const told = claims[pick % claims.length] as OriginClaim;
        const withIt = new Map(graph);
        const relays = [{ source: told.source, words: "" }];
        withIt.set("retelling", { id: "retelling", title: "Invented digest", relays });
        const retelling: OriginClaim = { claim: "claim-x", source: "retelling" };
        const before = count(claims, withIt);
        expect(count([...claims, retelling], withIt)).toBe(before);
        const unnamed = { ...retelling, speaker: { words: "someone" } };
        expect(count([...claims, unnamed], withIt)).toBe(before);
      }),
    );
  });

  it("a claim more never takes away an origin of people on file, nor adds two", () => {
    fc.assert(
      fc.property(graphs, claimsIn.map(numbered), (graph, claims) => {
        const people = new Set(claims.flatMap((c) => c.speaker?.person ?? []));
        const origins = count(claims, graph);
        expect(origins).toBeGreaterThanOrEqual(Math.max(1, people.size));
        expect(count(claims.slice(1), graph)).toBeGreaterThanOrEqual(origins - 1);
      }),
    );
  });

  it("there are never more origins than speakers and roots that could have known", () => {
    fc.assert(
      fc.property(graphs, claimsIn.map(numbered), (graph, claims) => {
        // Of any two claims, one from a source that repeats the other's makes one origin.
        for (const a of claims) {
          for (const b of claims) {
            if (a.speaker?.person !== undefined || b.speaker !== undefined) continue;
            if (!reaches(graph, a.source, b.source)) continue;
            if (a.source === b.source && a.speaker !== undefined) continue;
            expect(count([a, { ...b, claim: `${b.claim}-again` }], graph)).toBe(1);
          }
        }
      }),
    );
  });
});

function reaches(graph: Map<string, SourceNode>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const walk = (id: string): boolean => {
    if (id === to) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return (graph.get(id)?.relays ?? []).some((r) => r.source !== undefined && walk(r.source));
  };
  return walk(from);
}
