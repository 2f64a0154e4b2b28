// One line of text that came from outside, made safe to show and to store.
// Invariant: no control or direction-changing characters (a name must not pretend to be another), no half surrogates.

// oxlint-disable-next-line no-control-regex -- PostgreSQL stores no NUL, and terminals obey the others
const UNWANTED = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;

/** `text` on one line, trimmed, at most `max` UTF-16 units; never cut inside a character. */
export function cleanLine(text: string, max = 2_000): string {
  const head = text.length > max * 4 ? text.slice(0, max * 4) : text;
  return cut(head.toWellFormed().replace(UNWANTED, " ").replace(/\s+/g, " ").trim(), max);
}

/** The first `max` UTF-16 units, one fewer where that would halve a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** A file's own name without the folders before it, at most 255 UTF-16 units; `file` where nothing is left. */
export function fileName(name: string): string {
  return cleanLine(name.split(/[/\\]/).at(-1) ?? "", 255) || "file";
}
