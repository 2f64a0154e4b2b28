// The rebuttal file as people read it: one page of HTML, from which the PDF is made.
// Invariant: HTML without script, style sheet or address outside it; whatever comes from the vault is escaped; what is told of the
// person leads to a footnote.
import { termLabel } from "../../model/index.ts";
import { Footnotes, sourceName } from "../dossier/footnotes.ts";
import type { PlannedSource } from "../dossier/plan-dossier.ts";
import { name, section, style, text } from "../dossier/report-html.ts";
import { heldText, titleOf } from "../dossier/report-person.ts";
import { changesText } from "./changes-html.ts";
import { existenceText } from "./existence-html.ts";
import { officialText, unansweredText } from "./official-html.ts";
import type { PictureOrigin } from "./pictures.ts";
import type { RebuttalPlan } from "./plan-rebuttal.ts";
import { replyForm } from "./reply-form.ts";

export function rebuttalHtml(plan: RebuttalPlan): string {
  const { person, audience, day, official } = plan;
  const notes = new Footnotes({ people: [person], sources: plan.sources });
  const title = `Rebuttal file: ${titleOf(person)}`;
  const { status, number } = person.file;
  const body = [
    `<h1>${name(titleOf(person))}</h1>`,
    `<p class="quiet">Rebuttal file · ${text(number)} · ${text(day)} · for: ${text(termLabel("audience", audience))}</p>`,
    status === null ? "" : `<p class="status">${text(status.text)}</p>`,
    section("1. That this person exists", [existenceText(plan, notes)]),
    section("2. What officials said of this person", [
      officialText(
        official.aboutThePerson,
        notes,
        "No official statement on file names this person.",
      ),
    ]),
    section("3. What officials said of the policy", [
      officialText(
        official.aboutThePolicy,
        notes,
        "None is on file under a question that this person’s file stands in.",
      ),
    ]),
    section("4. What no official statement speaks to", [unansweredText(official, notes, person)]),
    section("5. Where each picture comes from", [picturesText(plan.pictures)]),
    section("6. How this file changed", [changesText(plan.changes, notes)]),
    section("Sources and passages", [notes.list()]),
    section("Documents", plan.sources.map(sourceText)),
    section("Held back", [heldText(plan.heldBack)]),
    replyForm(plan),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style}.form{page-break-before:always}sup{margin-left:.2em}.blank{color:#8a8583;overflow-wrap:anywhere}</style></head>
<body>
${body.filter((part) => part !== "").join("\n")}
</body></html>
`;
}

function picturesText(pictures: readonly PictureOrigin[]): string {
  if (pictures.length === 0) return "<p>No picture goes with this file.</p>";
  return pictures.map(pictureText).join("\n");
}

function pictureText(one: PictureOrigin): string {
  const { source, came, alike, alikeHeld, notCompared, confirmed, by } = one;
  const [first] = alike;
  const earlier =
    first !== undefined && first.came !== "" && first.came < came
      ? `The same picture came first on ${text(first.came)}, in ${name(first.title)}.`
      : "It is the first of this picture in the vault.";
  const elsewhere = [
    ...alike.map((other) => `${name(other.title)} (${text(other.came)})`),
    ...(alikeHeld === 0 ? [] : [`${alikeHeld} held back`]),
  ];
  const compared = notCompared
    ? "It could not be compared with other pictures."
    : `${alikeHeld > 0 && first === undefined ? "" : `${earlier} `}The same picture elsewhere in the vault: ${elsewhere.length === 0 ? "none" : elsewhere.join("; ")}.`;
  const names = by.length === 0 ? "" : ` (${by.map(name).join(", ")})`;
  const shows =
    confirmed === 0
      ? "Nobody confirmed that it shows this person."
      : `${confirmed} ${confirmed === 1 ? "member of the group says" : "members of the group say"} that it shows this person${names}.`;
  const url = source.url === undefined ? "" : ` <code>${text(source.url)}</code>`;
  return `<h3>${sourceName(source)}</h3><p>Came into the vault on ${text(came)}.${url} ${compared}</p><p>${shows}</p>`;
}

function sourceText(source: PlannedSource): string {
  return `<p>${sourceName(source)} <span class="quiet">(${text(termLabel("source-kind", source.kind))})</span></p>`;
}
