import { describe, expect, it } from "vitest";
import { emptyTestimony, emptyText, testimonyBody, textBody } from "./drafts.ts";

describe("what is sent of a draft", () => {
  it("keeps the text as typed and leaves out what is empty", () => {
    const text = "  A line of our own.\n\nAnother.  ";
    expect(textBody({ ...emptyText, text, publisher: " Steppe Courier ", url: "  " })).toEqual({
      kind: "article",
      text,
      publisher: "Steppe Courier",
    });
  });

  it("names only people who have a name", () => {
    expect(
      testimonyBody({
        ...emptyTestimony,
        text: "They came at night.",
        people: [
          { key: 0, name: " Gülmira ", relation: "sister" },
          { key: 1, name: "  ", relation: "neighbour" },
          { key: 2, name: "Aybek", relation: "" },
        ],
      }),
    ).toEqual({
      text: "They came at night.",
      people: [{ name: "Gülmira", relation: "sister" }, { name: "Aybek" }],
    });
  });
});
