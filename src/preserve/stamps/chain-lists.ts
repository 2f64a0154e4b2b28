// The revocation lists of an authority's certificates as they were when it stamped.
// Invariant: a list that cannot be had stops no stamp, it is a state that is shown; a certificate that is on its list stops it.
import type { X509Certificate } from "node:crypto";
import type { FetchList } from "./fetch-list.ts";
import type { SendFault } from "./ask-authority.ts";
import { judgeList, listAddresses } from "./revocation-list.ts";

/** How it stands with the lists of the certificates below the root; the first that is not `checked` counts. */
export type Revocation =
  /** Each certificate's list was had, holds, and does not name it. */
  | "checked"
  /** Nobody asks for lists here. */
  | "not-asked"
  /** A certificate names no list at an http or https address. */
  | "not-named"
  /** What was there is not a list of this issuer that was good then. */
  | "not-believed"
  | SendFault;

export type ChainLists =
  | { readonly kind: "lists"; readonly state: Revocation; readonly lists: readonly Buffer[] }
  | { readonly kind: "revoked" };

/** `chain`: signer first, root last. `time`: of the stamp, milliseconds since 1970. */
export async function fetchLists(
  fetchList: FetchList | undefined,
  chain: readonly X509Certificate[],
  time: number,
): Promise<ChainLists> {
  if (fetchList === undefined) return { kind: "lists", state: "not-asked", lists: [] };
  const lists: Buffer[] = [];
  let state: Revocation = "checked";
  const worse = (next: Revocation): void => {
    if (state === "checked") state = next;
  };
  for (const [i, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[i + 1] as X509Certificate;
    const had = await oneList(fetchList, { certificate, issuer, time });
    if (had === "revoked") return { kind: "revoked" };
    if (typeof had === "string") worse(had);
    else lists.push(had);
  }
  return { kind: "lists", state, lists };
}

/** Tries each address in turn; the last fault is told. */
async function oneList(
  fetchList: FetchList,
  about: Parameters<typeof judgeList>[1],
): Promise<Buffer | Exclude<Revocation, "checked"> | "revoked"> {
  let fault: Exclude<Revocation, "checked"> = "not-named";
  for (const address of await listAddresses(about.certificate)) {
    const got = await fetchList(address);
    if (got.kind === "failed") {
      fault = got.fault;
      continue;
    }
    const verdict = await judgeList(got.bytes, about);
    if (verdict === "good") return got.bytes;
    if (verdict === "revoked") return "revoked";
    fault = "not-believed";
  }
  return fault;
}

/** Whether lists that were kept hold for this chain: each was made by one of its issuers, and names none of it. */
export async function listsHold(
  lists: readonly Uint8Array[],
  chain: readonly X509Certificate[],
  time: number,
): Promise<boolean> {
  for (const list of lists) {
    const verdicts: string[] = [];
    for (const [i, certificate] of chain.slice(0, -1).entries()) {
      const issuer = chain[i + 1] as X509Certificate;
      verdicts.push(await judgeList(list, { certificate, issuer, time }));
    }
    if (verdicts.includes("revoked") || !verdicts.includes("good")) return false;
  }
  return true;
}
