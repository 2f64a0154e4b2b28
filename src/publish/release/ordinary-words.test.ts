// What every release says is not looked for as if it were a secret; what somebody is quoted with still is.
import { describe, expect, it } from "vitest";
import { inventRelease } from "../site/invent-release.ts";
import { ordinaryWords } from "./ordinary-words.ts";
import type { Release, ReleasedClaim, ReleasedPerson } from "./released.ts";

const claim: ReleasedClaim = {
  text: "an invented baker of 1931",
  source: 1,
  speaker: "Invented Speaker",
  said: "2031-04-17",
  knows: "unknown",
  quote: "the words of 12 May 2032 that were said",
  origins: [1],
};
const base = inventRelease(1);
const person: ReleasedPerson = {
  ...(base.people[0] as ReleasedPerson),
  heading: "Invented Heading",
  values: [
    {
      property: "occupation",
      label: "Occupation",
      text: "an invented baker",
      state: "single",
      origins: 1,
      claims: [claim],
      others: [],
      denials: [],
    },
  ],
};
const release: Release = {
  ...base,
  people: [person],
  sources: [{ n: 1, kind: "article", title: "Invented title", published: "2033-08-02" }],
};

describe("words a release says anyway", () => {
  const words = ordinaryWords(release);

  it.each([
    "2031-04-17",
    "17 april 2031",
    "from 17 april 2031",
    "april 2031",
    "2 august 2033",
    "not known",
  ])("hold %s", (one) => expect(words).toContain(one));

  it.each(["12 may 2032", "invented heading", "invented speaker", "invented title"])(
    "do not hold %s, which stands in quoted words, a name or a title",
    (one) => expect(words).not.toContain(one),
  );
});
