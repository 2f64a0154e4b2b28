// Finds copied words in a source's text. Invariant: the answer is offsets into the text as received, in UTF-16 units.

/** Quotation marks, dashes and spaces differ between a page and what a person types; nothing else may. */
function plain(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02BC\u2032]/g, "'")
    .replace(/[\u201C\u201D\u00AB\u00BB\u201E]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\s\u00A0\u2009\u202F]/g, " ");
}

/**
 * The first place where `quote` stands in `text`, or null. Runs of spaces and line breaks count as one space;
 * letters must agree exactly. Linear in the length of the text.
 */
export function findQuote(
  text: string,
  quote: string,
): { readonly start: number; readonly end: number } | null {
  const wanted = plain(quote.trim()).replace(/ +/g, " ");
  if (wanted === "") return null;
  const letters = plain(text);
  // Where each kept letter of the squeezed text stands in the text itself.
  const places: number[] = [];
  let squeezed = "";
  for (let at = 0; at < letters.length; at += 1) {
    if (letters[at] === " " && squeezed.endsWith(" ")) continue;
    squeezed += letters[at];
    places.push(at);
  }
  const found = squeezed.indexOf(wanted);
  if (found === -1) return null;
  const start = places[found];
  const last = places[found + wanted.length - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}
