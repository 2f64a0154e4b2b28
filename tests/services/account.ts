// The account a server runs under when tests run as root. Invariant: it is never root.
import { execFileSync } from "node:child_process";

/** User and group numbers, as `spawn` takes them. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * @returns nothing for an ordinary user; for root the account `postgres`, else `nobody`
 * @throws Error when root's machine has neither
 */
export function chooseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const uid = Number(execFileSync("id", ["-u", name], { encoding: "utf8", stdio: "pipe" }));
      const gid = Number(execFileSync("id", ["-g", name], { encoding: "utf8", stdio: "pipe" }));
      if (uid > 0 && gid > 0) return { uid, gid };
    } catch {
      // No such account; the next one may exist.
    }
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and there is no account `postgres` or `nobody` to run it under.",
  );
}
