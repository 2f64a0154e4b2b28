import { describe, expect, it } from "vitest";
import type { RecordFile, RelatedView } from "../../api/views.ts";
import { factsOf } from "./facts.ts";

// Everyone is invented.
type Property = RecordFile["properties"][number];
const property = (name: string, texts: readonly string[], lost: readonly string[] = []) =>
  ({
    name,
    sealed: name === "idNumber",
    headlines: texts.map((text) => ({ text, value: { kind: "text", text } })),
    others: lost.map((text) => ({ text })),
    claims: [],
  }) as unknown as Property;

const related = (schema: string, label: string, from: string | null, names: readonly string[]) =>
  ({
    schema,
    label,
    from: from === null ? null : { edtf: from, text: from, min: from, max: from },
    to: null,
    properties: [property("kind", [label]), property("from", names)],
  }) as unknown as RelatedView;

const file = {
  id: "rec_1",
  properties: [
    property("birthDate", ["6 May 1974"], ["1975"]),
    property("residence", ["Tekes", "Ghulja"]),
    property("origin", ["Tekes"]),
    property("idNumber", ["sealed"]),
  ],
  related: [
    related("Episode", "House arrest", "2019", []),
    related("Episode", "Police custody", null, []),
    related("Relationship", "Sister", null, ["Gulnar"]),
    related("Question", "Was he ever held?", null, []),
  ],
  records: [
    { id: "rec_1", sourceTitle: "A letter" },
    { id: "rec_2", sourceTitle: "A letter" },
    { id: "rec_3", sourceTitle: "A list" },
  ],
} as unknown as RecordFile;

describe("one side of a pair in short", () => {
  const facts = factsOf(file);

  it("gives the headline first and keeps what lost to it", () =>
    expect(facts.born).toEqual(["6 May 1974", "1975"]));
  it("says each place once, where one is from before where one lived", () =>
    expect(facts.from).toEqual(["Tekes", "Ghulja"]));
  it("names episodes with their date where there is one, and close people by name", () => {
    expect(facts.story).toEqual(["House arrest, since 2019, end not known", "Police custody"]);
    expect(facts.kin).toEqual(["Sister: Gulnar"]);
  });
  it("names each source once", () => expect(facts.sources).toEqual(["A letter", "A list"]));
  it("never shows what is sealed", () => expect(JSON.stringify(facts)).not.toContain("sealed"));
});
