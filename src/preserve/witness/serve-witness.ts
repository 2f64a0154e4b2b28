// The witness over HTTP: one address, `POST /add-checkpoint`, as C2SP tlog-witness describes it.
// Invariant: a request is read up to its limit and no further; answers hold a status, a size or a signature, never a reason
// from inside; requests for one witness are answered one after the other.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MAX_REQUEST_LENGTH } from "../../proof/index.ts";
import type { Clock } from "../../runtime/index.ts";
import { cosignCheckpoint, type WitnessAnswer } from "./cosign-checkpoint.ts";
import type { WitnessFolder } from "./witness-folder.ts";

export interface ServedWitness {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface WitnessServerOptions {
  /** Where it listens; this machine only unless said otherwise. */
  readonly host?: string;
  /** 0 takes any free one. */
  readonly port?: number;
  readonly clock: Clock;
  /** Told of every answer by its kind. */
  readonly answered?: (kind: WitnessAnswer["kind"] | "failed") => void;
}

const wholeRequestMs = 10_000;
const connections = 64;

/** Serves a witness until it is closed. Rejects when the port is taken. */
export function serveWitness(
  witness: WitnessFolder,
  { host = "127.0.0.1", port = 0, clock, answered = () => {} }: WitnessServerOptions,
): Promise<ServedWitness> {
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (text: string): Promise<WitnessAnswer> => {
    const mine = turn.then(() => cosignCheckpoint(witness, clock, text));
    turn = mine.catch(() => {});
    return mine;
  };
  const server = createServer((request, response) => {
    void answer(request, response, ask).then(answered, () => {
      if (!response.headersSent) response.writeHead(500, plain);
      response.end();
      answered("failed");
    });
  });
  server.requestTimeout = wholeRequestMs;
  server.headersTimeout = wholeRequestMs / 2;
  server.keepAliveTimeout = wholeRequestMs / 2;
  server.maxConnections = connections;
  server.maxHeadersCount = 50;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(served(server, host)));
  });
}

function served(server: Server, host: string): ServedWitness {
  return {
    host,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  ask: (text: string) => Promise<WitnessAnswer>,
): Promise<WitnessAnswer["kind"]> {
  // The submission prefix may be anything, so that several witnesses can stand behind one door.
  const [path = ""] = (request.url ?? "").split("?");
  if (!path.endsWith("/add-checkpoint")) return refuse(request, response, 404);
  if (request.method !== "POST") return refuse(request, response, 405);
  const text = await readBody(request);
  if (text === "too-long") return refuse(request, response, 413);
  const given = text === "not-text" ? ({ kind: "malformed" } as const) : await ask(text.body);
  send(response, given);
  return given.kind;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
): WitnessAnswer["kind"] {
  // What else is being sent is not read.
  response.writeHead(status, { ...plain, Connection: "close" });
  response.end(() => request.destroy());
  return "malformed";
}

function send(response: ServerResponse, given: WitnessAnswer): void {
  switch (given.kind) {
    case "cosigned":
      response.writeHead(200, plain).end(given.line);
      return;
    case "conflict":
      response
        .writeHead(409, { ...plain, "Content-Type": "text/x.tlog.size" })
        .end(`${given.size}\n`);
      return;
    case "split":
      response.writeHead(409, plain).end();
      return;
    case "malformed":
      response.writeHead(400, plain).end();
      return;
    case "unsigned":
      response.writeHead(403, plain).end();
      return;
    case "unknown-log":
      response.writeHead(404, plain).end();
      return;
    case "inconsistent":
      response.writeHead(422, plain).end();
  }
}

async function readBody(
  request: IncomingMessage,
): Promise<{ readonly body: string } | "too-long" | "not-text"> {
  const parts: Buffer[] = [];
  let size = 0;
  // Not destroyed when too long: the answer that says so still has to go out.
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const part of body) {
    size += part.length;
    if (size > MAX_REQUEST_LENGTH) return "too-long";
    parts.push(part);
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { body: decoder.decode(Buffer.concat(parts)) };
  } catch {
    return "not-text";
  }
}
