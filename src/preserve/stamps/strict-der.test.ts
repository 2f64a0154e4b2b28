// One DER value, all the way down, and what only looks like one.
import { describe, expect, it } from "vitest";
import { isStrictDer } from "./strict-der.ts";

const strict = (hex: string): boolean => isStrictDer(Buffer.from(hex.replaceAll(" ", ""), "hex"));

describe("DER", () => {
  it.each([
    ["a sequence of an identifier and nothing", "3008 06042a030405 0500"],
    ["a set of a truth", "3103 0101ff"],
    ["bits, and none", "3007 03020780 030100"],
    ["a number of its own class with content", "a003 020105"],
    ["letters of two bytes", "1e04 00410042"],
  ])("is %s", (_, hex) => {
    expect(strict(hex)).toBe(true);
  });
  it.each([
    ["a sequence that says it holds no others", "3002 1000"],
    ["a set that says it holds no others", "3002 1100"],
    ["nothing that holds others", "3002 2500"],
    ["an identifier in parts", "3006 2604 06022a03"],
    ["an end of content", "3002 0000"],
    ["bits without a count", "0300"],
    ["more spare bits than a byte has", "0302 0880"],
    ["spare bits of no bits", "0301 07"],
    ["an enumerated number with a needless nought", "0a02 0001"],
    ["half a letter", "1e03 004100"],
    ["a length that does not add up", "3003 0500"],
    ["a length written longer than needed", "308102 0500"],
    ["something after the end", "0500 00"],
    ["nothing at all", ""],
  ])("is not %s", (_, hex) => {
    expect(strict(hex)).toBe(false);
  });
});
