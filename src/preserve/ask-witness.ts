// One question to a witness over the network, and what came back.
// Invariant: the answer is read up to a small limit, no redirect is followed, and nothing but the request goes out.
import type { CosignatureRequest } from "./request-cosignature.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Asked =
  | { readonly kind: "cosigned"; readonly lines: string }
  /** The witness saw this size last. */
  | { readonly kind: "conflict"; readonly size: number }
  /** It saw another history under our name: 409 without a size, or 422. */
  | { readonly kind: "disagrees" }
  /** It does not know our key yet. */
  | { readonly kind: "not-trusted" }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "unreachable" };

const timeoutMs = 15_000;
const answerLimit = 64 * 1024;

/** Sends a request to `<address>/add-checkpoint`. Never throws. Source: C2SP tlog-witness. */
export async function askWitness(
  fetch: Fetch,
  address: string,
  { text }: Pick<CosignatureRequest, "text">,
): Promise<Asked> {
  try {
    const response = await fetch(`${address}/add-checkpoint`, {
      method: "POST",
      headers: { "Content-Type": "text/plain; charset=utf-8" },
      body: text,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await readAnswer(response);
  } catch {
    return { kind: "unreachable" };
  }
}

async function readAnswer(response: Response): Promise<Asked> {
  const body = await readText(response);
  switch (response.status) {
    case 200:
      return { kind: "cosigned", lines: body };
    case 409: {
      const size = /^(0|[1-9][0-9]{0,15})\n$/.exec(body)?.[1];
      const isSize = response.headers.get("content-type")?.startsWith("text/x.tlog.size") === true;
      return isSize && size !== undefined && Number.isSafeInteger(Number(size))
        ? { kind: "conflict", size: Number(size) }
        : { kind: "disagrees" };
    }
    case 422:
      return { kind: "disagrees" };
    case 403:
    case 404:
      return { kind: "not-trusted" };
    default:
      return { kind: "refused", status: response.status };
  }
}

async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > answerLimit) throw new RangeError("the answer is longer than any answer is");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
