// The tables as they were when the ledger was shorter, in a database of this process beside the vault.
// Invariant: nothing is written to the vault; the copy is encrypted under a key that is only in memory, and gone when forgotten.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { makePassingFolder, noProgress, type Progress, temporaryPlace } from "../runtime/index.ts";
import { wholeDb } from "./closed-view.ts";
import { ledgerDefinition } from "./define-tables.ts";
import type { Engine } from "./engine.ts";
import type { Ledger } from "./ledger.ts";
import { entryPages } from "./read-entries.ts";
import { prepareTables } from "./rebuild.ts";
import { openSqlcipher } from "./sqlcipher/engine.ts";

const columns = [
  ["seq", "int"],
  ["at", "int"],
  ["author", "text"],
  ["device", "text"],
  ["kind", "text"],
  ["subject", "text"],
  ["body", "text"],
  ["salt", "blob"],
  ["leaf", "blob"],
  ["seal", "blob"],
] as const;

/** What stood when the ledger had `size` entries; of what was erased since, nothing. `forget` removes the copy. */
export async function ledgerAt(
  { deps }: Pick<Ledger, "deps">,
  size: number,
  progress: Progress = noProgress,
): Promise<{ readonly engine: Engine; readonly forget: () => Promise<void> }> {
  const folder = await makePassingFolder(temporaryPlace());
  const engine = await openSqlcipher(join(folder.path, "then.db"), randomBytes(32)).catch(
    async (cause: unknown) => {
      await folder.forget();
      throw cause;
    },
  );
  const forget = async (): Promise<void> => {
    await engine.close().catch(() => {});
    await folder.forget();
  };
  try {
    await engine.define(ledgerDefinition(engine.kind));
    for await (const page of entryPages(wholeDb(deps.engine.db), 0, size))
      await engine.exclusively(async (tx) =>
        engine.bulk(tx, [
          {
            table: "entries",
            columns: columns.map(([name]) => name),
            types: columns.map(([, type]) => type),
            rows: page.map((row) => columns.map(([name]) => row[name])),
          },
        ]),
      );
    await prepareTables({ ...deps, engine }, progress);
    return { engine, forget };
  } catch (cause) {
    await forget();
    throw cause;
  }
}
