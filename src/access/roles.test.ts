// The table of roles and rights, written out once more as a person would say it.
import { describe, expect, it } from "vitest";
import type { DeviceId, MemberId, Role } from "../model/index.ts";
import {
  type Actor,
  allRoles,
  isSecondPerson,
  needsSealedKey,
  needsSecondPerson,
  requireRight,
  type Right,
  rightsOf,
  rightsOfAll,
} from "./roles.ts";

const rights: readonly Right[] = [
  "read",
  "add",
  "review",
  "link",
  "publish",
  "keep",
  "erase",
  "open-sealed",
];

const matrix: Record<Role, string> = {
  //           read add review link publish keep erase open-sealed
  documenter: " x    x    .     .     .      .    .     x ",
  analyst: "    x    x    x     x     .      .    .     . ",
  reviewer: "   x    .    x     x     .      .    .     x ",
  publisher: "  x    .    .     .     x      .    .     . ",
  keeper: "     x    .    .     .     .      x    x     x ",
};

const actor = (member: string, ...roles: Role[]): Actor => ({
  member: member as MemberId,
  device: "dev" as DeviceId,
  roles,
  rights: rightsOfAll(roles),
});

describe("roles and rights", () => {
  it.each(allRoles)("a %s may do what the matrix says, and nothing else", (role) => {
    const marks = matrix[role].trim().split(/\s+/);
    expect(marks).toHaveLength(rights.length);
    for (const [i, right] of rights.entries()) {
      const may = (): void => requireRight(actor("a", role), right);
      if (marks[i] === "x") expect(may).not.toThrow();
      else
        expect(may).toThrow(expect.objectContaining({ code: "access/not-allowed", status: 403 }));
    }
  });

  it("no role is nobody", () => {
    for (const right of rights) expect(() => requireRight(actor("a"), right)).toThrow();
  });

  it("gives every right to someone, and several roles their rights together", () => {
    const all = rightsOfAll(allRoles);
    expect(rights.filter((right) => !all.has(right))).toEqual([]);
    expect(rightsOf.keeper.includes("publish")).toBe(false);
    expect(rightsOfAll(["keeper", "publisher"]).has("publish")).toBe(true);
  });

  it("puts the sealed key into the slots of documenter, reviewer and keeper only", () => {
    expect(allRoles.filter((role) => needsSealedKey([role]))).toEqual([
      "documenter",
      "reviewer",
      "keeper",
    ]);
    expect(needsSealedKey(["analyst", "publisher"])).toBe(false);
    expect(needsSealedKey(["analyst", "reviewer"])).toBe(true);
  });

  it("wants a second person before something leaves, but not before someone is protected", () => {
    expect(needsSecondPerson("release")).toBe(true);
    expect(needsSecondPerson("widen-consent")).toBe(true);
    expect(needsSecondPerson("erase")).toBe(false);
    const first = "mem_1" as MemberId;
    expect(isSecondPerson(first, actor("mem_1", ...allRoles), "publish")).toBe(false);
    expect(isSecondPerson(first, actor("mem_2", "keeper"), "publish")).toBe(false);
    expect(isSecondPerson(first, actor("mem_2", "publisher"), "publish")).toBe(true);
  });
});
