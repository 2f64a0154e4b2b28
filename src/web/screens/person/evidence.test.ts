import { describe, expect, it } from "vitest";
import type { ClaimView, PropertyView, RelatedView } from "../../api/views.ts";
import { bestClaim, isPlain, pointsBack, shownProperties, summaryOf } from "./evidence.ts";

const self = "rec_self";
const claim = (id: string, value: ClaimView["value"], quote?: string): ClaimView => ({
  id,
  record: "rec_other",
  property: "p",
  value,
  text: id,
  review: "accepted",
  source: "src",
  sourceTitle: "an invented paper",
  ...(quote === undefined ? {} : { passage: { start: 0, end: quote.length, quote } }),
  by: "Aizat",
  at: 0,
  seq: 0,
  reviewSeq: null,
});
const property = (
  name: string,
  claims: readonly ClaimView[],
  more: Partial<PropertyView> = {},
): PropertyView => ({
  name,
  label: name,
  group: "what",
  many: false,
  sealed: false,
  headlines: claims.slice(0, 1).map((c) => ({
    text: c.text,
    value: c.value,
    state: "single",
    why: "",
    fact: { status: "documented", why: "" },
    pinned: false,
    claims: [c.id],
    origins: [],
  })),
  others: [],
  denials: [],
  claims,
  ...more,
});
const ref = (record: string) => ({ kind: "ref", record }) as unknown as ClaimView["value"];
const words = (text: string): ClaimView["value"] => ({ kind: "text", text });
const own = new Set([self]);
const related = (properties: readonly PropertyView[]): RelatedView => ({
  id: "rec_other",
  schema: "Episode",
  label: "Held",
  records: ["rec_other"],
  properties,
  from: null,
  to: null,
});

describe("what of an event is worth a row", () => {
  it("leaves out the pointer back and the name nobody contests, and keeps a contested one", () => {
    const back = property("person", [claim("a", ref(self))]);
    const kind = property("kind", [claim("b", words("held"))]);
    const place = property("place", [claim("c", words("a town"))]);
    expect(shownProperties(related([back, kind, place]), own)).toEqual([place]);
    const denied = property("kind", [claim("b", words("held"))], {
      denials: [
        {
          statement: "s",
          speaker: "an official",
          content: "never",
          stance: "denies",
          namesThePerson: true,
        },
      ],
    });
    expect(shownProperties(related([back, denied, place]), own)).toEqual([denied, place]);
  });

  it("does not take a pointer to somebody else for one back", () => {
    expect(
      pointsBack(property("person", [claim("a", ref(self)), claim("b", ref("rec_stranger"))]), own),
    ).toBe(false);
  });

  it("never puts a sealed value into a summary", () => {
    const sealed = property("contact", [claim("secret", words("secret"))], { sealed: true });
    expect(
      summaryOf(related([sealed, property("place", [claim("a town", words("a town"))])]), own),
    ).toEqual(["a town"]);
  });
});

describe("the passage that speaks for a value", () => {
  it("is one that has words, where any has", () => {
    expect(
      bestClaim(["a", "b"], [claim("a", words("x")), claim("b", words("x"), "x, she said")]),
    ).toBe("b");
    expect(bestClaim(["a"], [claim("a", words("x"))])).toBe("a");
    expect(bestClaim(["z"], [claim("a", words("x"))])).toBeUndefined();
  });
});

describe("a plain property", () => {
  it("is one claim with nothing to explain", () => {
    const one = property("place", [claim("a", words("x"))]);
    expect(isPlain(one)).toBe(true);
    expect(isPlain({ ...one, others: [{ text: "y", claims: [], origins: [] }] })).toBe(false);
    expect(
      isPlain({
        ...one,
        headlines: one.headlines.map((headline) => ({ ...headline, pinned: true })),
      }),
    ).toBe(false);
  });
});
