// One person's part of a report: what is known, what happened, what was said, and what stays.
// Invariant: every sentence about the person ends in a footnote, contradictions and denials stand beside it.
import { schemaOf, termLabel } from "../../model/index.ts";
import type { PropertyView, RelatedView, StatementView } from "../../weigh/index.ts";
import { type Footnotes, statementsOf } from "./footnotes.ts";
import { type Held, heldReasons } from "./held-back.ts";
import type { PersonPlan } from "./plan-person.ts";
import { name, section, text } from "./report-html.ts";

interface Telling {
  readonly notes: Footnotes;
  /** The person's records; a value that only points back at the person tells nobody anything. */
  readonly own: ReadonlySet<string>;
  /** What the others in this dossier are called, by each of their records. */
  readonly others: ReadonlyMap<string, string>;
}

/** What a person is called in a dossier: a name that goes, or the number. */
export const titleOf = ({ file }: PersonPlan): string =>
  file.names.length > 0 ? file.label : file.number;

/** The sections about one person. */
export function personText(
  plan: PersonPlan,
  notes: Footnotes,
  others: ReadonlyMap<string, string>,
): string {
  const { file } = plan;
  const telling: Telling = { notes, own: new Set(file.records.map(({ id }) => id)), others };
  const more = file.names.slice(1).map((form) => name(form.text));
  return [
    more.length === 0 ? "" : `<p>${more.join(" · ")}</p>`,
    file.status === null ? "" : `<p class="status">${text(file.status.text)}</p>`,
    section(
      "What is known",
      file.properties.map((one) => propertyText(one, telling)),
    ),
    section(
      "What happened",
      file.related.map((one) => relatedText(one, telling)),
    ),
    section(
      "What was said",
      statementsOf(plan).map((said) => statementText(said, notes)),
    ),
    section("Held back", [heldText(plan.heldBack)]),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function propertyText(property: PropertyView, { notes, own, others }: Telling): string {
  const byId = new Map(property.claims.map((claim) => [claim.id, claim]));
  const marks = (ids: readonly string[]): string =>
    ids
      .map((id) => byId.get(id))
      .map((claim) => (claim === undefined ? "" : notes.claim(claim)))
      .join("");
  const telling = property.headlines.filter(
    ({ value }) => value.kind !== "ref" || !own.has(value.record),
  );
  const valueText = ({ value, text: plain }: PropertyView["headlines"][number]): string =>
    name((value.kind === "ref" ? others.get(value.record) : undefined) ?? plain);
  const lines = telling.map(
    (headline) =>
      `<b>${valueText(headline)}</b>${marks(headline.claims)} <span class="quiet">${text(headline.fact.status)}: ${text(headline.fact.why)}</span>`,
  );
  const against = property.others.map(
    (other) => `Against it: ${name(other.text)}${marks(other.claims)}`,
  );
  const denials = property.denials.map(
    (denial) =>
      `${denial.namesThePerson ? "Denied" : "Denied in general, without naming the person"}: ${name(denial.speaker)}: “${name(denial.content)}”`,
  );
  if (lines.length + against.length + denials.length === 0) return "";
  return `<h3>${text(property.label)}</h3>${[...lines, ...against, ...denials].map((line) => `<p>${line}</p>`).join("")}`;
}

function relatedText({ schema, properties }: RelatedView, telling: Telling): string {
  const inside = properties.map((property) => propertyText(property, telling)).join("");
  return inside === ""
    ? ""
    : `<h2 class="part">${text(schemaOf(schema)?.label ?? schema)}</h2>${inside}`;
}

function statementText(said: StatementView, notes: Footnotes): string {
  const when = said.said ?? said.published;
  const who = said.speaker === "" ? "Speaker not named" : name(said.speaker);
  return `<p>${who} ${text(termLabel("stance", said.stance)).toLowerCase()}${when === undefined ? "" : ` (${text(when)})`}: “${name(said.content)}”${notes.statement(said)}</p>`;
}

export function heldText(held: readonly Held[]): string {
  if (held.length === 0) return "<p>Nothing.</p>";
  const lines = held.map(
    ({ what, reason, count }) => `<li>${count} × ${what}: ${heldReasons[reason]}</li>`,
  );
  return `<ul>${lines.join("")}</ul>`;
}
