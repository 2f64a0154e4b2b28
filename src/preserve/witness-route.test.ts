// Where a proxy is set, nothing goes to a witness past it. The witness here is one on this machine, by an invented name.
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askWitness } from "./ask-witness.ts";
import { witnessRoute } from "./witness-route.ts";

describe("the way to a witness", () => {
  let witness: Server;
  const dialled: string[] = [];
  const port = () => (witness.address() as AddressInfo).port;

  beforeAll(async () => {
    witness = createServer((request, response) => {
      let body = "";
      request.on("data", (bytes: Buffer) => (body += bytes.toString()));
      request.on("end", () => {
        if (body === "elsewhere") response.writeHead(302, { Location: "http://x.invalid/" }).end();
        else if (request.url !== "/w/add-checkpoint") response.writeHead(404).end();
        else response.writeHead(409, { "Content-Type": "text/x.tlog.size" }).end("7\n");
      });
    });
    await new Promise<void>((done) => witness.listen(0, "127.0.0.1", done));
  });
  afterAll(() => {
    witness.close();
  });

  const through = witnessRoute((host, at) => {
    dialled.push(`${host}:${at}`);
    return Promise.resolve(connect(port(), "127.0.0.1"));
  });

  it("leads through the proxy, which is told the name and the port", async () => {
    const answer = await askWitness(through, "http://witness.invalid:4825/w", { text: "old 0\n" });
    expect(answer).toEqual({ kind: "conflict", size: 7 });
    await askWitness(through, "http://witness.invalid/w", { text: "x" });
    expect(dialled.splice(0)).toEqual(["witness.invalid:4825", "witness.invalid:80"]);
  });

  it("follows no redirect there either", async () => {
    const answer = await askWitness(through, "http://witness.invalid/w", { text: "elsewhere" });
    expect(answer).toEqual({ kind: "refused", status: 302 });
    expect(dialled.splice(0)).toHaveLength(1);
  });

  it("speaks TLS to the witness itself: a proxy that answers in the clear gets nothing", async () => {
    const answer = await askWitness(through, "https://witness.invalid/w", { text: "x" });
    expect(answer).toEqual({ kind: "unreachable" });
    expect(dialled.splice(0)).toEqual(["witness.invalid:443"]);
  });

  it("is not taken past a proxy that refuses", async () => {
    const refusing = witnessRoute(() => Promise.reject(new Error("refused")));
    const answer = await askWitness(refusing, "http://witness.invalid/w", { text: "x" });
    expect(answer).toEqual({ kind: "unreachable" });
  });

  it("needs no proxy on this machine", async () => {
    const here = `http://127.0.0.1:${port()}/w`;
    for (const route of [through, witnessRoute(null)]) {
      expect((await askWitness(route, here, { text: "x" })).kind).toBe("conflict");
    }
    expect(dialled).toEqual([]);
  });
});
