// A person at the partner's decides which ledgers their witness watches, by the key they were handed.
import { parseVerifierKey } from "../../proof/index.ts";
import { PreserveError } from "../errors.ts";
import type { WitnessFolder } from "./witness-folder.ts";
import { beginTrust } from "./witnessed-log.ts";

/**
 * Trusts the log with this verifier key; its name is the origin of its checkpoints.
 * Throws PreserveError `not-a-log-key`, `log-trusted`.
 */
export async function trustLog(
  { folder }: Pick<WitnessFolder, "folder">,
  vkey: string,
): Promise<{ readonly origin: string }> {
  let key;
  try {
    key = parseVerifierKey(vkey.trim());
  } catch (cause) {
    throw notLogKey(cause);
  }
  if (key.type !== 1 || key.name.length > 1_000) throw notLogKey();
  await beginTrust(folder, key.name, vkey.trim());
  return { origin: key.name };
}

function notLogKey(cause?: unknown): PreserveError {
  return new PreserveError(
    "not-a-log-key",
    "Expected the verifier key of a ledger, as `guwah checkpoint --key` prints it. Copy the whole line.",
    { cause },
  );
}
