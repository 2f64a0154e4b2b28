// The real ssh-keygen checks what we sign.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { signerKey } from "./note-key.ts";
import { sshFingerprint, sshPublicKey, sshSign } from "./ssh-signature.ts";

const dir = mkdtempSync(join(tmpdir(), "guwah-ssh-"));
afterAll(() => rmSync(dir, { recursive: true }));
const key = signerKey("dossier", 1, Buffer.alloc(32, 7));
const message = Buffer.from("a list of hashes\n");

function verified(text: Uint8Array, namespace: string, signature: string): boolean {
  writeFileSync(join(dir, "signers"), `guwah ${sshPublicKey(key)}\n`);
  writeFileSync(join(dir, "sig"), signature);
  const args = ["-Y", "verify", "-f", "signers", "-I", "guwah", "-n", namespace, "-s", "sig"];
  return spawnSync("ssh-keygen", args, { cwd: dir, input: text }).status === 0;
}

describe("an SSH signature", () => {
  const signature = sshSign(key, "guwah-test", message);

  it("is accepted by ssh-keygen, for its message and its purpose only", () => {
    expect(verified(message, "guwah-test", signature)).toBe(true);
    expect(verified(Buffer.from("another list\n"), "guwah-test", signature)).toBe(false);
    expect(verified(message, "other", signature)).toBe(false);
    const other = sshSign(signerKey("x", 1, Buffer.alloc(32, 8)), "guwah-test", message);
    expect(verified(message, "guwah-test", other)).toBe(false);
  });

  it("has the fingerprint ssh-keygen prints", () => {
    writeFileSync(join(dir, "key.pub"), `${sshPublicKey(key)}\n`);
    const told = execFileSync("ssh-keygen", ["-l", "-f", "key.pub"], {
      cwd: dir,
      encoding: "utf8",
    });
    expect(told.split(" ")[1]).toBe(sshFingerprint(key));
  });

  it("is refused without a purpose", () => {
    expect(() => sshSign(key, "", message)).toThrow(/namespace/);
  });
});
