// XML parts of a workbook, parsed as they stream (ECMA-376). No document type, no outside entity is ever followed.
// Invariant: elements nest at most MAX_XML_DEPTH deep.
import { SaxesParser } from "saxes";
import { CollectError } from "../errors.ts";
import { MAX_XML_DEPTH } from "../limits.ts";

export interface XmlEvents {
  /** Element names come without their namespace prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Feeds each chunk to the events and yields after each, so that the caller can pass on what was made of it. */
export async function* parseXml(
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let depth = 0;
  let failure: Error | null = null;
  parser.on("error", (cause) => (failure ??= cause));
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_XML_DEPTH)
      throw new CollectError(
        "too-deep",
        `Expected elements at most ${MAX_XML_DEPTH} deep, got more.`,
      );
    events.open?.(local(name), attributes);
  });
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    events.close?.(local(name));
  });
  const decoder = new TextDecoder("utf-8");
  const check = (): void => {
    if (failure !== null)
      throw new CollectError(
        "broken-archive",
        "Expected a workbook that is whole; one of its parts is damaged. Save it again.",
        { cause: failure },
      );
  };
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    check();
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  check();
  yield;
}

/** Reads a whole part. */
export async function readXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  for await (const _ of parseXml(chunks, events));
}
