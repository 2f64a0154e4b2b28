// What the integrity page and `guwah stamp --list` show: the authorities, how it stands with each, and the stamps.
// Invariant: a stamp is called good only when it was verified now.
import { currentLog, latestCheckpoint } from "../checkpoints.store.ts";
import { type Authority, authorities } from "./authorities.ts";
import { sha256Of } from "./certificate-chain.ts";
import type { Revocation } from "./chain-lists.ts";
import { keptStamp } from "./kept-stamp.ts";
import type { StampDeps } from "./request-stamp.ts";
import type { StampQueue, StampTry } from "./stamp-queue.ts";
import { lastStamp, stampRows } from "./stamps.store.ts";

export interface AuthorityView extends StampTry {
  readonly name: string;
  readonly url: string;
  /** SHA-256 of the root its tokens must lead to; null believes the root in the token. */
  readonly root: string | null;
  /** Of the latest checkpoint; `none`: there is no checkpoint yet. */
  readonly state: "none" | "pending" | "stamped" | "failed";
  /** The size of the largest checkpoint it stamped; 0: none. */
  readonly stamped: number;
}

export interface StampView {
  readonly origin: string;
  readonly size: number;
  readonly authority: string;
  /** Milliseconds since 1970: the checkpoint existed not later than this. Never "not earlier than". */
  readonly notLaterThan: number;
  readonly policy: string;
  /** SHA-256 of the root certificate it leads to. */
  readonly root: string;
  /** `checked`: at stamping no certificate of it was on its issuer's list; else why nobody knows. */
  readonly revocation: Revocation;
  readonly holds: boolean;
}

export interface StampList {
  readonly authorities: readonly AuthorityView[];
  /** The latest first, at most 50. */
  readonly stamps: readonly StampView[];
}

const most = 50;

export async function listStamps(
  deps: Pick<StampDeps, "db" | "keys" | "files">,
  queue: Pick<StampQueue, "of">,
): Promise<StampList> {
  const { db } = deps;
  const log = await currentLog(db);
  const latest = log === null ? null : await latestCheckpoint(db, log.origin);
  const views: AuthorityView[] = [];
  for (const authority of await authorities(db)) {
    const last = latest === null ? null : await lastStamp(db, latest.origin, authority.name);
    const tried = queue.of(authority.name);
    views.push({
      name: authority.name,
      url: authority.url,
      root: rootOf(authority),
      state: stateOf(latest?.size ?? null, last?.size ?? 0, tried),
      stamped: last?.size ?? 0,
      ...tried,
    });
  }
  const stamps: StampView[] = [];
  for (const row of await stampRows(db, most)) {
    const { origin, size, authority, time: notLaterThan, policy, root } = row;
    const holds = (await keptStamp(deps, row)) !== null;
    const revocation = (row.revocation === "" ? "not-asked" : row.revocation) as Revocation;
    stamps.push({ origin, size, authority, notLaterThan, policy, root, revocation, holds });
  }
  return { authorities: views, stamps };
}

function stateOf(
  latest: number | null,
  stamped: number,
  { fault }: StampTry,
): AuthorityView["state"] {
  if (latest === null) return "none";
  if (stamped === latest) return "stamped";
  return fault === null ? "pending" : "failed";
}

function rootOf({ root }: Authority): string | null {
  if (root === null) return null;
  return "sha256" in root ? root.sha256 : sha256Of(root.certificate);
}
