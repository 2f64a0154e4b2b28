// A ledger with files and a clock that a test sets, on the real engines. Everyone in it is invented.
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openFiles, openLedger } from "../../store/index.ts";
import { aSource, testPreserve, type TestPreserve } from "../testing.ts";
import type { StampDeps } from "./request-stamp.ts";

export interface TestStamps extends Omit<TestPreserve, "deps" | "end"> {
  readonly deps: StampDeps;
  /** Closes the database and opens it again. */
  reopen(): Promise<void>;
  end(): Promise<void>;
}

/** A ledger with a folder for files, and a clock of the test's own. */
export async function testStamps(
  engine: "sqlcipher" | "postgres",
  clock: () => number,
): Promise<TestStamps> {
  const test = await testPreserve(engine);
  const keys = { files: randomBytes(32), fileNames: randomBytes(32) };
  const files = await openFiles(join(test.deps.home, "files"), keys);
  let { vault } = test;
  const timed = (): StampDeps => {
    const ledger = openLedger({ ...vault.ledger.deps, clock });
    return { ...test.deps, ledger, db: vault.engine.db, clock, files };
  };
  let deps = timed();
  return {
    ...test,
    get vault() {
      return vault;
    },
    get deps() {
      return deps;
    },
    async grow(entries) {
      for (let i = 0; i < entries; i++) await deps.ledger.append(vault.author, [aSource()]);
    },
    async reopen() {
      vault = await vault.reopen();
      deps = timed();
    },
    async end() {
      await vault.end();
      rmSync(test.deps.home, { recursive: true, force: true });
    },
  };
}
