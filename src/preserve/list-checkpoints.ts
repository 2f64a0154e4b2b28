// What the integrity page and `guwah checkpoint --list` show: checkpoints, who cosigned them, and whether that is enough.
// Invariant: a cosignature counts only when it verifies now, under the policy of now.
import { formatVerifierKey, type Witness, type WitnessPolicy } from "../proof/index.ts";
import {
  type CheckpointRow,
  checkpointRows,
  cosignatureRows,
  currentLog,
} from "./checkpoints.store.ts";
import type { Courier, Delivery } from "./courier.ts";
import type { PreserveDeps } from "./deps.ts";
import { PreserveError } from "./errors.ts";
import { ledgerState } from "./ledger-tree.ts";
import { requireGrowth } from "./require-growth.ts";
import { readSigned } from "./signed-checkpoint.ts";
import { isCosigned } from "./verify-checkpoints.ts";
import { witnessPolicy } from "./witnesses.ts";

export interface CosignatureView {
  readonly witness: string;
  /** What the witness says the time was, milliseconds since 1970. */
  readonly at: number;
}

export interface CheckpointView {
  readonly origin: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  readonly at: number;
  readonly why: string;
  /** The note with the cosignatures that count. */
  readonly note: string;
  readonly cosignatures: readonly CosignatureView[];
  /** Whether as many witnesses as the policy asks for have cosigned this one. */
  readonly policyMet: boolean;
  /** The size of a later checkpoint that meets the policy and so covers this one; null: none does. */
  readonly coveredBy: number | null;
}

export interface WitnessView extends Delivery {
  readonly name: string;
  readonly vkey: string;
  readonly address: string | null;
  /** The largest size it cosigned; 0: none. */
  readonly cosigned: number;
}

export interface CheckpointList {
  readonly origin: string | null;
  /** The verifier key to publish elsewhere: site, print, partners. */
  readonly vkey: string | null;
  /** Entries in the ledger now. */
  readonly entries: number;
  readonly need: number;
  readonly witnesses: readonly WitnessView[];
  /** The latest first, at most 100. */
  readonly checkpoints: readonly CheckpointView[];
  /** Codes of what a quick look found wrong; `guwah check` looks at everything. */
  readonly alarms: readonly string[];
}

const most = 100;

/** Everything at a glance; takes time proportional to what was written since the last checkpoint. */
export async function listCheckpoints(
  deps: Pick<PreserveDeps, "db" | "home" | "keys">,
  courier: Pick<Courier, "of">,
): Promise<CheckpointList> {
  const { db } = deps;
  const policy = await witnessPolicy(db);
  const log = await currentLog(db);
  const rows = await checkpointRows(db, most);
  const checkpoints = await checkpointViews(deps, rows, policy);
  const mine = checkpoints.filter((checkpoint) => checkpoint.origin === log?.origin);
  const witnesses = policy.witnesses.map((witness) => witnessView(witness, mine, courier));
  return {
    origin: log?.origin ?? null,
    vkey: log?.vkey ?? null,
    entries: (await ledgerState(db)).size,
    need: policy.need,
    witnesses,
    checkpoints,
    alarms: [
      ...(log === null ? [] : await growthAlarm(deps, log.origin)),
      ...(rows.length > checkpoints.length ? ["checkpoint-forged"] : []),
      ...witnesses.flatMap(({ last }) =>
        last === "ahead" || last === "disagrees" ? [`witness-${last}`] : [],
      ),
    ],
  };
}

/** The rows that our key has signed, with the cosignatures that count under this policy. */
async function checkpointViews(
  { db, keys }: Pick<PreserveDeps, "db" | "keys">,
  rows: readonly CheckpointRow[],
  { witnesses, need }: WitnessPolicy,
): Promise<CheckpointView[]> {
  const lines = await cosignatureRows(db, rows.at(-1)?.size ?? 0);
  const covering = new Map<string, number>();
  return rows.flatMap(({ origin, size, at, why, note }) => {
    const signed = readSigned(keys.root, [origin], note);
    if (signed.kind !== "ours") return [];
    const here = lines.filter((line) => line.origin === origin && line.size === size);
    const held = witnesses.flatMap(({ name, key }) => {
      const vkey = formatVerifierKey(key);
      const row = here.find((line) => line.witness === vkey);
      const counts = row !== undefined && isCosigned(signed.text, vkey, row.line);
      return counts ? [{ witness: name, at: row.time * 1000, line: row.line }] : [];
    });
    const policyMet = need > 0 && held.length >= need;
    const coveredBy = covering.get(origin) ?? null;
    if (policyMet && coveredBy === null) covering.set(origin, size);
    return [
      {
        origin,
        size,
        root: Buffer.from(signed.checkpoint.root).toString("hex"),
        at,
        why,
        note: note + held.map(({ line }) => line).join(""),
        cosignatures: held.map(({ witness, at: when }) => ({ witness, at: when })),
        policyMet,
        coveredBy,
      },
    ];
  });
}

function witnessView(
  { name, key, address }: Witness,
  checkpoints: readonly CheckpointView[],
  courier: Pick<Courier, "of">,
): WitnessView {
  const signed = checkpoints.find((c) => c.cosignatures.some((by) => by.witness === name));
  return {
    name,
    vkey: formatVerifierKey(key),
    address,
    cosigned: signed?.size ?? 0,
    ...courier.of(name),
  };
}

async function growthAlarm(
  deps: Pick<PreserveDeps, "db" | "home" | "keys">,
  origin: string,
): Promise<string[]> {
  try {
    await requireGrowth(deps, origin, await ledgerState(deps.db));
    return [];
  } catch (cause) {
    if (cause instanceof PreserveError) return [cause.code];
    throw cause;
  }
}
