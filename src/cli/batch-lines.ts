// Lines of a file of any length, one after the other, without ever holding more than one of them.
// Invariant: a line longer than the limit is passed over in pieces and stands in its place as `null`.
import { StringDecoder } from "node:string_decoder";

/** Lines without their ends (`\n`, `\r\n`); `null` for one of more than `limit` UTF-16 units. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  limit: number,
): AsyncGenerator<string | null> {
  const decoder = new StringDecoder("utf8");
  // Pieces are joined when a line ends, so that one of a thousand pieces is not copied a thousand times.
  let pieces: string[] = [];
  let length = 0;
  const take = (piece: string): void => {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
    else pieces = [];
  };
  const line = (): string | null => {
    const whole = length > limit ? null : pieces.join("").replace(/\r$/, "");
    pieces = [];
    length = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    const text = decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      take(text.slice(from, end));
      yield line();
      from = end + 1;
    }
    if (from < text.length) take(text.slice(from));
  }
  take(decoder.end());
  if (length > 0) yield line();
}
