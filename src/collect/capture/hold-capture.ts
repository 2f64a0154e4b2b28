// A page is captured and looked at before it is kept: held in memory until a person keeps it, discards it, or waits too long.
// Invariant: of a capture that was not kept nothing is written anywhere, and nothing of it outlives the open vault.
import { randomUUID } from "node:crypto";
import type { CollectDeps } from "../deps.ts";
import { mayAdd } from "../may-add.ts";
import type { CapturedPage } from "./capture-page.ts";
import { type CaptureInput, type CaptureSettings, capturedOf } from "./capture-url.ts";
import type { Captured } from "./describe-capture.ts";
import { CaptureError } from "./errors.ts";
import { type CapturedSource, keepCapture } from "./keep-capture.ts";
import { HELD_AT_ONCE, HELD_MS } from "./limits.ts";

/** What a person sees before they decide. */
export interface CapturePreview {
  readonly id: string;
  readonly title: string;
  readonly finalUrl: string;
  readonly httpStatus: number;
  /** Each address on the way, the last one included. */
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
  readonly startedAt: number;
  readonly endedAt: number;
  /** null where the user's proxy resolved it. */
  readonly serverAddress: string | null;
  readonly exchanges: number;
  readonly withoutAnswer: number;
  readonly bytes: number;
  readonly limitsReached: CapturedPage["limitsReached"];
  /** Where the page wanted to go and was not let. */
  readonly refused: CapturedPage["refused"];
  /** Milliseconds since 1970; then it is forgotten. */
  readonly heldUntil: number;
}

interface Held {
  readonly ledger: CollectDeps["ledger"];
  readonly member: string;
  readonly captured: Captured & { readonly kind: string };
  readonly timer: NodeJS.Timeout;
}
type Deps = Pick<CollectDeps, "ledger" | "actor">;

const held = new Map<string, Held>();

/** Captures one page without keeping it. Throws as captureUrl, but for the reading and the store. */
export async function holdCapture(
  deps: CollectDeps,
  settings: CaptureSettings,
  input: CaptureInput,
): Promise<CapturePreview> {
  const captured = await capturedOf(deps, settings, input);
  while (held.size >= HELD_AT_ONCE) forget([...held.keys()][0] ?? "");
  const id = randomUUID();
  const timer = setTimeout(() => held.delete(id), HELD_MS).unref();
  held.set(id, { ledger: deps.ledger, member: deps.actor.member, captured, timer });
  return previewOf(id, captured, deps.clock() + HELD_MS);
}

/** The page as the browser showed it, as PNG. Throws CaptureError `capture-gone`. */
export function heldPicture(deps: Deps, { id }: { readonly id: string }): Buffer {
  return heldBy(deps, id).captured.page.picture;
}

/**
 * Keeps what was held; it stays held where keeping it fails.
 * Throws AccessError, CaptureError `capture-gone`, and as keepCapture.
 */
export async function keepHeld(
  deps: CollectDeps,
  settings: CaptureSettings,
  { id }: { readonly id: string },
): Promise<CapturedSource> {
  mayAdd(deps.actor);
  const kept = await keepCapture(deps, settings, heldBy(deps, id).captured);
  forget(id);
  return kept;
}

/** Lets go of what was held; nothing of it was written. Throws CaptureError `capture-gone`. */
export function discardHeld(deps: Deps, { id }: { readonly id: string }): void {
  heldBy(deps, id);
  forget(id);
}

/** Lets go of everything: the vault is being locked. */
export function forgetHeld(): void {
  for (const id of held.keys()) forget(id);
}

/** Only who captured it sees it. */
function heldBy({ ledger, actor }: Deps, id: string): Held {
  const found = held.get(id);
  if (found === undefined || found.ledger !== ledger || found.member !== actor.member)
    throw new CaptureError(
      "capture-gone",
      "Expected a capture that is held; this one was kept, discarded, or waited too long. Capture it again.",
    );
  return found;
}

function forget(id: string): void {
  clearTimeout(held.get(id)?.timer);
  held.delete(id);
}

function previewOf(id: string, { page }: Captured, heldUntil: number): CapturePreview {
  return {
    id,
    title: page.title,
    finalUrl: page.finalUrl,
    httpStatus: page.status,
    redirects: page.hops.map(({ url, status }) => ({ url, status })),
    startedAt: page.startedAt,
    endedAt: page.endedAt,
    serverAddress: page.serverAddress,
    exchanges: page.exchanges.length,
    withoutAnswer: page.exchanges.filter(({ response }) => response === null).length,
    bytes: page.bytes,
    limitsReached: page.limitsReached,
    refused: page.refused,
    heldUntil,
  };
}
