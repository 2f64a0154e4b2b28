// What the two invented members work with: the open vault, its steps' dependencies for each of them, and their shared notes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Actor, type CreatedVault, sealValue } from "../access/index.ts";
import { type CollectDeps, type Reader, sourceText, type SourceText } from "../collect/index.ts";
import type { Ids } from "../runtime/index.ts";
import { StoreError } from "../store/index.ts";
import type { Seal, WeighDeps } from "../weigh/index.ts";
import type { DemoClock } from "./demo-clock.ts";
import { createKeyBook, type KeyBook } from "./key-book.ts";
import type { By } from "./plan.ts";

export interface Workbench {
  readonly book: KeyBook;
  readonly time: DemoClock;
  readonly weigh: WeighDeps;
  readonly seal: Seal;
  readonly actor: (by: By | undefined) => Actor;
  readonly collect: (by: By | undefined) => CollectDeps;
  /** The received text of a source with its time codes; each is read once. */
  readonly textOf: (source: string) => Promise<SourceText>;
}

export function createWorkbench(
  { vault, actor, sealed }: CreatedVault,
  colleague: Actor,
  { ids, time, reader }: { ids: Ids; time: DemoClock; reader: Reader },
): Workbench {
  const { ledger, files, engine } = vault;
  const actors = { user: actor, colleague };
  const collect = (by: By | undefined): CollectDeps => ({
    ledger,
    files,
    ids,
    clock: time.clock,
    reader,
    actor: actors[by ?? "user"],
    ...(sealed === null ? {} : { sealed }),
  });
  const texts = new Map<string, Promise<SourceText>>();
  const textOf = (source: string): Promise<SourceText> => {
    const kept = texts.get(source) ?? sourceText(collect("user"), { id: source });
    texts.set(source, kept);
    return kept;
  };
  return {
    book: createKeyBook(),
    time,
    weigh: {
      ledger,
      db: engine.db,
      ids,
      clock: time.clock,
      textOf: async (source) => (await textOf(source)).text,
    },
    seal: (text) => {
      if (sealed === null)
        throw new StoreError(
          "wrong-key",
          "Expected the sealed key of a new vault. Make the vault again.",
        );
      return sealValue(text, sealed);
    },
    actor: (by) => actors[by ?? "user"],
    collect,
    textOf,
  };
}

/** A file of `texts/`, as its bytes. */
export function readText(file: string): Promise<Buffer> {
  return readFile(join(import.meta.dirname, "texts", file));
}
