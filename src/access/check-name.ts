// Names of vaults and members: any script, one line, nothing that hides.
// Invariant: what is accepted looks on every screen like what was typed.
import { AccessError } from "./errors.ts";

/** Longest name of a vault or member, in UTF-16 units. */
const longest = 200;

/** The name in NFC, without blanks around it. Throws AccessError `access/name`. */
export function requireName(typed: string): string {
  const name = typed
    .slice(0, longest * 4)
    .normalize("NFC")
    .trim();
  // Control signs and bidirectional overrides could make one member's entries look like another's.
  const hides = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name);
  if (name.length > 0 && name.length <= longest && !hides && name.isWellFormed()) return name;
  throw new AccessError(
    "access/name",
    `Expected a name of 1 to ${longest} signs on one line. Type it again.`,
  );
}
