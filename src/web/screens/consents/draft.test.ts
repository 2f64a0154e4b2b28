// A guided consent: nothing ticked beforehand, nothing skipped that a capacity asks for.
import { expect, it } from "vitest";
import { emptyDraft, missingIn, toBody } from "./draft.ts";

const person = emptyDraft("rec_A");
it("begins with nothing ticked, and lets nobody on without saying whom it is about", () => {
  expect(person.audiences).toEqual([]);
  expect(missingIn("who", person)).toBe("consents.miss.capacity");
  expect(missingIn("answers", person)).toBe("consents.miss.audiences");
  expect(missingIn("who", emptyDraft("src_A"))).toBe(null);
});

it.each([
  [{ capacity: "adult", giver: "self" }, null],
  [{ capacity: "child", giver: "sibling" }, "consents.miss.guardian"],
  [{ capacity: "child", giver: "parent" }, "consents.miss.assent"],
  [{ capacity: "child", giver: "parent", assent: "yes" }, null],
  [{ capacity: "detained", giver: "self" }, "consents.miss.kin"],
  [{ capacity: "detained", giver: "spouse", risk: " " }, "consents.miss.risk"],
  [{ capacity: "detained", giver: "spouse", risk: "High." }, null],
])("%j: %s", (more, missing) => {
  expect(missingIn("who", { ...person, ...more })).toBe(missing);
});

it("sends what was said and leaves out what was not, also what no longer applies", () => {
  const draft = {
    ...person,
    capacity: "adult",
    giver: "self",
    assent: "yes",
    risk: "typed, then changed to adult",
    audiences: ["partners"],
    note: "  ",
  };
  expect(toBody("rec_A", draft)).toEqual({
    about: "rec_A",
    audiences: ["partners"],
    capacity: "adult",
    giver: "self",
    mode: "spoken",
  });
});
