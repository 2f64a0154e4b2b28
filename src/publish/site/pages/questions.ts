// Questions in dispute: every side in its own words, beside each other.
// Invariant: those who say so, who deny it and who call it something else all have their place, empty or not, none larger than another.
import type { ReleasedQuestion } from "../../release/released.ts";
import { link } from "../frame.ts";
import { html, own } from "../html.ts";
import { questionPath } from "../paths.ts";
import type { Site, SitePage } from "../site.ts";
import { dots } from "./claims.ts";
import { shareButton } from "./share.ts";
import { statementList } from "./statements.ts";

/** Who denies stands beside who says so. */
const order: readonly ReleasedQuestion["sides"][number]["side"][] = [
  "asserts",
  "denies",
  "reframes",
  "estimates",
  "others",
];
const always = new Set<string>(["asserts", "denies", "reframes"]);

function questionPage(site: Site, question: ReleasedQuestion): SitePage {
  const { say } = site;
  const path = questionPath(question.key);
  const sides = question.sides
    .filter(({ side, statements }) => statements.length > 0 || always.has(side))
    .toSorted((a, b) => order.indexOf(a.side) - order.indexOf(b.side))
    .map(
      ({ side, origins, statements }) =>
        html`<section class="side side--${side}">
          <h2>${say(`side.${side}`)}</h2>
          ${
            statements.length === 0
              ? html`<p class="quiet">${say("side.empty")}</p>`
              : html`<p class="quiet">${dots(origins)} ${say.count("origins", origins)}</p>
                  ${statementList(site, path, statements, { anchors: true, ofPerson: false })}`
          }
        </section> `,
    );
  return {
    path,
    title: question.wording,
    description: say("questions.lead"),
    shares: true,
    body: html`<p class="crumb">${link(path, "questions/index.html", say("questions.title"))}</p>
      <h1>${own(question.wording)}</h1>
      <p class="lead">${say("questions.lead")}</p>
      ${shareButton(site, path)}
      <div class="sides">${sides}</div>`,
  };
}

export function* questionPages(site: Site): Generator<SitePage> {
  const { say, release } = site;
  const path = "questions/index.html";
  const items = release.questions.map(
    (question) =>
      html`<li>
        ${link(path, questionPath(question.key), own(question.wording))}
        <p class="quiet">
          ${question.sides
            .filter(({ statements }) => statements.length > 0)
            .map(
              ({ side, statements }, i) =>
                html`${i === 0 ? "" : " · "}${say(`side.${side}`)}: ${say.number(statements.length)}`,
            )}
        </p>
      </li> `,
  );
  yield {
    path,
    title: say("questions.title"),
    body: html`<h1>${say("questions.title")}</h1>
      <p class="lead">${say("questions.lead")}</p>
      ${
        items.length === 0
          ? html`<p>${say("questions.none")}</p>`
          : html`<ul class="people">
              ${items}
            </ul>`
      }`,
  };
  for (const question of release.questions) yield questionPage(site, question);
}
