// A whole Guwah without a socket, for tests: asked as a browser or a script would. Everyone in it is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { createGuwah } from "../../src/app.ts";
import type { CaptureTesting } from "../../src/collect/index.ts";
import { Secret } from "../../src/runtime/index.ts";
import type { Holding } from "../../src/server/index.ts";

export const passphrase = "seven invented cranes fly north";
const port = 4824;

export interface TestServer {
  readonly app: OpenAPIHono;
  readonly holding: Holding;
  readonly home: string;
  /** Asks as a signed-in script; gives status and JSON. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: never; headers: Headers }>;
  /** Sends bytes as one file. */
  send(name: string, bytes: Uint8Array | string): Promise<{ status: number; body: never }>;
  /** Starts long work and waits for its result. */
  job(path: string, body?: unknown): Promise<never>;
  signIn(token: string | null): void;
  /** What a signed-in script sends with every request. */
  headers(): Record<string, string>;
  end(): Promise<void>;
}

const origin = `http://127.0.0.1:${port}`;

/** Asks the application as a script that signed in would. */
function asker(app: OpenAPIHono) {
  let token: string | null = null;
  const headersOf = (more: Record<string, string> = {}): Record<string, string> => ({
    "X-Guwah": "1",
    Host: `127.0.0.1:${port}`,
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...more,
  });
  const signIn = (given: string | null): void => {
    token = given;
  };
  const ask: TestServer["ask"] = async (method, path, body, headers) => {
    const json = body === undefined ? {} : { "Content-Type": "application/json" };
    const response = await app.request(origin + path, {
      method,
      headers: headersOf({ ...json, ...headers }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (/^[{[]/.test(text) ? JSON.parse(text) : text) as never,
    };
  };
  return { headersOf, signIn, ask };
}

/** A fresh folder with no vault; `databaseUrl` puts the ledger into PostgreSQL. */
export async function startTestServer(
  options: {
    databaseUrl?: string;
    withVault?: boolean;
    webFolder?: string;
    captureTesting?: CaptureTesting;
  } = {},
): Promise<TestServer> {
  const home = join(await mkdtemp(join(tmpdir(), "guwah-server-")), "vault");
  const databaseUrl = options.databaseUrl === undefined ? null : new Secret(options.databaseUrl);
  const { app, holding } = await createGuwah({
    config: { home, databaseUrl, idleMinutes: 15 },
    webFolder: options.webFolder ?? null,
    port: () => port,
    ...(options.captureTesting === undefined ? {} : { captureTesting: options.captureTesting }),
  });
  const { headersOf, signIn, ask } = asker(app);
  const server: TestServer = {
    app,
    holding,
    home,
    ask,
    send: async (name, bytes) => {
      const response = await app.request(`${origin}/api/sources/file`, {
        method: "POST",
        headers: headersOf({
          "X-Guwah-Name": encodeURIComponent(name),
          "Content-Type": "application/octet-stream",
        }),
        body: bytes as BodyInit,
      });
      return { status: response.status, body: (await response.json()) as never };
    },
    job: async (path, body = {}) => {
      const started = await ask("POST", path, body);
      const { job } = started.body as { job: string };
      await holding.jobs.ended(job);
      const done = (await ask("GET", `/api/jobs/${job}`)).body as {
        state: string;
        result: never;
        error?: unknown;
      };
      if (done.state !== "done")
        throw new Error(`the job ended as ${done.state}: ${JSON.stringify(done.error)}`);
      return done.result;
    },
    signIn,
    headers: () => headersOf(),
    end: async () => {
      await holding.lock();
      holding.sessions.close();
      await rm(join(home, ".."), { recursive: true, force: true });
    },
  };
  if (options.withVault === true) {
    const made = await ask("POST", "/api/vault", {
      vaultName: "Invented vault",
      memberName: "Aida Invented",
      passphrase,
    });
    signIn((made.body as { token: string }).token);
  }
  return server;
}
