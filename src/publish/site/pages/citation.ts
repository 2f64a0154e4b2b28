// How to cite a page, in four styles and two formats for programs.
// Invariant: the day cited is the day the page last changed, so that a citation names one state of it.
import type { ReleasedPerson } from "../../release/released.ts";
import { html, type Html } from "../html.ts";
import type { Site } from "../site.ts";

/** What would end a field or start a command in BibTeX. */
const forBibtex = (text: string): string =>
  text.replace(/[\\{}%$#&_^~@"\r\n]/g, (sign) => ("%$#&_".includes(sign) ? `\\${sign}` : " "));
const forRis = (text: string): string => text.replace(/[\r\n]+/g, " ");

export function citations(site: Site, person: ReleasedPerson, at: string): Html {
  const { say, release, title } = site;
  const group = release.publisher.name;
  const day = say.day(person.changed);
  const year = person.changed.slice(0, 4);
  const heading = `${person.heading} (${person.number})`;
  const url = site.address === undefined ? "" : new URL(at, site.address).href;
  const key = `guwah${person.number.replace(/[^A-Za-z0-9]/g, "")}`;
  const end = (text: string, sign = "."): string => (text === "" ? "" : `${text}${sign}`);
  const styles: readonly (readonly [string, string])[] = [
    [
      "APA",
      group === undefined
        ? `${heading}. (${year}). ${title}. ${url}`
        : `${group}. (${year}). ${heading}. ${title}. ${url}`,
    ],
    [
      "Chicago",
      `${group === undefined ? "" : `${group}. `}“${heading}.” ${title}. Last modified ${day}. ${end(url)}`,
    ],
    [
      "MLA",
      `${group === undefined ? "" : `${group}. `}“${heading}.” ${title}, ${day}${url === "" ? "." : `, ${url}.`}`,
    ],
  ];
  const bibtex = [
    `@misc{${key},`,
    `  title = {{${forBibtex(heading)}}},`,
    ...(group === undefined ? [] : [`  author = {{${forBibtex(group)}}},`]),
    `  howpublished = {${forBibtex(title)}},`,
    `  year = {${year}},`,
    `  note = {Last changed ${person.changed}},`,
    ...(url === "" ? [] : [`  url = {${url}}`]),
    "}",
  ].join("\n");
  const ris = [
    "TY  - ELEC",
    `TI  - ${forRis(heading)}`,
    ...(group === undefined ? [] : [`AU  - ${forRis(group)}`]),
    `T2  - ${forRis(title)}`,
    `DA  - ${person.changed.replaceAll("-", "/")}`,
    ...(url === "" ? [] : [`UR  - ${url}`]),
    "ER  - ",
  ].join("\n");
  const items = styles.map(
    ([style, text]) =>
      html`<dt>${style}</dt>
        <dd dir="auto">${text.trim()}</dd>`,
  );
  return html`<section class="cite">
    <h2>${say("person.cite")}</h2>
    <dl>
      ${items}
      <dt>BibTeX</dt>
      <dd><pre dir="ltr" tabindex="0" role="region" aria-label="BibTeX">${bibtex}</pre></dd>
      <dt>RIS</dt>
      <dd><pre dir="ltr" tabindex="0" role="region" aria-label="RIS">${ris}</pre></dd>
    </dl>
  </section>`;
}
