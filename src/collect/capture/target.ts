// What a person may ask to have captured, and which host and port any request of that capture may name.
// Invariant: every host goes through the URL parser first, so that 2130706433, 0x7f.1 and 017700000001 are 127.0.0.1.
import { isIP } from "node:net";
import { CaptureError } from "./errors.ts";
import { ADDRESS_UNITS } from "./limits.ts";
import { isPublicAddress } from "./public-address.ts";

const PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
/** Names that mean this machine or this network by convention (RFC 6761, RFC 6762, RFC 9476). */
const OWN_NAMES =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|arpa|test|invalid|alt)\.?$/;

/** A host in one written form, and a port. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * The address a person entered, as a URL; `https://` is put before a bare host.
 * Throws CaptureError `capture-address` or `capture-private`.
 */
export function captureAddress(typed: string, openPorts?: ReadonlySet<number>): URL {
  const text = typed.trim();
  if (text.length > ADDRESS_UNITS) throw refused(`at most ${ADDRESS_UNITS} characters`);
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw refused("an address that begins with https:// or http://");
  // They would be kept with the capture, and shown wherever its address is.
  if (url.username !== "" || url.password !== "")
    throw refused("an address without a name or password in it");
  const target = targetOf(url.hostname, portOf(url), openPorts);
  if (target === null) throw refused("a public host at port 80, 443, 8080 or 8443");
  if (isIP(target.host) !== 0 && !isAllowedAddress(target.host, target.port, openPorts))
    throw privateAddress();
  return url;
}

/**
 * Host and port as they may be asked, or null where no request may go there whatever the name stands for.
 * `openPorts`: ports of loopback that a test's own site stands at.
 */
export function targetOf(
  rawHost: string,
  port: number,
  openPorts: ReadonlySet<number> = new Set(),
): Target | null {
  const bracketed = rawHost.includes(":") && !rawHost.startsWith("[") ? `[${rawHost}]` : rawHost;
  const hostname = URL.parse(`http://${bracketed}/`)?.hostname;
  if (hostname === undefined || hostname === "") return null;
  const host = hostname.replace(/^\[|\]$/g, "");
  if (openPorts.has(port)) return { host, port };
  if (!PORTS.has(port)) return null;
  if (isIP(host) === 0 && (OWN_NAMES.test(host) || !host.includes("."))) return null;
  return { host, port };
}

/** Whether a connection to this IP address may be made: a public one, or loopback at a port a test opened. */
export function isAllowedAddress(
  address: string,
  port: number,
  openPorts: ReadonlySet<number> = new Set(),
): boolean {
  if (openPorts.has(port) && (address === "127.0.0.1" || address === "::1")) return true;
  return isPublicAddress(address);
}

export function privateAddress(): CaptureError {
  return new CaptureError(
    "capture-private",
    "Expected a page on the public internet; the address belongs to this computer or a private network. Save the page and add it as a file.",
  );
}

export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" || url.protocol === "wss:" ? 443 : 80;
}

function refused(expected: string): CaptureError {
  return new CaptureError("capture-address", `Expected ${expected}. Check what was entered.`);
}
