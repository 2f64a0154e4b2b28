import { createHash, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import {
  formatSignerKey,
  formatVerifierKey,
  isKeyName,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  verifierKey,
} from "./note-key.ts";
import { cosignNote, parseNote, signNote, verifyNote } from "./signed-note.ts";
import { refusal } from "./testing.ts";

// The example of Go's golang.org/x/mod/sumdb/note documentation and of C2SP signed-note.
const SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT =
  "If you think cryptography is the answer to your problem,\n" +
  "then you don't know what your problem is.\n";
const NOTE =
  `${TEXT}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSN` +
  "XgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const seed = (n: number): Buffer => Buffer.alloc(32, n);
const ledger = signerKey("ledger.example/invented", 1, seed(1));
const witness = signerKey("witness.example/one", 4, seed(2));
const checkpoint = { origin: "ledger.example/invented", size: 42, root: Buffer.alloc(32, 7) };

describe("Go's sumdb/note example", () => {
  test("signing gives the published note, byte for byte", () => {
    expect(signNote(TEXT, [parseSignerKey(SKEY)])).toBe(NOTE);
  });

  test("the published note verifies with the published key", () => {
    expect(verifyNote(NOTE, [parseVerifierKey(VKEY)])).toEqual({
      kind: "verified",
      text: TEXT,
      by: [{ name: "PeterNeumann", time: null }],
    });
  });

  test("the verifier key follows from the signer key, and both are written as published", () => {
    expect(formatVerifierKey(parseSignerKey(SKEY))).toBe(VKEY);
    const material = Buffer.from(SKEY.slice(SKEY.lastIndexOf("c74f20a3+") + 9), "base64");
    expect(formatSignerKey("PeterNeumann", 1, material.subarray(1))).toBe(SKEY);
  });

  test("no part of the key and no key with one sign changed is accepted", () => {
    for (let i = 0; i < VKEY.length; i++) {
      const changed =
        VKEY.slice(0, i) + String.fromCharCode(VKEY.charCodeAt(i) + 1) + VKEY.slice(i + 1);
      expect(refusal(() => parseVerifierKey(changed)).code).toBe("proof/key");
      expect(refusal(() => parseVerifierKey(VKEY.slice(0, i))).code).toBe("proof/key");
      expect(refusal(() => parseVerifierKey(VKEY.slice(i + 1))).code).toBe("proof/key");
    }
  });
});

describe("cosignatures", () => {
  test("a public witness key of type 4 has the id it is published with", () => {
    // Key of a running witness, as in the tests of transparency-dev/formats.
    const published = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
    expect(formatVerifierKey(parseVerifierKey(published))).toBe(published);
  });

  test("the line holds key id, time and an Ed25519 signature over the stated message", () => {
    const note = signNote(formatCheckpoint(checkpoint), [ledger]);
    const line = parseNote(cosignNote(note, witness, 1_679_315_147)).signatures[1];
    const message = `cosignature/v1\ntime 1679315147\n${formatCheckpoint(checkpoint)}`;
    expect(line?.bytes.subarray(0, 8).toString("hex")).toBe("00000000641850cb");
    expect(line?.bytes.subarray(8).toString("hex")).toBe(
      sign(null, Buffer.from(message), witness.secret).toString("hex"),
    );
    const id = createHash("sha256")
      .update("witness.example/one\n\u0004")
      .update(witness.publicKey)
      .digest();
    expect(line?.id.equals(id.subarray(0, 4))).toBe(true);
  });

  test("both the ledger and its witness verify; the time is the one stated", () => {
    const note = cosignNote(signNote(formatCheckpoint(checkpoint), [ledger]), witness, 1000);
    expect(verifyNote(note, [witness, ledger])).toMatchObject({
      kind: "verified",
      by: [
        { name: ledger.name, time: null },
        { name: witness.name, time: 1000 },
      ],
    });
  });

  test("a changed time is a forgery; type 1 and type 4 keys cannot stand in for each other", () => {
    const note = cosignNote(signNote(formatCheckpoint(checkpoint), [ledger]), witness, 1000);
    const { bytes, id } = parseNote(note).signatures[1] as { bytes: Buffer; id: Buffer };
    const later = Buffer.concat([id, bytes]);
    later.writeBigUInt64BE(2000n, 4);
    const backdated = `${note.slice(0, note.lastIndexOf(" ") + 1)}${later.toString("base64")}\n`;
    expect(verifyNote(backdated, [witness]).kind).toBe("forged");
    const asSigner = verifierKey(witness.name, 1, witness.publicKey);
    expect(verifyNote(note, [asSigner]).kind).toBe("unsigned");
    expect(refusal(() => signNote("x\n", [witness])).code).toBe("proof/key");
    expect(refusal(() => cosignNote(note, ledger, 1)).code).toBe("proof/key");
    expect(refusal(() => cosignNote(note, witness, 1.5)).code).toBe("proof/range");
  });
});

describe("what holds for every note", () => {
  const line = fc.string({ unit: "grapheme" }).map((s) => s.replaceAll(/\p{Cc}/gu, ""));
  const text = fc.array(line).map((lines) => `${lines.join("\n")}\n`);

  test("what was signed verifies and comes back unchanged, blank lines and all", () => {
    fc.assert(
      fc.property(text, (t) => {
        expect(verifyNote(signNote(t, [ledger]), [ledger])).toMatchObject({
          kind: "verified",
          text: t,
        });
      }),
    );
  });

  test("one byte changed anywhere is never verified", () => {
    const note = Buffer.from(signNote(formatCheckpoint(checkpoint), [ledger]));
    for (let at = 0; at < note.length; at++) {
      const changed = Buffer.from(note);
      changed[at] = (changed[at] as number) ^ 1;
      expect(verifyNote(changed.toString("utf8"), [ledger]).kind).not.toBe("verified");
    }
  });

  test("a stranger's line is ignored, a false line by a trusted key condemns the note", () => {
    const stranger = signerKey("someone.example/else", 1, seed(9));
    const both = signNote("invented\n", [stranger, ledger]);
    expect(verifyNote(both, [ledger])).toMatchObject({ kind: "verified" });
    expect(verifyNote(signNote("invented\n", [stranger]), [ledger]).kind).toBe("unsigned");
    expect(verifyNote(both.replace("invented", "Invented"), [ledger]).kind).toBe("forged");
    const sameNameOtherKey = verifierKey(ledger.name, 1, stranger.publicKey);
    expect(verifyNote(signNote("invented\n", [ledger]), [sameNameOtherKey]).kind).toBe("unsigned");
  });

  test.each([
    ["nothing", ""],
    ["no signature block", "text\n"],
    ["an empty signature block", "text\n\n"],
    ["a hyphen for the dash", NOTE.replace("\u2014", "-")],
    ["a name with a no-break space", NOTE.replace("PeterNeumann x", "Peter\u00a0Neumann x")],
    ["a name with a plus", NOTE.replace("PeterNeumann x", "Peter+Neumann x")],
    ["loose base64", NOTE.replace("=\n", "\n")],
    ["a fourth part", NOTE.replace("=\n", "= x\n")],
    ["a missing last newline", NOTE.slice(0, -1)],
    ["a carriage return", NOTE.replace("problem,\n", "problem,\r\n")],
    ["a tab", NOTE.replace("you", "\tyou")],
    ["half a surrogate pair", `\ud800${NOTE}`],
    ["a hundred and one signatures", NOTE + NOTE.slice(TEXT.length + 1).repeat(100)],
    ["a million signs", "x".repeat(1_000_000) + NOTE],
  ])("%s is malformed", (_, note) => {
    expect(verifyNote(note, [parseVerifierKey(VKEY)]).kind).toBe("malformed");
    expect(refusal(() => parseNote(note)).code).toBe("proof/note");
  });

  test("key names: no spaces of any script, no plus, no control signs", () => {
    expect(["a", "example.com/кәсіп", "گۇۋاھ.example"].every(isKeyName)).toBe(true);
    const bad = ["", " ", "a b", "a+b", "a\u3000b", "a\u0085b", "a\nb", "a\u2028b", "a\ud800"];
    expect(bad.some(isKeyName)).toBe(false);
  });
});

describe("checkpoints", () => {
  test("C2SP's example is read and written back", () => {
    const text =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    const read = parseCheckpoint(text);
    expect(read).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20_852_163 });
    expect(formatCheckpoint(read)).toBe(text);
  });

  test("any checkpoint comes back the same", () => {
    const name = fc.stringMatching(/^[a-z][a-z./ -]{0,20}$/);
    const any = fc.record({
      origin: name,
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => Buffer.from(b)),
      extensions: fc.array(name, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(any, (c) => {
        expect(parseCheckpoint(formatCheckpoint(c))).toEqual(c);
      }),
    );
  });

  const root = Buffer.alloc(32).toString("base64");
  test.each([
    ["no origin", `\n1\n${root}\n`],
    ["a leading zero", `o\n01\n${root}\n`],
    ["a sign", `o\n+1\n${root}\n`],
    ["a size past 2^53", `o\n9007199254740993\n${root}\n`],
    ["a short root", `o\n1\n${root.slice(4)}\n`],
    ["loose base64", `o\n1\n${root.slice(0, -1)}\n`],
    ["an empty extension", `o\n1\n${root}\n\nx\n`],
    ["no last newline", `o\n1\n${root}`],
    ["two lines", "o\n1\n"],
  ])("%s is refused", (_, text) => {
    expect(refusal(() => parseCheckpoint(text)).code).toBe("proof/checkpoint");
  });
});
