import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { refusal } from "./testing.ts";

const double = (hex: string): number => Buffer.from(hex, "hex").readDoubleBE(0);

describe("RFC 8785's published vectors", () => {
  test("§3.2.2 and §3.2.4: the worked example, to the byte", () => {
    const received = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
      "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
    const published =
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333" +
      "333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22" +
      "e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
    const written = canonicalJson(JSON.parse(received));
    expect(Buffer.from(written, "utf8").toString("hex")).toBe(published);
  });

  test("§3.2.3: keys ordered by UTF-16 code units, not by code points or locale", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map((m) => m[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("appendix B: %s is written %s", (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text);
  });
});

describe("refusals carry a code and no content", () => {
  const secret = "invented Aisha of nowhere";
  test.each<[string, unknown, string]>([
    ["NaN", double("7fffffffffffffff"), "proof/json-number"],
    ["Infinity", [double("7ff0000000000000")], "proof/json-number"],
    ["undefined", undefined, "proof/json-type"],
    ["an undefined field", { [secret]: undefined }, "proof/json-type"],
    ["a hole in an array", Array.from({ length: 2 }).concat(Array(1)), "proof/json-type"],
    ["a function", { [secret]: () => 1 }, "proof/json-type"],
    ["a symbol", Symbol(secret), "proof/json-type"],
    ["a symbol key", { [Symbol(secret)]: 1 }, "proof/json-type"],
    ["a bigint", 1n, "proof/json-type"],
    ["a Date", new Date(0), "proof/json-type"],
    ["a Map", new Map([[secret, 1]]), "proof/json-type"],
    ["bytes", new Uint8Array(2), "proof/json-type"],
    ["half a pair in a value", `${secret}\ud83d`, "proof/json-text"],
    ["half a pair in a key", { [`${secret}\ude00`]: 1 }, "proof/json-text"],
  ])("%s", (_, value, code) => {
    const error = refusal(() => canonicalJson(value));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.details])).not.toContain("Aisha");
  });

  test("a cycle and a hostile depth end in a coded error", () => {
    const cycle: Record<string, unknown> = {};
    cycle["again"] = cycle;
    expect(refusal(() => canonicalJson(cycle)).code).toBe("proof/json-depth");
    const deep: unknown = JSON.parse("[".repeat(5000) + "]".repeat(5000));
    expect(refusal(() => canonicalJson(deep)).code).toBe("proof/json-depth");
  });
});

describe("what holds for every JSON value", () => {
  const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 });

  test("it parses back to the same value, and writing it again changes nothing", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        const back: unknown = JSON.parse(text);
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(back)).toBe(text);
      }),
    );
  });

  test("the order in which keys were set never matters", () => {
    const object = fc.dictionary(fc.string({ unit: "binary" }), json, { maxKeys: 12 });
    fc.assert(
      fc.property(object, fc.infiniteStream(fc.nat()), (value, random) => {
        const shuffled = Object.entries(value)
          .map((entry) => [random.next().value as number, entry] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, entry]) => entry);
        expect(canonicalJson(Object.fromEntries(shuffled))).toBe(canonicalJson(value));
      }),
    );
  });

  test("an own key named __proto__ is data like any other", () => {
    const value: unknown = JSON.parse('{"b":1,"__proto__":{"a":2}}');
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":2},"b":1}');
  });
});
