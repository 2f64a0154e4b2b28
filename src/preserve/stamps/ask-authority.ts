// One question to a time-stamping authority over the network, and the bytes that came back.
// Invariant: nothing but the query goes out, in one request to one address: no redirect is followed, no cookie kept, no name
// of this program sent; the answer is read up to a small limit and for a short time.
import { Agent as HttpAgent, type IncomingMessage, request as askHttp } from "node:http";
import { Agent as HttpsAgent, request as askHttps } from "node:https";

/** Why there is no answer to look at. */
export type SendFault =
  | "unreachable"
  | "too-slow"
  | "too-long"
  /** Another status than 200; redirects are among them. */
  | "refused"
  /** A page, and no application/timestamp-reply. */
  | "not-a-reply";

export type Sent =
  | { readonly kind: "answer"; readonly bytes: Buffer }
  | { readonly kind: "failed"; readonly fault: SendFault };

export type Send = (url: string, query: Uint8Array) => Promise<Sent>;

export interface NetworkOptions {
  /** An HTTP proxy that https addresses are reached through; null: none. */
  readonly proxy?: string | null;
  /** Aborts what is under way, where the vault is locked. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** Certificates and revocation lists inside a token make up a tenth of this. */
export const MAX_REPLY_BYTES = 128 * 1024;

/** Sends queries over the network. What it gives never throws. Source: RFC 3161 section 3.4. */
export function throughNetwork({
  proxy = null,
  signal,
  timeoutMs = 20_000,
}: NetworkOptions = {}): Send {
  return async (url, query) => {
    const late = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? late : AbortSignal.any([late, signal]);
    try {
      return await answerOf(await post(new URL(url), query, proxy, stop));
    } catch {
      return failed(late.aborted ? "too-slow" : "unreachable");
    }
  };
}

function post(
  url: URL,
  query: Uint8Array,
  proxy: string | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  // What is not encrypted is on this machine, and has no business with a proxy.
  const agent = isSecure
    ? new HttpsAgent({ proxyEnv: proxy === null ? {} : { HTTPS_PROXY: proxy } })
    : new HttpAgent();
  const headers = {
    "Content-Type": "application/timestamp-query",
    "Content-Length": query.length,
    Accept: "application/timestamp-reply",
    Connection: "close",
  };
  return new Promise((done, fail) => {
    const asked = (isSecure ? askHttps : askHttp)(url, { method: "POST", agent, headers, signal });
    asked.on("response", done).on("error", fail);
    asked.end(query);
  });
}

async function answerOf(response: IncomingMessage): Promise<Sent> {
  try {
    if (response.statusCode !== 200) return failed("refused");
    const type = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    if (type !== "application/timestamp-reply") return failed("not-a-reply");
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MAX_REPLY_BYTES) return failed("too-long");
      parts.push(part);
    }
    return { kind: "answer", bytes: Buffer.concat(parts) };
  } finally {
    response.destroy();
  }
}

function failed(fault: SendFault): Sent {
  return { kind: "failed", fault };
}
