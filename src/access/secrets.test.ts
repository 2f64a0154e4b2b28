// What people type: recovery codes with slips, passphrases too easy to guess, names that hide.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requireName } from "./check-name.ts";
import { passphraseStrength } from "./passphrase-strength.ts";
import { newRecoveryCode, printRecoveryCode, readRecoveryCode } from "./recovery-code.ts";
import { readSecret } from "./unlock.ts";

const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const place = fc.integer({ min: 0, max: 39 });

describe("a recovery code", () => {
  it("has 160 bits in eight groups and reads back from any way of writing it", () => {
    const codes = new Set(Array.from({ length: 200 }, newRecoveryCode));
    expect(codes.size).toBe(200);
    for (const code of codes) {
      const printed = printRecoveryCode(code);
      expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
      const typed = printed.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
      for (const way of [printed, code, typed, typed.replaceAll("-", " "), `\n${printed}\t`]) {
        expect(readRecoveryCode(way)).toBe(code);
      }
    }
  });

  it("notices every wrong sign and every two neighbours swapped", () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...signs), (at, sign) => {
        const code = newRecoveryCode();
        fc.pre(code[at] !== sign);
        expect(readRecoveryCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 38 }), (at) => {
        const code = newRecoveryCode();
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b);
        expect(readRecoveryCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeNull();
      }),
    );
  });

  it("is told from a passphrase, and from a code with a slip in it", () => {
    const code = newRecoveryCode();
    const printed = printRecoveryCode(code);
    expect(readSecret(printed)).toEqual({ kind: "recovery", text: code });
    const slip = printed.startsWith("A") ? `B${printed.slice(1)}` : `A${printed.slice(1)}`;
    expect(() => readSecret(slip)).toThrow(
      expect.objectContaining({ code: "access/recovery-code" }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(readSecret(text)).toEqual({ kind: "passphrase", text });
      }),
    );
  });
});

describe("a passphrase", () => {
  it.each([
    "short",
    "password123456",
    "qwertyuiop",
    "aaaaaaaaaaaaaaaaaaaa",
    "1234567890",
    "xK#9vQ!2z",
    "x".repeat(1_001),
  ])("is refused when it is easy to guess, too short or endless: %.20s", async (text) => {
    const strength = await passphraseStrength(text);
    expect(strength.enough).toBe(false);
    expect(strength.advice.length).toBeGreaterThan(0);
    expect(strength.advice.join(" ")).not.toContain(text);
  });

  it.each([
    "four dry riverbeds at noon",
    "жылқы тау өзен қала",
    "olma daraxt quyosh yomg'ir",
    "ئالما دەرەخ قۇياش يامغۇر",
  ])("is taken when it is long and odd, in any script: %s", async (text) => {
    expect(await passphraseStrength(text)).toEqual({
      score: expect.any(Number) as number,
      enough: true,
      advice: [],
    });
  });

  it("is weak when it is made of the vault's and the person's own names", async () => {
    const text = "Zulhumar Oqyrghan";
    expect((await passphraseStrength(text)).enough).toBe(true);
    expect((await passphraseStrength(text, ["Zulhumar Oqyrghan"])).enough).toBe(false);
  });
});

describe("a name", () => {
  it("may be in any script, and comes back in one form", () => {
    for (const name of ["Мадина", "مەدىنە", "玛迪娜", "O‘g‘iloy", "Zoé"]) {
      expect(requireName(`  ${name.normalize("NFD")} `)).toBe(name.normalize("NFC"));
    }
  });

  it("may not hide, break lines, be empty or endless", () => {
    for (const name of [
      "",
      "   ",
      "a\nb",
      "a\u202eb",
      "a\u2066b",
      "a\u0000",
      "x".repeat(201),
      "\ud800",
    ]) {
      expect(() => requireName(name)).toThrow(expect.objectContaining({ code: "access/name" }));
    }
  });
});
