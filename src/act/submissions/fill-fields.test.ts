// What fills a form: the open stretch of the story, both sides of what is disputed, nothing that says "not known". Everyone is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordId, SourceId } from "../../model/index.ts";
import { addClaims } from "../../weigh/index.ts";
import type { TestAct } from "../testing.ts";
import { eligibilityOf } from "./eligibility.ts";
import type { Facts } from "./facts.ts";
import { fillFields } from "./fill-fields.ts";
import { type RouteCode, type RouteSpec } from "./route.ts";
import { routeOf } from "./routes/index.ts";
import { valueIn } from "./say.ts";
import { coded, episode, factsOf, openTestSubmissions } from "./testing.ts";
import { addMonths, urgencyOf } from "./urgent.ts";

const route = (code: RouteCode): RouteSpec => routeOf(code) as RouteSpec;
let act: TestAct;
let source: SourceId;
beforeAll(async () => {
  act = await openTestSubmissions("sqlcipher");
  source = await act.source();
});
afterAll(() => act.end());
const person = (name = "Aygul Invented"): Promise<RecordId> => act.person(name, source);

/** The words of one field, values only; what stands against another in brackets. */
function told(facts: Facts, field: string, code: RouteCode = "wgeid"): string[] {
  const found = fillFields(route(code), facts).find((one) => one.code === field);
  return (found?.lines ?? []).map((line) => {
    if (line.kind === "values")
      return line.parts
        .map(({ value, against }) =>
          against === true ? `(${valueIn(value, "en")})` : valueIn(value, "en"),
        )
        .join(" ");
    return line.kind === "text" ? line.text : line.kind === "sentence" ? line.key : line.kind;
  });
}
const lacks = (facts: Facts, field: string, code: RouteCode = "wgeid"): string | null | undefined =>
  fillFields(route(code), facts).find((one) => one.code === field)?.lacks;

describe("the date of a disappearance", () => {
  it.each([
    ["2018-03-14", null],
    ["2018-03", null],
    ["2018", "date-too-vague"],
    ["2018-03/2018-05", "date-too-vague"],
  ])("given as %s lacks %s for the Working Group", async (from, expected) => {
    const one = await person();
    await episode(act, one, "taken", { from });
    expect(lacks(await factsOf(act, one), "taken-date")).toBe(expected);
  });

  it("is that of what went on after the last release, and not of what was over", async () => {
    const one = await person();
    await episode(act, one, "camp", { from: "2017-01-05", place: "Old invented yard" });
    await episode(act, one, "released", { from: "2018-06-01" });
    await episode(act, one, "taken", { from: "2019-02-03", place: "New invented yard" });
    const facts = await factsOf(act, one);
    expect(told(facts, "taken-date")).toEqual(["3 February 2019"]);
    expect(told(facts, "taken-place")).toEqual(["New invented yard"]);
  });

  it("is that of the disappearance where an arrest and it are both on file", async () => {
    const one = await person();
    await episode(act, one, "prison", { from: "2018-01-05" });
    await episode(act, one, "disappeared", { from: "2018-04-01" });
    expect(told(await factsOf(act, one), "taken-date")).toEqual(["1 April 2018"]);
    expect(told(await factsOf(act, one), "arrest-date", "wgad")).toEqual(["5 January 2018"]);
  });

  it("does not borrow a date or a place of another episode; who took the person may stand in a later one", async () => {
    const one = await person();
    await episode(act, one, "taken", { from: "2018-01-05" });
    await episode(act, one, "camp", { from: "2018-02-01", place: "A yard", holder: "A station" });
    const facts = await factsOf(act, one);
    expect(lacks(facts, "taken-place")).toBe("empty");
    expect(told(facts, "forces")).toEqual(["A station"]);
  });
});

describe("what is told", () => {
  it("keeps both sides where sources disagree", async () => {
    const one = await person();
    const id = await episode(act, one, "taken", { from: "2018-01-05" });
    const other = await act.source();
    const claims = [{ property: "from", words: "2018-01-09" }];
    await addClaims(act.deps, act.actor, { record: id, source: other, claims }, null);
    const [line] = told(await factsOf(act, one), "taken-date");
    expect(line).toMatch(/^\d January 2018 \(\d January 2018\)$/);
    expect(line).toContain("5 January 2018");
    expect(line).toContain("9 January 2018");
  });

  it("is nothing where the file says that it is not known", async () => {
    const one = await person();
    await act.record("Episode", source, [
      { property: "person", value: { kind: "ref", record: one } },
      coded("kind", "episode-kind", "taken"),
      coded("holderKind", "holder-kind", "unknown"),
    ]);
    expect(lacks(await factsOf(act, one), "forces")).toBe("empty");
  });

  it("never has sexual violence of itself", async () => {
    const one = await person();
    const by = { property: "person", value: { kind: "ref" as const, record: one } };
    await act.record("Act", source, [by, coded("type", "act-type", "beating")]);
    await act.record("Act", source, [by, coded("type", "act-type", "rape")]);
    await act.record("Act", source, [
      by,
      coded("type", "act-type", "ill-treatment"),
      coded("method", "method", "sexual-abuse"),
    ]);
    expect(told(await factsOf(act, one), "acts", "wgad")).toEqual(["Beating"]);
  });

  it("has the group's own words where the form asks for them, and a name in Latin letters or none", async () => {
    const one = await person("Айгүл Ойдан");
    const empty = await factsOf(act, one);
    expect(lacks(empty, "name-latin")).toBe("empty");
    expect(lacks(empty, "search")).toBe("empty");
    const written = new Map([
      ["search", "They asked."],
      ["name-latin", "Aygul Oydan"],
      ["sex", "may not be written"],
    ]);
    const facts = await factsOf(act, one, { written });
    expect(told(facts, "search")).toEqual(["They asked."]);
    expect(told(facts, "name-latin")).toEqual(["Aygul Oydan"]);
    expect(told(facts, "sex")).toEqual([]);
  });

  it("puts facts on file beside each category of arbitrary detention, and draws no conclusion", async () => {
    const one = await person();
    await act.record("Episode", source, [
      { property: "person", value: { kind: "ref", record: one } },
      coded("kind", "episode-kind", "camp"),
      coded("warrant", "yes-no", "no"),
      coded("statedReason", "reason", "prayer"),
    ]);
    const facts = await factsOf(act, one);
    expect(told(facts, "category-1", "wgad")).toEqual(["No", "Re-education camp"]);
    expect(told(facts, "category-2", "wgad")).toEqual(["Prayer"]);
    expect(told(facts, "category-4", "wgad")).toEqual([]);
  });
});

describe("a route", () => {
  const open = async (code: RouteCode, one: RecordId) =>
    eligibilityOf(route(code), await factsOf(act, one));

  it("to the Committee on Disappearances is open for a national of a party, shut for nobody unless that is known", async () => {
    const national = await act.record("Person", source, [
      { property: "name", words: "Aygul Invented" },
      { property: "citizenship", words: "Kazakhstan" },
    ]);
    await episode(act, national, "taken", { from: "2018-03-14", place: "Ürümqi" });
    expect(await open("ced", national)).toMatchObject({
      eligible: true,
      reasons: [{ code: "ced-party", state: "KZ" }],
    });
    const other = await act.record("Person", source, [
      { property: "name", words: "Aygul Invented" },
      { property: "citizenship", words: "China" },
    ]);
    await episode(act, other, "taken", { from: "2018-03-14", place: "Ürümqi" });
    expect(await open("ced", other)).toMatchObject({ eligible: false });
    const unknown = await person();
    await episode(act, unknown, "taken", { from: "2018-03-14", place: "Ürümqi" });
    expect(await open("ced", unknown)).toMatchObject({ eligible: null });
  });

  it("to the Committee against Torture needs a state that declared it hears individuals", async () => {
    const one = await person();
    expect(await open("cat", one)).toMatchObject({ eligible: null });
    const by = { property: "person", value: { kind: "ref" as const, record: one } };
    await act.record("Proceeding", source, [
      by,
      coded("kind", "proceeding-kind", "deportation"),
      { property: "country", words: "Kazakhstan" },
    ]);
    expect(await open("cat", one)).toMatchObject({
      eligible: true,
      reasons: [{ code: "cat-declared", state: "KZ" }],
    });
    const elsewhere = await person();
    await act.record("Proceeding", source, [
      { ...by, value: { kind: "ref", record: elsewhere } },
      { property: "country", words: "Norway" },
    ]);
    expect(await open("cat", elsewhere)).toMatchObject({
      eligible: null,
      reasons: [{ code: "cat-unknown", state: "NO" }],
    });
  });

  it("for the disappeared is shut after a release, and to be checked where that has no date", async () => {
    const one = await person();
    await episode(act, one, "taken", { from: "2018-03-14" });
    await episode(act, one, "released", { from: "2019-03-14" });
    expect(await open("wgeid", one)).toMatchObject({ eligible: false });
    const other = await person();
    await episode(act, other, "taken", { from: "2018-03-14" });
    await episode(act, other, "released");
    expect(await open("wgeid", other)).toMatchObject({ eligible: null });
  });
});

describe("three months", () => {
  it.each([
    ["2026-01-31", "2026-04-30", "urgent"],
    ["2026-01-31", "2026-05-01", "standard"],
    ["2025-11-30", "2026-02-28", "urgent"],
    ["2025-11-30", "2026-03-01", "standard"],
  ] as const)("from %s on %s: %s", (day, today, state) => {
    expect(urgencyOf({ min: day, max: day }, today).state).toBe(state);
  });

  it("of a month not known to the day are over only when they are over for its last day", () => {
    const march = { min: "2026-03-01", max: "2026-03-31" };
    expect(urgencyOf(march, "2026-06-01")).toEqual({ state: "urgent", until: "2026-06-01" });
    expect(urgencyOf(march, "2026-06-15").state).toBe("perhaps");
    expect(urgencyOf(march, "2026-07-01").state).toBe("standard");
    expect(urgencyOf({ min: null, max: null }, "2026-07-01").state).toBe("unknown");
  });

  it("never pass a month by, whatever the day", () => {
    const days = fc.date({
      min: new Date("1990-01-01"),
      max: new Date("2090-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const later = addMonths(day, 3);
        const months = (text: string): number =>
          Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(later) - months(day)).toBe(3);
        expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
      }),
    );
  });
});
