// One question over a real socket, to servers that answer well, badly, slowly, without end, or from elsewhere.
import { afterEach, beforeEach, expect, it } from "vitest";
import { Secret } from "../../runtime/index.ts";
import { askEndpoint } from "./ask-endpoint.ts";
import { type FakeEndpoint, says, startFakeEndpoint } from "./testing.ts";

let model: FakeEndpoint;
beforeEach(async () => {
  model = await startFakeEndpoint();
});
afterEach(() => model.close());

const limits = { timeMs: 20_000, bytes: 100_000 };
const ask = (more: { signal?: AbortSignal; timeMs?: number } = {}): Promise<string> =>
  askEndpoint({ address: model.address, key: new Secret("key-of-tests") }, "{}", more.signal, {
    ...limits,
    ...(more.timeMs === undefined ? {} : { timeMs: more.timeMs }),
  });

it("carries the question and the key, and nothing of the program or the person", async () => {
  model.answer = says("well");
  expect(await ask()).toContain("well");
  const { headers, raw, path } = model.questions[0] ?? { headers: {}, raw: "", path: "" };
  expect(raw).toBe("{}");
  expect(path).toBe("/v1/chat/completions");
  expect(headers.authorization).toBe("Bearer key-of-tests");
  expect(Object.keys(headers).toSorted()).toEqual([
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
  ]);
});

it("follows no redirect", async () => {
  const elsewhere = await startFakeEndpoint();
  model.answer = (_q, response) => {
    response.writeHead(307, { Location: elsewhere.address });
    response.end();
  };
  await expect(ask()).rejects.toMatchObject({ code: "model-redirect" });
  expect(elsewhere.questions).toEqual([]);
  await elsewhere.close();
});

it("stops an answer of ten megabytes long before its end", async () => {
  let written = 0;
  model.answer = (_q, response) => {
    const more = (): void => {
      if (response.destroyed || written >= 10 * 2 ** 20) return;
      written += 2 ** 16;
      response.write("x".repeat(2 ** 16), () => setImmediate(more));
    };
    more();
  };
  await expect(ask()).rejects.toMatchObject({ code: "model-too-large" });
  expect(written).toBeLessThan(10 * 2 ** 20);
});

it("stops one that does not begin, and one that drips", async () => {
  model.answer = () => {};
  await expect(ask({ timeMs: 200 })).rejects.toMatchObject({ code: "model-time" });
  model.answer = (_q, response) => {
    const drip = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(drip));
  };
  await expect(ask({ timeMs: 200 })).rejects.toMatchObject({ code: "model-time" });
});

it("stops when the person stops it", async () => {
  const stop = new AbortController();
  model.answer = () => stop.abort();
  await expect(ask({ signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
});

it.each([401, 404, 500])("tells of a refusal %i, and nothing of what it said", async (status) => {
  model.answer = (_q, response) => {
    response.writeHead(status);
    response.end("the text that was sent, key-of-tests");
  };
  const error: unknown = await ask().catch((cause: unknown) => cause);
  expect(error).toMatchObject({ code: "model-refused", details: { status } });
  expect(JSON.stringify(error) + String(error)).not.toContain("key-of-tests");
});

it("tells where nobody answers, and where the line breaks", async () => {
  model.answer = (_q, response) => {
    response.write("{");
    response.destroy();
  };
  await expect(ask()).rejects.toMatchObject({ code: "model-unreachable" });
  await model.close();
  await expect(ask()).rejects.toMatchObject({ code: "model-unreachable" });
  model = await startFakeEndpoint();
});
