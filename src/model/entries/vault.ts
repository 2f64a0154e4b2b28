// The vault itself and who may work in it.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import { memberId, line, role } from "./parts.ts";

export const vaultBodies = {
  "vault.created": z.strictObject({ name: line }),
  "member.added": z.strictObject({ id: memberId, name: line, roles: z.array(role) }),
  "member.changed": z.strictObject({
    id: memberId,
    name: line,
    roles: z.array(role),
    active: z.boolean(),
  }),
} as const;
