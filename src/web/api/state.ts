// Whether there is a vault, whether it is open, and who is looking at it.
import type { Role } from "../../model/index.ts";
import { get, post } from "./client.ts";

export interface LastCheck {
  readonly at: number;
  readonly clean: boolean;
  readonly entries: number;
  readonly problemCount: number;
}

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly rights: readonly string[];
}

export interface AppState {
  readonly vault: "none" | "locked" | "open";
  readonly session: boolean;
  readonly demo: boolean;
  readonly vaultName?: string;
  readonly member?: Me;
  readonly lockInSeconds?: number;
  readonly retryInSeconds?: number;
  readonly version: string;
  readonly lastCheck?: LastCheck;
}

export const stateKey = ["state"] as const;

/** `active` tells the server that somebody is at the keyboard, so that writing a long testimony does not lock the vault. */
export async function fetchState(active: boolean): Promise<AppState> {
  return get<AppState>("/api/state", active ? { headers: { "X-Guwah-Active": "1" } } : {});
}

export async function createVault(input: {
  vaultName: string;
  memberName: string;
  passphrase: string;
}): Promise<{ token: string; recoveryCode: string }> {
  return post("/api/vault", input);
}

export async function unlock(
  input: { passphrase: string } | { recoveryCode: string },
): Promise<{ token: string }> {
  return post("/api/unlock", input);
}

export async function lock(): Promise<void> {
  await post("/api/lock");
}

export interface Strength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly enough: boolean;
  readonly advice: string;
}

export async function passphraseStrength(
  passphrase: string,
  signal?: AbortSignal,
): Promise<Strength> {
  return post("/api/passphrase/strength", { passphrase }, signal === undefined ? {} : { signal });
}
