// A person's page: who, what is said, by whom, what stands against it, and how to answer.
// Invariant: nothing on it changes with the day it is made, so that it is written anew only when the person's release differs.
import type { ReleasedPerson, ReleasedPicture } from "../../release/released.ts";
import { link } from "../frame.ts";
import { html, type Html, nothing, own } from "../html.ts";
import { personPath, picturePath, relative } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";
import { citations } from "./citation.ts";
import { dots, stateTag, valueBlock } from "./claims.ts";
import { shareButton } from "./share.ts";
import { sourceWords } from "./sources.ts";
import { statementList } from "./statements.ts";
import { story } from "./story.ts";

function names(site: Site, { names: list, heading }: ReleasedPerson): Html {
  const others = list.filter(({ text }) => text !== heading);
  if (others.length === 0) return nothing;
  const spelled = others.map(({ text, language }) => {
    const told = language === undefined ? undefined : site.say.languageName(language);
    const lang = told !== undefined ? html` lang="${language}"` : null;
    return html`<li><bdi${lang}>${text}</bdi>${told === undefined ? null : html` <span class="quiet">${told}</span>`}</li>`;
  });
  return html`<ul class="names" aria-label="${site.say("person.names")}">
    ${spelled}
  </ul>`;
}

function picture(site: Site, path: string, one: ReleasedPicture, heading: string): Html {
  const words = one.caption === "" ? site.say("picture.of", { name: heading }) : one.caption;
  // The picture's folder is at the top, whatever the language.
  const src = relative(site.folder + path, picturePath(one));
  return html`<figure>
    ${
      site.pictures.has(one.sha256)
        ? html`<img
            src="${src}"
            width="${one.width}"
            height="${one.height}"
            alt="${words}"
            loading="lazy"
          />`
        : html`<p class="quiet">${site.say("picture.missing")}</p>`
    }
    ${one.caption === "" ? null : html`<figcaption dir="auto">${one.caption}</figcaption>`}
  </figure>`;
}

function sourcesUsed(person: ReleasedPerson): readonly number[] {
  const used = new Set<number>();
  for (const value of [...person.values, ...person.parts.flatMap((part) => part.values)]) {
    for (const claim of value.claims) used.add(claim.source);
    for (const other of value.others) for (const claim of other.claims) used.add(claim.source);
  }
  for (const statement of person.statements) used.add(statement.source);
  return [...used].toSorted((a, b) => a - b);
}

function section(title: string, body: Html | null): Html {
  return body === null
    ? nothing
    : html`<section>
        <h2>${title}</h2>
        ${body}
      </section> `;
}

function statusBox(site: Site, person: ReleasedPerson): Html {
  const { say } = site;
  return html`<div class="status status--${person.state}">
    ${
      person.status === ""
        ? html`<p>${say("person.fewTold")}</p>`
        : html`<p>${stateTag(site, person.state)} <span dir="auto">${person.status}</span></p>`
    }
    ${
      person.sources === 0
        ? null
        : html`<p class="quiet">
            ${dots(person.origins)}
            ${say("person.rests", { origins: say.count("origins", person.origins), sources: say.count("sources.count", person.sources) })}
          </p>`
    }
  </div>`;
}

function changesSection(site: Site, path: string, person: ReleasedPerson): Html {
  const { say } = site;
  const address =
    site.address === undefined ? null : new URL(site.folder + path, site.address).href;
  const changes = site.release.changes.filter((change) => change.number === person.number);
  return html`<section>
    <h2>${say("person.changes")}</h2>
    <p>${say("person.changed", { day: say.day(person.changed) })}</p>
    ${
      changes.length === 0
        ? null
        : html`<ul>
            ${changes.map((change) => html`<li>${say.day(change.day)}: <span dir="auto">${change.what}</span></li>`)}
          </ul>`
    }${
      person.formerly.length === 0
        ? null
        : html`<p class="quiet">
            ${own(say("person.formerly", { numbers: person.formerly.join(", ") }))}
          </p>`
    }${address === null ? null : html`<p class="quiet">${say("person.address")}: <bdi dir="ltr">${address}</bdi></p>`}
  </section>`;
}

export function personPage(site: Site, person: ReleasedPerson): SitePage {
  const { say } = site;
  const path = personPath(person.number);
  const level =
    person.level === "name"
      ? null
      : html`<p class="quiet">${say(`person.level.${person.level}`)}</p>`;
  const used = sourcesUsed(person);
  const statements = new Set(person.statements.map(({ n }) => n));
  const description = person.status === "" ? say("person.fewTold") : person.status;
  const body = html`<p class="crumb">${link(path, "people/index.html", say("people.title"))}</p>
    <h1>${own(person.heading)}</h1>
    <p class="quiet">${own(say("person.number", { number: person.number }))}</p>
    ${level}${names(site, person)}${shareButton(site, path)} ${statusBox(site, person)}
    ${section(
      say("person.pictures"),
      person.pictures.length === 0
        ? null
        : html`<div class="pictures">
            ${person.pictures.map((one) => picture(site, path, one, person.heading))}
          </div>`,
    )}${story(site, path, person.parts, statements)}
    ${section(
      say("person.known"),
      person.values.length === 0
        ? null
        : html`${person.values.map((value) => valueBlock(site, path, value, "h3", statements))}`,
    )}${section(
      say("person.statements"),
      person.statements.length === 0
        ? null
        : statementList(site, path, person.statements, { anchors: true, ofPerson: true }),
    )}${section(
      say("person.sources"),
      used.length === 0
        ? null
        : html`<ol class="sources">
            ${used.map(
              (n) =>
                html`<li>
                  <b>${n}</b>
                  <div>${sourceWords(site, site.sources.get(n))}</div>
                </li>`,
            )}
          </ol>`,
    )}${citations(site, person, site.folder + path)}
    ${changesSection(site, path, person)}
    <section class="reply">
      <h2>${say("person.correct")}</h2>
      <p>
        ${say("person.correctText")} ${link(path, "corrections.html", say("person.correctLink"))}
      </p>
    </section>`;
  return { path, title: `${person.heading} (${person.number})`, description, shares: true, body };
}
