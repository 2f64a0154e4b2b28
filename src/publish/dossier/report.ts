// The dossier as people read it: every sentence with its footnotes, contradictions and denials beside it.
// Invariant: HTML without script, style sheet or address outside it; every sentence about the person ends in a footnote to a
// passage; whatever comes from the vault is escaped.
import { schemaOf, termLabel } from "../../model/index.ts";
import type { ClaimView, PropertyView, RelatedView, StatementView } from "../../weigh/index.ts";
import type { DossierPlan, Held, PlannedSource } from "./plan-dossier.ts";

export interface ReportFacts {
  /** When it was made, as an ISO day. */
  readonly day: string;
  readonly signer: string;
  readonly vkey: string;
  readonly checkpointSize: number;
  readonly witnessed: boolean;
  /** Path of each kept file that goes along, by its hash. */
  readonly paths: ReadonlyMap<string, string>;
}

/** The report of a plan, as one page of HTML. */
export function reportHtml(plan: DossierPlan, facts: ReportFacts): string {
  const notes = new Footnotes(plan);
  const { file } = plan;
  const own = new Set(file.records.map(({ id }) => id));
  const title = file.names.length > 0 ? file.label : file.number;
  const body = [
    `<h1>${name(title)}</h1>`,
    namesLine(plan),
    `<p class="quiet">File ${text(file.number)} · ${text(facts.day)} · for: ${text(termLabel("audience", plan.audience))}</p>`,
    file.status === null ? "" : `<p class="status">${text(file.status.text)}</p>`,
    section(
      "What is known",
      file.properties.map((one) => propertyText(one, notes, own)),
    ),
    section(
      "What happened",
      file.related.map((one) => relatedText(one, notes, own)),
    ),
    section(
      "What was said",
      statementsOf(plan).map((said) => statementText(said, notes)),
    ),
    section("Sources and passages", [notes.list()]),
    section(
      "Documents",
      plan.sources.map((source) => sourceText(source, facts)),
    ),
    section("Held back", [heldText(plan.heldBack)]),
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

/** Numbers the claims and statements as they are met. */
class Footnotes {
  readonly #numbers = new Map<string, number>();
  readonly #notes: string[] = [];
  readonly #statements: ReadonlyMap<string, StatementView>;
  readonly #sources: ReadonlyMap<string, PlannedSource>;
  constructor(plan: DossierPlan) {
    this.#statements = new Map(statementsOf(plan).map((said) => [said.id, said]));
    this.#sources = new Map(plan.sources.map((source) => [source.id, source]));
  }
  claim(claim: ClaimView): string {
    const said = claim.statement === undefined ? undefined : this.#statements.get(claim.statement);
    const quote = claim.passage?.quote ?? said?.content;
    const how = [
      said === undefined
        ? ""
        : `${text(said.speaker)} ${text(termLabel("stance", said.stance)).toLowerCase()}`,
      claim.knows === undefined ? "" : text(termLabel("knows", claim.knows)).toLowerCase(),
      claim.review === "accepted" ? "" : "not reviewed",
    ];
    return this.#add(claim.id, claim.source, quote, [...how, place(claim.passage)], claim.seq);
  }
  statement(said: StatementView): string {
    return this.#add(
      said.id,
      said.source,
      said.passage.quote ?? said.content,
      [place(said.passage)],
      said.seq,
    );
  }
  #add(
    id: string,
    source: string,
    quote: string | undefined,
    how: readonly string[],
    seq: number,
  ): string {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(id, number);
      const words = quote === undefined || quote === "" ? "" : ` “${name(quote)}”`;
      const told = [...how.filter((one) => one !== ""), `entry ${seq}`].join(", ");
      this.#notes.push(
        `<li id="n${number}">${sourceName(this.#sources.get(source))}.${words} <span class="quiet">(${told})</span></li>`,
      );
    }
    return `<sup><a href="#n${number}">${number}</a></sup>`;
  }
  list(): string {
    return this.#notes.length === 0 ? "" : `<ol>${this.#notes.join("\n")}</ol>`;
  }
}

const states = {
  single: "one origin",
  corroborated: "corroborated",
  disputed: "disputed",
} as const;

/** `own`: the person's records; a value that only points back at the person tells nobody anything. */
function propertyText(property: PropertyView, notes: Footnotes, own: ReadonlySet<string>): string {
  const byId = new Map(property.claims.map((claim) => [claim.id, claim]));
  const marks = (ids: readonly string[]): string =>
    ids
      .map((id) => byId.get(id))
      .map((claim) => (claim === undefined ? "" : notes.claim(claim)))
      .join("");
  const origins = (count: number, state: keyof typeof states): string =>
    state === "corroborated" ? `${states[state]} by ${count} independent origins` : states[state];
  const telling = property.headlines.filter(
    ({ value }) => value.kind !== "ref" || !own.has(value.record),
  );
  const lines = telling.map(
    (headline) =>
      `<b>${name(headline.text)}</b>${marks(headline.claims)} <span class="quiet">${origins(headline.origins.length, headline.state)}</span>`,
  );
  const others = property.others.map(
    (other) => `Against it: ${name(other.text)}${marks(other.claims)}`,
  );
  const denials = property.denials.map(
    (denial) =>
      `${denial.namesThePerson ? "Denied" : "Denied in general, without naming the person"}: ${name(denial.speaker)}: “${name(denial.content)}”`,
  );
  if (lines.length + others.length + denials.length === 0) return "";
  return `<h3>${text(property.label)}</h3>${[...lines, ...others, ...denials].map((line) => `<p>${line}</p>`).join("")}`;
}

function relatedText(
  { schema, properties }: RelatedView,
  notes: Footnotes,
  own: ReadonlySet<string>,
): string {
  const inside = properties.map((property) => propertyText(property, notes, own)).join("");
  return inside === ""
    ? ""
    : `<h2 class="part">${text(schemaOf(schema)?.label ?? schema)}</h2>${inside}`;
}

function statementText(said: StatementView, notes: Footnotes): string {
  const when = said.said ?? said.published;
  const who = said.speaker === "" ? "Speaker not named" : name(said.speaker);
  return `<p>${who} ${text(termLabel("stance", said.stance)).toLowerCase()}${when === undefined ? "" : ` (${text(when)})`}: “${name(said.content)}”${notes.statement(said)}</p>`;
}

const statementsOf = ({ file, statements }: DossierPlan): StatementView[] => [
  ...new Map(
    [...file.statements, ...file.spoke]
      .filter((said) => statements.has(said.id))
      .map((said) => [said.id, said]),
  ).values(),
];

function namesLine({ file }: DossierPlan): string {
  const others = file.names.slice(1).map((form) => name(form.text));
  return others.length === 0 ? "" : `<p>${others.join(" · ")}</p>`;
}

function sourceName(source: PlannedSource | undefined): string {
  if (source === undefined) return "A source";
  const parts = [source.publisher, source.published].filter((one) => one !== undefined);
  return `${name(source.title)}${parts.length === 0 ? "" : `, ${parts.map(name).join(", ")}`}`;
}

function sourceText(source: PlannedSource, { paths }: ReportFacts): string {
  const files = source.files
    .map((hash) => `<br><code>${text(paths.get(hash) ?? hash)}</code>`)
    .join("");
  const kind = text(termLabel("source-kind", source.kind));
  return `<p>${sourceName(source)} <span class="quiet">(${kind}${source.files.length === 0 ? ", file not included" : ""})</span>${files}</p>`;
}

const reasons: Readonly<Record<Held["reason"], string>> = {
  sealed: "sealed",
  "not-reviewed": "not reviewed yet",
  "source-never-asked": "whoever gave it was not asked for this audience",
  "source-withdrawn": "whoever gave it withdrew consent",
  "source-ended": "the consent for it has ended",
  "not-confirmed": "nobody confirmed whom it shows",
  "other-person": "names another person",
  "names-others": "lists other people",
  internal: "notes between members",
};

function heldText(held: readonly Held[]): string {
  if (held.length === 0) return "<p>Nothing.</p>";
  const lines = held.map(
    ({ what, reason, count }) => `<li>${count} × ${what}: ${reasons[reason]}</li>`,
  );
  return `<ul>${lines.join("")}</ul>`;
}

function checkText({ signer, vkey, checkpointSize, witnessed }: ReportFacts): string {
  return `<p>In this folder: <code>bash verify.sh --signer ${text(signer)}</code>. It needs bash, sha256sum, openssl and ssh-keygen.
VERIFY.txt explains each step.</p>
<p>Signed by <code>${text(signer)}</code>. Compare this with what the group publishes elsewhere.</p>
<p>The entries named in the footnotes are in a ledger of ${checkpointSize} entries, signed by <code>${text(vkey)}</code>${witnessed ? " and cosigned by its witnesses" : "; no witness has cosigned it yet"}. A time stamp proves that
something existed not later than it says; it never proves that it did not exist earlier.</p>`;
}

function place(passage: ClaimView["passage"]): string {
  if (passage?.page !== undefined) return `page ${passage.page}`;
  if (passage?.row !== undefined) return `row ${passage.row}`;
  if (passage?.fromMs !== undefined) return `at ${Math.floor(passage.fromMs / 1000)} s`;
  return passage?.start === undefined ? "" : `sign ${passage.start}`;
}

function section(title: string, parts: readonly string[]): string {
  const inside = parts.filter((part) => part !== "").join("\n");
  return inside === "" ? "" : `<h2>${title}</h2>\n${inside}`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const text = (raw: string): string => raw.replace(/[&<>"']/g, (sign) => escapes[sign] as string);
/** Words from elsewhere keep their own direction. */
const name = (raw: string): string => `<bdi>${text(raw)}</bdi>`;

const style = `body{font-family:serif;max-width:42rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#1c1b1a;background:#fff}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid #bbb}h2.part{font-size:1.05rem;border:0}
h3{font-size:1rem;margin:.8rem 0 0}p{margin:.2rem 0}.quiet{color:#565250}.status{font-size:1.1rem}code{overflow-wrap:anywhere;font-size:.85em}
sup a{text-decoration:none}@media print{body{max-width:none;margin:0}h2{break-after:avoid}}`;
