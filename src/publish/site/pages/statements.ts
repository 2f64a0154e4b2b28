// Statements as they were made: the words first, then who, when and where.
// Invariant: words are never shortened; what a statement answers is a link to it.
import { termLabel } from "../../../model/index.ts";
import type { ReleasedStatement } from "../../release/released.ts";
import { html, type Html, own } from "../html.ts";
import type { Site } from "../site.ts";
import { joined, quoted, sourceLink, statementLink } from "./claims.ts";

/** `anchors`: on a page where statements have numbers of their own, what answers what is linked. */
export function statementList(
  site: Site,
  path: string,
  statements: readonly ReleasedStatement[],
  options: { readonly anchors: boolean; readonly ofPerson: boolean },
): Html {
  const { say, sources } = site;
  const here = new Set(statements.map(({ n }) => n));
  const items = statements.map((statement) => {
    const answers = statement.answers.map((n) => statementLink(site, n, here));
    const id = options.anchors ? html` id="st${statement.n}"` : null;
    return html`<li${id} class="statement statement--${statement.stance}">${
      options.anchors
        ? html`<p class="quiet">${say("statement.heading", { n: statement.n })}</p>`
        : null
    }${quoted(statement.words, sources.get(statement.source)?.language)}<p class="quiet">${joined([
      own(statement.speaker),
      html`<b
        >${termLabel("stance", statement.stance, site.language.tag).toLocaleLowerCase(site.language.tag)}</b
      >`,
      statement.said === undefined ? null : say("claim.said", { day: say.day(statement.said) }),
      options.ofPerson && !statement.namesThePerson ? say("statement.notThePerson") : null,
      answers.length === 0 || !options.anchors
        ? null
        : html`${say("statement.answers")} ${joined(answers, ", ")}`,
      sourceLink(site, path, statement.source),
    ])}</p></li>
`;
  });
  return html`<ol class="statements">
    ${items}
  </ol>`;
}
