// The people of a vault on both engines: rights, slots, the sealed key, and always a keeper. Everyone here is invented.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MemberId, Role } from "../model/index.ts";
import { checkLedger, openVault, readVaultFile, type VaultFile } from "../store/index.ts";
import { actorOf } from "./actor.ts";
import { type Attempts, createAttempts } from "./attempts.ts";
import { changePassphrase, renewRecoveryCode } from "./change-passphrase.ts";
import type { CreatedVault } from "./create-vault.ts";
import {
  addMember,
  changeMember,
  deactivateMember,
  listMembers,
  type MembersDeps,
} from "./members.ts";
import { openSealed, sealValue } from "./sealing.ts";
import { type TestHome, testHome, testPassphrase } from "./testing.ts";
import { unlock } from "./unlock.ts";

const second = "wet gravel under the poplars";
const third = "eleven kites above the bazaar";

describe.each(["sqlcipher", "postgres"] as const)("the members of a vault on %s", (engine) => {
  let place: TestHome;
  let made: CreatedVault;
  let deps: MembersDeps;
  let attempts: Attempts;
  beforeEach(async () => {
    place = await testHome(engine);
    made = await place.create();
    deps = depsOf(made.actor.member);
    attempts = createAttempts(() => Promise.resolve());
  });
  afterEach(async () => {
    await made.vault.close();
    await place.end();
  });

  const depsOf = (member: MemberId, actor = made.actor): MembersDeps => ({
    vault: made.vault,
    actor: { ...actor, member },
    sealed: made.sealed,
    newId: () => place.deps.ids.next<MemberId>("mem"),
  });
  const add = async (passphrase: string, ...roles: Role[]) =>
    (await addMember(deps, { name: "Ruslan Invented", roles, passphrase })).member;
  const enter = (secret: string) => unlock({ attempts }, { home: place.home, secret });

  it("come in with a passphrase and roles of their own, in the ledger", async () => {
    const member = await add(second, "analyst", "publisher");
    const unlocked = await enter(second);
    expect(unlocked.member).toBe(member);
    const actor = await actorOf(made.vault, member);
    expect([...actor.rights].sort()).toEqual(["add", "link", "publish", "read", "review"]);
    const entries = await made.vault.engine.db
      .selectFrom("entries")
      .select(["author", "kind"])
      .where("subject", "=", member)
      .execute();
    expect(entries).toEqual([{ author: made.actor.member, kind: "member.added" }]);
    // Their keys are the vault's keys.
    await made.vault.close();
    const theirs = await openVault({ ...place.deps, keys: unlocked.keys });
    expect((await checkLedger(theirs.ledger.deps)).clean).toBe(true);
    await theirs.close();
  });

  it("leave no name in vault.json", async () => {
    await add(second, "documenter");
    const text = await readFile(join(place.home, "vault.json"), "utf8");
    expect(text).not.toMatch(/Ruslan|Aygul|Invented|Archive/);
    expect((await listMembers(made.vault)).map((m) => m.name)).toEqual([
      "Aygul Invented",
      "Ruslan Invented",
    ]);
  });

  it("hold the sealed key only while a role needs it, without anyone knowing their passphrase", async () => {
    const value = sealValue("650102 300 123", made.sealed!);
    const member = await add(second, "analyst");
    expect((await enter(second)).sealed).toBeNull();

    await changeMember(deps, { member, roles: ["analyst", "documenter"] });
    const granted = await enter(second);
    const actor = await actorOf(made.vault, member);
    expect(openSealed(value, granted.sealed, actor)).toBe("650102 300 123");

    await changeMember(deps, { member, roles: ["analyst"] });
    const withdrawn = await enter(second);
    expect(withdrawn.sealed).toBeNull();
    expect(() => openSealed(value, granted.sealed, { rights: new Set(["read"]) })).toThrow(
      expect.objectContaining({ code: "access/not-allowed" }),
    );
  });

  it("are let go with their slots, and neither come in again nor are forgotten", async () => {
    const member = await add(second, "keeper");
    await deactivateMember(deps, { member });
    await expect(enter(second)).rejects.toMatchObject({ code: "access/wrong-passphrase" });
    await expect(actorOf(made.vault, member)).rejects.toMatchObject({
      code: "access/not-a-member",
    });
    expect(await listMembers(made.vault)).toContainEqual(
      expect.objectContaining({ id: member, active: false, name: "Ruslan Invented" }),
    );
  });

  it("do not come in through an old copy of vault.json once they were let go", async () => {
    const member = await add(second, "analyst");
    const old = await readVaultFile(place.home);
    await deactivateMember(deps, { member });
    await writeFile(join(place.home, "vault.json"), JSON.stringify(old));
    const unlocked = await enter(second);
    await expect(actorOf(made.vault, unlocked.member)).rejects.toMatchObject({ status: 403 });
    // Repeating it removes what came back.
    await deactivateMember(deps, { member });
    await expect(enter(second)).rejects.toMatchObject({ code: "access/wrong-passphrase" });
  });

  it("always include an active keeper", async () => {
    const me = made.actor.member;
    const refused = { code: "access/last-keeper" };
    await add(second, "analyst");
    await expect(changeMember(deps, { member: me, roles: ["analyst"] })).rejects.toMatchObject(
      refused,
    );
    await expect(deactivateMember(deps, { member: me })).rejects.toMatchObject(refused);
    const other = await add(third, "keeper");
    await changeMember(deps, { member: me, roles: ["analyst"] });
    const theirs = depsOf(other);
    await expect(deactivateMember(theirs, { member: other })).rejects.toMatchObject(refused);
    expect((await enter(testPassphrase)).member).toBe(me);
  });

  it("keep a keeper even when two of them let each other go at the same moment", async () => {
    const me = made.actor.member;
    const other = await add(second, "keeper");
    // Another folder's vault.json would let both through: only the ledger's own check is left.
    const copy = await testHome("sqlcipher");
    await (await copy.create()).vault.close();
    const elsewhere = { ...made.vault, home: copy.home };
    const results = await Promise.allSettled([
      deactivateMember(deps, { member: other }),
      deactivateMember(
        { vault: elsewhere, actor: { ...made.actor, member: other } },
        { member: me },
      ),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    const keepers = (await listMembers(made.vault)).filter((m) => m.active);
    expect(keepers).toHaveLength(1);
    await copy.end();
  });

  it("are not changed by who did not see their present state", async () => {
    const member = await add(second, "analyst");
    const seen = (await listMembers(made.vault)).find((m) => m.id === member)!.seq;
    await changeMember(deps, { member, name: "Ruslan I.", seen });
    const late = changeMember(deps, { member, roles: ["keeper"], seen });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect((await listMembers(made.vault)).at(-1)).toMatchObject({
      name: "Ruslan I.",
      roles: ["analyst"],
    });
  });

  it("are changed by keepers only", async () => {
    const member = await add(second, "documenter", "analyst", "reviewer", "publisher");
    const theirs = depsOf(member, await actorOf(made.vault, member));
    const refused = { code: "access/not-allowed", details: { right: "keep" } };
    const input = { name: "Nobody", roles: ["keeper" as const], passphrase: third };
    await expect(addMember(theirs, input)).rejects.toMatchObject(refused);
    await expect(changeMember(theirs, { member, roles: ["keeper"] })).rejects.toMatchObject(
      refused,
    );
    await expect(deactivateMember(theirs, { member: made.actor.member })).rejects.toMatchObject(
      refused,
    );
  });

  it("are refused a weak passphrase, one that is another's, no role and no name; nothing is written", async () => {
    const before = await readVaultFile(place.home);
    const good = { name: "Ruslan Invented", roles: ["analyst"] as Role[], passphrase: second };
    const bad: [Partial<typeof good>, string][] = [
      [{ passphrase: "password123" }, "access/weak-passphrase"],
      [{ passphrase: "ruslan invented" }, "access/weak-passphrase"],
      [{ passphrase: testPassphrase }, "access/passphrase-taken"],
      [{ roles: [] }, "access/no-roles"],
      [{ name: " " }, "access/name"],
      [{ name: "Ruslan\u202egro" }, "access/name"],
    ];
    for (const [change, code] of bad) {
      await expect(addMember(deps, { ...good, ...change })).rejects.toMatchObject({ code });
    }
    expect(await readVaultFile(place.home)).toEqual(before);
    expect(await listMembers(made.vault)).toHaveLength(1);
  });

  it("change their own passphrase and recovery code by showing one of them", async () => {
    const change = changePassphrase(
      { attempts },
      { home: place.home, secret: "wrong", passphrase: second },
    );
    await expect(change).rejects.toMatchObject({ code: "access/wrong-passphrase" });
    await changePassphrase(
      { attempts },
      { home: place.home, secret: testPassphrase, passphrase: second },
    );
    await expect(enter(testPassphrase)).rejects.toMatchObject({ code: "access/wrong-passphrase" });
    expect(await enter(second)).toMatchObject({ member: made.actor.member, by: "passphrase" });

    // Forgotten: the printed code still opens, and gives a new passphrase.
    const forgot = { home: place.home, secret: made.recoveryCode };
    await changePassphrase({ attempts }, { ...forgot, passphrase: third });
    expect((await enter(third)).sealed).not.toBeNull();

    const renewed = await renewRecoveryCode({ attempts }, { home: place.home, secret: third });
    await expect(enter(made.recoveryCode)).rejects.toMatchObject({ status: 401 });
    expect((await enter(renewed.recoveryCode)).by).toBe("recovery");
  });

  it("are not tricked by a vault.json that someone else wrote", async () => {
    const member = await add(second, "analyst");
    const file = await readVaultFile(place.home);
    const mine = file.holders.find((h) => h.member === made.actor.member)!;
    const write = (changed: VaultFile) =>
      writeFile(join(place.home, "vault.json"), JSON.stringify(changed));
    // An analyst puts the keeper's public key data under their own name, to be granted the sealed key later.
    await write({
      ...file,
      holders: file.holders.map((h) =>
        h.member === member ? { ...mine, member, grant: null } : h,
      ),
    });
    const granting = changeMember(deps, { member, roles: ["documenter"] });
    await expect(granting).rejects.toMatchObject({ code: "vault-damaged" });
    expect((await actorOf(made.vault, member)).roles).toEqual(["analyst"]);
    // A slot given to another member does not open; neither does one of other settings.
    await write({ ...file, slots: file.slots.map((s) => ({ ...s, member: made.actor.member })) });
    await expect(enter(second)).rejects.toMatchObject({ code: "access/wrong-passphrase" });
    await write({ ...file, kdf: { ...file.kdf, memoryKiB: 1_024 } });
    await expect(enter(second)).rejects.toMatchObject({ code: "vault-damaged" });
  });
});
