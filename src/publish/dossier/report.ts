// The dossier as people read it: every sentence with its footnotes, contradictions and denials beside it; a section a person.
// Invariant: HTML without script, style sheet or address outside it; whatever comes from the vault is escaped.
import { termLabel } from "../../model/index.ts";
import { Footnotes, sourceName } from "./footnotes.ts";
import type { DossierPlan, PlannedSource } from "./plan-dossier.ts";
import { name, section, style, text } from "./report-html.ts";
import { heldText, personText, titleOf } from "./report-person.ts";

export interface ReportFacts {
  /** When it was made, as an ISO day. */
  readonly day: string;
  readonly signer: string;
  readonly vkey: string;
  readonly checkpointSize: number;
  readonly witnessed: boolean;
  /** How many authorities stamped the checkpoint. */
  readonly stamps: number;
  /** Path of each kept file that goes along, by its hash. */
  readonly paths: ReadonlyMap<string, string>;
}

/** The report of a plan, as one page of HTML. */
export function reportHtml(plan: DossierPlan, facts: ReportFacts): string {
  const notes = new Footnotes(plan);
  const { people } = plan;
  const [first] = people;
  const alone = people.length === 1 && first !== undefined;
  const title = alone ? titleOf(first) : `${people.length} people`;
  const about = `${text(facts.day)} · for: ${text(termLabel("audience", plan.audience))}`;
  const called = new Map(
    people.flatMap((one) => one.file.records.map(({ id }) => [id, titleOf(one)] as const)),
  );
  const body = [
    `<h1>${name(title)}</h1>`,
    `<p class="quiet">${alone ? `File ${text(first.file.number)} · ` : ""}${about}</p>`,
    ...(alone
      ? [personText(first, notes, called)]
      : [
          contents(plan),
          ...people.map((one, i) => personSection(personText(one, notes, called), one, i)),
        ]),
    section("Sources and passages", [notes.list()]),
    section(
      "Documents",
      plan.sources.map((source) => sourceText(source, facts)),
    ),
    plan.heldBack.length === 0
      ? ""
      : section("People who are not in it", [heldText(plan.heldBack)]),
    section("How to check this", [checkText(facts)]),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style}</style></head>
<body>
${body.filter((part) => part !== "").join("\n")}
</body></html>
`;
}

function contents({ people }: DossierPlan): string {
  const lines = people.map(
    (one, i) =>
      `<li><a href="#p${i + 1}">${name(titleOf(one))}</a> <span class="quiet">${text(one.file.number)}</span></li>`,
  );
  return `<ol class="people">${lines.join("\n")}</ol>`;
}

/** Their headings stand one step lower than where the report is about one person. */
function personSection(inside: string, one: DossierPlan["people"][number], i: number): string {
  const lower = inside.replaceAll("<h3>", "<h4>").replaceAll("</h3>", "</h4>");
  const parts = lower.replaceAll(/<h2( class="part")?>/g, "<h3$1>").replaceAll("</h2>", "</h3>");
  return `<section class="person" id="p${i + 1}"><h2>${name(titleOf(one))}</h2>
<p class="quiet">File ${text(one.file.number)}</p>
${parts}</section>`;
}

function sourceText(source: PlannedSource, { paths }: ReportFacts): string {
  const files = source.files
    .map((hash) => `<br><code>${text(paths.get(hash) ?? hash)}</code>`)
    .join("");
  const kind = text(termLabel("source-kind", source.kind));
  const how = source.blackedOut
    ? ", a copy with parts blacked out; the original is not included"
    : source.files.length === 0
      ? ", file not included"
      : "";
  return `<p>${sourceName(source)} <span class="quiet">(${kind}${how})</span>${files}</p>`;
}

function checkText({ signer, vkey, checkpointSize, witnessed, stamps }: ReportFacts): string {
  return `<p>In this folder: <code>bash verify.sh --signer ${text(signer)}</code>. It needs bash, sha256sum, openssl and ssh-keygen.
VERIFY.txt explains each step.</p>
<p>Signed by <code>${text(signer)}</code>. Compare this with what the group publishes elsewhere.</p>
<p>The entries named in the footnotes are in a ledger of ${checkpointSize} entries, signed by <code>${text(vkey)}</code>${witnessed ? " and cosigned by its witnesses" : "; no witness has cosigned it yet"}. ${stamps === 0 ? "It has no time stamp." : `Time-stamping authorities that stamped it: ${stamps}.`} A time stamp proves that
something existed not later than it says; it never proves that it did not exist earlier.</p>`;
}
