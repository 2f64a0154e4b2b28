// The way out of the capturing browser: asked directly, as a hostile page would make the browser ask it.
import { createServer } from "node:http";
import { connect, createServer as createNetServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type FilteringProxy, startFilteringProxy } from "./filtering-proxy.ts";
import type { ProxyOptions } from "./filtering-proxy.ts";
import { startTestSite, type TestSite } from "./testing.ts";

const open: { end(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.end();
});

async function proxyFor(options: Partial<ProxyOptions> = {}): Promise<FilteringProxy> {
  const proxy = await startFilteringProxy({
    resolve: async () => [],
    upstream: null,
    openPorts: new Set(),
    maxBytes: 1_000_000,
    onTooMuch: () => {},
    isAsked: async () => true,
    ...options,
  });
  open.push({ end: proxy.close });
  return proxy;
}

async function site(...given: Parameters<typeof startTestSite>): Promise<TestSite> {
  const made = await startTestSite(...given);
  open.push(made);
  return made;
}

/** Says these words to the proxy and gives all that comes back until it hangs up or `until` has come. */
function say(proxy: FilteringProxy, words: string, until?: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(proxy.port, "127.0.0.1", () => socket.write(words));
    let got = "";
    socket.on("data", (bytes) => {
      got += bytes.toString("latin1");
      if (until !== undefined && got.includes(until)) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(got));
  });
}

const connectWords = (to: string): string => `CONNECT ${to} HTTP/1.1\r\nHost: ${to}\r\n\r\n`;
const getWords = (url: string): string =>
  `GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;

/** A site at a port that captures may use, on loopback: only the check of the address keeps them from it. */
async function siteAtAllowedPort(): Promise<{ port: number; count: () => number }> {
  let connections = 0;
  for (const port of [8080, 8443]) {
    const server: Server = createNetServer((socket) => {
      connections += 1;
      socket.on("error", () => {});
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
    });
    const isListening = await new Promise<boolean>((resolve) => {
      server
        .once("error", () => resolve(false))
        .listen({ port, host: "127.0.0.1" }, () => resolve(true));
    });
    if (!isListening) continue;
    open.push({ end: () => new Promise((done) => server.close(() => done())) });
    return { port, count: () => connections };
  }
  throw new Error("Expected port 8080 or 8443 to be free on this machine.");
}

describe("the filtering proxy", () => {
  it("reaches no loopback address, in whatever form it is written", async () => {
    const own = await siteAtAllowedPort();
    const proxy = await proxyFor({ resolve: async () => ["127.0.0.1"] });
    const forms = [
      "127.0.0.1",
      "127.1",
      "2130706433",
      "0x7f000001",
      "0x7f.0.0.1",
      "017700000001",
      "0.0.0.0",
      "0",
      "localhost",
      "LocalHost.",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[64:ff9b::7f00:1]",
      "[2002:7f00:1::]",
      "[0:0:0:0:0:0:0:1]",
      "rebinding.example",
    ];
    for (const form of forms) {
      expect(await say(proxy, connectWords(`${form}:${own.port}`)), form).toMatch(/^HTTP\/1.1 403/);
      expect(await say(proxy, getWords(`http://${form}:${own.port}/`)), form).toBe("");
    }
    expect(own.count()).toBe(0);
    expect([...proxy.refusals].sort()).toEqual(["address", "target"]);
  });

  it.each(["22", "25", "53", "3306", "4824", "6379", "0", "99999"])(
    "leaves port %s alone",
    async (port) => {
      const proxy = await proxyFor({ resolve: async () => ["1.1.1.1"] });
      expect(await say(proxy, connectWords(`news.example:${port}`))).toMatch(/^HTTP\/1.1 403/);
      expect([...proxy.refusals]).toEqual(["target"]);
    },
  );

  it("lets out what the page asked for and nothing of the browser's own", async () => {
    let resolved = 0;
    const proxy = await proxyFor({
      isAsked: async (host, port) => host === "news.example" && port === 443,
      resolve: async () => [`${resolved++}`],
    });
    expect(await say(proxy, connectWords("update.example:443"))).toMatch(/^HTTP\/1.1 403/);
    expect(await say(proxy, connectWords("news.example:8443"))).toMatch(/^HTTP\/1.1 403/);
    expect([...proxy.refusals]).toEqual(["not-asked"]);
    expect(resolved).toBe(0);
  });

  it("uses none of a name's addresses when one of them is private", async () => {
    const proxy = await proxyFor({ resolve: async () => ["1.1.1.1", "192.168.1.1"] });
    expect(await say(proxy, connectWords("news.example:443"))).toMatch(/^HTTP\/1.1 403/);
    expect([...proxy.refusals]).toEqual(["address"]);
  });

  it("resolves once for each connection and connects to what it checked", async () => {
    const { port } = await site();
    // The second answer would be refused: were it asked for between check and use, the page would not come.
    const answers = [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"]];
    let asked = 0;
    const proxy = await proxyFor({
      openPorts: new Set([port]),
      resolve: async () => answers[asked++] ?? [],
    });
    expect(await say(proxy, getWords(`http://rebinding.example:${port}/look.css`))).toContain("h1");
    expect(asked).toBe(1);
    expect(proxy.addressOf("rebinding.example", port)).toBe("127.0.0.1");
    expect(await say(proxy, getWords(`http://rebinding.example:${port}/look.css`))).toBe("");
    expect(await say(proxy, connectWords(`rebinding.example:${port}`))).toMatch(/^HTTP\/1.1 403/);
    expect(asked).toBe(3);
  });

  it("passes on nothing but http, and asks DNS for no onion name", async () => {
    let asked = 0;
    const resolve = async (): Promise<string[]> => [`${asked++}`];
    const proxy = await proxyFor({ resolve });
    for (const url of [
      "ftp://news.example/",
      "file:///etc/hostname",
      "/relative",
      "https://news.example/",
    ])
      expect(await say(proxy, getWords(url)), url).toBe("");
    expect(await say(proxy, connectWords("abcdefghij.onion:80"))).toMatch(/^HTTP\/1.1 403/);
    expect(asked).toBe(0);
  });

  it("ends everything when too much came, and says so", async () => {
    const { port } = await site((_, response) => {
      response.on("error", () => {});
      response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024);
      const more = (): void =>
        void (response.write(chunk) ? setImmediate(more) : response.once("drain", more));
      more();
    });
    let told = 0;
    const proxy = await proxyFor({ openPorts: new Set([port]), onTooMuch: () => void told++ });
    const got = await say(proxy, getWords(`http://127.0.0.1:${port}/`));
    expect(got.length).toBeLessThan(3_000_000);
    expect(told).toBe(1);
    expect(await say(proxy, connectWords(`127.0.0.1:${port}`))).not.toContain("200");
  });

  it("outlives garbage", async () => {
    const { port } = await site();
    const proxy = await proxyFor({ openPorts: new Set([port]) });
    for (const words of [
      "\0\r\n\r\n",
      "GET\r\n\r\n",
      connectWords(""),
      connectWords("[::1"),
      connectWords("a:b:c"),
    ])
      await say(proxy, words);
    expect(await say(proxy, getWords(`http://127.0.0.1:${port}/look.css`))).toContain("h1");
  });
});

describe("through a proxy of the user's", () => {
  /** SOCKS 5 on loopback: notes what it was asked for, and connects to `to` whatever that was. */
  async function socks(to: number): Promise<{ port: number; asked: Buffer[] }> {
    const asked: Buffer[] = [];
    const server = createNetServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => {
        socket.write(Buffer.from([5, 0]));
        socket.once("data", (request: Buffer) => {
          asked.push(request);
          const out = connect(to, "127.0.0.1", () => {
            socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
            socket.pipe(out).pipe(socket);
          });
          out.on("error", () => socket.destroy());
        });
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    open.push({ end: () => new Promise((done) => server.close(() => done())) });
    return { port: (server.address() as AddressInfo).port, asked };
  }

  it("socks5h gets the name, and DNS here is not asked", async () => {
    const { port } = await site();
    const { port: socksPort, asked } = await socks(port);
    let resolved = 0;
    const proxy = await proxyFor({
      upstream: { kind: "socks5h", host: "127.0.0.1", port: socksPort },
      resolve: async () => [`${resolved++}`],
    });
    expect(await say(proxy, getWords("http://news.example/look.css"))).toContain("h1");
    expect(resolved).toBe(0);
    expect(asked[0]?.subarray(3, 5)).toEqual(Buffer.from([3, 12]));
    expect(asked[0]?.subarray(5, 17).toString()).toBe("news.example");
    expect(await say(proxy, connectWords("127.0.0.1:80"))).toMatch(/^HTTP\/1.1 403/);
    expect(await say(proxy, connectWords("localhost:80"))).toMatch(/^HTTP\/1.1 403/);
    expect(asked).toHaveLength(1);
  });

  it("socks5 gets the checked address", async () => {
    const { port } = await site();
    const { port: socksPort, asked } = await socks(port);
    const proxy = await proxyFor({
      upstream: { kind: "socks5", host: "127.0.0.1", port: socksPort },
      resolve: async (host) => (host === "six.example" ? ["2606:4700::1111"] : ["1.2.3.4"]),
    });
    expect(await say(proxy, getWords("http://news.example/look.css"))).toContain("h1");
    expect(await say(proxy, getWords("http://six.example/look.css"))).toContain("h1");
    expect([...(asked[0]?.subarray(3) ?? [])]).toEqual([1, 1, 2, 3, 4, 0, 80]);
    expect(asked[1]?.subarray(3, 20).toString("hex")).toBe("0426064700000000000000000000001111");
  });

  it("an HTTP proxy gets a CONNECT to the checked address", async () => {
    const { port } = await site();
    const asked: string[] = [];
    const server = createServer();
    server.on("connect", (request, client) => {
      asked.push(request.url ?? "");
      const out = connect(port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 OK\r\n\r\n");
        client.pipe(out).pipe(client);
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    open.push({ end: () => new Promise((done) => server.close(() => done())) });
    const proxy = await proxyFor({
      upstream: { kind: "http", host: "127.0.0.1", port: (server.address() as AddressInfo).port },
      resolve: async () => ["1.2.3.4"],
    });
    expect(await say(proxy, getWords("http://news.example/look.css"))).toContain("h1");
    const words = `${connectWords("news.example:443")}GET /look.css HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    expect(await say(proxy, words)).toContain("h1");
    expect(asked).toEqual(["1.2.3.4:80", "1.2.3.4:443"]);
  });
});
