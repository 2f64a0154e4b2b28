// Which language model may be asked, as a keeper of the vault set it. Off until then.
// Invariant: address, model and key lie in the database only as one sealed box under a key derived from the vault's, so
// whoever can write the database but not open the vault can neither read the key nor send texts elsewhere.
import { z } from "zod";
import { requireRight } from "../../access/index.ts";
import { Secret } from "../../runtime/index.ts";
import { closeBox, type Engine, mac, openBox, type Vault } from "../../store/index.ts";
import type { Acting } from "../deps.ts";
import { ModelError } from "./errors.ts";
import { isThisMachine, modelAddress } from "./model-address.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    cache_language_model: { id: string; box: string };
  }
}

export interface ModelSetting {
  readonly address: string;
  readonly model: string;
  readonly key: Secret | null;
}

/** What may be shown of the setting: never the key, only whether there is one. */
export type ModelView =
  | { readonly on: false; readonly never: boolean }
  | {
      readonly on: true;
      readonly address: string;
      readonly model: string;
      readonly hasKey: boolean;
      /** The text does not leave this machine. */
      readonly here: boolean;
    };

export interface ModelSettingDeps {
  readonly vault: Pick<Vault, "engine" | "keys" | "id">;
  readonly actor: Acting;
  /** False where GUWAH_LANGUAGE_MODEL is `never`: nothing can be switched on, and what is on is not asked. */
  readonly allowed: boolean;
}

export interface ModelInput {
  readonly address: string;
  readonly model: string;
  /** Left out: the key that stands is kept, as long as the address's origin stays the same. */
  readonly key?: string;
}

/** Names of models as their makers write them: `qwen3:8b`, `org/model-name`. */
const modelName = z.string().regex(/^[\w.:/@+-]{1,100}$/);
const kept = z.object({ address: z.string(), model: modelName, key: z.string().nullable() });
const row = "model";

export async function showModel(deps: ModelSettingDeps): Promise<ModelView> {
  const setting = await modelSetting(deps);
  return setting === null ? { on: false, never: !deps.allowed } : viewOf(setting);
}

/** Switches a model on. Throws AccessError `access/not-allowed`, ModelError `model-address`, `model-never`. */
export async function setModel(deps: ModelSettingDeps, input: ModelInput): Promise<ModelView> {
  requireRight(deps.actor, "keep");
  if (!deps.allowed) throw never();
  const address = modelAddress(input.address);
  const before = await modelSetting(deps);
  // A key is for the service it was given for; it must not travel to another one unseen.
  const same = before !== null && new URL(before.address).origin === new URL(address).origin;
  const key = input.key ?? (same ? (before.key?.reveal() ?? null) : null);
  const setting = {
    address,
    model: modelName.parse(input.model),
    key: key === null || key === "" ? null : key,
  };
  const message = Buffer.from(JSON.stringify(setting), "utf8");
  const { nonce, cipher } = closeBox(boxKey(deps), message, contextOf(deps));
  message.fill(0);
  const box = Buffer.concat([nonce, cipher]).toString("base64url");
  const { engine } = deps.vault;
  await ready(engine);
  await engine.exclusively((tx) =>
    engine.bulk(tx, [
      {
        table: "cache_language_model",
        columns: ["id", "box"],
        types: ["text", "text"],
        rows: [[row, box]],
        key: ["id"],
      },
    ]),
  );
  return viewOf({ ...setting, key: setting.key === null ? null : new Secret(setting.key) });
}

/** Switches it off and forgets address and key. Throws AccessError `access/not-allowed`. */
export async function forgetModel(deps: ModelSettingDeps): Promise<ModelView> {
  requireRight(deps.actor, "keep");
  const { engine } = deps.vault;
  await ready(engine);
  await engine.exclusively((tx) => tx.deleteFrom("cache_language_model").execute());
  return { on: false, never: !deps.allowed };
}

/** The setting that stands; null where none was made, where it may not be used, or where the box is not ours. */
export async function modelSetting(
  deps: Omit<ModelSettingDeps, "actor">,
): Promise<ModelSetting | null> {
  if (!deps.allowed) return null;
  const { engine } = deps.vault;
  await ready(engine);
  const found = await engine.db
    .selectFrom("cache_language_model")
    .select("box")
    .where("id", "=", row)
    .executeTakeFirst();
  if (found === undefined) return null;
  const bytes = Buffer.from(found.box, "base64url");
  const box = { nonce: bytes.subarray(0, 24), cipher: bytes.subarray(24) };
  const message = openBox(boxKey(deps), box, contextOf(deps));
  if (message === null) return null;
  const setting = kept.parse(JSON.parse(message.toString("utf8")));
  message.fill(0);
  return { ...setting, key: setting.key === null ? null : new Secret(setting.key) };
}

export function never(): ModelError {
  return new ModelError(
    "model-never",
    "Whoever runs this Guwah has ruled out language models (GUWAH_LANGUAGE_MODEL).",
  );
}

function viewOf({ address, model, key }: ModelSetting): ModelView {
  return { on: true, address, model, hasKey: key !== null, here: isThisMachine(address) };
}

function boxKey({ vault }: Pick<ModelSettingDeps, "vault">): Buffer {
  return mac(vault.keys.root, "language model");
}

function contextOf({ vault }: Pick<ModelSettingDeps, "vault">): string {
  return `guwah language model 1 ${vault.id}`;
}

const defined = new WeakMap<Engine, Promise<void>>();

/** A table that replay keeps and no backup carries: a restored copy asks nobody until its keeper says so. */
function ready(engine: Engine): Promise<void> {
  let made = defined.get(engine);
  if (made === undefined) {
    made = engine.define([
      "CREATE TABLE IF NOT EXISTS cache_language_model (id TEXT PRIMARY KEY, box TEXT NOT NULL)",
    ]);
    made.catch(() => defined.delete(engine));
    defined.set(engine, made);
  }
  return made;
}
