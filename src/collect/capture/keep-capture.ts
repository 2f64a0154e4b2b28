// What a capture brought is packed and kept: WACZ, picture, final DOM, and the record of how it was had.
import { canonicalJson } from "../../proof/index.ts";
import type { CollectDeps } from "../deps.ts";
import { MAX_DOCUMENT_BYTES } from "../limits.ts";
import type { CapturedPage } from "./capture-page.ts";
import type { CaptureSettings } from "./capture-url.ts";
import type { CollectionFacts } from "./collection-facts.ts";
import { type Captured, factsOf } from "./describe-capture.ts";
import { CaptureError } from "./errors.ts";
import { DOM_MIME, keepPackage, partOf } from "./keep-package.ts";
import { CAPTURE_METHOD, writeWarc } from "./write-warc.ts";
import { WACZ_MIME, writeWacz } from "./write-wacz.ts";

export const FACTS_MIME = "application/vnd.guwah.capture+json";

export interface CapturedSource {
  readonly source: string;
  readonly title: string;
  readonly kind: string;
  readonly suggestions: number;
  readonly facts: CollectionFacts;
}

/** Throws CaptureError `capture-too-large`, CollectError (of the reading), StoreError. */
export async function keepCapture(
  deps: CollectDeps,
  settings: CaptureSettings,
  captured: Captured & { readonly kind: string },
): Promise<CapturedSource> {
  const { page, kind } = captured;
  const software = `Guwah ${settings.version}`;
  // The mark at its start says UTF-8 louder than whatever encoding the page once named.
  const dom = Buffer.from(`\uFEFF${page.dom.toWellFormed()}`);
  if (dom.length > MAX_DOCUMENT_BYTES)
    throw new CaptureError(
      "capture-too-large",
      "Expected a page of a size that can be read; this one is too large.",
    );
  const wacz = await packed(page, dom, software);
  const facts = factsOf(deps, settings, captured, {
    wacz: partOf(wacz, WACZ_MIME),
    screenshot: partOf(page.picture, "image/png"),
    dom: partOf(dom, DOM_MIME),
  });
  const host = captured.url.hostname;
  const kept = await keepPackage(deps, {
    kind,
    original: { bytes: wacz, mime: WACZ_MIME, name: `${host}.wacz` },
    url: page.finalUrl,
    dom: { bytes: dom, mime: DOM_MIME },
    title: page.title,
    made: [
      { bytes: page.picture, mime: "image/png", name: `${host}.png` },
      { bytes: dom, mime: DOM_MIME, name: `${host}.html` },
      { bytes: Buffer.from(canonicalJson(facts)), mime: FACTS_MIME, name: `${host}.capture.json` },
    ],
    tool: `${software}, ${facts.collection.browser}, ${CAPTURE_METHOD}`,
  });
  const { source, title, suggestions } = kept;
  return { source, title, kind, suggestions, facts };
}

async function packed(page: CapturedPage, dom: Buffer, software: string): Promise<Buffer> {
  const { finalUrl: url, startedAt: at, endedAt } = page;
  const warc = await writeWarc({
    at,
    software,
    exchanges: page.exchanges,
    resources: [
      { url: `urn:fullPage:${url}`, mime: "image/png", bytes: page.picture, at: endedAt },
      { url: `urn:dom:${url}`, mime: DOM_MIME, bytes: dom, at: endedAt },
    ],
  });
  return writeWacz({ warc, url, title: page.title, at, createdAt: endedAt, software });
}
