// One question to one address, and its answer as text. The only place from which a source's text can leave the machine.
// Invariant: one request, to exactly this address: no redirect is followed, no proxy is used, nothing is sent of the
// program or the person; the answer is cut off by size and by time while it streams.
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestEncrypted } from "node:https";
import { type Secret, stopIfAborted } from "../../runtime/index.ts";
import { ModelError } from "./errors.ts";
import { ANSWER_TIME_MS, MAX_ANSWER_BYTES, MAX_HEADER_BYTES } from "./limits.ts";

export interface EndpointLimits {
  readonly timeMs: number;
  readonly bytes: number;
}

const usual: EndpointLimits = { timeMs: ANSWER_TIME_MS, bytes: MAX_ANSWER_BYTES };

/**
 * POSTs `body` (JSON) and gives the answer's text.
 * Throws ModelError `model-unreachable`, `model-redirect`, `model-refused` (with the status), `model-time`,
 * `model-too-large`; RuntimeError `cancelled`.
 */
export async function askEndpoint(
  { address, key }: { readonly address: string; readonly key: Secret | null },
  body: string,
  signal?: AbortSignal,
  limits: EndpointLimits = usual,
): Promise<string> {
  stopIfAborted(signal);
  const late = AbortSignal.timeout(limits.timeMs);
  try {
    const response = await send(
      address,
      key,
      body,
      signal === undefined ? late : AbortSignal.any([signal, late]),
    );
    const { statusCode = 0 } = response;
    if (statusCode !== 200) {
      response.destroy();
      throw statusCode >= 300 && statusCode < 400 ? redirected() : refused(statusCode);
    }
    return await textOf(response, limits.bytes);
  } catch (cause) {
    stopIfAborted(signal);
    if (cause instanceof ModelError) throw cause;
    // What the system says of a failed connection may repeat the address; our own words say enough.
    throw late.aborted ? tooSlow(limits.timeMs) : unreachable();
  }
}

function send(
  address: string,
  key: Secret | null,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const bytes = Buffer.from(body, "utf8");
  const request = address.startsWith("https:") ? requestEncrypted : requestPlain;
  return new Promise((resolve, reject) => {
    const asking = request(address, {
      method: "POST",
      signal,
      // A connection of its own, closed after the answer.
      agent: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: {
        "Content-Type": "application/json",
        "Content-Length": bytes.length,
        Accept: "application/json",
        "Accept-Encoding": "identity",
        ...(key === null ? {} : { Authorization: `Bearer ${key.reveal()}` }),
      },
    });
    asking.once("response", resolve);
    asking.on("error", reject);
    asking.end(bytes);
  });
}

async function textOf(response: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unreachable(): ModelError {
  return new ModelError(
    "model-unreachable",
    "The language model does not answer at its address. Is it running? A keeper can see the address in Settings.",
  );
}

function redirected(): ModelError {
  return new ModelError(
    "model-redirect",
    "The language model's address sends on to another one. Guwah does not follow: set the right address in Settings.",
  );
}

function refused(status: number): ModelError {
  return new ModelError(
    "model-refused",
    `The language model refused the question (status ${status}). Check the model's name and the key in Settings.`,
    { details: { status } },
  );
}

function tooSlow(timeMs: number): ModelError {
  return new ModelError(
    "model-time",
    `Expected an answer within ${timeMs / 1000} seconds; it was not there. Try again, or set a quicker model.`,
    { details: { seconds: timeMs / 1000 } },
  );
}

function tooLarge(bytes: number): ModelError {
  return new ModelError(
    "model-too-large",
    `Expected an answer of at most ${bytes} bytes; more came. It was thrown away.`,
    { details: { limitBytes: bytes } },
  );
}
