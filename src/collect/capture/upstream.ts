// The user's own proxy, out of the setting GUWAH_PROXY.
import type { Upstream } from "./connect.ts";

const PORTS: Readonly<Record<Upstream["kind"], number>> = { http: 80, socks5: 1080, socks5h: 1080 };

/**
 * Reads `http://host:port`, `socks5://host:port` (names are resolved here) or `socks5h://host:port` (the proxy
 * resolves them, as curl means it). The setting was checked when it was read.
 */
export function upstreamOf(setting: string): Upstream {
  const url = new URL(setting);
  const kind = url.protocol.slice(0, -1) as Upstream["kind"];
  const port = url.port === "" ? PORTS[kind] : Number(url.port);
  return { kind, host: url.hostname.replace(/^\[|\]$/g, ""), port };
}
