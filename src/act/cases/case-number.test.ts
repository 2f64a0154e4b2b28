// Numbers that no device gives out twice, whatever another did meanwhile. Everyone here is invented.
import { afterEach, describe, expect, it } from "vitest";
import { type CaseId, draft } from "../../model/index.ts";
import { eraseEntries } from "../../store/index.ts";
import { engineKinds, id } from "../../store/testing.ts";
import { nextNumber } from "./case-number.ts";
import { openCase } from "./open-case.ts";
import { type CaseVault, inventedDay, openCaseVault, otherDevice } from "./testing.ts";

describe.each(engineKinds)("the number of a case on %s", (kind) => {
  let at: CaseVault;
  afterEach(() => at.vault.end());

  it("begins anew each year", async () => {
    at = await openCaseVault(kind);
    const people = [await at.person()];
    const open = () => openCase(at.deps, at.actor, { kind: "other", people });
    expect([(await open()).number, (await open()).number]).toEqual(["G-2026-0001", "G-2026-0002"]);
    at.now.value = Date.UTC(2027, 0, 1);
    expect((await open()).number).toBe("G-2027-0001");
  });

  it("is not given out again after its case was erased for safety", async () => {
    at = await openCaseVault(kind);
    const device = at.actor.device;
    const people = [await at.person()];
    // The clock of the ledger decides which year an entry falls in.
    const made = await openCase(at.deps, at.actor, { kind: "other", people });
    expect(made.number).toBe("G-2026-0001");
    // No file goes with it.
    const store = { ledger: at.vault.ledger, files: {} as never };
    await eraseEntries(store, at.actor.member, [made.seq], "in danger");
    const left = await at.deps.db.selectFrom("cases").select("id").execute();
    expect(left).toEqual([]);
    expect(await nextNumber(at.deps.db, device, inventedDay)).toBe("G-2026-0002");
  });

  it("has a longer mark where another device bears the same one", async () => {
    at = await openCaseVault(kind);
    const other = otherDevice();
    const mark = other.slice(14, 18);
    const people = [await at.person()];
    // As an exchange of entries might bring it: this device wrote under the other one's mark.
    const cas = id("cas") as CaseId;
    const body = { id: cas, number: `G-2026-0001-${mark}`, kind: "other", people };
    await at.vault.ledger.append(at.vault.author, [
      draft("case.opened", cas, { ...body, status: "new", priority: "normal", assignee: null }),
    ]);
    const long = other.slice(14, 22);
    expect(await nextNumber(at.deps.db, other, inventedDay)).toBe(`G-2026-0001-${long}`);
  });
});
