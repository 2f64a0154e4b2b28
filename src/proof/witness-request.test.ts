import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signerKey } from "./note-key.ts";
import { refusal } from "./testing.ts";
import { formatWitnessPolicy, parseWitnessPolicy, requirePolicy } from "./witness-policy.ts";
import { formatWitnessRequest, parseWitnessRequest } from "./witness-request.ts";

// The example of C2SP tlog-witness, "add-checkpoint".
const hashes = [
  "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=",
  "jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=",
  "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=",
  "/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=",
];
const checkpoint =
  "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
  "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
const example = `old 20852014\n${hashes.join("\n")}\n\n${checkpoint}`;

describe("a request to a witness", () => {
  test("C2SP's example is read and written back", () => {
    const read = parseWitnessRequest(example);
    expect(read.oldSize).toBe(20_852_014);
    expect(read.proof.map((h) => Buffer.from(h).toString("base64"))).toEqual(hashes);
    expect(read.checkpoint).toBe(checkpoint);
    expect(formatWitnessRequest(read)).toBe(example);
  });

  test("any request comes back the same", () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => Buffer.from(b));
    const any = fc.record({
      oldSize: fc.maxSafeNat(),
      proof: fc.array(hash, { maxLength: 63 }),
      checkpoint: fc.constantFrom(checkpoint, "", "\n\n", "x"),
    });
    fc.assert(
      fc.property(any, (request) => {
        expect(parseWitnessRequest(formatWitnessRequest(request))).toEqual(request);
      }),
    );
  });

  test.each([
    ["nothing", ""],
    ["no empty line", example.replaceAll("\n\n", "\n")],
    ["a leading zero", example.replace("old 2", "old 02")],
    ["a sign", example.replace("old 2", "old -2")],
    ["two spaces", example.replace("old 2", "old  2")],
    ["another word", example.replace("old", "new")],
    ["a size past 2^53", example.replace("20852014", "9007199254740993")],
    ["a carriage return", example.replaceAll("\n", "\r\n")],
    ["a short hash", example.replace(hashes[0] as string, "PlRN")],
    ["loose base64", example.replace("kaw=", "kaw")],
    ["sixty-four hashes", `old 1\n${`${hashes[0]}\n`.repeat(64)}\n${checkpoint}`],
    ["more than any request", `old 1\n\n${"x".repeat(70_000)}`],
  ])("%s is refused", (_, text) => {
    expect(refusal(() => parseWitnessRequest(text)).code).toBe("proof/request");
  });
});

describe("a policy of witnesses", () => {
  const key = (n: number) => signerKey(`witness.example/${n}`, 4, Buffer.alloc(32, n));
  const witness = (n: number, address: string | null = null) => {
    const { name, type, id, publicKey, handle } = key(n);
    return { name: `w${n}`, key: { name, type, id, publicKey, handle }, address };
  };
  const three = [witness(1, "https://one.example/"), witness(2), witness(3)];

  test("comes back the same, with every number needed", () => {
    for (const need of [0, 1, 2, 3]) {
      const text = formatWitnessPolicy({ witnesses: three, need });
      const read = parseWitnessPolicy(text);
      expect(read.need).toBe(need);
      expect(read.witnesses.map(({ name, address }) => [name, address])).toEqual([
        ["w1", "https://one.example/"],
        ["w2", null],
        ["w3", null],
      ]);
      expect(formatWitnessPolicy(read)).toBe(text);
    }
  });

  test("comments, logs, tabs, `any`, `all` and a single witness are read", () => {
    const lines = formatWitnessPolicy({ witnesses: three, need: 2 });
    const withMore = `# invented\n\tlog ignored\n\n${lines.replaceAll(" ", " \t ")}`;
    expect(parseWitnessPolicy(withMore).need).toBe(2);
    expect(parseWitnessPolicy(lines.replace("group witnesses 2", "group witnesses all"))).toEqual(
      parseWitnessPolicy(lines.replace("group witnesses 2", "group witnesses 3")),
    );
    expect(parseWitnessPolicy(lines.replace("witnesses 2", "witnesses any")).need).toBe(1);
    const single = parseWitnessPolicy(lines.replace("quorum witnesses", "quorum w2"));
    expect(single).toMatchObject({ need: 1, witnesses: [{ name: "w2" }] });
  });

  const good = formatWitnessPolicy({ witnesses: three, need: 2 });
  const [first = ""] = good.split("\n");
  test.each([
    ["nothing", ""],
    ["no quorum", good.replace("quorum witnesses", "")],
    ["two quorums", `${good}quorum none\n`],
    ["a quorum nobody named", good.replace("quorum witnesses", "quorum others")],
    ["more than there are", good.replace("witnesses 2", "witnesses 4")],
    ["zero of three", good.replace("witnesses 2", "witnesses 0")],
    ["a member twice, to count it twice", good.replace("w1 w2 w3", "w1 w1 w3")],
    ["one key under two names", `${first.replace("w1", "w9")}\n${good}`],
    ["one name for two keys", good.replace("witness w2", "witness w1")],
    ["a group of groups", good.replace("quorum", "group all-of-it any witnesses\nquorum")],
    ["another word", `${good}trust everyone\n`],
    ["a hundred thousand signs", `${good}${"#".repeat(100_001)}`],
  ])("%s is refused", (_, text) => {
    expect(refusal(() => parseWitnessPolicy(text)).code).toBe("proof/policy");
  });

  test("a signing key (type 1) cannot be a witness", () => {
    const signer = { ...witness(1), key: signerKey("witness.example/1", 1, Buffer.alloc(32, 1)) };
    expect(refusal(() => requirePolicy({ witnesses: [signer], need: 1 })).code).toBe(
      "proof/policy",
    );
  });
});
