// The status of a value: a function of sets on top of the headline. Values and origins are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClaimId, headlineOf, type RecordId, type WeighedClaim } from "../../model/index.ts";
import { factOf, type FactSide, type FactStatus } from "./fact-status.ts";

/** The status of the value shown, by way of the headline rule. */
function statusOf(claims: readonly WeighedClaim[]): FactStatus {
  const headline = headlineOf(claims);
  if (headline === null) return factOf(null).status;
  const behind = claims.filter(({ id }) => headline.claims.includes(id));
  const origins = Map.groupBy(behind, ({ origins: [key] }) => key ?? "");
  return factOf({
    state: headline.state,
    claims: behind.map(({ id, review, grade }) => ({ id, accepted: review === "accepted", grade })),
    origins: [...origins.values()].map((some) => ({ claims: some.map(({ id }) => id) })),
  }).status;
}

const claims = fc
  .array(
    fc.record(
      {
        text: fc.constantFrom("baker", "miller"),
        review: fc.constantFrom("accepted" as const, "proposed" as const, "rejected" as const),
        origin: fc.constantFrom("a", "b", "c"),
        grade: fc.integer({ min: 1, max: 6 }),
        denied: fc.boolean(),
      },
      { requiredKeys: ["text", "review", "origin", "denied"] },
    ),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ text, review, origin, grade, denied }, i): WeighedClaim => ({
      id: `clm_${i}` as ClaimId,
      value: { kind: "text", text },
      review,
      origins: [origin],
      seq: i,
      ...(grade === undefined ? {} : { grade }),
      deniedBy: denied ? [{ statement: "rec_named" as RecordId, namesThePerson: true }] : [],
    })),
  );

describe("the status of a fact", () => {
  it("never depends on the order in which claims came", () => {
    fc.assert(
      fc.property(
        claims.chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
          ),
        ),
        ([some, mixed]) => {
          expect(statusOf(mixed)).toBe(statusOf(some));
        },
      ),
    );
  });

  it("is never changed by a denial of the policy", () => {
    const policy = { statement: "rec_policy" as RecordId, namesThePerson: false };
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 5 }), (some, times) => {
        const denied = some.map((claim) => ({
          ...claim,
          deniedBy: [...(claim.deniedBy ?? []), ...Array.from({ length: times }, () => policy)],
        }));
        expect(statusOf(denied)).toBe(statusOf(some));
      }),
    );
  });

  it("is corroborated only by two origins that are graded 2 or better, or not at all", () => {
    fc.assert(
      fc.property(claims, (some) => {
        if (statusOf(some) !== "corroborated") return;
        const headline = headlineOf(some);
        const good = some.filter(
          ({ id, grade = 6, review }) =>
            headline?.claims.includes(id) === true &&
            review !== "rejected" &&
            (grade <= 2 || grade === 6),
        );
        expect(new Set(good.flatMap(({ origins }) => origins)).size).toBeGreaterThanOrEqual(2);
        expect(headline?.state).toBe("corroborated");
      }),
    );
  });

  it("is never better for one more poor grade", () => {
    const rank: readonly FactStatus[] = [
      "unknown",
      "refuted",
      "disputed",
      "documented",
      "corroborated",
    ];
    fc.assert(
      fc.property(side(), fc.nat(7), fc.integer({ min: 3, max: 5 }), (given, at, grade) => {
        const graded = given.claims.map((claim, i) =>
          i === at % given.claims.length ? { ...claim, grade } : claim,
        );
        // A five that is no longer a five is not one more poor grade.
        fc.pre(given.claims.every((claim) => claim.grade === undefined || claim.grade <= 2));
        expect(rank.indexOf(factOf({ ...given, claims: graded }).status)).toBeLessThanOrEqual(
          rank.indexOf(factOf(given).status),
        );
      }),
    );
  });

  it.each<[FactStatus, FactSide | null]>([
    ["unknown", null],
    ["documented", one("single", [[undefined]])],
    ["documented", one("corroborated", [[1], [3]])],
    ["corroborated", one("corroborated", [[2], [undefined]])],
    ["corroborated", one("corroborated", [[2, 5], [6]])],
    ["disputed", one("disputed", [[1], [1]])],
    ["refuted", one("single", [[5, 5]])],
    ["refuted", one("disputed", [[5]])],
  ])("is %s", (status, given) => {
    const fact = factOf(given);
    expect(fact.status).toBe(status);
    expect(fact.why).toMatch(/\.$/);
    expect(fact.why).not.toContain("fact.");
  });

  it("rests on accepted claims alone where somebody accepted one", () => {
    const read = { id: "a", accepted: true, grade: 5 };
    const unread = { id: "b", accepted: false };
    const origins = [{ claims: ["a"] }, { claims: ["b"] }];
    expect(factOf({ state: "single", claims: [read, unread], origins }).status).toBe("refuted");
  });
});

/** A side whose claims are accepted, one list of grades for each origin. */
function one(
  state: FactSide["state"],
  grades: readonly (readonly (number | undefined)[])[],
): FactSide {
  const named = grades.map((some, i) =>
    some.map((grade, j) => ({ id: `${i} ${j}`, accepted: true, grade })),
  );
  return {
    state,
    claims: named.flat(),
    origins: named.map((some) => ({ claims: some.map(({ id }) => id) })),
  };
}

function side(): fc.Arbitrary<FactSide> {
  const grades = fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 3 },
  );
  return fc
    .tuple(fc.constantFrom("single" as const, "corroborated" as const, "disputed" as const), grades)
    .map(([state, some]) => one(state, some));
}
