// Numbers as their speakers gave them.
// Invariant: each number of a released claim for itself; nothing is added, averaged, rounded or made firmer than it was said.
import { isPublicSource } from "../../act/index.ts";
import { parseDate, valueText } from "../../model/index.ts";
import { amountOf, type BareFile, type ClaimView } from "../../weigh/index.ts";
import type { ReleasedDate, ReleasedEstimate } from "./released.ts";
import type { Telling } from "./tell-person.ts";
import { SOMEONE, speakerOf, tellStatement } from "./tell-statement.ts";

const against = new Set(["denies", "reframes", "declines"]);
/** What an amount leaves open is told by its ends; only these words add something. */
const hedges: Readonly<Record<string, string>> = {
  exact: "",
  range: "",
  about: "about",
  vague: "vague",
  "at-least": "at least",
  "more-than": "more than",
  "at-most": "at most",
  "less-than": "less than",
};

export function tellFigure(file: BareFile, telling: Telling): ReleasedEstimate[] {
  const headline = (name: string) =>
    file.properties.find((property) => property.name === name)?.headlines ?? [];
  const words = (name: string): string[] => headline(name).map(({ value }) => valueText(value));
  const numbers = file.properties.find(({ name }) => name === "quantity")?.claims ?? [];
  const [unit = ""] = words("unit");
  const quantity = [...words("population").slice(0, 1), ...words("place")].join(", ");
  const method = words("method").join(", ");
  const asOf = dateOf(headline("asOf")[0]?.value ?? headline("period")[0]?.value);
  const told = new Map<string, ReleasedEstimate>();
  for (const claim of numbers) {
    const { value } = claim;
    if (value.kind !== "number" && value.kind !== "text") continue;
    const { low, high, hedge } = amountOf(value.kind === "number" ? value : { kind: "number" });
    const speaker = words("body")[0] ?? sayer(claim, file, telling);
    const one = `${speaker}\n${low}\n${high}\n${hedge}\n${low === null && high === null ? claim.id : ""}`;
    // The same number by the same speaker, told again by another source, is no second number.
    if (told.has(one)) continue;
    const quote = claim.passage?.quote ?? "";
    const said = claim.said ?? claim.published;
    told.set(one, {
      quantity: quantity === "" ? "A number" : quantity,
      unit,
      words: quote === "" || telling.quotes.has(claim.id) ? valueText(value) : quote,
      low,
      high,
      hedge: hedges[hedge] ?? "",
      speaker,
      asOf,
      ...(said === undefined || parseDate(said) === null ? {} : { said }),
      ...(method === "" ? {} : { method }),
      source: telling.numberOf(claim.source),
      denials: denialsOf(claim, file, telling),
    });
  }
  return [...told.values()];
}

/** What was said against the number as a whole, and what answers the statement it comes from. */
function denialsOf(claim: ClaimView, file: BareFile, telling: Telling) {
  const own = new Set(file.records.map(({ id }) => id));
  return file.statements
    .filter(
      ({ id, stance, targets, answers }) =>
        against.has(stance) &&
        id !== claim.statement &&
        (targets.some(
          ({ record, property }) =>
            own.has(record) && (property === undefined || property === "quantity"),
        ) ||
          answers.some((answer) => answer.id === claim.statement)),
    )
    .map((said, i) => ({ ...tellStatement(said, i + 1, file, telling), namesThePerson: false }));
}

/** Whoever said it, else whoever published it. */
function sayer(claim: ClaimView, file: BareFile, telling: Telling): string {
  const said = file.statements.find(({ id }) => id === claim.statement);
  if (said !== undefined) return speakerOf(said, telling);
  const source = telling.sources.get(claim.source);
  if (claim.statement !== undefined || source === undefined || !isPublicSource(source.kind))
    return SOMEONE;
  const name = source.publisher ?? source.title;
  return name === "" || telling.stays(name) ? SOMEONE : name;
}

function dateOf(value: Parameters<typeof valueText>[0] | undefined): ReleasedDate | null {
  if (value?.kind !== "date") return null;
  const parsed = parseDate(value.edtf);
  return { text: valueText(value), min: parsed?.min ?? null, max: parsed?.max ?? null };
}
