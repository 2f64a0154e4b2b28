import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, leafHash, leafHashOf, nodeHash, sha256, sha256Hex, startHash } from "./hash.ts";
import { refusal } from "./testing.ts";

const reference = (...parts: (Uint8Array | string)[]): string => {
  const running = createHash("sha256");
  for (const part of parts) running.update(part);
  return running.digest("hex");
};
const hash32 = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("SHA-256", () => {
  test("FIPS 180-4's example and the empty input", () => {
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256Hex(Buffer.from("abc"))).toBe(abc);
    expect(sha256(Buffer.from("abc")).toString("hex")).toBe(abc);
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(startHash().digestHex()).toBe(empty);
  });

  test("bytes that come in pieces hash like bytes that come at once", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (pieces) => {
        const running = startHash();
        let size = 0;
        for (const piece of pieces) size = running.update(piece);
        const whole = Buffer.concat(pieces);
        expect(size).toBe(whole.length);
        expect(running.digestHex()).toBe(sha256Hex(whole));
      }),
    );
  });
});

describe("commitments, leaves and nodes", () => {
  test("are SHA-256 over the stated prefix and parts", () => {
    fc.assert(
      fc.property(hash32, hash32, fc.string({ unit: "grapheme" }), (a, b, text) => {
        expect(commit(a, text).toString("hex")).toBe(reference(a, Buffer.from(text, "utf8")));
        expect(leafHash(a).toString("hex")).toBe(reference(Buffer.of(0), a));
        expect(leafHashOf(a).equals(leafHash(a))).toBe(true);
        expect(nodeHash(a, b).toString("hex")).toBe(reference(Buffer.of(1), a, b));
      }),
    );
  });

  test("a text too long for the kept buffer commits the same way", () => {
    const salt = Buffer.alloc(32, 9);
    for (const length of [5_450, 5_451, 100_000]) {
      const text = "ئ".repeat(length);
      expect(commit(salt, text).toString("hex")).toBe(reference(salt, text));
    }
  });

  test("an earlier result is not overwritten by a later call", () => {
    const first = leafHash(Buffer.alloc(32, 1));
    const before = first.toString("hex");
    leafHash(Buffer.alloc(32, 2));
    nodeHash(first, first);
    expect(first.toString("hex")).toBe(before);
  });

  test("wrong lengths and half a surrogate pair are refused", () => {
    const good = Buffer.alloc(32);
    expect(refusal(() => commit(Buffer.alloc(16), "{}")).code).toBe("proof/bytes");
    expect(refusal(() => commit(good, "\ud800")).code).toBe("proof/json-text");
    expect(refusal(() => leafHash(Buffer.alloc(33))).code).toBe("proof/bytes");
    expect(refusal(() => nodeHash(good, Buffer.alloc(0))).code).toBe("proof/bytes");
  });
});
