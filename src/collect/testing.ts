// A vault's worth of dependencies for tests of this room, on the real engines. Everything in them is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { rightsOfAll } from "../access/index.ts";
import type { Role } from "../model/index.ts";
import { createIds } from "../runtime/index.ts";
import { deriveSealedKeys, type Engine, openFiles, type Projection } from "../store/index.ts";
import { openTestLedger, type TestLedger } from "../store/testing.ts";
import type { CollectDeps } from "./deps.ts";
import { createReader } from "./reader.ts";

export { startTestSite, testSettings, type TestSite } from "./capture/testing.ts";
export { engineKinds } from "../store/testing.ts";
export { aRecording } from "./interviews/testing.ts";
export { tools } from "./pictures/apart-tools.ts";
export { scannedPdf, writtenPicture } from "./ocr/testing.ts";
export { newAppeal, sealedAppeal, sealedBytes } from "./appeals/testing.ts";
export { drawPicture, photograph, pngOf } from "./pictures/testing.ts";

export interface TestCollect {
  readonly deps: CollectDeps;
  readonly vault: TestLedger;
  /** The same vault, seen by a member with these roles. */
  as(...roles: readonly Role[]): CollectDeps;
  end(): Promise<void>;
}

export async function openTestCollect(
  kind: Engine["kind"],
  projections: readonly Projection[] = [],
): Promise<TestCollect> {
  const vault = await openTestLedger(kind, { projections });
  const folder = await mkdtemp(join(tmpdir(), "guwah-test-files-"));
  const files = await openFiles(folder, { files: randomBytes(32), fileNames: randomBytes(32) });
  const reader = createReader();
  const { clock } = vault.ledger.deps;
  const sealed = deriveSealedKeys(randomBytes(32));
  const as = (...roles: readonly Role[]): CollectDeps => ({
    ledger: vault.ledger,
    files,
    ids: createIds(clock),
    clock,
    reader,
    actor: { member: vault.author, rights: rightsOfAll(roles) },
    ...(rightsOfAll(roles).has("open-sealed") ? { sealed } : {}),
  });
  return {
    deps: as("documenter", "analyst", "reviewer"),
    vault,
    as,
    end: async () => {
      await reader.close();
      await vault.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An invented press text with an invented outlet. */
export const pressText = `The Invented Courier

Villager held for a year without charge

By Saule Inventova
12 March 2019

Nurlan Testov, 41, was taken from his home in the invented village of Birinchi, his sister told the Invented Courier.
"He has not been allowed to call us since February," Aigul Testova said. "We do not know where he is."
A spokesperson of the invented county denied that anyone had been detained.
`;
