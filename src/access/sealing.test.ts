// Sealed values: opened by few, found by many spellings, silent to everyone else. All numbers are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { value } from "../model/index.ts";
import { deriveSealedKeys, randomKey } from "../store/index.ts";
import { rightsOfAll } from "./roles.ts";
import { openSealed, sealedHash, sealValue } from "./sealing.ts";

const keys = deriveSealedKeys(randomKey());
const documenter = { rights: rightsOfAll(["documenter"]) };
const analyst = { rights: rightsOfAll(["analyst", "publisher"]) };

describe("a sealed value", () => {
  it("gives back any text to who may open it, and fits the model", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (text) => {
        const sealed = sealValue(text, keys);
        expect(value.parse(sealed)).toEqual(sealed);
        expect(openSealed(sealed, keys, documenter)).toBe(text);
      }),
    );
  });

  it("takes up to its limit and refuses what is longer", () => {
    const longest = "a".repeat(5_887);
    const sealed = sealValue(longest, keys);
    expect(value.safeParse(sealed).success).toBe(true);
    expect(openSealed(sealed, keys, documenter)).toBe(longest);
    expect(() => sealValue(`${longest}a`, keys)).toThrow(
      expect.objectContaining({ code: "access/sealed-too-long" }),
    );
  });

  it("stays closed without the right, without the key, with another key, and when touched", () => {
    const sealed = sealValue("+7 700 000 00 00", keys);
    const locked = expect.objectContaining({ code: "access/sealed-locked" }) as unknown;
    expect(() => openSealed(sealed, keys, analyst)).toThrow(
      expect.objectContaining({ code: "access/not-allowed" }),
    );
    expect(() => openSealed(sealed, null, documenter)).toThrow(locked);
    expect(() => openSealed(sealed, deriveSealedKeys(randomKey()), documenter)).toThrow(locked);
    for (const cipher of [
      "",
      "1.",
      "2.AAAA",
      `${sealed.cipher.slice(0, -2)}AA`,
      `0${sealed.cipher}`,
    ]) {
      expect(() => openSealed({ ...sealed, cipher }, keys, documenter)).toThrow(locked);
    }
  });

  it("shows neither its text nor its length", () => {
    const short = sealValue("1", keys);
    const long = sealValue("a telephone number and the street it rings in, made up", keys);
    expect(short.cipher).toHaveLength(long.cipher.length);
    expect(sealValue("1", keys).cipher).not.toBe(short.cipher);
  });

  it("is found however the number was written", () => {
    const spellings = [
      "AB 123-456",
      "ab123456",
      "АВ №123456".replace("№", ""),
      "ＡＢ１２３４５６",
      "AB ۱۲۳۴۵۶",
      "ab/١٢٣.٤٥٦",
    ];
    const hashes = new Set(spellings.map((s) => sealedHash(s, keys)));
    expect(hashes.size).toBe(1);
    expect(sealValue("AB 123-456", keys).hash).toBe([...hashes][0]);
    expect(hashes.has(sealedHash("AB 123-457", keys))).toBe(false);
    expect(sealedHash("AB123456", deriveSealedKeys(randomKey()))).not.toBe([...hashes][0]);
    // Signs without a letter or digit still differ.
    expect(sealedHash("—", keys)).not.toBe(sealedHash("?", keys));
  });
});
