// Names and people in these tests are invented.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alphabetOf,
  foldName,
  isOddName,
  nameOddities,
  nameTokens,
  normaliseName,
  scriptOf,
} from "./index.ts";

const HOSTILE = [
  "",
  " ",
  "a",
  "а",
  "ا",
  "王",
  "😀",
  "\u202eabc\u202c",
  "\u0000",
  "\ud800",
  "x".repeat(10_000),
  "ۇ".repeat(10_000),
  "阿".repeat(10_000),
  "'-".repeat(5000),
  "Aа王ا".repeat(2500),
  "a1".repeat(5000),
];

describe("scriptOf", () => {
  test.each([
    ["Sanawar Tursunjan", "Latn"],
    ["Санавар Тұрсынжан", "Cyrl"],
    ["ساناۋەر تۇرسۇنجان", "Arab"],
    ["萨娜瓦尔·图尔荪江", "Hans"],
    ["薩娜瓦爾·圖爾蓀江", "Hant"],
    ["阿不都", "Han"],
    ["Sanawar 古丽", "Mixed"],
    ["12 !", "Zyyy"],
    ["", "Zyyy"],
  ])("%s is %s", (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});

describe("alphabetOf", () => {
  test.each([
    ["ئەركىنجان", "ug-Arab"],
    ["ٴومىرعالي", "kk-Arab"],
    ["عبدالرحمن", "ar"],
    ["Нұрғалиқызы", "kk-Cyrl"],
    ["Һаҗимурат", "ug-Cyrl"],
    ["Юсупович", "ru"],
    ["Nūrğaliqyzy", "kk-Latn-2021"],
    ["Şükrüoğlu", "tr"],
    ["Yilihamujiang", "pinyin"],
    ["Ƣalipjan", "ug-Latn-UYY"],
    ["Gheniqizi", "ug-Latn-ULY"],
    ["ha1-mu4", "wade-giles"],
    ["古丽", "Hani"],
    ["", "und"],
  ])("%s is read as %s first", (token, alphabet) => {
    expect(alphabetOf(token)[0]).toBe(alphabet);
  });

  test("a token without telling letters keeps several readings", () => {
    expect(alphabetOf("Memet")).toEqual(expect.arrayContaining(["press-Latn", "ug-Latn-ULY"]));
    expect(alphabetOf("Arman").length).toBeGreaterThan(1);
  });
});

describe("normaliseName", () => {
  test("mends a Latin letter inside a Cyrillic word and the other way", () => {
    expect(normaliseName("Caмал")).toBe("самал");
    expect(normaliseName("Сamal")).toBe("camal");
  });
  test("presentation forms, tatweel and Persian letters become plain letters", () => {
    expect(normaliseName("ﺳﺎﻧـــﺎ")).toBe("سانا");
    expect(normaliseName("کریم")).toBe("كريم");
  });
  test("traditional characters and dots of all kinds become one spelling", () => {
    expect(normaliseName("薩娜瓦爾・圖爾蓀")).toBe(normaliseName("萨娜瓦尔·图尔荪"));
  });
  test("keeps letters that tell names apart", () => {
    expect(normaliseName("ӘЛІМ")).not.toBe(normaliseName("АЛИМ"));
  });
});

describe("foldName and nameTokens", () => {
  test("the search form needs no special letters", () => {
    expect(foldName("Гүлнәр ҚОЖАХМЕТ")).toBe(foldName("гулнар кожахмет"));
    expect(foldName("Şükrü-Oğlu")).toBe("sukru oglu");
  });
  test("Chinese names are found by their parts and whole", () => {
    expect(nameTokens("薩娜·古麗")).toEqual(["萨娜", "古丽", "萨娜古丽"]);
  });
  test("hyphenated names are found fused", () => {
    expect(nameTokens("Samal-Gul Tasbolat")).toEqual(["samal", "gul", "tasbolat", "samalgul"]);
  });
});

describe("isOddName", () => {
  test("plain names in five scripts are not odd", () => {
    for (const name of [
      "Sanawar Tursunjan",
      "Санавар Тұрсынжан",
      "ساناۋەر تۇرسۇن",
      "萨娜瓦尔·图尔荪",
      "Sha1-na4 Ku1-li4",
    ]) {
      expect(nameOddities(name)).toEqual([]);
    }
  });
  test.each([
    ["", "empty"],
    ["12", "no-letters"],
    ["k", "one-letter"],
    ["x".repeat(10_000), "too-long"],
    ["Sanaгүл", "mixed-scripts"],
    ["Sana\u202egul", "hidden-characters"],
    ["Sana 😀", "symbols"],
    ["Sana 1987", "digits"],
  ] as const)("%j is odd", (name, reason) => {
    expect(isOddName(name)).toBe(true);
    expect(nameOddities(name)).toContain(reason);
  });
});

describe("any string", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(...HOSTILE),
    fc.string({
      unit: fc.constantFrom(...Array.from("aаәəіiİıйё'-·. 古賽ىيە\u200c\u0301\u06541")),
    }),
  );

  test("never throws and folds to a fixed point", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        scriptOf(text);
        alphabetOf(text);
        isOddName(text);
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(new Set(nameTokens(text)).size).toBe(nameTokens(text).length);
      }),
    );
  });

  test("does not depend on the Unicode normal form", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (text, form) => {
        const other = text.normalize(form);
        expect(scriptOf(other)).toBe(scriptOf(text));
        expect(alphabetOf(other)).toEqual(alphabetOf(text));
        expect(foldName(other)).toBe(foldName(text));
        expect(normaliseName(other)).toBe(normaliseName(text));
      }),
    );
  });
});
