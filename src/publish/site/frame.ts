// The frame of every page: head, policy, navigation, foot.
// Invariant: the policy lets nothing in but the site's own files, and no page holds a script or a style of its own.
import { html, type Html, own } from "./html.ts";
import type { SiteKey } from "./messages/en.ts";
import { relative } from "./paths.ts";
import type { Site, SiteFile, SitePage } from "./site.ts";

const pages: readonly (readonly [SiteKey, string])[] = [
  ["nav.home", "index.html"],
  ["nav.people", "people/index.html"],
  ["nav.places", "places/index.html"],
  ["nav.questions", "questions/index.html"],
  ["nav.estimates", "estimates.html"],
  ["nav.sources", "sources/index.html"],
  ["nav.changes", "changes.html"],
  ["nav.method", "method.html"],
  ["nav.data", "data.html"],
  ["nav.corrections", "corrections.html"],
];

const utf8 = new TextEncoder();
export const fileOf = (path: string, text: string): SiteFile => ({
  path,
  bytes: utf8.encode(text),
});

/** A link from the page at `from` to the page at `to`, both within the same language. */
export const link = (from: string, to: string, words: Html | string, hash = ""): Html =>
  html`<a href="${relative(from, to)}${hash}">${words}</a>`;

function navigation({ say }: Site, path: string): Html {
  const items = pages.map(([key, to]) => {
    const here = to === path ? html` aria-current="page"` : null;
    return html`<li><a href="${relative(path, to)}" ${here}>${say(key)}</a></li>`;
  });
  return html`<nav aria-label="${say("nav.label")}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

function switchLanguage(site: Site, path: string): Html | null {
  const { languages, language, say, folder } = site;
  if (languages.length < 2) return null;
  const items = languages.map(({ tag, name }, i) => {
    const to = (i === 0 ? "" : `${tag}/`) + path;
    return tag === language.tag
      ? html`<li lang="${tag}" aria-current="true">${own(name)}</li>`
      : html`<li>
          <a href="${relative(folder + path, to)}" lang="${tag}" hreflang="${tag}">${own(name)}</a>
        </li>`;
  });
  return html`<nav class="languages" aria-label="${say("nav.languages")}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

const longestDescription = 200;
const short = (text: string): string =>
  text.length <= longestDescription
    ? text
    : `${text.slice(0, longestDescription).replace(/\s+\S*$/u, "")} …`;

/** The whole file of a page. */
export function framed(site: Site, page: SitePage): SiteFile {
  const { say, language, release } = site;
  const at = site.folder + page.path;
  const name = release.publisher.name;
  const title = page.title === site.title ? site.title : `${page.title} – ${site.title}`;
  const text = html`<!doctype html>
    <html lang="${language.tag}" dir="${language.dir}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
        />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <meta name="description" content="${short(page.description ?? say("home.lead"))}" />
        <link rel="stylesheet" href="${relative(at, "site.css")}" />
        <link
          rel="alternate"
          type="application/atom+xml"
          title="${say("nav.changes")}"
          href="${relative(at, "feed.xml")}"
        />
        ${page.searches === true ? html`<script src="${relative(at, "search.js")}" defer></script> ` : null}${page.shares === true ? html`<script src="${relative(at, "share.js")}" defer></script> ` : null}
      </head>
      <body>
        <a class="skip" href="#text">${say("site.skip")}</a>
        <header>
          <p class="mark">${link(page.path, "index.html", site.title)}</p>
          ${navigation(site, page.path)}${switchLanguage(site, page.path)}
        </header>
        <main id="text">${page.body}</main>
        <footer>
          <p>
            ${name === undefined ? null : html`${own(say("site.by", { name }))} · `}${link(page.path, "corrections.html", say("nav.corrections"))}
          </p>
          <p>${say("foot.still")} ${say("foot.print")}</p>
        </footer>
      </body>
    </html> `;
  return fileOf(at, text.toString());
}
