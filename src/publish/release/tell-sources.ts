// The sources behind a release: those that were public by their title, the others as a kind and nothing more.
// Invariant: nothing of a private source is told but its kind; a title that names somebody who is not named stays.
import { isPublicSource } from "../../act/index.ts";
import { termLabel } from "../../model/index.ts";
import type { SourceRead } from "./read-people.ts";
import type { ReleasedSource } from "./released.ts";
import { toldAddress } from "./web-address.ts";

export function tellSource(
  source: SourceRead,
  n: number,
  stays: (text: string) => boolean,
): ReleasedSource {
  const kind = termLabel("source-kind", source.kind);
  if (!isPublicSource(source.kind)) return { n, kind: source.kind, title: kind };
  const may = (text: string | undefined): text is string =>
    text !== undefined && text !== "" && !stays(plain(text));
  const { title, publisher, author, published, language, files } = source;
  const url = source.url === undefined ? undefined : toldAddress(source.url);
  // Whoever opens the address reads the title there: what names somebody stays whole.
  const mayLead = [title, source.url].every((text) => text === undefined || !stays(plain(text)));
  return {
    n,
    kind: source.kind,
    title: may(title) ? title : kind,
    ...(may(publisher) ? { publisher } : {}),
    ...(may(author) ? { author } : {}),
    ...(may(published) ? { published } : {}),
    ...(may(language) ? { language } : {}),
    ...(mayLead && may(url) ? { url } : {}),
    ...(!mayLead || files[0] === undefined ? {} : { sha256: files[0] }),
  };
}

/** Words an address hides in percent signs. */
function plain(text: string): string {
  try {
    return `${text} ${decodeURIComponent(text)}`;
  } catch {
    return text;
  }
}
