// The few pieces of HTML a report is made of.
// Invariant: whatever comes from the vault goes through `text` or `name`; no script, no address outside the page.

/** A heading with its parts; nothing where all of them are empty. */
export function section(title: string, parts: readonly string[]): string {
  const inside = parts.filter((part) => part !== "").join("\n");
  return inside === "" ? "" : `<h2>${title}</h2>\n${inside}`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Escaped for element content and attributes. */
export const text = (raw: string): string =>
  raw.replace(/[&<>"']/g, (sign) => escapes[sign] as string);
/** Words from elsewhere keep their own direction. */
export const name = (raw: string): string => `<bdi>${text(raw)}</bdi>`;

export const style = `body{font-family:serif;max-width:42rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#1c1b1a;background:#fff}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid #bbb}h2.part{font-size:1.05rem;border:0}
h3{font-size:1rem;margin:.8rem 0 0}p{margin:.2rem 0}.quiet{color:#565250}.status{font-size:1.1rem}code{overflow-wrap:anywhere;font-size:.85em}
sup a{text-decoration:none}@media print{body{max-width:none;margin:0}h2{break-after:avoid}}`;
