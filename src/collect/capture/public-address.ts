// Which IP addresses a capture may connect to: public ones, and nothing else.
// Invariant: what is not known to be public is refused. A page must not be able to reach this machine, the office's
// network, or a cloud machine's metadata (169.254.169.254) through the browser that captures it (SSRF).
import { BlockList, isIPv4, isIPv6 } from "node:net";

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), multicast and reserved space. */
const notPublicV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/**
 * IPv6 addresses that are given out to the public lie in 2000::/3 (RFC 4291). That alone leaves out loopback, mapped
 * IPv4 (::ffff:0:0/96), NAT64 (64:ff9b::/96 and 64:ff9b:1::/48), unique local, link-local and multicast addresses.
 */
const publicV6 = blocks([["2000::", 3]], "ipv6");
/** Inside 2000::/3: Teredo and other protocol space, documentation, 6to4, which carries an IPv4 address within. */
const notPublicV6 = blocks(
  [
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["2620:4f:8000::", 48],
    ["3fff::", 20],
  ],
  "ipv6",
);
const refusedV4 = blocks(notPublicV4, "ipv4");

/** Whether an IP address, in its plain written form, is public. A name or any other text is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refusedV4.check(address, "ipv4");
  // A zone (fe80::1%eth0) names an interface of this machine.
  if (!isIPv6(address) || address.includes("%")) return false;
  return publicV6.check(address, "ipv6") && !notPublicV6.check(address, "ipv6");
}

function blocks(list: readonly (readonly [string, number])[], kind: "ipv4" | "ipv6"): BlockList {
  const made = new BlockList();
  for (const [net, bits] of list) made.addSubnet(net, bits, kind);
  return made;
}
