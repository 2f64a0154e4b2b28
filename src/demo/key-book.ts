// Remembers what each plan became, so that later plans can point to it by name.
// Invariant: a name nobody has used yet is a mistake of the plan, never a silent gap.
import type { ClaimId, RecordId, SourceId } from "../model/index.ts";
import { DemoError } from "./errors.ts";

export interface KeyBook {
  readonly sources: Map<string, SourceId>;
  readonly records: Map<string, RecordId>;
  readonly statements: Map<string, RecordId>;
  readonly claims: Map<string, ClaimId>;
}

export function createKeyBook(): KeyBook {
  return { sources: new Map(), records: new Map(), statements: new Map(), claims: new Map() };
}

/** Throws DemoError `demo/unknown-key`. */
export function known<Id>(book: ReadonlyMap<string, Id>, key: string): Id {
  const id = book.get(key);
  if (id === undefined)
    throw new DemoError("demo/unknown-key", "Expected a name that an earlier plan has given.", key);
  return id;
}

/** `taken` inside the source `appeal` is `appeal/taken`; a name with a source in it stays as it is. */
export function inside(source: string, key: string): string {
  return key.includes("/") ? key : `${source}/${key}`;
}
