import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainHeadline } from "./explain-headline.ts";
import { type WeighedClaim, headlineOf, headlinesOf } from "./headline.ts";
import { claimNo, claimOf, dateOf, generalDenial, namedDenial, present } from "./testing.ts";
import { comparable } from "./value.ts";

const rulesOf = (claims: readonly WeighedClaim[]) =>
  present(headlineOf(claims)).why.map((w) => w.rule);

describe("the steps of the rule, in order", () => {
  const weak = { grade: 5, knowsRank: 9, said: "2017" } as const;
  const strong = { grade: 1, knowsRank: 0, said: "2024-05-01" } as const;
  const steps: readonly [string, WeighedClaim, readonly WeighedClaim[]][] = [
    [
      "pinned",
      claimOf(1, "1980", {
        ...weak,
        review: "proposed",
        pinned: { reason: "Seen in the passport" },
      }),
      [claimOf(2, "1981", { ...strong, origins: ["a", "b", "c"] })],
    ],
    [
      "accepted",
      claimOf(1, "1980", weak),
      [claimOf(2, "1981", { ...strong, review: "proposed", origins: ["a", "b", "c"] })],
    ],
    [
      "origins",
      claimOf(1, "1980", { ...weak, origins: ["a", "b"] }),
      [claimOf(2, "1981", { ...strong, origins: ["c"] })],
    ],
    [
      "grade",
      claimOf(1, "1980", { ...weak, grade: 2 }),
      [claimOf(2, "1981", { ...strong, grade: 3 })],
    ],
    [
      "knows",
      claimOf(1, "1980", { knowsRank: 1, said: "2017" }),
      [claimOf(2, "1981", { knowsRank: 7, said: "2024" })],
    ],
    [
      "later",
      claimOf(1, "1980", { said: "2019-03" }),
      [claimOf(2, "1981", { said: "2018-12-31" })],
    ],
  ];
  it.each(steps)("%s decides before all that come after it", (rule, winner, losers) => {
    const headline = present(headlineOf([...losers, winner]));
    expect(headline.claims).toEqual([winner.id]);
    expect(headline.why.map((w) => w.rule)).toEqual([rule]);
    expect(headline.state).not.toBe("disputed");
    expect(headline.others.map((o) => o.claims)).toEqual(losers.map((l) => [l.id]));
  });

  it("is the only value where nobody says otherwise", () => {
    expect(rulesOf([claimOf(1, "1980")])).toEqual(["only"]);
  });

  it("shows a tie as disputed, with both sides", () => {
    const headline = present(headlineOf([claimOf(1, "1981"), claimOf(2, "1980")]));
    expect(headline.state).toBe("disputed");
    expect([headline.value, ...headline.others.map((o) => o.value)]).toEqual([
      dateOf("1980"),
      dateOf("1981"),
    ]);
  });

  it("never counts a rejected claim", () => {
    expect(headlineOf([claimOf(1, "1980", { review: "rejected" })])).toBeNull();
    const headline = present(
      headlineOf([
        claimOf(1, "1980", { review: "rejected", origins: ["a", "b"] }),
        claimOf(2, "1981"),
      ]),
    );
    expect(headline.others).toEqual([]);
  });
});

describe("weight", () => {
  it("is one for ten outlets that repeat one relative", () => {
    const chain = Array.from({ length: 10 }, (_, n) =>
      claimOf(n, "1980", { origins: ["the aunt"] }),
    );
    const headline = present(headlineOf(chain));
    expect([headline.origins, headline.state, headline.claims.length]).toEqual([1, "single", 10]);
  });

  it("comes from accepted claims where there are any: a heap of unread rows lends none", () => {
    const read = claimOf(1, "1980", { origins: ["a"] });
    const rows = [2, 3, 4].map((n) => claimOf(n, "1980", { review: "proposed" }));
    const rival = claimOf(5, "1981", { origins: ["x", "y"] });
    const headline = present(headlineOf([read, ...rows, rival]));
    expect(headline.claims).toEqual([rival.id]);
    expect(headline.others[0]?.origins).toBe(1);
  });

  it("ranks 'cannot be judged' with the ungraded, above doubtful and improbable", () => {
    expect(
      present(headlineOf([claimOf(1, "1980", { grade: 5 }), claimOf(2, "1981", { grade: 6 })]))
        .claims,
    ).toEqual([claimNo(2)]);
    expect(
      present(headlineOf([claimOf(1, "1980", { grade: 4 }), claimOf(2, "1981")])).claims,
    ).toEqual([claimNo(2)]);
    expect(
      present(headlineOf([claimOf(1, "1980", { grade: 3 }), claimOf(2, "1981")])).claims,
    ).toEqual([claimNo(1)]);
  });

  it("does not let a vague date beat an exact one inside it", () => {
    const vague = claimOf(1, "1980", { said: "2018" });
    const exact = claimOf(2, "1981", { said: "2018-03-02" });
    expect(present(headlineOf([vague, exact])).claims).toEqual([exact.id]);
  });
});

describe("denials", () => {
  it("dispute the value when they name the person, however strong it is", () => {
    const strong = claimOf(1, "1980", { origins: ["a", "b", "c"], deniedBy: [namedDenial(9)] });
    const headline = present(headlineOf([strong]));
    expect(headline.state).toBe("disputed");
    expect(headline.denials).toEqual([namedDenial(9)]);
  });

  it("change nothing when they are general", () => {
    const claims = [claimOf(1, "1980", { origins: ["a", "b"] }), claimOf(2, "1981")];
    const denied = claims.map((c) => ({ ...c, deniedBy: [generalDenial(8), generalDenial(9)] }));
    const [plain, general] = [present(headlineOf(claims)), present(headlineOf(denied))];
    expect({ ...general, denials: [] }).toEqual(plain);
    expect(general.denials).toHaveLength(2);
  });
});

describe("a property with many values", () => {
  const names = [
    claimOf(1, "1980"),
    claimOf(2, "1981", { origins: ["a", "b"] }),
    claimOf(3, "1982", { deniedBy: [namedDenial(9)] }),
  ];

  it("has one headline for each, none in conflict with another", () => {
    const headlines = headlinesOf(names, { many: true });
    expect(headlines.map((h) => h.claims[0])).toEqual([claimNo(2), claimNo(1), claimNo(3)]);
    expect(headlines.map((h) => h.state)).toEqual(["corroborated", "single", "disputed"]);
    expect(headlines.every((h) => h.others.length === 0)).toBe(true);
  });

  it("has one headline at most where the property has one value", () => {
    expect(headlinesOf(names, {})).toHaveLength(1);
    expect(headlinesOf([], {})).toEqual([]);
  });
});

describe("the explanation", () => {
  it("says the state and the step that decided", () => {
    const text = explainHeadline(
      present(
        headlineOf([
          claimOf(1, "1980", { origins: ["a", "b"], deniedBy: [generalDenial(7)] }),
          claimOf(2, "1981"),
        ]),
      ),
    );
    expect(text).toBe(
      "Corroborated by 2 independent origins. It has more independent origins: 2 against 1. A general denial does not name this person and changes nothing here.",
    );
  });

  it("names how the speakers know and when they spoke", () => {
    const knows = present(
      headlineOf([claimOf(1, "1980", { knowsRank: 1 }), claimOf(2, "1981", { knowsRank: 9 })]),
    );
    expect(explainHeadline(knows)).toContain("saw it, against rumour");
    const later = present(
      headlineOf([claimOf(1, "1980", { said: "2019-03" }), claimOf(2, "1981")]),
    );
    expect(explainHeadline(later)).toContain("March 2019, against no date");
  });
});

const denial = fc
  .tuple(fc.integer({ min: 90, max: 93 }), fc.boolean())
  .map(([n, named]) => (named ? namedDenial(n) : generalDenial(n)));
const claim = fc.record(
  {
    edtf: fc.constantFrom("1980", "1981", "1982-05", "XXXX"),
    words: fc.constantFrom("", "in the year of the sheep"),
    review: fc.constantFrom("accepted" as const, "proposed" as const, "rejected" as const),
    origins: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
    grade: fc.integer({ min: 1, max: 6 }),
    knowsRank: fc.integer({ min: 0, max: 10 }),
    said: fc.constantFrom("2018", "2018-03", "2019~", "XXXX", "not a date"),
    pinned: fc.constantFrom({ reason: "seen" }, { reason: "told" }),
    deniedBy: fc.array(denial, { maxLength: 2 }),
  },
  { requiredKeys: ["edtf", "words", "review", "origins"] },
);
/** Bare claims, so that ties are common. */
const bare = fc.record({
  edtf: fc.constantFrom("1980", "1981", "1983"),
  words: fc.constantFrom("", "in the year of the sheep"),
  review: fc.constant("accepted" as const),
  origins: fc.constantFrom(["a"], ["b"]),
});
const claimSet = fc
  .oneof(fc.array(claim, { maxLength: 7 }), fc.array(bare, { maxLength: 5 }))
  .map((drawn) =>
    drawn.map(({ edtf, words, ...rest }, n): WeighedClaim => ({
      ...rest,
      id: claimNo(n),
      seq: n,
      value: words === "" ? { kind: "date", edtf } : { kind: "date", edtf, words },
    })),
  );
const shuffled = claimSet.chain((claims) =>
  fc.tuple(
    fc.constant(claims),
    fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
  ),
);

describe("for every set of claims", () => {
  it("the order of arrival never matters", () => {
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([claims, arrived], many) => {
        const renumbered = arrived.map((c, seq) => ({ ...c, seq }));
        expect(headlinesOf(renumbered, { many })).toEqual(headlinesOf(claims, { many }));
      }),
      { numRuns: 500 },
    );
  });

  it("every claim that was not rejected is shown once, under its own value", () => {
    fc.assert(
      fc.property(claimSet, (claims) => {
        const headline = headlineOf(claims);
        const sides = headline === null ? [] : [headline, ...headline.others];
        expect(sides.flatMap((s) => s.claims).toSorted()).toEqual(
          claims
            .filter((c) => c.review !== "rejected")
            .map((c) => c.id)
            .toSorted(),
        );
        expect(new Set(sides.map((s) => comparable(s.value))).size).toBe(sides.length);
      }),
    );
  });

  it("repeating what is already said, from the same origin, changes nothing but the list of claims", () => {
    fc.assert(
      fc.property(claimSet, fc.nat(), (claims, pick) => {
        const said = claims[pick % Math.max(claims.length, 1)];
        if (said === undefined) return;
        const again = present({ ...said, id: claimNo(50) });
        const strip = (cs: readonly WeighedClaim[]) => {
          const h = headlineOf(cs);
          return h && { ...h, claims: [], others: h.others.map((o) => ({ ...o, claims: [] })) };
        };
        expect(strip([...claims, again])).toEqual(strip(claims));
      }),
    );
  });

  it("taking away a losing value never changes the winner", () => {
    fc.assert(
      fc.property(claimSet, (claims) => {
        const headline = headlineOf(claims);
        const loser = headline?.others[0];
        if (headline === null || loser === undefined) return;
        const rest = claims.filter((c) => comparable(c.value) !== comparable(loser.value));
        expect(present(headlineOf(rest)).value).toEqual(headline.value);
      }),
    );
  });

  it("a general denial never makes a value disputed", () => {
    fc.assert(
      fc.property(claimSet, (claims) => {
        const undenied = claims.map(({ deniedBy: _, ...rest }): WeighedClaim => rest);
        const denied = undenied.map((c): WeighedClaim => ({ ...c, deniedBy: [generalDenial(91)] }));
        expect(headlineOf(denied)?.state).toBe(headlineOf(undenied)?.state);
      }),
    );
  });

  it("has an explanation with every gap filled", () => {
    fc.assert(
      fc.property(claimSet, (claims) => {
        const headline = headlineOf(claims);
        if (headline !== null)
          expect(explainHeadline(headline)).not.toMatch(/[{}]|undefined|null/u);
      }),
    );
  });
});
