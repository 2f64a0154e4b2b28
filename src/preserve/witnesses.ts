// Which witnesses count for this vault, where its checkpoints are sent, and how many must have cosigned.
// Invariant: an address is used only because a keeper entered it; it holds no password and ends where `/add-checkpoint` begins.
import { type Actor, requireRight } from "../access/index.ts";
import { draft } from "../model/index.ts";
import {
  formatVerifierKey,
  parseVerifierKey,
  requirePolicy,
  type WitnessPolicy,
} from "../proof/index.ts";
import type { Db } from "../store/index.ts";
import type { PreserveDeps } from "./deps.ts";
import { PreserveError } from "./errors.ts";

/** The policy that stands: no witnesses, none needed, until one was set. */
export async function witnessPolicy(db: Db): Promise<WitnessPolicy> {
  const row = await db
    .selectFrom("witness_policy")
    .select(["need", "witnesses"])
    .where("name", "=", "now")
    .executeTakeFirst();
  if (row === undefined) return { witnesses: [], need: 0 };
  const listed = JSON.parse(row.witnesses) as {
    name: string;
    vkey: string;
    address: string | null;
  }[];
  const witnesses = listed.map(({ name, vkey, address }) => ({
    name,
    key: parseVerifierKey(vkey),
    address,
  }));
  return { witnesses, need: row.need };
}

/**
 * Sets the policy anew.
 * Throws AccessError `access/not-allowed`; ProofError `proof/policy` (names or keys twice, keys not of type 4, more needed
 * than there are); PreserveError `bad-address`.
 */
export async function setWitnesses(
  { ledger }: Pick<PreserveDeps, "ledger">,
  actor: Actor,
  policy: WitnessPolicy,
): Promise<void> {
  requireRight(actor, "keep");
  const { witnesses, need } = requirePolicy(policy);
  const body = {
    need,
    witnesses: witnesses.map(({ name, key, address }) => ({
      name,
      vkey: formatVerifierKey(key),
      address: address === null ? null : cleanAddress(address),
    })),
  };
  await ledger.append(actor.member, [draft("witnesses.set", "witnesses", body)]);
}

function cleanAddress(address: string): string {
  const url = address.length > 1_000 ? null : URL.parse(address);
  const plain = url !== null && url.username === "" && url.password === "" && url.hash === "";
  if (!plain || url.search !== "" || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new PreserveError(
      "bad-address",
      "Expected a witness's address beginning https:// or http://, without name, password or question mark.",
    );
  }
  return url.href.replace(/\/+$/, "").replace(/\/add-checkpoint$/, "");
}
