// Where a language model may stand, and the address a question is sent to.
// Invariant: without encryption only this machine and private networks, named by number, are asked: a name can be made
// to point anywhere (DNS), a number cannot.
import { BlockList, isIPv4, isIPv6 } from "node:net";
import { ModelError } from "./errors.ts";

const here = new BlockList();
here.addSubnet("127.0.0.0", 8, "ipv4");
here.addAddress("::1", "ipv6");
const own = new BlockList();
// RFC 1918 and RFC 4193. Link-local is left out: cloud machines keep credentials there.
own.addSubnet("10.0.0.0", 8, "ipv4");
own.addSubnet("172.16.0.0", 12, "ipv4");
own.addSubnet("192.168.0.0", 16, "ipv4");
own.addSubnet("fc00::", 7, "ipv6");

/**
 * The address for chat completions under what a person typed: `http://127.0.0.1:11434/v1` or the whole path.
 * Throws ModelError `model-address` for anything but https, or http to this machine or a private network by number, and
 * for addresses that carry a name, a password or a query, which would show where addresses are shown.
 */
export function modelAddress(typed: string): string {
  const url = URL.parse(typed.trim());
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw refused("Expected an address that begins with https:// or http://.");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw refused(
      "Expected an address without a name, password or query. A key has a field of its own.",
    );
  if (url.protocol === "http:" && !isOwn(url.hostname))
    throw refused(
      "Expected https://. Without encryption only this computer (http://127.0.0.1) or a private network by number (such as http://192.168.0.10) may be asked.",
    );
  const path = url.pathname.replace(/\/$/, "");
  url.pathname = path.endsWith("/chat/completions") ? path : `${path}/chat/completions`;
  return url.href;
}

/** Whether nothing leaves this machine when this address is asked. */
export function isThisMachine(address: string): boolean {
  return isIn(here, new URL(address).hostname);
}

function isOwn(host: string): boolean {
  return isIn(here, host) || isIn(own, host);
}

function isIn(list: BlockList, host: string): boolean {
  if (host === "localhost") return list === here;
  if (isIPv4(host)) return list.check(host, "ipv4");
  const bare = host.replace(/^\[|\]$/g, "");
  return isIPv6(bare) && list.check(bare, "ipv6");
}

function refused(message: string): ModelError {
  return new ModelError("model-address", message);
}
