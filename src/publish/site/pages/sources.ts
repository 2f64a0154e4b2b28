// The sources of the release, a hundred to a page.
// Invariant: a source that may not be named is told by its number alone.
import { termLabel } from "../../../model/index.ts";
import type { ReleasedSource } from "../../release/released.ts";
import { html, type Html, outside, own } from "../html.ts";
import { sourcePath } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";
import { joined } from "./claims.ts";
import { pager } from "./people-list.ts";

/** One source in a line or two, wherever it is told. */
export function sourceWords(site: Site, source: ReleasedSource | undefined): Html {
  const { say } = site;
  if (source === undefined) return html`${say("source.unnamed")}`;
  const title = own(source.title === "" ? say("source.unnamed") : source.title);
  return joined([
    source.author === undefined ? null : own(source.author),
    outside(source.url, title),
    source.publisher === undefined ? null : own(source.publisher),
    source.published === undefined ? null : own(say.day(source.published)),
    own(
      termLabel("source-kind", source.kind, site.language.tag).toLocaleLowerCase(site.language.tag),
    ),
  ]);
}

export function* sourcePages(site: Site): Generator<SitePage> {
  const { say, release } = site;
  const byPath = new Map<string, ReleasedSource[]>([["sources/index.html", []]]);
  for (const source of release.sources) {
    const path = sourcePath(source.n);
    const list = byPath.get(path);
    if (list === undefined) byPath.set(path, [source]);
    else list.push(source);
  }
  const paths = [...byPath.keys()];
  for (const [i, path] of paths.entries()) {
    const items = (byPath.get(path) ?? []).map(
      (source) =>
        html`<li id="s${source.n}">
          <b>${source.n}</b>
          <div>
            ${sourceWords(site, source)}${
              source.sha256 === undefined
                ? null
                : html`<p class="quiet">${say("source.sha256")}: <code>${source.sha256}</code></p>`
            }
          </div>
        </li> `,
    );
    yield {
      path,
      title: say("sources.title"),
      body: html`<h1>${say("sources.title")}</h1>
        <p class="lead">${say("sources.lead")}</p>
        ${
          items.length === 0
            ? html`<p>${say("sources.none")}</p>`
            : html`<ol class="sources">
                ${items}
              </ol>`
        }${pager(site, paths, i)}`,
    };
  }
}
