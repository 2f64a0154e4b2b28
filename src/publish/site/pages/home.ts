// The first page: what this is, how many are documented and as of when.
// Invariant: the number is of people documented in public, and says that it is no total.
import { link } from "../frame.ts";
import { html, nothing } from "../html.ts";
import type { Site, SitePage } from "../site.ts";
import { changeList, changesOf } from "./changes.ts";
import { peopleList, searchBox } from "./people-list.ts";

const MOST_CHANGES = 10;
const MOST_PEOPLE = 6;
const PATH = "index.html";

export function homePage(site: Site): SitePage {
  const { say, release } = site;
  const { people, checkpoint } = release;
  const changes = changesOf(site);
  const more = (
    [
      ["questions", "questions/index.html"],
      ["estimates", "estimates.html"],
      ["places", "places/index.html"],
      ["method", "method.html"],
      ["data", "data.html"],
      ["corrections", "corrections.html"],
    ] as const
  ).map(
    ([key, to]) =>
      html`<li>
        ${link(PATH, to, say(`nav.${key}`))}
        <p class="quiet">${say(`home.${key}`)}</p>
      </li> `,
  );
  // Those who are shown by name and of whom most is known; numbers settle what is equal.
  const some = people
    .filter(({ level, status }) => level === "name" && status !== "")
    .toSorted((a, b) => b.origins - a.origins || (a.number < b.number ? -1 : 1))
    .slice(0, MOST_PEOPLE);
  return {
    path: PATH,
    title: site.title,
    searches: true,
    body: html`<h1>${site.title}</h1>
      <p class="lead">${say("home.lead")}</p>
      <p class="count">
        <b>${say.number(people.length)}</b> ${say.count("home.count", people.length)}
      </p>
      <p>
        ${say("home.asOf", { day: say.day(release.asOf), n: say.number(release.number) })}
        ${say("home.notTotal")} ${say("home.held")}
      </p>
      <section>
        <h2>${say("home.look")}</h2>
        ${searchBox(site, PATH)}
        <p>${link(PATH, "people/index.html", say("home.lists"))}</p>
      </section>
      ${
        some.length === 0
          ? nothing
          : html`<section>
              <h2>${say("home.some")}</h2>
              ${peopleList(site, PATH, some)}
            </section>`
      }
      <section>
        <h2>${say("home.read")}</h2>
        <ul class="cards">
          ${more}
        </ul>
      </section>
      ${
        changes.length === 0
          ? nothing
          : html`<section>
              <h2>${say("home.news")}</h2>
              ${changeList(site, PATH, changes.slice(0, MOST_CHANGES))}
              <p>${link(PATH, "changes.html", say("changes.title"))}</p>
            </section>`
      }${
        checkpoint === null
          ? nothing
          : html`<p class="quiet checkpoint">
              ${say("home.checkpoint", { size: say.number(checkpoint.size), root: checkpoint.root })}
            </p>`
      }`,
  };
}
