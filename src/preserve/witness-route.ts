// The way out to witnesses: straight, or through the proxy that was set, and never past it.
// Invariant: where a proxy is set, every connection that leaves the machine is opened by `dial`; a witness on this machine
// needs none, since nothing leaves then.
import { type IncomingMessage, request as askHttp } from "node:http";
import { request as askHttps } from "node:https";
import { isIP } from "node:net";
import { type Duplex, Readable } from "node:stream";
import { connect as connectTls } from "node:tls";
import type { Fetch } from "./ask-witness.ts";
import type { Dial } from "./stamps/ask-authority.ts";

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** How requests go out; `dial` opens connections through the proxy, null: none is set. */
export function witnessRoute(dial: Dial | null): Fetch {
  if (dial === null) return fetch;
  return async (url, init) => {
    const to = new URL(url);
    if (loopback.test(to.hostname)) return fetch(url, init);
    const host = to.hostname.replace(/^\[|\]$/g, "");
    const isSecure = to.protocol === "https:";
    const socket = await dial(host, to.port === "" ? (isSecure ? 443 : 80) : Number(to.port));
    init.signal?.addEventListener("abort", () => socket.destroy(), { once: true });
    try {
      return responseOf(await post(to, host, socket, init));
    } catch (cause) {
      socket.destroy();
      throw cause;
    }
  };
}

function post(
  to: URL,
  host: string,
  socket: Duplex,
  { body, signal }: RequestInit,
): Promise<IncomingMessage> {
  const text = typeof body === "string" ? body : "";
  const isSecure = to.protocol === "https:";
  const name = isIP(host) === 0 ? { servername: host } : {};
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    Connection: "close",
  };
  const createConnection = (): Duplex =>
    isSecure ? connectTls({ socket, host, ...name }) : socket;
  const stop = signal === null || signal === undefined ? {} : { signal };
  return new Promise((done, fail) => {
    const options = { method: "POST", headers, createConnection, ...stop };
    const asked = (isSecure ? askHttps : askHttp)(to, options);
    asked.on("response", done).on("error", fail);
    asked.end(text);
  });
}

function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 500;
  const type = message.headers["content-type"];
  return new Response(Readable.toWeb(message) as ReadableStream, {
    status: status >= 200 && status <= 599 ? status : 500,
    headers: type === undefined ? {} : { "Content-Type": type },
  });
}
