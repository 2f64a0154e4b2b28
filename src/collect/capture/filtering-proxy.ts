// The only way out of the browser that captures: a proxy on loopback that lives as long as one capture.
// Invariant: no byte passes to an address `connectTo` did not check, nor after a limit was reached. A refusal is never
// dressed up as an answer of the site: the connection just ends.
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connectTo, type ConnectOptions, type Refusal, Refused } from "./connect.ts";
import { portOf, targetOf } from "./target.ts";

/** A host the page wanted and did not get. */
export interface RefusedHost {
  readonly host: string;
  readonly why: Refusal;
}

export interface FilteringProxy {
  readonly port: number;
  /** Bytes that came in so far. */
  readonly received: () => number;
  /** Why connections were refused, each reason once. */
  readonly refusals: ReadonlySet<Refusal>;
  /** The same by host, the first fifty. */
  readonly refusedHosts: () => readonly RefusedHost[];
  /** The address last connected to for `host:port`; null where the user's proxy resolved it. */
  readonly addressOf: (host: string, port: number) => string | null;
  /** Ends every connection and lets none begin; what the page holds can still be looked at. */
  readonly cutOff: () => void;
  readonly close: () => Promise<void>;
}

export interface ProxyOptions extends ConnectOptions {
  readonly maxBytes: number;
  readonly onTooMuch: () => void;
  /** Whether the page asked for this host; anything else is the browser's own business. */
  readonly isAsked: (host: string, port: number) => Promise<boolean>;
}

/** Headers that are about one connection only (RFC 9110, 7.6.1). */
const hopByHop = new Set([
  "connection",
  "proxy-connection",
  "proxy-authorization",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const MOST_REFUSED = 50;

export async function startFilteringProxy(options: ProxyOptions): Promise<FilteringProxy> {
  const proxy = new Proxy(options);
  await proxy.listen();
  return proxy;
}

class Proxy implements FilteringProxy {
  readonly refusals = new Set<Refusal>();
  readonly #options: ProxyOptions;
  readonly #server: Server;
  readonly #open = new Set<Duplex>();
  readonly #refused = new Map<string, RefusedHost>();
  readonly #addresses = new Map<string, string>();
  #received = 0;
  #isCut = false;

  constructor(options: ProxyOptions) {
    this.#options = options;
    this.#server = createServer((asked, answer) => {
      this.#plain(asked, answer).catch((cause: unknown) => {
        this.#note(cause);
        asked.socket.destroy();
      });
    });
    this.#server.on("connect", (asked: IncomingMessage, client: Duplex, head: Buffer) => {
      this.#tunnel(asked, client, head).catch((cause: unknown) => {
        this.#note(cause);
        client.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      });
    });
    this.#server.on("connection", (socket) => this.#watch(socket));
    this.#server.on("clientError", (_cause, socket) => socket.destroy());
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  refusedHosts = (): readonly RefusedHost[] => [...this.#refused.values()];

  received = (): number => this.#received;

  addressOf = (host: string, port: number): string | null =>
    this.#addresses.get(`${host}:${port}`) ?? null;

  cutOff = (): void => {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  };

  close = async (): Promise<void> => {
    this.cutOff();
    await new Promise((done) => this.#server.close(done));
  };

  /** A page asked for with `http:` comes as a request with the whole address in it. */
  async #plain(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = URL.parse(asked.url ?? "");
    if (url === null || url.protocol !== "http:") throw new Refused("target");
    const socket = await this.#connect(url.hostname, portOf(url));
    const headers = asked.rawHeaders.flatMap((name, i, all) =>
      i % 2 === 0 && !hopByHop.has(name.toLowerCase()) ? [name, all[i + 1] ?? ""] : [],
    );
    // A server that never hears "close" would keep a connection that is used once.
    headers.push("Connection", "close");
    if (asked.headers["transfer-encoding"] !== undefined)
      headers.push("Transfer-Encoding", "chunked");
    const out = httpRequest({
      method: asked.method ?? "GET",
      path: url.pathname + url.search,
      headers,
      setHost: false,
      createConnection: () => socket,
    });
    const came = await new Promise<IncomingMessage>((resolve, reject) => {
      // Heard for good: an error after the answer began would otherwise end the program.
      out.once("response", resolve).on("error", reject);
      asked.on("error", reject).pipe(out);
    });
    const back = came.rawHeaders.flatMap((name, i, all) =>
      i % 2 === 0 && !hopByHop.has(name.toLowerCase()) ? [name, all[i + 1] ?? ""] : [],
    );
    came.on("error", () => answer.destroy());
    answer.on("error", () => came.destroy());
    answer.writeHead(came.statusCode ?? 502, came.statusMessage ?? "", back);
    came.on("data", (bytes: Buffer) => this.#count(bytes.length));
    came.pipe(answer);
  }

  async #tunnel(asked: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    const found = /^(.+):(\d{1,5})$/.exec(asked.url ?? "");
    if (found === null) throw new Refused("target");
    const socket = await this.#connect(found[1] ?? "", Number(found[2]));
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    socket.write(head);
    socket.on("data", (bytes: Buffer) => this.#count(bytes.length));
    client.pipe(socket).pipe(client);
    client.once("close", () => socket.destroy());
    socket.once("close", () => client.destroy());
  }

  async #connect(rawHost: string, port: number): Promise<Socket> {
    try {
      return await this.#allowed(rawHost, port);
    } catch (cause) {
      const host = rawHost.slice(0, 255);
      if (cause instanceof Refused && this.#refused.size < MOST_REFUSED)
        this.#refused.set(`${cause.why} ${host}`, { host, why: cause.why });
      throw cause;
    }
  }

  async #allowed(rawHost: string, port: number): Promise<Socket> {
    if (this.#isCut) throw new Refused("limit");
    const target = targetOf(rawHost, port, this.#options.openPorts);
    if (target === null) throw new Refused("target");
    if (!(await this.#options.isAsked(target.host, port))) throw new Refused("not-asked");
    const { socket, address } = await connectTo(target, this.#options);
    if (this.#isCut) {
      socket.destroy();
      throw new Refused("limit");
    }
    if (address !== null) this.#addresses.set(`${target.host}:${port}`, address);
    this.#watch(socket);
    return socket;
  }

  #count(bytes: number): void {
    this.#received += bytes;
    if (this.#received <= this.#options.maxBytes || this.#isCut) return;
    this.cutOff();
    this.#options.onTooMuch();
  }

  #watch(socket: Duplex): void {
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
    socket.on("error", () => socket.destroy());
  }

  #note(cause: unknown): void {
    if (cause instanceof Refused) this.refusals.add(cause.why);
  }
}
