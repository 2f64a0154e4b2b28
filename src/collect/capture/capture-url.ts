// A page on the web comes in: captured with the user's browser, kept as WACZ, picture and final DOM with a record of
// how it was had, and entered as a source. Invariant: nothing goes out but for the address a person asked for here.
import { createHash } from "node:crypto";
import { draft, type FileHash } from "../../model/index.ts";
import { canonicalJson } from "../../proof/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { firstLine } from "../add-text.ts";
import { cleanLine, cut } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { itemError } from "../errors.ts";
import { keepSource } from "../keep-source.ts";
import { MAX_DOCUMENT_BYTES, MAX_FILE_BYTES } from "../limits.ts";
import { mayAdd } from "../may-add.ts";
import { keepReading, suggestionIds } from "../reading-cache.ts";
import { requireKind } from "../source-kind.ts";
import { type CapturedPage, capturePage, type CaptureTesting } from "./capture-page.ts";
import { type CollectionFacts, collectionFacts } from "./collection-facts.ts";
import type { Upstream } from "./connect.ts";
import { CaptureError } from "./errors.ts";
import { findBrowser } from "./find-browser.ts";
import { browserSwitches } from "./open-browser.ts";
import { captureAddress } from "./target.ts";
import { CAPTURE_METHOD, writeWarc } from "./write-warc.ts";
import { WACZ_MIME, writeWacz } from "./write-wacz.ts";

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

export interface CapturedSource {
  readonly source: string;
  readonly title: string;
  readonly kind: string;
  readonly suggestions: number;
  readonly facts: CollectionFacts;
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

export const DOM_MIME = "text/html; charset=utf-8";
export const FACTS_MIME = "application/vnd.guwah.capture+json";
const WRITER = "warcio 2.4.11";

/**
 * Captures one page and keeps it. Throws AccessError, CaptureError, CollectError (of the reading), RuntimeError
 * `cancelled`, StoreError. Until everything is kept no entry is written.
 */
export async function captureUrl(
  deps: CollectDeps,
  settings: CaptureSettings,
  input: CaptureInput,
): Promise<CapturedSource> {
  mayAdd(deps.actor);
  const kind = requireKind(input.kind ?? "article");
  const { testing } = settings;
  const url = captureAddress(input.url, testing?.openPorts);
  const progress = input.progress ?? noProgress;
  const page = await capturePage({
    url,
    program: findBrowser(settings.browser),
    upstream: settings.upstream,
    clock: deps.clock,
    progress,
    ...(input.signal === undefined ? {} : { signal: input.signal }),
    ...(testing === undefined ? {} : { testing }),
  });
  stopIfAborted(input.signal);
  progress(0, null, "keep");
  return keepPage(deps, settings, { page, url, entered: input.url, kind });
}

interface Keeping {
  readonly page: CapturedPage;
  readonly url: URL;
  readonly entered: string;
  readonly kind: string;
}

async function keepPage(
  deps: CollectDeps,
  settings: CaptureSettings,
  { page, url, entered, kind }: Keeping,
): Promise<CapturedSource> {
  const software = `Guwah ${settings.version}`;
  // The mark at its start says UTF-8 louder than whatever encoding the page once named.
  const dom = Buffer.from(`\uFEFF${page.dom.toWellFormed()}`);
  if (dom.length > MAX_DOCUMENT_BYTES)
    throw new CaptureError(
      "capture-too-large",
      "Expected a page of a size that can be read; this one is too large.",
    );
  const host = url.hostname;
  const read = await deps.reader.read({
    bytes: dom,
    mime: DOM_MIME,
    name: `${host}.html`,
    url: page.finalUrl,
  });
  const title = cleanLine(page.title) || firstLine(read.text) || host;
  const at = page.startedAt;
  const warc = await writeWarc({
    at,
    software,
    exchanges: page.exchanges,
    resources: [
      {
        url: `urn:fullPage:${page.finalUrl}`,
        mime: "image/png",
        bytes: page.picture,
        at: page.endedAt,
      },
      { url: `urn:dom:${page.finalUrl}`, mime: DOM_MIME, bytes: dom, at: page.endedAt },
    ],
  });
  const wacz = await writeWacz({
    warc,
    url: page.finalUrl,
    title,
    at,
    createdAt: page.endedAt,
    software,
  });
  const files = {
    wacz: part(wacz, WACZ_MIME),
    screenshot: part(page.picture, "image/png"),
    dom: part(dom, DOM_MIME),
  };
  const facts = collectionFacts.parse(factsOf(deps, settings, { page, url, entered }, files));
  const record = Buffer.from(canonicalJson(facts));

  for (const bytes of [wacz, page.picture, dom, record])
    await deps.files.keep(bytes, { limitBytes: MAX_FILE_BYTES });
  const known = await knownFiles(deps, [files.screenshot.sha256, files.dom.sha256]);
  const original = files.wacz.sha256 as FileHash;
  const tool = `${software}, ${facts.collection.browser}, ${CAPTURE_METHOD}`;
  const derived = [
    { ...files.screenshot, name: `${host}.png` },
    { ...files.dom, name: `${host}.html` },
    { ...part(record, FACTS_MIME), name: `${host}.capture.json` },
  ].filter(({ sha256 }) => !known.has(sha256));
  const language = read.reading?.language;
  const { source } = await keepSource(
    deps,
    {
      kind,
      title,
      file: { hash: original, size: wacz.length, mime: WACZ_MIME, name: `${host}.wacz` },
      ...(read.text === "" ? {} : { text: read.text }),
      ...(language === undefined || language === "und" ? {} : { language }),
    },
    (id) => [
      ...derived.map(({ sha256, bytes, mime, name }) =>
        draft("file.kept", sha256, {
          hash: sha256 as FileHash,
          size: bytes,
          mime,
          name,
          derivedFrom: original,
          tool,
        }),
      ),
      draft("source.described", id, { id, url: { value: cut(page.finalUrl, 2_000) }, relays: [] }),
    ],
  );
  const { reading, pages, cues, notes, links, shingles } = read;
  if (reading !== null)
    await keepReading(deps.ledger.deps.engine, source, {
      reading,
      pages,
      cues,
      notes,
      links,
      shingles,
    });
  return {
    source,
    title,
    kind,
    suggestions: reading === null ? 0 : suggestionIds(reading).length,
    facts,
  };
}

function factsOf(
  { actor }: CollectDeps,
  settings: CaptureSettings,
  { page, url, entered }: Omit<Keeping, "kind">,
  files: CollectionFacts["files"],
): CollectionFacts {
  const { exchanges } = page;
  return {
    format: "guwah-capture/1",
    target: {
      urlEntered: entered,
      urlAsked: url.href,
      finalUrl: page.finalUrl,
      redirects: page.hops.map(({ url: hop, status }) => ({ url: hop, status })),
      title: page.title,
      language: page.language,
      httpStatus: page.status,
      serverAddress: page.serverAddress,
      tls: page.tls === null ? null : { ...page.tls },
    },
    collection: {
      collector: actor.member,
      startedAt: new Date(page.startedAt).toISOString(),
      endedAt: new Date(page.endedAt).toISOString(),
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      clockOffset: "not known",
      method: "by hand, one page",
      captureMethod: CAPTURE_METHOD,
      tool: `Guwah ${settings.version}`,
      browser: `Chromium ${page.browser}`,
      writer: WRITER,
      options: [...browserSwitches],
      userAgent: page.userAgent,
      egress: settings.upstream === null ? "direct" : "through a proxy of the user's",
    },
    saidByTarget: {
      httpDate: page.headers["date"] ?? null,
      lastModified: page.headers["last-modified"] ?? null,
    },
    content: {
      exchanges: exchanges.length,
      withoutAnswer: exchanges.filter((e) => e.response === null).length,
      withoutBody: exchanges.filter((e) => e.response !== null && e.response.body === null).length,
      bytesReceived: page.bytes,
      limitsReached: [...page.limitsReached],
    },
    files,
  };
}

async function knownFiles(
  { ledger }: CollectDeps,
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await ledger.deps.engine.db
    .selectFrom("files")
    .select("hash")
    .where("hash", "in", [...hashes])
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

function part(bytes: Buffer, mime: string): CollectionFacts["files"]["wacz"] {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length, mime };
}
