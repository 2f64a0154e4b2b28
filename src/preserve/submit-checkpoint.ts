// Asks one witness of the policy for its cosignature of the latest checkpoint, and keeps it.
// Invariant: a size the witness names is taken up only when it is one of ours; a witness that saw more, or something else, is
// an alarm and never talked round.
import type { Actor } from "../access/index.ts";
import type { Witness } from "../proof/index.ts";
import { addCosignatures } from "./add-cosignatures.ts";
import { askWitness, type Asked, type Fetch } from "./ask-witness.ts";
import type { PreserveDeps } from "./deps.ts";
import { PreserveError } from "./errors.ts";
import { requestCosignature } from "./request-cosignature.ts";

export type Submitted =
  | { readonly kind: "cosigned"; readonly size: number }
  /** The witness saw a larger ledger than there is here. */
  | { readonly kind: "ahead"; readonly seen: number; readonly size: number }
  /** The answer is no signature of this witness. */
  | { readonly kind: "wrong-key" }
  | Exclude<Asked, { kind: "cosigned" } | { kind: "conflict" }>;

/** One try. Throws PreserveError `no-checkpoint`, `ledger-rewritten`, `ledger-gap`. */
export async function submitCheckpoint(
  deps: PreserveDeps,
  actor: Actor,
  fetch: Fetch,
  { name, address }: Pick<Witness, "name"> & { readonly address: string },
): Promise<Submitted> {
  let request = await requestCosignature(deps, name);
  let asked = await askWitness(fetch, address, request);
  if (asked.kind === "conflict") {
    const { size: seen } = asked;
    if (seen > request.size) return { kind: "ahead", seen, size: request.size };
    // It saw one of ours and the answer was lost on the way: ask again from there.
    request = await requestCosignature(deps, name, seen);
    asked = await askWitness(fetch, address, request);
    if (asked.kind === "conflict") return { kind: "refused", status: 409 };
  }
  if (asked.kind !== "cosigned") return asked;
  const { checkpoint, size } = { checkpoint: noteOf(request.text), size: request.size };
  try {
    const { added, known } = await addCosignatures(deps, actor, checkpoint + asked.lines);
    return added.includes(name) || known.includes(name)
      ? { kind: "cosigned", size }
      : { kind: "wrong-key" };
  } catch (cause) {
    if (cause instanceof PreserveError) return { kind: "wrong-key" };
    throw cause;
  }
}

function noteOf(request: string): string {
  return request.slice(request.indexOf("\n\n") + 2);
}
