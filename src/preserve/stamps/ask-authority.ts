// One question to a time-stamping authority over the network, and the bytes that came back.
// Invariant: nothing but the query goes out, in one request to one address: no redirect is followed, no cookie kept, no name
// of this program sent; the answer is read up to a small limit and for a short time.
import { type IncomingMessage, request as askHttp } from "node:http";
import { request as askHttps } from "node:https";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls } from "node:tls";

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

/** Opens a connection to a host, through the user's proxy. */
export type Dial = (host: string, port: number) => Promise<Duplex>;

export interface NetworkOptions {
  /** How https addresses are reached where a proxy is set; null: straight. */
  readonly dial?: Dial | null;
  /** Aborts what is under way, where the vault is locked. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** PEM of those who may vouch for an https address; the system's unless a test says otherwise. */
  readonly ca?: string;
}

/** Certificates and revocation lists inside a token make up a tenth of this. */
export const MAX_REPLY_BYTES = 128 * 1024;

/** Sends queries over the network. What it gives never throws. Source: RFC 3161 section 3.4. */
export function throughNetwork({
  dial = null,
  signal,
  timeoutMs = 20_000,
  ca,
}: NetworkOptions = {}): Send {
  return async (url, query) => {
    const late = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? late : AbortSignal.any([late, signal]);
    try {
      return await answerOf(await post(new URL(url), query, { dial, signal: stop, ca }));
    } catch {
      return failed(late.aborted ? "too-slow" : "unreachable");
    }
  };
}

interface Way {
  readonly dial: Dial | null;
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
}

async function post(url: URL, query: Uint8Array, way: Way): Promise<IncomingMessage> {
  const { dial, signal, ca } = way;
  const isSecure = url.protocol === "https:";
  const trust = ca === undefined ? {} : { ca };
  // What is not encrypted is on this machine, and has no business with a proxy.
  const socket = isSecure && dial !== null ? await dialed(dial, url, signal) : null;
  const through =
    socket === null
      ? { agent: false as const, ...trust }
      : { createConnection: () => connectTls({ socket, ...hostOf(url), ...trust }) };
  const headers = {
    "Content-Type": "application/timestamp-query",
    "Content-Length": query.length,
    Accept: "application/timestamp-reply",
    Connection: "close",
  };
  const options = { method: "POST", headers, signal, ...through };
  return new Promise((done, fail) => {
    const asked = (isSecure ? askHttps : askHttp)(url, options);
    asked.on("response", done).on("error", fail);
    asked.end(query);
  });
}

/** A proxy that does not answer is not waited for longer than for anything else. */
export async function dialed(dial: Dial, url: URL, signal: AbortSignal): Promise<Duplex> {
  const usual = url.protocol === "https:" ? 443 : 80;
  const opening = dial(hostOf(url).host, url.port === "" ? usual : Number(url.port));
  const stopped = new Promise<never>((_, fail) => {
    signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([opening, stopped]);
  } catch (cause) {
    void opening.then(
      (socket) => socket.destroy(),
      () => {},
    );
    throw cause;
  }
}

export function hostOf({ hostname }: URL): { readonly host: string; readonly servername?: string } {
  const host = hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? { host, servername: host } : { host };
}

async function answerOf(response: IncomingMessage): Promise<Sent> {
  try {
    if (response.statusCode !== 200) return failed("refused");
    const type = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    if (type !== "application/timestamp-reply") return failed("not-a-reply");
    return await bytesOf(response, MAX_REPLY_BYTES);
  } finally {
    response.destroy();
  }
}

/** The body of an answer, up to a limit. */
export async function bytesOf(response: IncomingMessage, mostBytes: number): Promise<Sent> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) return failed("too-long");
    parts.push(part);
  }
  return { kind: "answer", bytes: Buffer.concat(parts) };
}

function failed(fault: SendFault): Sent {
  return { kind: "failed", fault };
}
