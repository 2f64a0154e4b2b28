// A receipt is checked by bash, sha256sum and openssl alone, names nobody, and fails where a digit of it was altered.
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, type FileHash, type SourceId } from "../../model/index.ts";
import {
  inclusionProof,
  leafHash,
  nodeHash,
  nodesOfLeaves,
  rootOf,
  sha256,
} from "../../proof/index.ts";
import { id } from "../../store/testing.ts";
import { type TestFixity, testFixity } from "../fixity/testing.ts";
import { engineKinds, refusedWith } from "../testing.ts";
import { makeReceipt, sidesOf } from "./receipt-facts.ts";
import { receiptPage } from "./receipt-page.ts";
import { receiptScript } from "./receipt-script.ts";

describe.each(engineKinds)("a receipt on %s", (engine) => {
  let test: TestFixity;
  beforeAll(async () => {
    test = await testFixity(engine);
  });
  afterAll(() => test.end());

  const deps = () => {
    const { ledger, home, keys, engine: opened } = test.vault;
    return { ledger, home, keys, db: opened.db, clock: test.clock };
  };
  const receipt = (source: SourceId) => makeReceipt(deps(), test.keeper, source);
  async function given(bytes: string, name: string | undefined, text?: string): Promise<SourceId> {
    const source = id("src") as SourceId;
    const file = await test.keep(bytes, name === undefined ? {} : { name });
    const more = text === undefined ? {} : { text: await test.keep(text, { derivedFrom: file }) };
    const title = "Testimony of Aysha Invented";
    const body = { id: source, kind: "testimony", file, title, ...more };
    await test.vault.ledger.append(test.keeper.member, [draft("source.added", source, body)]);
    return source;
  }
  const run = (script: string) => spawnSync("bash", ["-c", script], { encoding: "utf8" });

  it.each([
    ["words that were typed in", undefined, undefined],
    ["a file with a name, by its text", "aysha-invented.docx", "What Aysha Invented said."],
  ])("proves %s", async (_, name, text) => {
    const source = await given(`An invented testimony ${String(name)}.`, name, text);
    const made = await receipt(source);
    const { proof, checkpoint, original } = made;
    expect(proof?.entry).toContain(original?.hash);
    const page = receiptPage(made);
    expect(page).not.toMatch(/aysha|invented|<script|testimony/i);
    const script = receiptScript(proof as never, checkpoint);
    const done = run(script);
    expect(done.stderr).toBe("");
    expect(done.stdout).toMatch(
      new RegExp(`proved: entry ${String(proof?.seq)} of ${checkpoint.size}\n$`),
    );
    // One digit of the hash, of the salt, of the path, or of the signature.
    const hash = original?.hash as string;
    const first = proof?.path[0]?.hash as string;
    for (const part of [hash, proof?.salt as string, first]) {
      const digit = part.startsWith("0") ? "1" : "0";
      const forged = run(script.replaceAll(part, digit + part.slice(1)));
      expect([forged.status === 0, forged.stdout.includes("proved")]).toEqual([false, false]);
    }
  });

  it("does not print an entry that tells a file's name", async () => {
    const made = await receipt(await given("A photograph, invented.", "aysha-invented.jpg"));
    expect(made.proof).toBe(null);
    const page = receiptPage(made);
    expect(page).not.toMatch(/aysha/i);
    expect(page).toContain(made.original?.hash);
    expect(page).toContain("is not printed here");
  });

  it("is noted before it is given, and is not given where that fails", async () => {
    const source = await given("An invented letter.", undefined);
    const failing = {
      ...deps(),
      ledger: { ...deps().ledger, append: () => Promise.reject(new RangeError("full")) },
    };
    await expect(makeReceipt(failing, test.keeper, source)).rejects.toThrow("full");
    const noted = () =>
      test.vault.engine.db
        .selectFrom("custody")
        .select(["action", "file"])
        .where("source", "=", source)
        .execute();
    expect(await noted()).toEqual([]);
    const made = await receipt(source);
    expect(await noted()).toEqual([{ action: "receipt", file: made.original?.hash as FileHash }]);
  });

  it("is refused for a source that is not here or has no bytes", async () => {
    expect(await refusedWith(() => receipt(id("src") as SourceId))).toBe("no-such-source");
    const source = id("src") as SourceId;
    const body = { id: source, kind: "appeal", title: "Heard of, invented" };
    await test.vault.ledger.append(test.keeper.member, [draft("source.added", source, body)]);
    expect(await refusedWith(() => receipt(source))).toBe("no-receipt");
  });
});

it("puts each neighbour on the side it belongs, in every tree", () => {
  const leaves = Array.from({ length: 130 }, (_, i) => leafHash(sha256(Buffer.from([i]))));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), (size, any) => {
      const index = any % size;
      const some = leaves.slice(0, size);
      const path = inclusionProof(index, size, nodesOfLeaves(some));
      const sides = sidesOf(index, size);
      expect(sides.length).toBe(path.length);
      const root = path.reduce<Uint8Array>(
        (node, sibling, i) =>
          sides[i] === "left" ? nodeHash(sibling, node) : nodeHash(node, sibling),
        leaves[index] as Uint8Array,
      );
      expect(Buffer.from(root).equals(rootOf(some))).toBe(true);
    }),
  );
});
