// SOCKS 5 without authentication (RFC 1928), for people who go out through Tor or a tunnel of their own.
import { isIPv4, isIPv6, type Socket } from "node:net";
import { gone, nextBytes } from "./socket-bytes.ts";
import type { Target } from "./target.ts";

/** Asks the SOCKS server behind `socket` for a connection. Throws when it refuses. */
export async function socksConnect(socket: Socket, { host, port }: Target): Promise<Socket> {
  const read = reader(socket);
  socket.write(Buffer.from([5, 1, 0]));
  const hello = await read(2);
  if (hello[0] !== 5 || hello[1] !== 0) throw gone(socket);
  const name = addressBytes(host);
  socket.write(Buffer.concat([Buffer.from([5, 1, 0]), name, Buffer.from([port >> 8, port & 255])]));
  const [version, reply, , kind] = await read(4);
  if (version !== 5 || reply !== 0) throw gone(socket);
  const bound = kind === 1 ? 4 : kind === 4 ? 16 : ((await read(1))[0] ?? 0);
  await read(bound + 2);
  return socket;
}

function addressBytes(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([1, ...host.split(".").map(Number)]);
  if (isIPv6(host)) return Buffer.concat([Buffer.from([4]), v6Bytes(host)]);
  const name = Buffer.from(host, "latin1");
  if (name.length > 255) throw new Error("the name is too long for SOCKS");
  return Buffer.concat([Buffer.from([3, name.length]), name]);
}

/** Sixteen bytes; the URL parser has written the address in hexadecimal groups already. */
function v6Bytes(host: string): Buffer {
  const [left = "", right] = host.split("::");
  const groups = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const before = groups(left);
  const after = groups(right ?? "");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return Buffer.from(
    [...before, ...zeros, ...after].flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 255];
    }),
  );
}

/** Reads exactly so many bytes, and leaves the rest to whoever comes next. */
function reader(socket: Socket): (count: number) => Promise<Buffer> {
  return async (count) => {
    let got = Buffer.alloc(0);
    while (got.length < count) got = Buffer.concat([got, await nextBytes(socket)]);
    if (got.length > count) socket.unshift(got.subarray(count));
    return got.subarray(0, count);
  };
}
