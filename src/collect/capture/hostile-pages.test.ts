// Pages that want more than to be captured, opened with the real browser. Each test has a place on this machine that
// must not be reached, and would be if the way out were open.
import { createSocket } from "node:dgram";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { systemClock, temporaryPlace } from "../../runtime/index.ts";
import { type CapturedPage, capturePage, type CaptureTesting } from "./capture-page.ts";
import { findBrowser } from "./find-browser.ts";
import { startTestSite, testSettings, type TestSite } from "./testing.ts";

const open: { end(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.end();
});

async function site(answer: RequestListener): Promise<TestSite> {
  const made = await startTestSite(answer);
  open.push(made);
  return made;
}

function capture(url: string, port: number, more: CaptureTesting = {}): Promise<CapturedPage> {
  const { browser, testing } = testSettings([port], more);
  return capturePage({
    url: new URL(url),
    program: findBrowser(browser),
    upstream: null,
    clock: systemClock,
    progress: () => {},
    ...(testing === undefined ? {} : { testing }),
  });
}

const html =
  (body: string): RequestListener =>
  (request, response) => {
    if (request.url !== "/") return void response.writeHead(404).end();
    response
      .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
      .end(`<!doctype html>${body}`);
  };

describe("a hostile page", { timeout: 60_000 }, () => {
  it.each([
    [
      "a redirect",
      (to: string): RequestListener =>
        (_, r) =>
          void r.writeHead(302, { Location: to }).end(),
    ],
    ["a script", (to: string) => html(`<script>location.href = ${JSON.stringify(to)}</script>`)],
    ["a refresh", (to: string) => html(`<meta http-equiv="refresh" content="0;url=${to}">`)],
  ])("does not lead into this machine by %s", async (_, leading) => {
    const secret = await site(html("<h1>secret</h1>"));
    const { port, origin } = await site(leading(`http://2130706433:${secret.port}/`));
    await expect(capture(`${origin}/`, port)).rejects.toMatchObject({ code: "capture-private" });
    expect(secret.asked).toEqual([]);
  });

  it("reaches nothing here by pictures, frames, scripts, sockets or names that point back", async () => {
    const secret = await site(html("<h1>secret</h1>"));
    const p = secret.port;
    const { port, origin, asked } = await site(
      html(`<h1>An invented page</h1>
        <img src="http://127.0.0.1:${p}/a"><img src="http://localhost:${p}/b"><img src="http://[::1]:${p}/c">
        <img src="http://0x7f.1:${p}/d"><img src="http://rebinding.example:${p}/e">
        <iframe src="http://2130706433:${p}/f"></iframe><iframe src="file:///etc/hostname"></iframe>
        <script src="http://127.0.0.1:${p}/g"></script><link rel="stylesheet" href="ftp://127.0.0.1:${p}/h">
        <link rel="prefetch" href="http://127.0.0.1:${p}/i"><link rel="preconnect" href="http://127.0.0.1:${p}">
        <script>
          fetch("http://127.0.0.1:${p}/j", { mode: "no-cors" }).catch(() => fetch("/tried"));
          new WebSocket("ws://127.0.0.1:${p}/k");
          navigator.sendBeacon("http://127.0.0.1:${p}/l", "x");
          window.open("http://127.0.0.1:${p}/m");
        </script>`),
    );
    const page = await capture(`${origin}/`, port, { resolve: async () => ["127.0.0.1"] });
    expect(page.dom).toContain("An invented page");
    expect(asked).toContain("/tried");
    expect(secret.asked).toEqual([]);
    const answered = page.exchanges.filter(({ response }) => response !== null);
    expect(new Set(answered.map(({ url }) => new URL(url).origin))).toEqual(new Set([origin]));
  });

  it("is not answered for by a name that changes what it stands for", async () => {
    const { port, asked } = await site(html("<h1>An invented page</h1><img src='/later.png'>"));
    const hosts: string[] = [];
    const resolve = async (host: string): Promise<string[]> => {
      hosts.push(host);
      return [asked.length === 0 ? "127.0.0.1" : "192.168.1.1"];
    };
    const page = await capture(`http://rebinding.example:${port}/`, port, { resolve });
    expect(page.serverAddress).toBe("127.0.0.1");
    expect(hosts.length).toBeGreaterThan(1);
    // Nor does the browser ask anyone else of its own accord: not its maker, not an update service.
    expect(new Set(hosts)).toEqual(new Set(["rebinding.example"]));
    expect(asked).toEqual(["/"]);
    await expect(
      capture(`http://rebinding.example:${port}/`, port, { resolve: async () => ["192.168.1.1"] }),
    ).rejects.toMatchObject({ code: "capture-private" });
  });

  it("sends nothing past the proxy by WebRTC", async () => {
    const socket = createSocket("udp4");
    let packets = 0;
    socket.on("message", () => void packets++);
    await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
    open.push({ end: () => new Promise<void>((done) => socket.close(() => done())) });
    const { port, origin, asked } = await site(
      html(`<h1>An invented page</h1><script>
        const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${socket.address().port}" }] });
        peer.createDataChannel("x");
        peer.createOffer().then((offer) => peer.setLocalDescription(offer)).then(() => fetch("/offered"));
      </script>`),
    );
    await capture(`${origin}/`, port);
    expect(asked).toContain("/offered");
    expect(packets).toBe(0);
  });

  it("ends at its number of requests, its bytes and its time, and what was reached is told", async () => {
    const many = await site((request, response) => {
      if (request.url !== "/") return void response.end("x");
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(`<h1>An invented page</h1><script>
        (async () => { for (let i = 0; i < 200; i++) await fetch("/" + i).catch(() => {}); })();</script>`);
    });
    const counted = await capture(`${many.origin}/`, many.port, { limits: { requests: 20 } });
    expect(counted.limitsReached).toEqual(["requests"]);
    expect(counted.exchanges).toHaveLength(20);
    expect(counted.dom).toContain("An invented page");
    expect(many.asked.length).toBeLessThan(40);

    const large = await site((request, response) => {
      if (request.url === "/")
        return html("<h1>An invented page</h1><img src='/large'>")(request, response);
      response.writeHead(200, { "Content-Type": "image/png" }).end(Buffer.alloc(8 * 1024 * 1024));
    });
    const cut = await capture(`${large.origin}/`, large.port, { limits: { bytes: 500_000 } });
    expect(cut.limitsReached).toEqual(["bytes"]);
    expect(cut.bytes).toBeLessThan(2_000_000);

    const busy = await site(html("<h1>x</h1><script>setTimeout(() => { for (;;); }, 50)</script>"));
    await expect(
      capture(`${busy.origin}/`, busy.port, { limits: { timeMs: 5_000 } }),
    ).rejects.toMatchObject({ code: "capture-time" });
  });

  it("that is a file to be saved is said to be one, and is not saved", async () => {
    const { port, origin } = await site((_, response) => {
      response.writeHead(200, {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": "attachment; filename=invented.bin",
      });
      response.end(Buffer.alloc(1000));
    });
    await expect(capture(`${origin}/`, port)).rejects.toMatchObject({ code: "capture-not-a-page" });
  });

  it("that does not answer is said not to", async () => {
    const gone = await startTestSite();
    await gone.end();
    await expect(capture(`${gone.origin}/`, gone.port)).rejects.toMatchObject({
      code: "capture-unreachable",
    });
  });

  it("with dialogs, windows, broken headers and a huge height is captured all the same", async () => {
    const { port, origin } = await site(
      html(`<div style="height: 900000px"><h1>An invented page</h1></div>
        <script>alert("x"); confirm("y"); window.open("/other"); window.onbeforeunload = () => "stay";</script>`),
    );
    const page = await capture(`${origin}/`, port);
    expect(page.dom).toContain("An invented page");
    expect(page.picture.readUInt32BE(20)).toBe(16_000);
  });
});

describe("the browser that captures", () => {
  it("gets our proxy and its sandbox, none of Guwah's settings, and a home that is gone afterwards", async () => {
    const folder = await mkdtemp(join(tmpdir(), "guwah-fake-browser-"));
    open.push({ end: () => rm(folder, { recursive: true }) });
    const program = join(folder, "browser");
    await writeFile(
      program,
      `#!/bin/sh\n{ env; printf '%s\\n' "$@"; } > "${folder}/told"\nexit 1\n`,
    );
    await chmod(program, 0o755);
    process.env["GUWAH_PASSPHRASE"] = "four invented words here";
    try {
      await expect(
        capturePage({
          url: new URL("https://news.example/"),
          program,
          upstream: null,
          clock: systemClock,
          progress: () => {},
        }),
      ).rejects.toMatchObject({ code: "capture-browser" });
    } finally {
      delete process.env["GUWAH_PASSPHRASE"];
    }
    const told = await readFile(join(folder, "told"), "utf8");
    const lines = told.split("\n");
    expect(lines).toContain("--proxy-bypass-list=<-loopback>");
    expect(
      lines.filter((line) => /^--proxy-server=http:\/\/127\.0\.0\.1:\d+$/.test(line)),
    ).toHaveLength(1);
    expect(lines).toContain("--disable-quic");
    expect(lines).toContain("--disable-extensions");
    expect(lines).toContain("--disable-background-networking");
    expect(told).not.toContain("--no-sandbox");
    expect(told).not.toMatch(/GUWAH|invented words/);
    const home = lines.find((line) => line.startsWith("HOME="))?.slice(5) ?? "";
    expect(dirname(home)).toBe(temporaryPlace());
    await expect(stat(home)).rejects.toThrow();
  });

  it("is asked for in plain words when there is none", () => {
    const nowhere = { path: "/nowhere:relative", system: "linux" } as const;
    expect(() => findBrowser(null, nowhere)).toThrow(
      expect.objectContaining({ code: "capture-no-browser" }),
    );
    for (const set of ["/nowhere/chromium", "chromium"])
      expect(() => findBrowser(set, nowhere)).toThrow(/GUWAH_BROWSER/);
  });
});
