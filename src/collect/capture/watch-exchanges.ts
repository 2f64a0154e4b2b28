// Listens to a browser and notes every exchange of it, hop by hop.
// Invariant: bodies are taken as they finish, because a browser lets go of them; what could not be had is noted as such.
import type { BrowserContext, Request, Response } from "playwright-core";
import type { Clock } from "../../runtime/index.ts";
import type { Exchange, Header } from "./exchange.ts";

export interface WatchOptions {
  readonly clock: Clock;
  readonly maxRequests: number;
  readonly maxBodyBytes: number;
  readonly onTooMany: () => void;
  readonly onTooMuch: () => void;
  /** Every address the page asks for, before anything else is done about it. */
  readonly onAsked: (url: string) => void;
  readonly onFinished: (count: number) => void;
}

export interface ExchangeWatch {
  /** Waits for bodies that are on their way, then gives all exchanges in the order in which they began. */
  readonly take: () => Promise<readonly Exchange[]>;
}

const isWeb = (url: string): boolean => /^https?:/i.test(url);

export function watchExchanges(context: BrowserContext, options: WatchOptions): ExchangeWatch {
  const began = new Map<Request, number>();
  const ended = new Map<Request, Promise<Exchange>>();
  let finished = 0;
  let bodyBytes = 0;
  let isFull = false;

  const finish = (request: Request): void => {
    const at = began.get(request);
    if (at === undefined || ended.has(request)) return;
    ended.set(
      request,
      exchangeOf(request, at, (size) => {
        bodyBytes += size;
        if (bodyBytes <= options.maxBodyBytes) return true;
        options.onTooMuch();
        return false;
      })
        .catch(() => lost(request, at))
        .finally(() => options.onFinished(++finished)),
    );
  };
  context.on("request", (request) => {
    options.onAsked(request.url());
    if (!isWeb(request.url()) || isFull) return;
    if (began.size >= options.maxRequests) {
      isFull = true;
      options.onTooMany();
      return;
    }
    began.set(request, options.clock());
  });
  context.on("requestfinished", finish);
  context.on("requestfailed", finish);
  return {
    take: async () => {
      for (const request of began.keys()) if (!ended.has(request)) finish(request);
      return Promise.all([...began.keys()].flatMap((request) => ended.get(request) ?? []));
    },
  };
}

/** The browser went away over it. */
function lost(request: Request, at: number): Exchange {
  const [url, method] = [request.url(), request.method()];
  return { url, method, at, requestHeaders: [], requestBody: null, response: null };
}

async function exchangeOf(
  request: Request,
  at: number,
  mayKeep: (size: number) => boolean,
): Promise<Exchange> {
  const response = await soon(request.response());
  const body = response === null ? null : await bodyOf(request, response);
  return {
    url: request.url(),
    method: request.method(),
    at,
    requestHeaders: pairs(await soon(request.headersArray())),
    requestBody: request.postDataBuffer(),
    response:
      response === null
        ? null
        : {
            status: response.status(),
            statusText: response.statusText(),
            headers: pairs(await soon(response.headersArray())),
            body: body === null || !mayKeep(body.length) ? null : body,
          },
  };
}

async function bodyOf(request: Request, response: Response): Promise<Buffer | null> {
  const status = response.status();
  const isEmpty = request.method() === "HEAD" || status === 204 || status === 304;
  if (isEmpty || (status >= 300 && status < 400)) return Buffer.alloc(0);
  // `response.body()` waits for the end of the answer; an endless one never ends.
  if (request.failure() !== null) return null;
  return soon(response.body());
}

const BODY_MS = 8_000;

/** What the browser tells in time, else null. */
async function soon<T>(asked: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), BODY_MS);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

function pairs(
  headers: readonly { readonly name: string; readonly value: string }[] | null,
): readonly Header[] {
  return (headers ?? [])
    .filter(({ name }) => !name.startsWith(":"))
    .map(({ name, value }) => [name, value]);
}
