// The way to authorities where a proxy is set: through it, by name, and never past it. Everyone in it is invented.
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { Secret } from "../runtime/index.ts";
import { proxyDial } from "./step-deps.ts";

let proxy: Server | undefined;
afterEach(() => void proxy?.close());

/** A SOCKS 5 server that notes what it is asked for, and grants it or not. */
async function socks(reply: number): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  proxy = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", (request: Buffer) => {
        const length = request[4] ?? 0;
        asked.push(
          `${request.toString("latin1", 5, 5 + length)}:${request.readUInt16BE(5 + length)}`,
        );
        socket.write(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]));
      });
    });
  });
  const server = proxy;
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `socks5h://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

it("is straight where none is set", () => {
  expect(proxyDial({ proxy: null })).toBeNull();
});

it("hands the name to the proxy, which resolves it", async () => {
  const { url, asked } = await socks(0);
  const socket = await proxyDial({ proxy: new Secret(url) })?.("clock.example", 443);
  expect(asked).toEqual(["clock.example:443"]);
  socket?.destroy();
});

it("fails where the proxy declines", async () => {
  const { url, asked } = await socks(5);
  await expect(proxyDial({ proxy: new Secret(url) })?.("clock.example", 443)).rejects.toThrow();
  expect(asked).toHaveLength(1);
});
