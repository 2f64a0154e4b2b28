// The footnotes of a submission, numbered as they are met.
// Invariant: a public source is named with its words; of any other only its kind and the annex are told,
// so that nobody who spoke in confidence is known by it.
import { frame, isPublicSource, spelled, termIn } from "../../act/index.ts";
import type { ClaimView, StatementView } from "../../weigh/index.ts";
import type { Annex } from "./annexes.ts";
import type { SubmissionPlan } from "./plan-submission.ts";

const longestQuote = 300;

export class Notes {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #plan: SubmissionPlan;
  readonly #annexes: ReadonlyMap<string, number>;
  constructor(plan: SubmissionPlan, annexes: readonly Annex[]) {
    this.#plan = plan;
    this.#annexes = new Map(annexes.map(({ source, number }) => [source, number]));
  }

  texts(): readonly string[] {
    return this.#texts;
  }

  isPublic(source: string): boolean {
    return isPublicSource(this.#plan.sources.get(source)?.kind ?? "other");
  }

  claim(claim: ClaimView): number {
    const said =
      claim.statement === undefined
        ? ""
        : (this.#plan.statements.get(claim.statement)?.content ?? "");
    return this.#note(claim.source, claim.passage?.quote ?? said);
  }

  statement(said: StatementView): number {
    return this.#note(said.source, said.passage.quote ?? said.content);
  }

  #note(source: string, quote: string): number {
    const text = this.isPublic(source) ? this.#openly(source, quote) : this.#privately(source);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#texts.push(text);
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.length;
  }

  #openly(id: string, quote: string): string {
    const source = this.#plan.sources.get(id);
    const { language } = this.#plan.ask;
    const date = source?.published;
    const parts = [
      source?.title === undefined || source.title === ""
        ? termIn("source-kind", source?.kind ?? "other", language)
        : source.title,
      source?.publisher,
      date === undefined ? undefined : spelled(`day:${date}`, language),
      source?.url,
      this.#annex(id),
    ].filter((part) => part !== undefined && part !== "");
    const words = quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
    return words === "" ? `${parts.join(", ")}.` : `${parts.join(", ")}: “${words}”`;
  }

  #privately(id: string): string {
    const { language } = this.#plan.ask;
    const kind = termIn("source-kind", this.#plan.sources.get(id)?.kind ?? "other", language);
    const annex = this.#annex(id);
    return frame("note.private", language, {
      kind,
      annex: annex === undefined ? "" : `, ${annex}`,
    });
  }

  #annex(source: string): string | undefined {
    const number = this.#annexes.get(source);
    return number === undefined
      ? undefined
      : frame("note.annex", this.#plan.ask.language, { number });
  }
}
