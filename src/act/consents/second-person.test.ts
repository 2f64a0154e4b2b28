// A consent to publish a name where the vault wants two members for it. Everyone is invented.
import { describe, expect, it } from "vitest";
import { decide, setSecondPerson } from "../../access/index.ts";
import type { MemberId } from "../../model/index.ts";
import { engineKinds, newSource } from "../../store/testing.ts";
import { openTestAct } from "../testing.ts";
import { giveConsent, withdrawConsent } from "./give-consent.ts";
import { listConsents } from "./list-consents.ts";

const given = { giver: "self", mode: "spoken" } as const;
const secondMember = newSource().replace("src_", "mem_") as MemberId;

describe.each(engineKinds)("a name made public by two (%s)", (kind) => {
  it("stands only once another confirms, and not over a later no", async () => {
    const act = await openTestAct(kind);
    try {
      const { deps, actor } = act;
      const second = { ...actor, member: secondMember };
      const about = await act.person("Invented Person", await act.source());
      await setSecondPerson(deps, actor, ["public-name"]);
      const standing = async (): Promise<number> => (await listConsents(deps, [about])).length;

      const inside = await giveConsent(deps, actor, { ...given, about, audiences: ["inside"] });
      expect(inside.waits).toBeUndefined();
      const name = { ...given, about, audiences: ["public-name"] };
      const { waits = "" } = await giveConsent(deps, actor, name);
      expect(await standing()).toBe(1);
      await decide(deps, second, { id: waits, confirm: true });
      expect(await standing()).toBe(2);

      const again = await giveConsent(deps, actor, name);
      await withdrawConsent(deps, actor, { id: inside.id });
      await expect(
        decide(deps, second, { id: again.waits ?? "", confirm: true }),
      ).rejects.toMatchObject({ code: "access/ground-changed" });
      expect(await standing()).toBe(2);
    } finally {
      await act.end();
    }
  });
});
