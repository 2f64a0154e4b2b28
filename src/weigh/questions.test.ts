// Sides of a question depend on what was said, never on the order in which it was written down.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsOf, questionStatement, sidesOf, type StatementSaid } from "./questions.ts";
import type { OriginView, StatementView } from "./views.ts";

const stances = [
  "asserts",
  "denies",
  "admits",
  "demands",
  "estimates",
  "reframes",
  "declines",
] as const;

const statements = fc
  .array(
    fc.record({
      stance: fc.constantFrom(...stances),
      said: fc.option(fc.constantFrom("2018", "2018-05", "2019-XX", "..", "not a date"), {
        nil: undefined,
      }),
      withdrawn: fc.boolean(),
      named: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ named, said, ...one }, i) =>
      questionStatement(
        {
          id: `s${i}`,
          ...one,
          ...(said === undefined ? {} : { said }),
        } as unknown as StatementView,
        { kind: "recorded" },
        named ? [{ record: "p", label: "An invented person" }] : [],
      ),
    ),
  );

const origins = (some: readonly StatementSaid[]): OriginView[] =>
  some.map(({ id }) => ({ key: id }) as unknown as OriginView);

describe("the sides of any question", () => {
  it("are the same whatever the order of arrival", () => {
    fc.assert(
      fc.property(
        statements.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const sides = sidesOf(all, origins);
          expect(sidesOf(shuffled, origins)).toEqual(sides);
          expect(countsOf(sidesOf(shuffled, origins))).toEqual(countsOf(sides));
        },
      ),
    );
  });

  it("hold every standing statement once, by its stance, and none that was taken back", () => {
    fc.assert(
      fc.property(statements, (all) => {
        const sides = sidesOf(all, origins);
        const shown = sides.flatMap((s) => s.statements.map((one) => one.statement.id));
        const standing = all.filter((one) => !one.statement.withdrawn);
        expect(shown.toSorted()).toEqual(standing.map((one) => one.statement.id).toSorted());
        const denies = sides.find((s) => s.side === "denies")?.statements ?? [];
        for (const one of denies) expect(one.statement.stance).toBe("denies");
      }),
    );
  });

  it("call a denial general only where it names nobody, and an assertion never", () => {
    fc.assert(
      fc.property(statements, (all) => {
        for (const { statement, general, names } of all) {
          const against = ["denies", "reframes", "declines"].includes(statement.stance);
          expect(general).toBe(against && names.length === 0);
        }
      }),
    );
  });
});
