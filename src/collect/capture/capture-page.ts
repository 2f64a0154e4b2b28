// One page is opened in the browser, looked at to its end, and everything that came is handed back.
// Invariant: it ends within its time, in a capture or in a coded error, and leaves no browser and no proxy behind.
import type { BrowserContext } from "playwright-core";
import type { Clock, Progress } from "../../runtime/index.ts";
import { stopIfAborted } from "../../runtime/index.ts";
import { type AskedHosts, createAskedHosts } from "./asked-hosts.ts";
import { type Resolve, systemResolve, type Upstream } from "./connect.ts";
import { type Hop, hopsOf, openPage, reasonOf, settle, takePicture } from "./drive-page.ts";
import { CaptureError } from "./errors.ts";
import type { Exchange, LimitReached } from "./exchange.ts";
import { type FilteringProxy, type RefusedHost, startFilteringProxy } from "./filtering-proxy.ts";
import {
  CAPTURE_BODY_BYTES,
  CAPTURE_BYTES,
  CAPTURE_REQUESTS,
  CAPTURE_TIME_MS,
  PAGE_TIME_MS,
} from "./limits.ts";
import { openBrowser } from "./open-browser.ts";
import { portOf } from "./target.ts";
import { watchExchanges } from "./watch-exchanges.ts";

export interface CaptureLimits {
  readonly timeMs: number;
  readonly bytes: number;
  readonly requests: number;
}

/** What tests of this room may change; the program never sets any of it. */
export interface CaptureTesting {
  readonly noSandbox?: boolean;
  readonly openPorts?: ReadonlySet<number>;
  readonly resolve?: Resolve;
  readonly limits?: Partial<CaptureLimits>;
}

export interface PageAsk {
  readonly url: URL;
  readonly program: string;
  readonly upstream: Upstream | null;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  readonly testing?: CaptureTesting;
}

export interface TlsFacts {
  readonly protocol?: string;
  readonly subjectName?: string;
  readonly issuer?: string;
  /** Seconds since 1970. */
  readonly validFrom?: number;
  readonly validTo?: number;
}

export interface CapturedPage {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly finalUrl: string;
  readonly title: string;
  /** As the page says it of itself. */
  readonly language: string;
  readonly userAgent: string;
  readonly browser: string;
  readonly status: number;
  /** Each hop of the page itself, the last one included. */
  readonly hops: readonly Hop[];
  readonly serverAddress: string | null;
  readonly tls: TlsFacts | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly exchanges: readonly Exchange[];
  readonly dom: string;
  readonly picture: Buffer;
  readonly bytes: number;
  readonly limitsReached: readonly LimitReached[];
  /** Where the page wanted to go and was not let, each once. */
  readonly refused: readonly RefusedHost[];
}

/** Throws CaptureError; RuntimeError `cancelled`. */
export async function capturePage(ask: PageAsk): Promise<CapturedPage> {
  const limits = {
    timeMs: CAPTURE_TIME_MS,
    bytes: CAPTURE_BYTES,
    requests: CAPTURE_REQUESTS,
    ...ask.testing?.limits,
  };
  const reached = new Set<LimitReached>();
  const deadline = AbortSignal.timeout(limits.timeMs);
  const stop = ask.signal === undefined ? deadline : AbortSignal.any([deadline, ask.signal]);
  const openPorts = ask.testing?.openPorts ?? new Set<number>();
  const hosts = createAskedHosts(openPorts);
  const proxy = await startFilteringProxy({
    resolve: ask.testing?.resolve ?? systemResolve,
    upstream: ask.upstream,
    openPorts,
    isAsked: hosts.isAsked,
    maxBytes: limits.bytes,
    onTooMuch: () => reached.add("bytes"),
  });
  try {
    ask.progress(0, null, "browser");
    const { context, version, close } = await openBrowser({
      program: ask.program,
      proxyPort: proxy.port,
      noSandbox: ask.testing?.noSandbox === true,
    });
    try {
      const work = look({ ask, limits, reached, proxy, hosts, context, browser: version });
      // Whoever loses the race must not be an unheard rejection.
      work.catch(() => {});
      return await Promise.race([work, aborted(stop)]);
    } catch (cause) {
      stopIfAborted(ask.signal);
      if (deadline.aborted) throw tooSlow(limits.timeMs);
      throw cause;
    } finally {
      await close();
    }
  } finally {
    await proxy.close();
  }
}

interface Looking {
  readonly ask: PageAsk;
  readonly limits: CaptureLimits;
  readonly reached: Set<LimitReached>;
  readonly proxy: FilteringProxy;
  readonly hosts: AskedHosts;
  readonly context: BrowserContext;
  readonly browser: string;
}

async function look({
  ask,
  limits,
  reached,
  proxy,
  hosts,
  context,
  browser,
}: Looking): Promise<CapturedPage> {
  const { clock, progress } = ask;
  const startedAt = clock();
  const left = (atMostMs: number): number =>
    Math.max(1, Math.min(atMostMs, startedAt + limits.timeMs - clock()));
  const page = await context.newPage();
  const watch = watchExchanges(context, {
    clock,
    maxRequests: limits.requests,
    maxBodyBytes: CAPTURE_BODY_BYTES,
    onTooMany: () => {
      reached.add("requests");
      proxy.cutOff();
    },
    onTooMuch: () => {
      reached.add("bytes");
      proxy.cutOff();
    },
    onAsked: hosts.announce,
    onFinished: (count) => progress(count, null, "page"),
  });
  // Windows the page opens are not part of what was asked for.
  context.on("page", (other) => void (other === page ? null : other.close().catch(() => {})));
  page.on("websocket", (socket) => hosts.announce(socket.url()));
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));

  progress(0, null, "page");
  const answer = await openPage(page, ask.url, proxy, left(PAGE_TIME_MS));
  await settle(page, left);
  if (clock() - startedAt > limits.timeMs * 0.8) reached.add("time");
  progress(0, null, "picture");
  const picture = await takePicture(page, left(15_000));
  const dom = await page.content();
  const { scheme, ...facts } = await page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    userAgent: navigator.userAgent,
    scheme: location.protocol,
  }));
  // A page that sent itself on to where the proxy does not go is the browser's own error page by now.
  if (!/^https?:$/.test(scheme)) throw reasonOf(null, proxy);
  const exchanges = await watch.take();
  const main = new URL(answer.url());
  return {
    startedAt,
    endedAt: clock(),
    finalUrl: page.url(),
    ...facts,
    browser,
    status: answer.status(),
    hops: await hopsOf(answer),
    serverAddress: proxy.addressOf(main.hostname.replace(/^\[|\]$/g, ""), portOf(main)),
    tls: await answer.securityDetails(),
    headers: await answer.allHeaders(),
    exchanges,
    dom,
    picture,
    bytes: proxy.received(),
    limitsReached: [...reached],
    // What the browser wanted for itself is no part of the page.
    refused: proxy.refusedHosts().filter(({ why }) => why !== "not-asked"),
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(new Error("stopped"));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

function tooSlow(timeMs: number): CaptureError {
  return new CaptureError(
    "capture-time",
    `Expected the page to be captured within ${timeMs / 1000} seconds; it took longer. Try again, or save the page and add it as a file.`,
  );
}
