// One connection out: the name is resolved here, every address it stands for is checked, and the connection is made to
// a checked address, not to the name. Invariant: between check and use nothing is resolved again (DNS rebinding).
import { lookup } from "node:dns/promises";
import { connect as netConnect, isIP, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { gone, nextBytes } from "./socket-bytes.ts";
import { socksConnect } from "./socks.ts";
import { isAllowedAddress, type Target } from "./target.ts";

/** Every address of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export type Refusal = "target" | "not-asked" | "address" | "unresolved" | "limit";

export class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(`the filtering proxy refused a connection: ${why}`);
    this.why = why;
  }
}

/** A proxy of the user's own, through which captures go out. */
export interface Upstream {
  readonly kind: "http" | "socks5" | "socks5h";
  readonly host: string;
  readonly port: number;
}

export interface ConnectOptions {
  readonly resolve: Resolve;
  readonly upstream: Upstream | null;
  /** Tests only: ports of loopback that may be connected to. */
  readonly openPorts: ReadonlySet<number>;
}

export interface Connected {
  readonly socket: Socket;
  /** The pinned address; null where the user's proxy resolves names. */
  readonly address: string | null;
}

const CONNECT_MS = 15_000;

export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, order: "verbatim" })).map(({ address }) => address);

/** Connects to what `targetOf` let pass. Throws Refused, or what the network says. */
export async function connectTo(target: Target, options: ConnectOptions): Promise<Connected> {
  const { upstream } = options;
  if (upstream?.kind === "socks5h" && isIP(target.host) === 0)
    return { socket: await through(upstream, target), address: null };
  const address = await checkedAddress(target, options);
  const pinned = { host: address, port: target.port };
  const socket = upstream === null ? await direct(pinned) : await through(upstream, pinned);
  return { socket, address };
}

async function through(upstream: Upstream, target: Target): Promise<Socket> {
  const socket = await direct(upstream);
  socket.setTimeout(CONNECT_MS, () => socket.destroy());
  const open = upstream.kind === "http" ? tunnel : socksConnect;
  return (await open(socket, target)).setTimeout(0);
}

async function checkedAddress({ host, port }: Target, options: ConnectOptions): Promise<string> {
  // RFC 7686: such a name must not be asked of DNS, where it would tell the network what is looked for.
  if (/\.onion\.?$/.test(host)) throw new Refused("unresolved");
  const addresses = isIP(host) === 0 ? await options.resolve(host).catch(() => []) : [host];
  const [first] = addresses;
  if (first === undefined) throw new Refused("unresolved");
  const own = ownAddresses();
  // One private address among public ones is how a name is made to pass: then none of them is used.
  for (const address of addresses) {
    if (!isAllowedAddress(address, port, options.openPorts)) throw new Refused("address");
    if (own.has(address) && !options.openPorts.has(port)) throw new Refused("address");
  }
  return first;
}

/** A machine may have public addresses of its own; what listens there is still its own. */
function ownAddresses(): ReadonlySet<string> {
  return new Set(
    Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
  );
}

function direct({ host, port }: Target): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({ host, port });
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error("no connection in time")));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.off("error", reject);
      // From here on whoever uses it hears `close`; an error nobody listens to would end the program.
      socket.on("error", () => {});
      resolve(socket);
    });
  });
}

/** RFC 9110, 9.3.6. */
async function tunnel(socket: Socket, { host, port }: Target): Promise<Socket> {
  const at = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  socket.write(`CONNECT ${at} HTTP/1.1\r\nHost: ${at}\r\n\r\n`);
  let head = Buffer.alloc(0);
  while (!head.includes("\r\n\r\n")) {
    if (head.length > 16_384) throw gone(socket);
    head = Buffer.concat([head, await nextBytes(socket)]);
  }
  if (!/^HTTP\/1\.[01] 2\d\d /.test(head.toString("latin1", 0, 20))) throw gone(socket);
  const rest = head.subarray(head.indexOf("\r\n\r\n") + 4);
  if (rest.length > 0) socket.unshift(rest);
  return socket;
}
