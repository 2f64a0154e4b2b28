// Words packed into text and back. Names here are invented.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compareNames, prepareName } from "../../names/index.ts";
import { packWord, unpackWord } from "./packed-word.ts";

it("a word comes out as it went in, whatever it is", () => {
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom("Ойданова", "Tolunbekjan", "مىرزات", "吾依旦·哲兰", "Xiaheti", "Qeyser Yolwas"),
  );
  fc.assert(
    fc.property(words, (raw) => {
      const name = prepareName(raw);
      const again = unpackWord(raw, packWord(name));
      expect(packWord(again)).toBe(packWord(name));
      for (const other of ["Oydanow", "Толунбек", "مىرزات", "夏合提"]) {
        const answer = prepareName(other);
        expect(compareNames(again, answer)).toEqual(compareNames(name, answer));
      }
      expect(compareNames(again, name)).toEqual(compareNames(name, name));
    }),
  );
});
