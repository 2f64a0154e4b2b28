import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../proof/index.ts";
import { envelopeText, freshSalt, leafOf, sealIsRight, sealOf } from "./leaf.ts";

it("seals with HMAC-SHA-256 as node:crypto computes it, whichever key came before", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (key, seq, leaf) => {
        const place = Buffer.alloc(8);
        place.writeBigUInt64BE(BigInt(seq));
        const expected = createHmac("sha256", key)
          .update(place)
          .update(leaf)
          .digest()
          .subarray(0, 16);
        expect(sealOf(key, seq, leaf)).toEqual(expected);
        expect(sealIsRight(key, seq, leaf, expected)).toBe(true);
        expect(sealIsRight(key, seq + 1, leaf, expected)).toBe(false);
      },
    ),
  );
});

it("writes the envelope as canonical JSON would", () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), fc.jsonValue(), (at, subject, body) => {
      fc.pre(subject.isWellFormed());
      const e = {
        at,
        author: "mem_0",
        device: "dev_0",
        kind: "claim.added",
        subject,
        body: canonicalJson({ body: JSON.stringify(body).length }),
      };
      expect(envelopeText(e)).toBe(canonicalJson({ ...e, body: JSON.parse(e.body), v: 1 }));
    }),
  );
});

it("gives every entry a salt of its own, and another leaf for another salt", () => {
  const e = { at: 1, author: "mem_0", device: "dev_0", kind: "x", subject: "s", body: "{}" };
  const salts = Array.from({ length: 3_000 }, () => freshSalt().toString("hex"));
  expect(new Set(salts).size).toBe(3_000);
  expect(leafOf(randomBytes(32), e)).not.toEqual(leafOf(randomBytes(32), e));
});
