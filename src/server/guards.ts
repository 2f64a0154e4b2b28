// What every request must pass before anything is done with it.
// Invariant: the server answers only pages it sent itself. Another site that resolves its name to 127.0.0.1 (DNS
// rebinding) fails on Host; a page that posts to us from elsewhere (CSRF) fails on Origin and on the header no form can send.
import type { MiddlewareHandler } from "hono";
import { ServerError } from "./errors.ts";

const safe = new Set(["GET", "HEAD"]);

/** Names under which this server may be asked: loopback only, with the port it listens on. */
function ownHosts(port: number): ReadonlySet<string> {
  return new Set(
    ["127.0.0.1", "localhost", "[::1]"].flatMap((name) =>
      port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
    ),
  );
}

/** Refuses foreign hosts, foreign origins, and changes that do not carry `X-Guwah: 1`. `port` is asked late: it may be picked at start. */
export function requestGuard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ownHosts(port());
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    if (!hosts.has(host.toLowerCase()))
      throw new ServerError("wrong-host", "This address is not Guwah's. Open it at 127.0.0.1.");
    const origin = c.req.header("origin");
    if (origin !== undefined && ![...hosts].some((h) => origin === `http://${h}`)) {
      throw new ServerError("wrong-origin", "Another page asked for this. Use Guwah's own window.");
    }
    const site = c.req.header("sec-fetch-site");
    if (
      site !== undefined &&
      site !== "same-origin" &&
      site !== "none" &&
      !(safe.has(c.req.method) && isNavigation(c.req.header("sec-fetch-mode"), c.req.path))
    ) {
      throw new ServerError("wrong-origin", "Another page asked for this. Use Guwah's own window.");
    }
    if (!safe.has(c.req.method) && c.req.header("x-guwah") !== "1") {
      throw new ServerError("not-asked-by-guwah", "Changes need the header X-Guwah: 1.");
    }
    await next();
  };
}

/** A link from another site may open the front page, never the interface behind it. */
function isNavigation(mode: string | undefined, path: string): boolean {
  return mode === "navigate" && !path.startsWith("/api/");
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers that keep a page from loading, embedding or telling anything elsewhere. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header("Content-Security-Policy", c.res.headers.get("Content-Security-Policy") ?? policy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Cross-Origin-Embedder-Policy", "require-corp");
    c.header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    if (c.req.path.startsWith("/api/")) c.header("Cache-Control", "no-store");
  };
}
