// Starts PostgreSQL once for a test run. Tests find it with `inject("postgresUrl")` or in GUWAH_TEST_POSTGRES_URL.
// Invariant: without PostgreSQL the run fails; nothing is skipped.
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A superuser's `postgres://…`; a test makes a database of its own there. */
    postgresUrl: string;
  }
}

/** Called by vitest before the first test; what it returns is called after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide("postgresUrl", postgres.url);
  process.env["GUWAH_TEST_POSTGRES_URL"] = postgres.url;
  return () => postgres.stop();
}
