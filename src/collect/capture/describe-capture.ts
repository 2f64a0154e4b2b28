// Fills in the record of a capture from what the browser saw and the settings it ran with.
import type { CollectDeps } from "../deps.ts";
import type { CapturedPage } from "./capture-page.ts";
import type { CaptureSettings } from "./capture-url.ts";
import { type CollectionFacts, collectionFacts } from "./collection-facts.ts";
import { browserSwitches } from "./open-browser.ts";
import { CAPTURE_METHOD, WARC_WRITER } from "./write-warc.ts";

/** A page as captured, and the address as a person entered it and as it was asked for. */
export interface Captured {
  readonly page: CapturedPage;
  readonly url: URL;
  readonly entered: string;
}

/** The record of one capture. */
export function factsOf(
  { actor }: Pick<CollectDeps, "actor">,
  settings: Pick<CaptureSettings, "version" | "upstream">,
  { page, url, entered }: Captured,
  files: CollectionFacts["files"],
): CollectionFacts {
  const { exchanges } = page;
  return collectionFacts.parse({
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
      writer: WARC_WRITER,
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
      refused: page.refused.map(({ host, why }) => ({ host, why })),
      limitsReached: [...page.limitsReached],
    },
    files,
  });
}
