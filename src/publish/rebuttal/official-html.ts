// What officials said, item by item of the file: what each statement answers, what it leaves, and what nobody answers.
// Invariant: says what is not answered as plainly as what is; draws no conclusion from silence.
import type { OfficialAnswers, OfficialStatement } from "../../act/index.ts";
import { termLabel } from "../../model/index.ts";
import type { Footnotes } from "../dossier/footnotes.ts";
import type { PersonPlan } from "../dossier/plan-person.ts";
import { name, text } from "../dossier/report-html.ts";
import { claimsById } from "./existence-html.ts";

export function officialText(
  statements: readonly OfficialStatement[],
  notes: Footnotes,
  none: string,
): string {
  if (statements.length === 0) return `<p>${text(none)}</p>`;
  return `<p class="quiet">Listed is every statement in an official source, and every one, by whomever it was made, that denies, admits, reframes or declines to answer.</p>
${statements.map((one) => statementText(one, notes)).join("\n")}`;
}

function statementText(one: OfficialStatement, notes: Footnotes): string {
  const { said, answers, leaves, questions, namesThePerson } = one;
  const when = said.said ?? said.published;
  const who = said.speaker === "" ? "Speaker not named" : name(said.speaker);
  const asked = questions.filter((wording) => wording !== "");
  const lines = [
    `<b>${who}</b> ${text(termLabel("stance", said.stance)).toLowerCase()}${when === undefined ? "" : ` (${text(when)})`}: “${name(said.content)}”${notes.statement(said)}`,
    asked.length === 0 ? "" : `Under the question: ${asked.map(name).join("; ")}`,
    namesThePerson
      ? `It speaks to: ${listed(answers, "nothing that the file says happened")}.`
      : "It is about the policy. It names nobody and answers nothing that this file says happened.",
    namesThePerson && leaves.length > 0 ? `It leaves unanswered: ${listed(leaves, "")}.` : "",
  ];
  return `<div class="said">${lines
    .filter((line) => line !== "")
    .map((line) => `<p>${line}</p>`)
    .join("")}</div>`;
}

const listed = (items: OfficialStatement["answers"], none: string): string =>
  items.length === 0 ? none : items.map(({ label }) => text(label)).join("; ");

export function unansweredText(
  { unanswered }: OfficialAnswers,
  notes: Footnotes,
  person: PersonPlan,
): string {
  if (unanswered.length === 0)
    return "<p>Nothing: an official statement speaks to each thing the file says happened, whatever it says.</p>";
  const claims = claimsById(person);
  const marks = (ids: readonly string[]): string =>
    ids
      .map((id) => claims.get(id))
      .map((claim) => (claim === undefined ? "" : notes.claim(claim)))
      .join("");
  const lines = unanswered.map(
    (item) =>
      `<li>${text(item.label)}: ${item.values.map(name).join("; ")}${marks(item.claims)}</li>`,
  );
  return `<p>The file says the following. No official statement on file answers it.</p><ul>${lines.join("\n")}</ul>`;
}
