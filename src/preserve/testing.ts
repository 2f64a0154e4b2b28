// A ledger with a folder and a key, for tests of this room, on the real engines. Everyone in it is invented.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Actor, rightsOf } from "../access/index.ts";
import type { Role } from "../model/index.ts";
import { fixedClock } from "../runtime/index.ts";
import { aSource, openTestLedger, type TestLedger } from "../store/testing.ts";
import { checkpointTables } from "./checkpoint.tables.ts";
import { stampTables } from "./stamp.tables.ts";
import type { PreserveDeps } from "./deps.ts";

export { aSource, engineKinds } from "../store/testing.ts";
export {
  forStamping,
  replying,
  serve,
  type ServedAuthority,
  testAuthority,
} from "./stamps/testing.ts";

/** Noon of an invented present. */
export const noon = Date.UTC(2026, 2, 1, 12);

export interface TestPreserve {
  readonly vault: TestLedger;
  readonly deps: PreserveDeps;
  readonly keeper: Actor;
  as(role: Role): Actor;
  /** Writes this many invented entries. */
  grow(entries: number): Promise<void>;
  end(): Promise<void>;
}

export async function testPreserve(engine: "sqlcipher" | "postgres"): Promise<TestPreserve> {
  const vault = await openTestLedger(engine, { projections: [checkpointTables, stampTables] });
  const home = await mkdtemp(join(tmpdir(), "guwah-preserve-"));
  const { ledger } = vault;
  const deps: PreserveDeps = {
    ledger,
    db: vault.engine.db,
    home,
    keys: { root: randomBytes(32) },
    clock: fixedClock(noon),
  };
  const as = (role: Role): Actor => ({
    member: vault.author,
    roles: [role],
    rights: new Set(rightsOf[role]),
    device: ledger.deps.device,
  });
  return {
    vault,
    deps,
    keeper: as("keeper"),
    as,
    async grow(entries) {
      for (let i = 0; i < entries; i++) await ledger.append(vault.author, [aSource()]);
    },
    async end() {
      await vault.end();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The code of the error that `run` rejects with; fails loudly when it does not. */
export async function refusedWith(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
  throw new Error("expected a coded error, nothing was thrown");
}
