// The group's age key for appeals: made by a keeper, its secret half sealed in the ledger.
// Invariant: the secret half is never answered, shown or written anywhere but sealed; old keys go on opening old files.
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { openSealed, requireRight, sealValue, type SealedValue } from "../../access/index.ts";
import { draft } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { CollectDeps } from "../deps.ts";
import { AppealError } from "./errors.ts";

export interface AppealKeyView {
  /** The age recipient that stands, or null where no key was made. */
  readonly recipient: string | null;
  /** Earlier keys that still open files. */
  readonly earlier: number;
}

type Deps = Pick<CollectDeps, "ledger" | "actor" | "sealed">;

/** Makes a new key, from now on the one that stands. Throws AccessError `access/not-allowed`. */
export async function setAppealKey({ ledger, actor, sealed }: Deps): Promise<AppealKeyView> {
  requireRight(actor, "keep");
  requireRight(actor, "open-sealed");
  if (sealed === undefined) throw new AppealError("appeal/no-key");
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const body = { recipient, identity: sealValue(identity, sealed) };
  await ledger.append(actor.member, [draft("appeal-key.set", recipient, body)]);
  return appealKey(ledger.deps.engine.db);
}

/** The key that stands: public, for every member. */
export async function appealKey(db: Db): Promise<AppealKeyView> {
  const rows = await keyRows(db);
  return { recipient: rows[0]?.recipient ?? null, earlier: Math.max(0, rows.length - 1) };
}

/** The recipient that stands. Throws AppealError `appeal/no-key`. */
export async function requireRecipient(db: Db): Promise<string> {
  const { recipient } = await appealKey(db);
  if (recipient === null) throw new AppealError("appeal/no-key");
  return recipient;
}

/** Every identity of the vault, newest first. Throws AccessError `access/not-allowed`, AppealError `appeal/no-key`. */
export async function appealIdentities({ ledger, actor, sealed }: Deps): Promise<string[]> {
  requireRight(actor, "open-sealed");
  const rows = await keyRows(ledger.deps.engine.db);
  if (rows.length === 0) throw new AppealError("appeal/no-key");
  return rows.map(({ identity }) =>
    openSealed(JSON.parse(identity) as SealedValue, sealed ?? null, actor),
  );
}

async function keyRows(db: Db): Promise<{ recipient: string; identity: string }[]> {
  return db
    .selectFrom("appeal_keys")
    .select(["recipient", "identity"])
    .orderBy("seq", "desc")
    .execute();
}
