// Places and facilities: a table with coordinates, and a page for each.
// Invariant: coordinates stand as the release gives them; nothing is made more exact by drawing it.
import type { ReleasedPerson, ReleasedPlace } from "../../release/released.ts";
import { link } from "../frame.ts";
import { html, type Html, nothing, own } from "../html.ts";
import { placePath, relative } from "../paths.ts";
import type { MapFile, Site, SitePage } from "../site.ts";
import { valueBlock } from "./claims.ts";
import { pager, peopleList } from "./people-list.ts";
import { termLabel } from "../../../model/index.ts";

const PEOPLE_PER_PAGE = 200;

const nameOf = (place: ReleasedPlace): string => place.names[0]?.text ?? place.key;
const degrees = (n: number | undefined): Html =>
  n === undefined ? html`–` : html`<bdi dir="ltr">${String(n)}</bdi>`;

function index(site: Site): SitePage {
  const { say, release } = site;
  const path = "places/index.html";
  const rows = release.places.map(
    (place) =>
      html`<tr>
        <th scope="row">${link(path, placePath(place.key), own(nameOf(place)))}</th>
        <td>${termLabel("place-kind", place.kind, site.language.tag)}</td>
        <td class="figure">${degrees(place.latitude)}</td>
        <td class="figure">${degrees(place.longitude)}</td>
        <td class="figure">${site.say.number(place.people.length)}</td>
      </tr> `,
  );
  const [light, dark] = site.maps;
  const at = (map: MapFile): string => relative(site.folder + path, map.path);
  const map =
    light === undefined || dark === undefined
      ? nothing
      : html`<figure class="map">
          <picture
            ><source media="(prefers-color-scheme: dark)" srcset="${at(dark)}" />
            <img
              src="${at(light)}"
              alt="${say("places.map")}"
              width="${light.width}"
              height="${light.height}"
          /></picture>
        </figure>`;
  const head = (
    ["places.name", "places.kind", "places.latitude", "places.longitude", "places.people"] as const
  ).map((key) => html`<th scope="col">${say(key)}</th>`);
  return {
    path,
    title: say("places.title"),
    body: html`<h1>${say("places.title")}</h1>
      <p class="lead">${say("places.lead")}</p>
      ${map}${
        rows.length === 0
          ? html`<p>${say("places.none")}</p>`
          : html`<div class="wide" tabindex="0" role="region" aria-label="${say("places.table")}">
              <table>
                <caption>
                  ${say("places.table")}
                </caption>
                <thead>
                  <tr>
                    ${head}
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>
            </div>`
      }`,
  };
}

function* placePages(site: Site, place: ReleasedPlace): Generator<SitePage> {
  const { say } = site;
  const first = placePath(place.key);
  const people = place.people.flatMap((n): ReleasedPerson[] => {
    const person = site.people.get(n);
    return person === undefined ? [] : [person];
  });
  const count = Math.max(1, Math.ceil(people.length / PEOPLE_PER_PAGE));
  const paths = Array.from({ length: count }, (_, i) =>
    i === 0 ? first : first.replace(/\.html$/, `-page-${i + 1}.html`),
  );
  const others = place.names.slice(1).map(({ text }) => html`<li>${own(text)}</li>`);
  const about = html`<p class="quiet">
      ${termLabel("place-kind", place.kind, site.language.tag)}${
        place.latitude === undefined || place.longitude === undefined
          ? null
          : html` · ${say("places.coordinates")}:
              <bdi dir="ltr">${place.latitude}, ${place.longitude}</bdi>`
      }
    </p>
    ${
      others.length === 0
        ? null
        : html`<ul class="names">
            ${others}
          </ul>`
    }${place.values.map((value) => valueBlock(site, first, value, "h3"))}`;
  for (const [i, path] of paths.entries()) {
    const some = people.slice(i * PEOPLE_PER_PAGE, (i + 1) * PEOPLE_PER_PAGE);
    yield {
      path,
      title: nameOf(place),
      body: html`<p class="crumb">${link(path, "places/index.html", say("places.title"))}</p>
        <h1>${own(nameOf(place))}</h1>
        ${i === 0 ? about : null}
        <h2>${say("places.people")}</h2>
        ${
          people.length === 0
            ? html`<p>${say("places.noPeople")}</p>`
            : html`<p class="quiet">${say.count("people.count", people.length)}</p>
                ${peopleList(site, path, some)}`
        }${pager(site, paths, i)}`,
    };
  }
}

export function* allPlacePages(site: Site): Generator<SitePage> {
  yield index(site);
  for (const place of site.release.places) yield* placePages(site, place);
}
