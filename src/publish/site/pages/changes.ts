// What differs from the release before.
// Invariant: of what was withdrawn nothing is told but that it was, and nothing leads to it.
import type { ReleasedChange } from "../../release/released.ts";
import { link } from "../frame.ts";
import { html, type Html, own } from "../html.ts";
import { personPath, placePath, questionPath } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";

const PATH = "changes.html";

/** Where a changed thing stands now, within its language's folder; undefined when it does not. */
export function placeOfChange(site: Site, { kind, number }: ReleasedChange): string | undefined {
  if (kind === "withdrawn") return undefined;
  if (site.people.has(number)) return personPath(number);
  if (site.places.has(number)) return placePath(number);
  return site.release.questions.some(({ key }) => key === number)
    ? questionPath(number)
    : undefined;
}

export function headingOfChange(site: Site, { number }: ReleasedChange): string {
  const heading = site.people.get(number)?.heading ?? site.places.get(number)?.names[0]?.text;
  return heading === undefined ? number : `${heading} (${number})`;
}

export function changeList(site: Site, path: string, changes: readonly ReleasedChange[]): Html {
  const { say } = site;
  return html`<ul class="changes">
    ${changes.map((change) => {
      const to = placeOfChange(site, change);
      const words =
        change.kind === "withdrawn" ? own(change.number) : own(headingOfChange(site, change));
      return html`<li>
        <time datetime="${change.day}">${say.day(change.day)}</time>
        <span class="tag">${say(`changes.${change.kind}`)}</span>
        ${to === undefined ? words : link(path, to, words)}: <span dir="auto">${change.what}</span>
      </li> `;
    })}
  </ul>`;
}

export function changesPage(site: Site): SitePage {
  const { say, release } = site;
  return {
    path: PATH,
    title: say("changes.title"),
    body: html`<h1>${say("changes.title")}</h1>
      <p class="quiet">
        ${say("home.asOf", { day: say.day(release.asOf), n: say.number(release.number) })}
      </p>
      ${
        release.changes.length === 0
          ? html`<p>${say("changes.none")}</p>`
          : changeList(site, PATH, release.changes)
      }
      <p class="quiet">${say("changes.withdrawnNote")}</p>`,
  };
}
