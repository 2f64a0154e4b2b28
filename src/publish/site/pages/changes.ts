// What differs from the release before: people, places, questions and estimates, told once for the page, the feed and the newsletter.
// Invariant: of what was withdrawn nothing is told but that it was, and nothing leads to it.
import type { ReleasedChange, ReleasedThingChange } from "../../release/released.ts";
import { link } from "../frame.ts";
import { html, type Html } from "../html.ts";
import { personPath, placePath, questionPath } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";

const PATH = "changes.html";

/** One change as it is told. */
export interface ToldChange {
  readonly kind: ReleasedChange["kind"];
  /** The same in every release that tells of the same thing. */
  readonly key: string;
  readonly day: string;
  readonly heading: string;
  readonly what: string;
  /** Where it stands now, within its language's folder; undefined where it does not. */
  readonly to: string | undefined;
}

/** People first, as they come in the release; none twice. */
export function changesOf(site: Site): readonly ToldChange[] {
  const { changes, thingChanges = [] } = site.release;
  return [
    ...changes.map((change) => ofPerson(site, change)),
    ...thingChanges.map((change) => ofThing(site, change)),
  ];
}

function ofPerson({ people }: Site, { kind, number, day, what }: ReleasedChange): ToldChange {
  const person = kind === "withdrawn" ? undefined : people.get(number);
  const heading = person === undefined ? number : `${person.heading} (${number})`;
  const to = person === undefined ? undefined : personPath(number);
  return { kind, key: number, day, heading, what, to };
}

function ofThing(site: Site, { kind, about, key, label, day }: ReleasedThingChange): ToldChange {
  const what = site.say(`changes.about.${about}`);
  if (kind === "withdrawn") return { kind, key, day, heading: what, what, to: undefined };
  return {
    kind,
    key,
    day,
    heading: label === "" ? what : label,
    what,
    to: pageOf(site, about, key),
  };
}

function pageOf(
  { places, release }: Site,
  about: ReleasedThingChange["about"],
  key: string,
): string | undefined {
  if (about === "estimate") return "estimates.html";
  if (about === "place") return places.has(key) ? placePath(key) : undefined;
  return release.questions.some((one) => one.key === key) ? questionPath(key) : undefined;
}

export function changeList(site: Site, path: string, changes: readonly ToldChange[]): Html {
  const { say } = site;
  return html`<ul class="changes">
    ${changes.map(({ kind, day, heading, what, to }) => {
      const words = html`<bdi>${heading}</bdi>`;
      return html`<li>
        <time datetime="${day}">${say.day(day)}</time>
        <span class="tag">${say(`changes.${kind}`)}</span>
        ${to === undefined ? words : link(path, to, words)}${
          what === heading ? null : html`: <span dir="auto">${what}</span>`
        }
      </li> `;
    })}
  </ul>`;
}

export function changesPage(site: Site): SitePage {
  const { say, release } = site;
  const changes = changesOf(site);
  return {
    path: PATH,
    title: say("changes.title"),
    body: html`<h1>${say("changes.title")}</h1>
      <p class="quiet">
        ${say("home.asOf", { day: say.day(release.asOf), n: say.number(release.number) })}
      </p>
      ${
        changes.length === 0 ? html`<p>${say("changes.none")}</p>` : changeList(site, PATH, changes)
      }
      <p class="quiet">${say("changes.withdrawnNote")}</p>`,
  };
}
