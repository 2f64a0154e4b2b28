// Answers /api with invented data; see fixture-api.ts.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FixtureRefusal } from "./fixture-route.ts";
import { sourceRoutes } from "./fixture-sources.ts";
import { vaultRoutes } from "./fixture-vault.ts";

const routes = [...sourceRoutes, ...vaultRoutes];

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "").replace(/\?.*$/, "");
  const body = await bodyOf(request);
  response.setHeader("Content-Type", "application/json");
  const send = (status: number, answer: unknown): void => {
    response.statusCode = status;
    response.end(JSON.stringify(answer));
  };
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(path) : null;
    if (match === null) continue;
    try {
      const query = new URLSearchParams((request.url ?? "").split("?")[1] ?? "");
      const name = decodeURIComponent(String(request.headers["x-guwah-name"] ?? ""));
      send(200, route.answer({ params: match.slice(1), body, query, name }));
    } catch (thrown) {
      const { status = 500, code = "internal", details } = thrown as FixtureRefusal;
      send(status, { error: { code, message: "", details } });
    }
    return;
  }
  send(404, {
    error: {
      code: "not-found",
      message: `the fixtures do not answer ${request.method ?? ""} ${path}`,
    },
  });
}

/** Connect middleware mounted at /api. */
export function answer(request: IncomingMessage, response: ServerResponse): void {
  reply(request, response).catch(() => response.destroy());
}
