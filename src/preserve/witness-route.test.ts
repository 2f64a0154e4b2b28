// Under a proxy setting nothing goes to a witness past the proxy. The witness here is one on this machine, by an invented name.
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askWitness } from "./ask-witness.ts";
import { witnessRoute } from "./witness-route.ts";

describe("the way to a witness", () => {
  let witness: Server;
  let proxy: Server;
  const asked: string[] = [];
  const port = (server: Server) => (server.address() as AddressInfo).port;
  const listening = (server: Server) =>
    new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

  beforeAll(async () => {
    witness = createServer((request, response) => {
      let body = "";
      request.on("data", (bytes: Buffer) => (body += bytes.toString()));
      request.on("end", () => {
        if (body === "elsewhere") response.writeHead(302, { Location: "http://x.example/" }).end();
        else response.writeHead(409, { "Content-Type": "text/x.tlog.size" }).end("7\n");
      });
    });
    proxy = createServer((request, response) => {
      asked.push(request.url ?? "");
      const { method, headers } = request;
      const to = { port: port(witness), path: new URL(request.url ?? "").pathname };
      request.pipe(
        ask({ ...to, method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }),
      );
    });
    await Promise.all([listening(witness), listening(proxy)]);
  });
  afterAll(() => {
    witness.close();
    proxy.close();
  });

  const through = () => witnessRoute(`http://127.0.0.1:${port(proxy)}`);

  it("leads through the proxy that was set", async () => {
    const answer = await askWitness(through(), "http://witness.invalid/w", { text: "old 0\n\n" });
    expect(answer).toEqual({ kind: "conflict", size: 7 });
    expect(asked).toEqual(["http://witness.invalid/w/add-checkpoint"]);
  });

  it("follows no redirect there either", async () => {
    const answer = await askWitness(through(), "http://witness.invalid", { text: "elsewhere" });
    expect(answer).toEqual({ kind: "refused", status: 302 });
    expect(asked).toHaveLength(2);
  });

  it("is not taken at all under a proxy that cannot carry it, and needs none on this machine", async () => {
    for (const set of ["socks5h://127.0.0.1:9", "socks5://127.0.0.1:9", "nonsense"]) {
      const answer = await askWitness(witnessRoute(set), "http://witness.invalid", { text: "x" });
      expect(answer).toEqual({ kind: "unreachable" });
      const here = `http://127.0.0.1:${port(witness)}`;
      expect((await askWitness(witnessRoute(set), here, { text: "x" })).kind).toBe("conflict");
    }
    expect(asked).toHaveLength(2);
  });

  it("is straight where no proxy is set", async () => {
    const here = `http://127.0.0.1:${port(witness)}`;
    expect((await askWitness(witnessRoute(null), here, { text: "x" })).kind).toBe("conflict");
    expect(asked).toHaveLength(2);
  });
});
