// What others have estimated, by what they count and by date.
// Invariant: numbers stand each for itself; nothing here adds two of them or takes a mean.
import type { ReleasedEstimate } from "../../release/released.ts";
import { html, type Html, nothing, own } from "../html.ts";
import { termLabel } from "../../../model/index.ts";
import { relative } from "../paths.ts";
import type { MapFile, Site, SitePage } from "../site.ts";
import { quoted, sourceLink } from "./claims.ts";
import { statementList } from "./statements.ts";

const PATH = "estimates.html";

const dayOf = (estimate: ReleasedEstimate): string =>
  estimate.asOf?.min ?? estimate.asOf?.max ?? estimate.said ?? "9999";

function numberWords(site: Site, { low, high, hedge }: ReleasedEstimate): Html {
  const { say } = site;
  const told = (n: number): string => say.number(n);
  const words =
    low !== null && high !== null
      ? low === high
        ? told(low)
        : say("estimates.between", { low: told(low), high: told(high) })
      : low !== null
        ? say("estimates.atLeast", { low: told(low) })
        : high !== null
          ? say("estimates.atMost", { high: told(high) })
          : "–";
  return html`<bdi>${words}</bdi
    >${hedge === "" ? null : html` <span class="quiet">(${own(hedge)})</span>`}`;
}

function row(site: Site, estimate: ReleasedEstimate): Html {
  const { say, sources } = site;
  const method = estimate.method;
  return html`<tr>
    <th scope="row">
      ${estimate.asOf === null ? say("estimates.noDate") : own(say.day(estimate.asOf.text))}
    </th>
    <td class="figure">${numberWords(site, estimate)}</td>
    <td>
      ${quoted(estimate.words, sources.get(estimate.source)?.language)}${
        estimate.denials.length === 0
          ? null
          : html`<p class="against">${say("estimates.denied")}</p>
              ${statementList(site, PATH, estimate.denials, { anchors: false, ofPerson: false })}`
      }
    </td>
    <td>
      ${own(estimate.speaker)}
      <p class="quiet">
        ${estimate.said === undefined ? null : html`${say("claim.said", { day: say.day(estimate.said) })} · `}${sourceLink(site, PATH, estimate.source)}
      </p>
    </td>
    <td>
      ${method === undefined ? "–" : own(termLabel("figure-method", method, site.language.tag))}
    </td>
  </tr> `;
}

/** The same estimates drawn, for light and dark pages; its caption, day and caveat are inside the picture. */
function chart(site: Site): Html {
  const [light, dark] = site.charts;
  if (light === undefined || dark === undefined) return nothing;
  const at = (file: MapFile): string => relative(site.folder + PATH, file.path);
  return html`<figure class="map">
    <div class="wide" tabindex="0" role="region" aria-label="${site.say("estimates.chart")}">
      <picture
        ><source media="(prefers-color-scheme: dark)" srcset="${at(dark)}" />
        <img
          src="${at(light)}"
          alt="${site.say("estimates.chart")}"
          width="${light.width}"
          height="${light.height}"
      /></picture>
    </div>
  </figure>`;
}

export function estimatesPage(site: Site): SitePage {
  const { say, release } = site;
  const groups = new Map<string, { title: Html; label: string; rows: ReleasedEstimate[] }>();
  for (const estimate of release.estimates) {
    const unit = termLabel("figure-unit", estimate.unit, site.language.tag);
    const key = JSON.stringify([estimate.quantity, estimate.unit]);
    const group = groups.get(key) ?? {
      title: html`${own(estimate.quantity)} – ${own(unit)}`,
      label: `${estimate.quantity} – ${unit}`,
      rows: [],
    };
    group.rows.push(estimate);
    groups.set(key, group);
  }
  const head = (
    [
      "estimates.asOf",
      "estimates.number",
      "estimates.words",
      "estimates.by",
      "estimates.how",
    ] as const
  ).map((key) => html`<th scope="col">${say(key)}</th>`);
  const tables = [...groups.values()].map(({ title, label, rows }) => {
    const sorted = rows.toSorted((a, b) =>
      dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0,
    );
    return html`<section>
      <h2>${title}</h2>
      <div class="wide" tabindex="0" role="region" aria-label="${label}">
        <table class="estimates">
          <thead>
            <tr>
              ${head}
            </tr>
          </thead>
          <tbody>
            ${sorted.map((one) => row(site, one))}
          </tbody>
        </table>
      </div>
    </section>`;
  });
  return {
    path: PATH,
    title: say("estimates.title"),
    body: html`<h1>${say("estimates.title")}</h1>
      <p class="lead">${say("estimates.lead")}</p>
      ${chart(site)}${tables.length === 0 ? html`<p>${say("estimates.none")}</p>` : tables}`,
  };
}
