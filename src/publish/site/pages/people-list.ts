// Lists of people for those who read without a script: by number, letter, place and year.
// Invariant: everybody in the release is in the list by number; a person without a name is in every list under that heading.
import { foldName } from "../../../names/index.ts";
import type { ReleasedPerson } from "../../release/released.ts";
import { link } from "../frame.ts";
import { html, type Html, nothing, own } from "../html.ts";
import { fileName, personPath, relative } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";
import { stateTag } from "./claims.ts";

const PER_PAGE = 200;

/** Links through the pages of one list. */
export function pager({ say }: Site, paths: readonly string[], at: number): Html {
  if (paths.length < 2) return nothing;
  const here = paths[at] ?? "";
  const step = (to: string | undefined, words: string, rel: string): Html | null =>
    to === undefined
      ? null
      : html`<li><a rel="${rel}" href="${relative(here, to)}">${words}</a></li>`;
  return html`<nav class="pager" aria-label="${say("people.pages")}">
    <ul>
      ${step(paths[at - 1], say("people.earlier"), "prev")}
      <li>${say("people.page", { n: say.number(at + 1), all: say.number(paths.length) })}</li>
      ${step(paths[at + 1], say("people.later"), "next")}
    </ul>
  </nav>`;
}

/** People as a list of links with their status. */
export function peopleList(site: Site, path: string, people: readonly ReleasedPerson[]): Html {
  return html`<ul class="people">
    ${people.map(
      (person) =>
        html`<li>
          ${link(path, personPath(person.number), own(person.heading))}
          <span class="quiet">${own(person.number)}</span>
          ${person.state === "disputed" ? stateTag(site, person.state) : null}
          <p dir="auto">${person.status}</p>
        </li> `,
    )}
  </ul>`;
}

function* listPages(
  site: Site,
  list: { readonly base: string; readonly title: string; readonly note?: string },
  people: readonly ReleasedPerson[],
): Generator<SitePage> {
  const count = Math.max(1, Math.ceil(people.length / PER_PAGE));
  const paths = Array.from({ length: count }, (_, i) =>
    i === 0 ? `${list.base}.html` : `${list.base}-page-${i + 1}.html`,
  );
  for (const [i, path] of paths.entries()) {
    const shown = people.slice(i * PER_PAGE, (i + 1) * PER_PAGE);
    yield {
      path,
      title: list.title,
      body: html`<p class="crumb">${link(path, "people/index.html", site.say("people.title"))}</p>
        <h1>${own(list.title)}</h1>
        <p class="quiet">
          ${site.say.count("people.count", people.length)}${list.note === undefined ? null : html` · ${list.note}`}
        </p>
        ${peopleList(site, path, shown)}${pager(site, paths, i)}`,
    };
  }
}

interface Group {
  readonly key: string;
  readonly title: string;
  readonly people: readonly ReleasedPerson[];
}

function groupsOf(
  people: readonly ReleasedPerson[],
  keyOf: (person: ReleasedPerson) => string,
  titleOf: (key: string) => string,
): readonly Group[] {
  const groups = new Map<string, ReleasedPerson[]>();
  for (const person of people) {
    const key = keyOf(person);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [person]);
    else list.push(person);
  }
  // By code point, the same on every machine; what has no key comes last.
  return [...groups]
    .toSorted(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1))
    .map(([key, list]) => ({ key, title: titleOf(key), people: list }));
}

const letterOf = (person: ReleasedPerson): string =>
  person.level === "no-name" ? "" : ([...foldName(person.heading)][0] ?? "").toUpperCase();

function yearOf(person: ReleasedPerson): string {
  const years = person.parts
    .map(({ from, to }) => from?.min ?? from?.max ?? to?.min ?? to?.max ?? null)
    .flatMap((day) => (day === null || !/^\d{4}/.test(day) ? [] : [day.slice(0, 4)]));
  return years.toSorted()[0] ?? "";
}

/** The search box; the script shows it, so that nobody without one is offered what does not work. */
export function searchBox(site: Site, path: string): Html {
  const { say } = site;
  const words = {
    none: say("search.none"),
    few: say("search.few"),
    many: say("search.many"),
    fault: say("search.fault"),
    one: say("search.found.one", { n: "{n}" }),
    other: say("search.found.other", { n: "{n}" }),
  };
  return html`<search>
      <form
        id="search"
        hidden
        data-people="${relative(path, "people/")}"
        data-words="${JSON.stringify(words)}"
      >
        <label for="q">${say("search.label")}</label>
        <div class="row">
          <input
            id="q"
            type="search"
            autocomplete="off"
            spellcheck="false"
            dir="auto"
            maxlength="200"
            aria-describedby="q-hint"
          /><button>${say("search.go")}</button>
        </div>
        <p id="q-hint" class="quiet">${say("search.hint")}</p>
      </form>
      <p id="found" role="status"></p>
      <ol id="results" class="people"></ol>
    </search>
    <noscript><p class="quiet">${say("search.noScript")}</p></noscript>`;
}

function groupLinks(path: string, base: string, groups: readonly Group[], site: Site): Html {
  return html`<ul class="groups">
    ${groups.map(
      ({ key, title, people }) =>
        html`<li>
          ${link(path, `${base}${fileName(key.toLowerCase())}.html`, own(title))}
          <span class="quiet">${site.say.number(people.length)}</span>
        </li>`,
    )}
  </ul>`;
}

/** The page of lists, and every list. */
export function* peoplePages(site: Site): Generator<SitePage> {
  const { say, release } = site;
  const { people } = release;
  const letters = groupsOf(people, letterOf, (key) => (key === "" ? say("people.noLetter") : key));
  const years = groupsOf(people, yearOf, (key) => (key === "" ? say("people.noYear") : key));
  const path = "people/index.html";
  yield {
    path,
    title: say("people.title"),
    searches: true,
    body: html`<h1>${say("people.title")}</h1>
      <p class="quiet">${say.count("people.count", people.length)}</p>
      ${searchBox(site, path)}
      <h2>${say("people.byNumber")}</h2>
      <p>${link(path, "lists/numbers.html", say("people.byNumber"))}</p>
      <h2>${say("people.byLetter")}</h2>
      ${groupLinks(path, "lists/letter-", letters, site)}
      <h2>${say("people.byYear")}</h2>
      <p class="quiet">${say("people.yearNote")}</p>
      ${groupLinks(path, "lists/year-", years, site)}
      <h2>${say("people.byPlace")}</h2>
      <p>${link(path, "places/index.html", say("places.title"))}</p>`,
  };
  yield* listPages(site, { base: "lists/numbers", title: say("people.byNumber") }, people);
  for (const { key, title, people: some } of letters)
    yield* listPages(
      site,
      {
        base: `lists/letter-${fileName(key.toLowerCase())}`,
        title: key === "" ? title : say("people.letter", { letter: title }),
      },
      some,
    );
  for (const { key, title, people: some } of years)
    yield* listPages(
      site,
      { base: `lists/year-${fileName(key)}`, title, note: say("people.yearNote") },
      some,
    );
}
