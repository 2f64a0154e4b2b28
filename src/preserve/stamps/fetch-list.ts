// One revocation list over the network, from an address that a certificate names.
// Invariant: such an address is a stranger's: only http and https, no redirect, up to a limit of size and time, and always through
// a connection that was checked (no loopback, no private address), or the user's proxy.
import { type IncomingMessage, request as askHttp } from "node:http";
import { request as askHttps } from "node:https";
import { connect as connectTls } from "node:tls";
import {
  bytesOf,
  type Dial,
  dialed,
  hostOf,
  type NetworkOptions,
  type Sent,
} from "./ask-authority.ts";

/** Gets the bytes at an address. What it gives never throws. */
export type FetchList = (url: string) => Promise<Sent>;

/** Lists of large authorities have some hundred thousand lines; theirs for time-stamping have few. */
export const MAX_LIST_BYTES = 4 * 1024 * 1024;

/** `dial`: opens a connection to a host whose addresses it has checked. */
export function listsThroughNetwork({
  dial,
  signal,
  timeoutMs = 20_000,
}: Pick<NetworkOptions, "signal" | "timeoutMs"> & { readonly dial: Dial }): FetchList {
  return async (address) => {
    const late = AbortSignal.timeout(timeoutMs);
    const stop = signal === undefined ? late : AbortSignal.any([late, signal]);
    try {
      const url = new URL(address);
      const response = await ask(url, dial, stop);
      try {
        if (response.statusCode !== 200) return { kind: "failed", fault: "refused" };
        return await bytesOf(response, MAX_LIST_BYTES);
      } finally {
        response.destroy();
      }
    } catch {
      return { kind: "failed", fault: late.aborted ? "too-slow" : "unreachable" };
    }
  };
}

async function ask(url: URL, dial: Dial, signal: AbortSignal): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  const socket = await dialed(dial, url, signal);
  const createConnection = () => (isSecure ? connectTls({ socket, ...hostOf(url) }) : socket);
  const headers = { Accept: "application/pkix-crl", Connection: "close" };
  return new Promise((done, fail) => {
    const asked = (isSecure ? askHttps : askHttp)(url, {
      headers,
      signal,
      createConnection,
    } as never);
    asked.on("response", done).on("error", fail);
    asked.end();
  });
}
