// The thread in which files are read. One ask in, one answer out; reader.ts caps its memory and time.
// Invariant: only coded errors with our own words leave it; an unknown error's text may quote the file.
import { parentPort } from "node:worker_threads";
import { ReadError, type Received, readText, textOf } from "../read/index.ts";
import { linksIn } from "./page-links.ts";
import type { FromWorker, ReadAnswer, ReadAsk } from "./reader.ts";
import { ownWords, shinglesOf } from "./shingles.ts";

async function answerTo(ask: ReadAsk): Promise<ReadAnswer> {
  const fresh = await textOf(ask.bytes, {
    ...(ask.name === undefined ? {} : { name: ask.name }),
    ...(ask.mime === undefined ? {} : { mime: ask.mime }),
  });
  const received =
    ask.keptText === undefined || ask.keptText === fresh.text
      ? fresh
      : keptInstead(fresh, ask.keptText);
  const { kind, mime, text, encoding, notes } = received;
  const reading =
    text === ""
      ? null
      : readText(received, {
          ...(ask.name === undefined ? {} : { name: ask.name }),
          ...(ask.language === undefined ? {} : { language: ask.language }),
          ...(ask.published === undefined ? {} : { published: ask.published }),
          ...(ask.url === undefined ? {} : { url: ask.url }),
        });
  return {
    kind,
    mime,
    text,
    encoding,
    notes,
    pages: received.pages ?? [],
    cues: received.cues ?? [],
    reading,
    links: fresh.html === undefined ? [] : linksIn(fresh.html, text),
    shingles: shinglesOf(text, ownWords(text.length, reading?.mask ?? [])),
  };
}

/** A newer reader may take other text from the same bytes; the text that was kept decides, and offsets stay true. */
function keptInstead(
  { pages: _pages, cues: _cues, html: _html, ...fresh }: Received,
  text: string,
): Received {
  return { ...fresh, kind: "text", text };
}

parentPort?.on("message", (ask: ReadAsk) => {
  answerTo(ask).then(
    (answer) => say({ answer }),
    (cause: unknown) =>
      say({
        error:
          cause instanceof ReadError
            ? { code: cause.code, message: cause.message }
            : { code: "internal", message: "" },
      }),
  );
});

function say(said: FromWorker): void {
  parentPort?.postMessage(said);
}
