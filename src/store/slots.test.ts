// What a changed vault.json can and cannot do to those who open it. Everyone here is invented.
import sodium from "sodium-native";
import { describe, expect, it } from "vitest";
import type { MemberId } from "../model/index.ts";
import type { SlotSecret } from "./derive-slot-key.ts";
import { newHolder, sealedMark, withGrant, withoutGrant } from "./grants.ts";
import { deriveSealedKeys, deriveVaultKeys, randomKey, type VaultKeys } from "./keys.ts";
import { openSlots, withSlot } from "./slots.ts";
import { quickKdf } from "./vault-testing.ts";
import { newVaultFile, parseVaultFile, type VaultFile, vaultFileText } from "./vault-file.ts";

const member = "mem_00000000000000000000000001" as MemberId;
const other = "mem_00000000000000000000000002" as MemberId;
const secret: SlotSecret = { kind: "passphrase", text: "Жеті шам — құдық басында" };
const keys = deriveVaultKeys(randomKey());
const sealed = deriveSealedKeys(randomKey());

/** A file in which `member` has a slot and the sealed key. */
async function file(): Promise<VaultFile> {
  const empty = newVaultFile("sqlcipher", quickKdf());
  const { holder, secretKey } = newHolder(empty.vault, member, sealed);
  const bundle = { vaultKey: keys.root, secretKey, mark: sealedMark(sealed) };
  const slotted = await withSlot({ ...empty, holders: [holder] }, member, secret, bundle);
  return withGrant(slotted ?? empty, member, sealed);
}

describe("a slot", () => {
  it("gives the vault key and the sealed key, also after vault.json was written and read", async () => {
    const read = parseVaultFile(vaultFileText(await file()));
    const opened = await openSlots(read, secret);
    expect(opened?.bundle.vaultKey.equals(keys.root)).toBe(true);
    expect(opened?.sealed?.root.equals(sealed.root)).toBe(true);
    const decomposed = { ...secret, text: secret.text.normalize("NFD") };
    expect((await openSlots(read, decomposed))?.slot.member).toBe(member);
  });

  it("gives no sealed key without a grant", async () => {
    const opened = await openSlots(withoutGrant(await file(), member), secret);
    expect(opened?.sealed).toBeNull();
  });

  it("opens only as what it was made for", async () => {
    const made = await file();
    const tampered: Partial<VaultFile["slots"][number]>[] = [
      { member: other },
      { id: "AAAAAAAAAAAA" },
      { kind: "recovery" },
      { nonce: "A".repeat(32) },
    ];
    for (const change of tampered) {
      const slots = made.slots.map((slot) => ({ ...slot, ...change }));
      expect(await openSlots({ ...made, slots }, secret)).toBeNull();
      expect(await openSlots({ ...made, slots }, { ...secret, kind: "recovery" })).toBeNull();
    }
    expect(await openSlots({ ...made, vault: "0".repeat(32) }, secret)).toBeNull();
  });

  it("is not made with a secret that opens another member's", async () => {
    const made = await file();
    const bundle = { vaultKey: keys.root, secretKey: randomKey(), mark: sealedMark(sealed) };
    expect(await withSlot(made, other, secret, bundle)).toBeNull();
    const again = await withSlot(made, member, secret, bundle);
    expect(again?.slots).toHaveLength(1);
  });
});

describe("a grant", () => {
  it("of a key that someone else made is refused, however well it is sealed", async () => {
    const made = await file();
    const theirs = deriveSealedKeys(randomKey());
    const grant = Buffer.alloc(32 + sodium.crypto_box_SEALBYTES);
    const [holder] = made.holders;
    sodium.crypto_box_seal(grant, theirs.root, Buffer.from(holder?.publicKey ?? "", "base64url"));
    const holders = made.holders.map((h) => ({ ...h, grant: grant.toString("base64url") }));
    await expect(openSlots({ ...made, holders }, secret)).rejects.toMatchObject({
      code: "vault-damaged",
    });
  });

  it("is given to no public key that nobody vouched for", async () => {
    const made = await file();
    const publicKey = Buffer.alloc(32);
    sodium.crypto_box_keypair(publicKey, randomKey());
    const swapped = made.holders.map((h) => ({ ...h, publicKey: publicKey.toString("base64url") }));
    const asOther = made.holders.map((h) => ({ ...h, member: other }));
    const forged = expect.objectContaining({ code: "vault-damaged" }) as unknown;
    expect(() => withGrant({ ...made, holders: swapped }, member, sealed)).toThrow(forged);
    expect(() => withGrant({ ...made, holders: asOther }, other, sealed)).toThrow(forged);
  });
});

describe("the keys of a vault", () => {
  it("are all different, and the sealed ones do not follow from the vault key", () => {
    const root = randomKey();
    const copy = (): Buffer => Buffer.from(root);
    const all = [
      ...parts(deriveVaultKeys(copy())),
      ...Object.values(deriveSealedKeys(randomKey())),
    ];
    expect(new Set(all.map((key: Buffer) => key.toString("hex"))).size).toBe(all.length);
    expect(parts(deriveVaultKeys(copy()))).toEqual(parts(deriveVaultKeys(copy())));
  });
});

const parts = (k: VaultKeys): Buffer[] => Object.values(k) as Buffer[];

describe("vault.json", () => {
  it("is refused when it is not what Guwah writes, and says when a newer one wrote it", async () => {
    const text = vaultFileText(await file());
    const json = JSON.parse(text) as VaultFile;
    const damaged = [
      "",
      "{",
      "[]",
      "null",
      text.slice(0, -20),
      JSON.stringify({ ...json, more: 1 }),
    ];
    const weak = [
      { memoryKiB: 1_024 },
      { passes: 1 },
      { salt: "" },
      { name: "pbkdf2" },
      { memoryKiB: 1e9 },
    ];
    for (const change of weak)
      damaged.push(JSON.stringify({ ...json, kdf: { ...json.kdf, ...change } }));
    for (const bad of damaged) {
      expect(() => parseVaultFile(bad)).toThrow(expect.objectContaining({ code: "vault-damaged" }));
    }
    expect(() => parseVaultFile(JSON.stringify({ format: 2, anything: true }))).toThrow(
      expect.objectContaining({ code: "newer-vault" }),
    );
  });
});
