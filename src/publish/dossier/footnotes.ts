// Every sentence of a report leads to a passage of a source: the numbers and the list they lead to.
// Invariant: one number for one claim or statement, however often and about whomever it is told.
import { termLabel } from "../../model/index.ts";
import type { ClaimView, StatementView } from "../../weigh/index.ts";
import type { PersonPlan } from "./plan-person.ts";
import type { DossierPlan, PlannedSource } from "./plan-dossier.ts";
import { name, text } from "./report-html.ts";

/** Numbers the claims and statements as they are met. */
export class Footnotes {
  readonly #numbers = new Map<string, number>();
  readonly #notes: string[] = [];
  readonly #statements: ReadonlyMap<string, StatementView>;
  readonly #sources: ReadonlyMap<string, PlannedSource>;
  constructor(plan: Pick<DossierPlan, "people" | "sources">) {
    const said = plan.people.flatMap((person) => statementsOf(person));
    this.#statements = new Map(said.map((one) => [one.id, one]));
    this.#sources = new Map(plan.sources.map((source) => [source.id, source]));
  }
  claim(
    claim: Pick<ClaimView, "id" | "source" | "statement" | "passage" | "knows" | "review" | "seq">,
  ): string {
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

/** What was said of somebody or by them, each once. */
export const statementsOf = ({ file, statements }: PersonPlan): StatementView[] => [
  ...new Map(
    [...file.statements, ...file.spoke]
      .filter((said) => statements.has(said.id))
      .map((said) => [said.id, said]),
  ).values(),
];

export function sourceName(source: PlannedSource | undefined): string {
  if (source === undefined) return "A source";
  const parts = [source.publisher, source.published].filter((one) => one !== undefined);
  return `${name(source.title)}${parts.length === 0 ? "" : `, ${parts.map(name).join(", ")}`}`;
}

function place(passage: ClaimView["passage"]): string {
  if (passage?.page !== undefined) return `page ${passage.page}`;
  if (passage?.row !== undefined) return `row ${passage.row}`;
  if (passage?.fromMs !== undefined) return `at ${Math.floor(passage.fromMs / 1000)} s`;
  return passage?.start === undefined ? "" : `sign ${passage.start}`;
}
