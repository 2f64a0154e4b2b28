// A page on the web comes in: captured with the user's browser, kept as WACZ, picture and final DOM with a record of
// how it was had, and entered as a source. Invariant: nothing goes out but for the address a person asked for here.
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import type { CollectDeps } from "../deps.ts";
import { itemError } from "../errors.ts";
import { mayAdd } from "../may-add.ts";
import { requireKind } from "../source-kind.ts";
import { capturePage, type CaptureTesting } from "./capture-page.ts";
import type { Upstream } from "./connect.ts";
import type { Captured } from "./describe-capture.ts";
import { findBrowser } from "./find-browser.ts";
import { type CapturedSource, keepCapture } from "./keep-capture.ts";
import { captureAddress } from "./target.ts";

/** What of the settings a capture needs. */
export interface CaptureSettings {
  /** Path of the browser; null: the usual names. */
  readonly browser: string | null;
  readonly upstream: Upstream | null;
  /** Guwah's own version. */
  readonly version: string;
  readonly testing?: CaptureTesting;
}

export interface CaptureInput {
  readonly url: string;
  /** A kind of source; `article` where none is given. */
  readonly kind?: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/** What a person is told before anything goes out. */
export interface CaptureReadiness {
  /** null: a browser was found. */
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly proxied: boolean;
}

/** Whether pages can be captured here; starts nothing. */
export function captureReadiness({ browser, upstream }: CaptureSettings): CaptureReadiness {
  const proxied = upstream !== null;
  try {
    findBrowser(browser);
    return { problem: null, proxied };
  } catch (cause) {
    return { problem: itemError(cause), proxied };
  }
}

/**
 * Captures one page and keeps it. Throws AccessError, CaptureError, CollectError (of the reading), RuntimeError
 * `cancelled`, StoreError. Until everything is kept no entry is written.
 */
export async function captureUrl(
  deps: CollectDeps,
  settings: CaptureSettings,
  input: CaptureInput,
): Promise<CapturedSource> {
  const captured = await capturedOf(deps, settings, input);
  input.progress?.(0, null, "keep");
  return keepCapture(deps, settings, captured);
}

/** What the browser brought, not kept yet. Throws AccessError, CaptureError, CollectError `kind-unknown`, RuntimeError `cancelled`. */
export async function capturedOf(
  { actor, clock }: Pick<CollectDeps, "actor" | "clock">,
  { browser, upstream, testing }: CaptureSettings,
  input: CaptureInput,
): Promise<Captured & { readonly kind: string }> {
  mayAdd(actor);
  const kind = requireKind(input.kind ?? "article");
  const url = captureAddress(input.url, testing?.openPorts);
  const page = await capturePage({
    url,
    program: findBrowser(browser),
    upstream,
    clock,
    progress: input.progress ?? noProgress,
    ...(input.signal === undefined ? {} : { signal: input.signal }),
    ...(testing === undefined ? {} : { testing }),
  });
  stopIfAborted(input.signal);
  return { page, url, entered: input.url, kind };
}
