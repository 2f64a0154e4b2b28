// The way out to witnesses: straight, or through the proxy that was set, and never past it.
// Invariant: where a proxy is set that requests cannot take (SOCKS), nothing is sent at all; a witness on this machine needs no
// proxy, since nothing leaves the machine then.
import { Agent as HttpAgent, type IncomingMessage, request as askHttp } from "node:http";
import { Agent as HttpsAgent, request as askHttps } from "node:https";
import { Readable } from "node:stream";
import type { Fetch } from "./ask-witness.ts";

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** How requests go out under this proxy setting; null: none is set. */
export function witnessRoute(proxy: string | null): Fetch {
  if (proxy === null) return fetch;
  return async (url, init) => {
    const to = new URL(url);
    if (loopback.test(to.hostname)) return fetch(url, init);
    if (URL.parse(proxy)?.protocol !== "http:") {
      throw new TypeError("a proxy that carries no witness's requests");
    }
    return responseOf(await post(to, proxy, init));
  };
}

function post(to: URL, proxy: string, init: RequestInit): Promise<IncomingMessage> {
  const isSecure = to.protocol === "https:";
  const proxyEnv = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy };
  const agent = isSecure ? new HttpsAgent({ proxyEnv }) : new HttpAgent({ proxyEnv });
  const body = typeof init.body === "string" ? init.body : "";
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  };
  const signal = init.signal === null || init.signal === undefined ? {} : { signal: init.signal };
  return new Promise((done, fail) => {
    const ask = isSecure ? askHttps : askHttp;
    const asked = ask(to, { method: "POST", agent, headers, ...signal });
    asked.on("response", done).on("error", fail);
    asked.end(body);
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
