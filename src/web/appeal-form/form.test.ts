// What people write always becomes an appeal the vault reads; the archive keeps every byte. Everyone here is invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  appealAudiences,
  appealKnows,
  appealLimits,
  appealRelations,
  parseAppeal,
  readArchive,
  termOf,
  vocabularyOf,
  writeArchive,
} from "../../model/index.ts";
import {
  appealOf,
  draftOf,
  entryName,
  faultsOf,
  type FormDraft,
  newDraft,
  newPerson,
} from "./draft.ts";
import { guessLanguage, sayIn } from "./messages/index.ts";

const saying = { now: "2026-03-04T10:00:00.000Z", language: "en", wording: "1 en" };
const line = fc.string({ maxLength: appealLimits.line, unit: "binary" });
const name = line.filter((text) => text.trim() !== "");
const person = fc
  .record({
    names: fc.array(line, { maxLength: 4 }),
    name,
    born: line,
    taken: line,
    happened: line,
  })
  .map(({ names, name: sure, ...rest }) => ({ ...newPerson(), ...rest, names: [...names, sure] }));
const drafts = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 5 }),
  done: line,
  about: line,
  files: fc.array(fc.record({ name: line, size: fc.nat(2_000) }), { maxLength: 5 }),
  sender: fc.record({ name: line, contact: line, care: line }),
  also: fc.subarray([...appealAudiences]),
  risk: line,
});
type Filled = typeof drafts extends fc.Arbitrary<infer T> ? T : never;
const draftFrom = ({ files, about, also, ...rest }: Filled): FormDraft => ({
  ...newDraft(),
  ...rest,
  files: files.map((file) => ({
    blob: new Blob([new Uint8Array(file.size)]),
    name: file.name,
    about,
  })),
  audiences: [...new Set(["inside", ...also])],
});

describe("the form", () => {
  it("makes of whatever was written an appeal the vault accepts", () => {
    fc.assert(
      fc.property(drafts, (filled) => {
        const draft = draftFrom(filled);
        expect(faultsOf(draft)).toEqual([]);
        const appeal = parseAppeal(JSON.parse(JSON.stringify(appealOf(draft, saying))));
        expect(appeal.people).toHaveLength(draft.people.length);
        expect(appeal.consent.audiences).toEqual(draft.audiences);
      }),
    );
  });

  it("opens a saved draft as it was", () => {
    fc.assert(
      fc.property(drafts, (filled) => {
        const draft = draftFrom(filled);
        const appeal = appealOf(draft, saying);
        const back = draftOf(
          appeal,
          draft.files.map(({ blob }) => blob),
        );
        expect(appealOf(back, saying)).toEqual(appeal);
      }),
    );
  });

  it("asks for a name and the first line of the consent, and for nothing else", () => {
    const draft = newDraft();
    expect(draft.audiences).toEqual([]);
    expect(faultsOf(draft).map(({ key }) => key)).toEqual(["fault.name", "fault.inside"]);
    draft.people = [{ ...newPerson(), names: ["叶尔兰"] }];
    draft.audiences = ["public-name"];
    expect(faultsOf(draft).map(({ key }) => key)).toEqual(["fault.inside"]);
    draft.audiences = ["inside"];
    expect(faultsOf(draft)).toEqual([]);
    draft.done = "x".repeat(appealLimits.words + 1);
    expect(faultsOf(draft)).toEqual([{ step: 2, key: "fault.long" }]);
  });

  it("knows only codes of the vocabularies, and every audience", () => {
    for (const code of appealRelations)
      expect(termOf("relationship-kind", code), code).toBeDefined();
    for (const code of appealKnows) expect(termOf("knows", code), code).toBeDefined();
    expect(vocabularyOf("audience")?.terms.map(({ code }) => code)).toEqual([...appealAudiences]);
  });

  it("guesses a language it has, and speaks English else", () => {
    expect(guessLanguage(["xx-XX", "en-GB"])).toBe("en");
    expect(guessLanguage(["__proto__", "constructor"])).toBe("en");
    expect(sayIn("xx")("person", { n: 2 })).toBe("Person 2");
  });
});

describe("the archive", () => {
  const file = fc.uint8Array({ maxLength: 3_000 });
  it("gives back every byte under plain names", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(line, file), { maxLength: 6 }), (files) => {
        const entries = files.map(([called, bytes], i) => ({ name: entryName(called, i), bytes }));
        const read = readArchive(writeArchive(entries), 6);
        expect(read.map((one) => one.name)).toEqual(entries.map((one) => one.name));
        read.forEach(({ bytes }, i) =>
          expect(Buffer.from(bytes).equals(entries[i]?.bytes ?? new Uint8Array())).toBe(true),
        );
      }),
    );
  });

  it("refuses what was changed in a header, cut off, or never one, and nothing else happens", () => {
    const whole = writeArchive([{ name: "appeal.json", bytes: new Uint8Array(700) }]);
    fc.assert(
      fc.property(fc.nat(511), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = whole.map((byte, i) => (i === at ? byte ^ by : byte));
        expect(() => readArchive(changed, 2)).toThrow(/archive/);
      }),
      { examples: [...Array(512).keys()].map((at) => [at, 1]), numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1024 - 1), (length) => {
        expect(() => readArchive(whole.subarray(0, length), 2)).toThrow(/archive/);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        try {
          readArchive(bytes, 3);
        } catch (error) {
          expect(error).toMatchObject({ code: "archive-broken" });
        }
      }),
    );
  });
});
