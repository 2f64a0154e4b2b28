// A language model of our own for tests: a real server on this machine that answers honestly, or in one of the ways a
// hostile one might. Everything it says is invented.
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** One question as it arrived. */
export interface Question {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
}

export interface FakeEndpoint {
  readonly address: string;
  /** Every request that came, in order. */
  readonly questions: readonly Question[];
  /** How the next ones are answered. */
  answer: (question: Question, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** Answers with this content as a chat completion, as a well-behaved server would. */
export function says(content: unknown): FakeEndpoint["answer"] {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return (_question, response) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content: text } }] }));
  };
}

export async function startFakeEndpoint(): Promise<FakeEndpoint> {
  const questions: Question[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const body = JSON.parse(raw) as Question["body"];
      const question = { path: request.url ?? "", headers: request.headers, raw, body };
      questions.push(question);
      endpoint.answer(question, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  const endpoint: FakeEndpoint = {
    address: `http://127.0.0.1:${port}/v1/chat/completions`,
    questions,
    answer: says({}),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return endpoint;
}
