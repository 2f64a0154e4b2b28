// Bytes as they arrive: looked at, gathered, or stopped at a limit.
// Invariant: nothing here holds more than it was told to.
import { CollectError } from "./errors.ts";

export type Arriving = AsyncIterable<Uint8Array> | Uint8Array;

export interface Gathered {
  readonly bytes: Buffer;
  readonly rest: AsyncIterable<Uint8Array> | null;
  /** Lets go of a source that is not read to its end. */
  readonly close: () => Promise<void>;
}

/** The bytes of `source` up to `max`; `rest` is null when that was all of it, else everything from the start. */
export async function gather(source: Arriving, max: number): Promise<Gathered> {
  const iterator = chunksOf(source);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await iterator.next();
    if (next.done === true)
      return { bytes: Buffer.concat(parts, size), rest: null, close: async () => {} };
    parts.push(next.value);
    size += next.value.length;
    if (size > max) break;
  }
  const close = async (): Promise<void> => void (await iterator.return(undefined));
  return {
    bytes: Buffer.concat(parts, size).subarray(0, max),
    rest: joined(parts, iterator),
    close,
  };
}

/** Passes bytes on and stops with the coded error `too-large` at the first one too many. */
export async function* atMost(source: Arriving, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunksOf(source)) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

export function tooLarge(maxBytes: number): CollectError {
  return new CollectError(
    "too-large",
    `Expected at most ${maxBytes} bytes for a file of this kind, got more. Split it or keep a smaller version.`,
    { details: { maxBytes } },
  );
}

async function* chunksOf(source: Arriving): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield source;
  else yield* source;
}

async function* joined(
  parts: Uint8Array[],
  iterator: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  // Let go of each part as it is passed on, so that a large file is not held twice.
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) yield part;
  yield* iterator;
}
