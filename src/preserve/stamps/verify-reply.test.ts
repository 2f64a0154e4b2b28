// Answers of a real authority, good and bent, and what OpenSSL says of the same bytes.
import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { TrustedRoot } from "./certificate-chain.ts";
import { readReply } from "./read-reply.ts";
import { forStamping, type TestAuthority, testAuthority } from "./testing.ts";
import { timestampQuery } from "./timestamp-query.ts";
import { verifyReply } from "./verify-reply.ts";

const text = "guwah/invented\n7\nroot\n";
const authority = testAuthority();
const rsa = testAuthority({ key: "rsa" });
const stranger = testAuthority();
const old = testAuthority({ days: -2 });
const all = [authority, rsa, stranger, old];
const query = timestampQuery(text);
const reply = authority.stamp(query.der);
const rootOf = ({ root }: TestAuthority): TrustedRoot => ({
  certificate: new X509Certificate(root),
});

const faultOf = async (
  bytes: Uint8Array,
  root: TrustedRoot = rootOf(authority),
  expected: Partial<typeof query> = {},
): Promise<string> => {
  const verdict = await verifyReply(bytes, { ...query, ...expected, root });
  return verdict.kind === "refused" ? verdict.fault : verdict.kind;
};
/** OpenSSL on the same answer, with the authority's own root. */
const openssl = (bytes: Uint8Array, by = authority, at = Date.now()): boolean =>
  by.accepts(bytes, text, at);

afterAll(() => {
  for (const one of all) one.end();
});

describe("an answer of an authority", () => {
  it("is believed by its root, by the root's hash, or by the root it brings; OpenSSL agrees", async () => {
    for (const by of [authority, rsa]) {
      const bytes = by.stamp(query.der);
      const sha256 = new X509Certificate(by.root).fingerprint256.replaceAll(":", "").toLowerCase();
      for (const root of [rootOf(by), { sha256 }, null]) {
        const verdict = await verifyReply(bytes, { ...query, root });
        expect(verdict).toMatchObject({ kind: "stamped", policy: "1.2.3.4", root: sha256 });
        if (verdict.kind !== "stamped") continue;
        expect(Math.abs(verdict.time - Date.now())).toBeLessThan(60_000);
        expect(verdict.chain.map(({ subject }) => subject)).toEqual([
          "CN=Invented Clock",
          "CN=Invented Root",
        ]);
      }
      expect(openssl(bytes, by)).toBe(true);
    }
  });

  it("is refused for another text, another question, another root", async () => {
    const other = timestampQuery(`${text} `);
    expect(await faultOf(reply, undefined, { imprint: other.imprint })).toBe("wrong-hash");
    expect(authority.accepts(reply, `${text} `, Date.now())).toBe(false);
    expect(await faultOf(reply, undefined, { nonce: other.nonce })).toBe("wrong-nonce");
    expect(await faultOf(reply, rootOf(stranger))).toBe("not-trusted");
    expect(await faultOf(reply, { sha256: "0".repeat(64) })).toBe("not-trusted");
    expect(authority.accepts(reply, text, Date.now(), stranger.root)).toBe(false);
  });

  it("is refused where the certificate had run out at the time it states, and not because it ran out since", async () => {
    const bytes = old.stamp(query.der);
    expect(await faultOf(bytes, rootOf(old))).toBe("expired");
    expect(openssl(bytes, old)).toBe(false);
    // The test above made `reply` with a certificate of 30 days: in five years it still counts at its own time.
    expect(openssl(reply, authority, Date.now() + 5 * 365 * 86_400_000)).toBe(false);
    expect(await faultOf(reply)).toBe("stamped");
  });

  it.each([
    ["none", ["keyUsage = critical,digitalSignature"]],
    ["not critical", ["extendedKeyUsage = timeStamping"]],
    ["one more", ["extendedKeyUsage = critical,timeStamping,emailProtection"]],
    ["another", ["extendedKeyUsage = critical,codeSigning"]],
    ["any", ["extendedKeyUsage = critical,anyExtendedKeyUsage"]],
    ["keys", ["keyUsage = critical,keyAgreement", forStamping[1]]],
  ])("is refused where the certificate's use is: %s", async (_, uses) => {
    const bytes = await authority.stampWith(query.der, { uses });
    expect(await faultOf(bytes)).toBe("wrong-use");
    expect(openssl(bytes)).toBe(false);
  });

  it("signed by the same means with a fit certificate is believed, so that the cases above fail for their use alone", async () => {
    const bytes = await authority.stampWith(query.der, { uses: forStamping });
    expect(await faultOf(bytes)).toBe("stamped");
    expect(openssl(bytes)).toBe(true);
  });

  it("is refused where the signed part does not name the certificate", async () => {
    const bytes = await authority.stampWith(query.der, { uses: forStamping, named: false });
    expect(await faultOf(bytes)).toBe("wrong-certificate");
    expect(openssl(bytes)).toBe(false);
  });

  it("is refused with a byte of the signature flipped", async () => {
    for (const at of [1, 5, 20]) {
      const bytes = Buffer.from(reply);
      bytes[bytes.length - at] = (bytes[bytes.length - at] ?? 0) ^ 1;
      expect(await faultOf(bytes)).toBe("bad-signature");
      expect(openssl(bytes)).toBe(false);
    }
  });

  it("is refused when it says no, and when it is no answer", async () => {
    // TimeStampResp { PKIStatusInfo { rejection, "no" } }
    const refusal = Buffer.from("300b300902010230040c026e6f", "hex");
    expect(await faultOf(refusal)).toBe("rejected");
    expect(openssl(refusal)).toBe(false);
    const html = Buffer.from("<!doctype html><title>Please log in</title>");
    for (const bytes of [
      html,
      Buffer.alloc(0),
      Buffer.from("3000", "hex"),
      reply.subarray(0, -1),
    ]) {
      expect(await faultOf(bytes)).toBe("malformed");
    }
    expect(await faultOf(Buffer.concat([reply, Buffer.from([0])]))).toBe("malformed");
    // Depth is what breaks parsers that call themselves.
    expect(await faultOf(Buffer.from("30".repeat(60_000), "hex"))).toBe("malformed");
    expect(await faultOf(Buffer.from("3080".repeat(60_000), "hex"))).toBe("malformed");
  });

  it("is never believed with any byte changed that OpenSSL does not believe either, and never breaks the reader", async () => {
    const { time } = { time: Date.now() };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(reply.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const bytes = Buffer.from(reply);
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          const fault = await faultOf(bytes);
          if (fault === "stamped") expect(openssl(bytes, authority, time)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await readReply(bytes)).toBeNull();
      }),
    );
  });
});

describe("a query", () => {
  it("is what OpenSSL reads: version 1, SHA-256 of the text, a number, certificates asked for", () => {
    for (let i = 0; i < 20; i++) {
      const { der, imprint, nonce } = timestampQuery(text);
      const read = authority.readQuery(der);
      expect(read).toContain("Version: 1");
      expect(read).toContain("Hash Algorithm: sha256");
      expect(read).toContain("Certificate required: yes");
      expect(read).toContain(`Nonce: 0x${nonce.toString("hex").toUpperCase()}`);
      const dump = [...read.matchAll(/^ +\d{4} - ([0-9a-f -]+?) {2,}/gm)].map(([, hex]) => hex);
      expect(dump.join("").replaceAll(/[ -]/g, "")).toBe(imprint.toString("hex"));
    }
  });
});
