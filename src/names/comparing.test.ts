// People in these tests are invented; the spellings of their names follow the rules of the languages.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareNames,
  explainNames,
  keysOf,
  parseName,
  prepareName,
  renderExplanation,
  renderMessage,
} from "./index.ts";
import type { NameComparison } from "./index.ts";

const compare = (left: string, right: string): NameComparison =>
  compareNames(prepareName(left), prepareName(right));
const LIKELY = ["same form", "very likely the same name"];

describe("parseName", () => {
  test("surname first with a patronymic", () => {
    const { tokens, orderKnown } = parseName("ТАСБОЛАТОВ Ерғазы Сәкенұлы");
    expect(tokens.map((token) => token.role)).toEqual(["family", "given", "father"]);
    expect(tokens.map((token) => token.stem)).toEqual(["тасболат", "ерғазы", "сәкен"]);
    expect(orderKnown).toBe(true);
  });
  test("a father's name ending in q keeps its ending, a Chinese spelling of -gül is none", () => {
    expect(parseName("Салиев Ерғазы Ысқақұлы").tokens[2]?.stem).toBe("ысқақ");
    expect(parseName("Ayiguli Tuersun").tokens[0]?.role).toBe("given");
  });
  test("a comma puts the family name first", () => {
    expect(
      parseName("Салиева, Гүлшат Мурат кызы").tokens.map((token) => [token.text, token.role]),
    ).toEqual([
      ["салиева", "family"],
      ["гүлшат", "given"],
      ["мурат", "father"],
    ]);
  });
  test("titles, remarks and compounds keep their own place", () => {
    const parsed = parseName("Haji Abdu Rehim Sapar (the baker)");
    expect(parsed.titles.map((title) => title.text)).toEqual(["haji"]);
    expect(parsed.asides).toEqual(["the baker"]);
    expect(parsed.tokens.map((token) => token.text)).toEqual(["abdurehim", "sapar"]);
  });
  test("a word that could be a title stays a name when little else is left", () => {
    expect(parseName("Imam Sapar").tokens).toHaveLength(2);
    expect(parseName("Saparov Imam Sakenuly").tokens.map((token) => token.role)).toEqual([
      "family",
      "given",
      "father",
    ]);
  });
  test("Uyghur names have no family name", () => {
    expect(parseName("萨娜瓦尔·图尔荪").tokens.map((token) => token.role)).toEqual([
      "given",
      "second",
    ]);
  });
  test("every letter is in a token, a title, an aside or a marker", () => {
    const parsed = parseName("Prof. Dr. Sanawar Jan Tursun-Bek");
    expect(
      parsed.tokens.map((token) => token.text).join("") +
        parsed.titles.map((title) => title.text).join(""),
    ).toHaveLength("ProfDrSanawarJanTursunBek".length);
  });
});

describe("one name in two scripts is very likely the same", () => {
  test.each([
    ["Sanawar Tursun", "سانابەر تۇرسۇن"],
    ["Sanawar Tursun", "萨娜瓦尔·图尔荪"],
    ["Sanawar Tursun", "Sanawaer Tuersun"],
    ["Шерзат Ғоппар", "谢尔扎提·吾甫尔"],
    ["Ömerjan Zunun", "ئۆمەرجان زۇنۇن"],
    ["Өмержан Зунун", "ٴومەرجان زۇنۇن"],
    ["Xoshnaz Gheni", "ⱨoxnaz ƣeni"],
    ["TASBOLATOV Yergazy Sakenuly", "Тасболатов Ергазы Сакенович"],
    ["TASBOLATOV Yergazy", "Тасболатов Ерғазы Сәкенұлы"],
    ["薩娜瓦爾·圖爾蓀", "萨娜瓦尔·图尔荪"],
    ["Sha1-na4-wa3-erh3 T'u2-erh3-sun1", "萨娜瓦尔·图尔荪"],
    ["عبدالرزاق سليم", "Abdurazzaq Selim"],
    ["محمد ئېلياس", "Muhemmed Élyas"],
    ["Kassym-Askar Zhandosov", "Қасымасқар Жандосов"],
    ["Batyr Jan Sultanov", "Батыржан Султанов"],
    ["ArmanSakenovich", "Arman Sakenovich"],
  ])("%s = %s", (left, right) => {
    expect(LIKELY).toContain(compare(left, right).band);
  });
});

describe("equal spellings", () => {
  test("are one form even in a script that is not read aloud", () => {
    expect(compare("Νίκος Σάμαλης", "ΝΊΚΟΣ Σάμαλης").band).toBe("same form");
  });
  test.each(["", "7", "😀", "a", "?!"])("%j is no name, also beside itself", (text) => {
    expect(compare(text, text)).toEqual({ score: 0, band: "different", flags: ["no-letters"] });
  });
});

describe("what speaks against", () => {
  test("father and son: swapped words are a hint, not a match", () => {
    const { band, flags } = compare("Zordun Tursun", "图尔荪·佐尔顿");
    expect(LIKELY).not.toContain(band);
    expect(flags).toContain("possible-parent-and-child");
  });
  test("the chain given–father, father–grandfather is no match", () => {
    expect(LIKELY).not.toContain(compare("Zordun Tursun", "تۇرسۇن ساپار").band);
  });
  test("brothers and sisters share a father's name only", () => {
    const { band, flags } = compare("Zordun Tursun", "Sanawar Tursun");
    expect(band).toBe("different");
    expect(flags).toContain("possible-siblings");
  });
  test("a surname-first list may be turned round", () => {
    expect(LIKELY).toContain(compare("Zhandosov Arman", "Arman Zhandosov").band);
  });
  test("a bare surname first answers a marked surname first", () => {
    expect(LIKELY).toContain(compare("Тасболат Айдос", "Тасболатов Айдос").band);
  });
  test("a missing father's name is neutral, another one is not", () => {
    const full = "Жандосов Арман Сакенович";
    expect(LIKELY).toContain(compare(full, "Zhandosov Arman").band);
    const other = compare(full, "Жандосов Арман Болатович");
    expect(LIKELY).not.toContain(other.band);
    expect(other.flags).toContain("father-name-differs");
  });
  test("a single word is never more than compatible with a full name", () => {
    expect(compare("Sanawar", "Sanawar Tursun").band).toBe("compatible");
  });
  test("a man's and a woman's ending are told", () => {
    expect(compare("Zhandosov Arman", "Zhandosova Arman").flags).toContain("sex-ending-differs");
  });
  test("-jan may be dropped at a small price", () => {
    const short = compare("Zordun Tursun", "Zordunjan Tursun");
    expect(LIKELY).toContain(short.band);
    expect(short.score).toBeLessThan(compare("Zordun Tursun", "Зордун Турсун").score);
  });
});

describe("keysOf", () => {
  test.each([
    ["Sanawar Tursun", "萨娜瓦尔·图尔荪"],
    ["Sanawar Tursun", "ساناۋەر تۇرسۇن"],
    ["TASBOLATOV Yergazy", "Тасболатов Ерғазы Сәкенұлы"],
    ["Ehmetjan Zunun", "احمدجان زنون"],
  ])("%s and %s meet at a pair key", (left, right) => {
    const keys = new Set(keysOf(prepareName(left)).filter((key) => /^.p:/u.test(key)));
    expect(keysOf(prepareName(right)).some((key) => keys.has(key))).toBe(true);
  });
  test("names without letters have no keys", () => {
    expect(keysOf(prepareName("12 !?"))).toEqual([]);
  });
});

describe("explainNames", () => {
  const explanation = explainNames(
    prepareName("Sanawar Tursunjan"),
    prepareName("萨娜瓦尔·图尔荪"),
  );

  test("agrees with compareNames and names a rule for every letter", () => {
    expect(explanation.score).toBe(compare("Sanawar Tursunjan", "萨娜瓦尔·图尔荪").score);
    expect(explanation.pairs).toHaveLength(2);
    for (const pair of explanation.pairs) {
      expect(pair.letters.every((letter) => letter.rules.length > 0)).toBe(true);
      expect(pair.letters.map((letter) => letter.left).join("")).toBe(pair.left);
    }
  });
  test("reads as sentences, with no key left over", () => {
    const lines = renderExplanation(explanation);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => /^\s*[a-z]+\.[a-z-]+$|\{\w+\}/u.test(line))).toEqual([]);
  });
  test("every flag, band and loss has a text", () => {
    for (const name of [
      "A",
      "Zordun Tursun",
      "Tursun Zordun",
      "图尔荪",
      "Жандосова Арман",
      "حسن",
      "Sapar Zordun Tursun",
      "😀",
    ]) {
      for (const other of ["Zordun Tursun", "Жандосов Арман Сакенович", "佐尔顿·图尔荪江"]) {
        const { messages, pairs } = explainNames(prepareName(name), prepareName(other));
        for (const message of [...messages, ...pairs.flatMap((pair) => pair.messages)]) {
          expect(renderMessage(message)).not.toBe(message.key);
        }
      }
    }
  });
  test("another language's catalogue is used when given", () => {
    expect(
      renderMessage(
        { key: "flag.common-name", values: {} },
        { "flag.common-name": "Кең таралған есім." },
      ),
    ).toBe("Кең таралған есім.");
  });
});

const letters = fc.constantFrom(
  ...Array.from(
    "abdeghijklmnopqrstuvxyzəğışöüабдеғжқнрсуәөіاەبتجخدرسشقكمنوۇۋىي阿不都古丽尔买提热江力 ·-',",
  ),
);
const anyName = fc.oneof(
  fc.string({ unit: letters, maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("any two strings", () => {
  test("comparing is symmetric and stays between 0 and 1", () => {
    fc.assert(
      fc.property(anyName, anyName, (left, right) => {
        const there = compare(left, right);
        const back = compare(right, left);
        expect(back.score).toBeCloseTo(there.score, 9);
        expect(back.band).toBe(there.band);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });
  test("a name with letters is the same form as itself, in any Unicode form", () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (name, form) => {
        const prepared = prepareName(name);
        const other = prepareName(name.normalize(form));
        const { band, score } = compareNames(prepared, other);
        if (!/\p{L}.*\p{L}/su.test(prepared.normal)) expect(band).not.toBe("compatible");
        else expect([score, band]).toEqual([1, "same form"]);
        expect(keysOf(other)).toEqual(keysOf(prepared));
      }),
      { numRuns: 400 },
    );
  });
  test("explaining never throws and keeps the score", () => {
    fc.assert(
      fc.property(anyName, anyName, (left, right) => {
        const explanation = explainNames(prepareName(left), prepareName(right));
        expect(explanation.score).toBe(compare(left, right).score);
        renderExplanation(explanation);
      }),
      { numRuns: 150 },
    );
  });
  test.each([
    "",
    "a",
    "x".repeat(10_000),
    "阿".repeat(10_000),
    "ۇ ".repeat(5000),
    "A\u202eб王ا😀".repeat(2000),
    "(".repeat(10_000),
    "'".repeat(10_000),
    "a,".repeat(5000),
    "\ud800",
  ])("hostile text gives a low score and an explanation (%#)", (text) => {
    const explanation = explainNames(prepareName(text), prepareName("Sanawar Tursun"));
    expect(explanation.score).toBeLessThan(0.5);
    expect(renderExplanation(explanation).length).toBeGreaterThan(0);
  });
});
