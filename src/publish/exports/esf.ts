// Tables shaped like HURIDOCS Events Standard Formats, with the column names OpenEvSys gives them.
// Invariant: a micro-thesaurus code stands in its column only where the vocabulary's match is exact; a broader one has its own column.
import { termOf } from "../../model/index.ts";
import {
  type ExportClaim,
  type ExportFile,
  type ExportPart,
  type ExportSet,
} from "./export-set.ts";
import { type Cell, csv } from "./safe-csv.ts";

type Row = Readonly<Record<string, Cell>>;

const columns = {
  event:
    "event_record_number event_title initial_date initial_date_type final_date final_date_type remarks",
  person:
    "person_record_number counting_unit person_name other_names date_of_birth date_of_birth_type place_of_birth sex ethnic_background citizenship occupation remarks role",
  act: "act_record_number event victim type_of_act type_of_act_broader type_of_act_words initial_date initial_date_type final_date final_date_type exact_location stated_reason method_of_violence method_of_violence_words attribution attribution_words status_at_end_of_act claims",
  involvement:
    "involvement_record_number act event perpetrator degree_of_involvement type_of_perpetrator type_of_perpetrator_words claims",
  information:
    "information_record_number source related_person event source_connection_to_information source_connection_words date_of_source_material language_of_source_material source_title reliability_of_information remarks",
  intervention:
    "intervention_record_number intervening_party victim event type_of_intervention type_of_intervention_words date_of_intervention parties_requested response response_words",
  biographic_details:
    "biographic_details_record_number person related_person type_of_relationship_words initial_date final_date remarks",
} as const;
type Table = keyof typeof columns;

export function esfTables(set: ExportSet): ExportFile[] {
  const rows = new EsfRows(set);
  return (Object.keys(columns) as Table[]).map((table) => ({
    path: `${table}.csv`,
    text: csv(
      columns[table].split(" ").map((name) => ({ name, of: (row: Row) => row[name] })),
      rows.of(table),
    ),
  }));
}

class EsfRows {
  readonly #rows = new Map<Table, Row[]>();
  readonly #others = new Map<string, string>();
  readonly #claims: ReadonlyMap<string, readonly ExportClaim[]>;

  constructor(set: ExportSet) {
    this.#claims = Map.groupBy(set.claims, (claim) => claim.about);
    for (const person of set.people) {
      const of = (property: string): ExportClaim[] => this.#shown(person.key, property);
      const born = of("birthDate")[0];
      this.#add("event", {
        event_record_number: event(person.key),
        event_title: person.name || person.key,
        remarks: person.status,
      });
      this.#add("person", {
        person_record_number: person.key,
        counting_unit: "individual",
        person_name: person.name || person.key,
        other_names: person.names
          .slice(1)
          .map((n) => n.text)
          .join(" | "),
        ...day("date_of_birth", born?.date ?? null),
        place_of_birth: said(of("birthPlace")),
        sex: said(of("sex")),
        ethnic_background: said(of("ethnicity")),
        citizenship: said(of("citizenship")),
        occupation: said(of("occupation")),
        role: "person",
      });
    }
    for (const part of set.parts) this.#part(part);
    this.#information(set);
  }

  of(table: Table): readonly Row[] {
    return this.#rows.get(table) ?? [];
  }

  #add(table: Table, row: Row): void {
    const rows = this.#rows.get(table) ?? [];
    this.#rows.set(table, rows);
    rows.push(row);
  }

  #shown(about: string, property: string): ExportClaim[] {
    return (this.#claims.get(about) ?? []).filter(
      (c) => c.property === property && c.stands === "shown",
    );
  }

  /** Somebody who is not on file: a perpetrator or speaker as a source names them. */
  #other(name: string, role: string): string {
    const known = this.#others.get(name);
    if (known !== undefined) return known;
    const key = `as-stated-${this.#others.size + 1}`;
    this.#others.set(name, key);
    this.#add("person", { person_record_number: key, person_name: name, role });
    return key;
  }

  #part(part: ExportPart): void {
    const of = (property: string): ExportClaim[] => this.#shown(part.key, property);
    if (part.schema === "Relationship") {
      const [from, to] = [of("from")[0]?.ref, of("to")[0]?.ref];
      this.#add("biographic_details", {
        biographic_details_record_number: part.key,
        person: to ?? part.person,
        related_person: from,
        type_of_relationship_words: said(of("kind")),
        initial_date: part.from?.min,
        final_date: part.to?.min,
        remarks: said(of("note")),
      });
    } else if (part.schema === "Intervention") {
      this.#add("intervention", {
        intervention_record_number: part.key,
        intervening_party: said(of("by")),
        victim: part.person,
        event: event(part.person),
        ...coded("type_of_intervention", of("kind"), 20),
        date_of_intervention: of("date")[0]?.date,
        parties_requested: said(of("addressee")),
        ...coded("response", of("reply"), 27),
      });
    } else if (part.schema === "Episode" || part.schema === "Act") this.#act(part, of);
    else if (part.schema === "Involvement")
      this.#involvement(part, of("act")[0]?.ref, of("perpetrator"), of("degree"));
  }

  #act(part: ExportPart, of: (property: string) => ExportClaim[]): void {
    const kind = part.schema === "Act" ? of("type") : of("kind");
    this.#add("act", {
      act_record_number: part.key,
      event: event(part.person),
      victim: part.person,
      ...coded("type_of_act", kind, 4),
      ...day("initial_date", of("date")[0]?.date ?? of("from")[0]?.date ?? part.from?.min ?? null),
      ...day("final_date", of("to")[0]?.date ?? part.to?.min ?? null),
      exact_location: [said(of("facility")), said(of("place"))].filter((x) => x !== "").join(", "),
      stated_reason: said(of("statedReason")),
      ...coded("method_of_violence", of("method"), 5),
      ...coded("attribution", of("officialLine"), 28),
      status_at_end_of_act: exact(kind, 25),
      claims: (this.#claims.get(part.key) ?? []).map((c) => c.key).join(" "),
    });
    const stated = [...of("perpetrator"), ...of("holder")];
    if (stated.length > 0)
      this.#involvement(
        part,
        part.key,
        stated,
        [],
        [...of("perpetratorKind"), ...of("holderKind")],
      );
  }

  #involvement(
    part: ExportPart,
    act: string | undefined,
    stated: readonly ExportClaim[],
    degree: readonly ExportClaim[],
    kinds: readonly ExportClaim[] = this.#shown(part.key, "perpetratorKind"),
  ): void {
    for (const [i, claim] of stated.entries())
      this.#add("involvement", {
        involvement_record_number: `${part.key}-involvement-${i + 1}`,
        act,
        event: event(part.person),
        perpetrator: this.#other(claim.text, "perpetrator, as stated"),
        degree_of_involvement: exact(degree, 18),
        ...coded("type_of_perpetrator", kinds, 24),
        claims: claim.key,
      });
  }

  /** One row for each who says something of a person in a source. */
  #information({ claims, sources }: ExportSet): void {
    const known = new Map(sources.map((source) => [source.key, source]));
    const groups = Map.groupBy(
      claims.filter((c) => c.person !== ""),
      (c) => JSON.stringify([c.source, c.speaker ?? "", c.person, c.knows ?? ""]),
    );
    for (const [i, own] of [...groups.values()].entries()) {
      const [first] = own;
      if (first === undefined) continue;
      const source = known.get(first.source);
      const name = first.speaker ?? source?.publisher ?? source?.author ?? "";
      const knows = first.knows === undefined ? undefined : termOf("knows", first.knows);
      this.#add("information", {
        information_record_number: `information-${i + 1}`,
        source: name === "" ? undefined : this.#other(name, "source of information"),
        related_person: first.person,
        event: event(first.person),
        source_connection_to_information:
          knows?.huridocs?.list === 19 && knows.huridocs.match === "exact"
            ? knows.huridocs.code
            : "",
        source_connection_words: knows?.label,
        date_of_source_material: first.said ?? source?.published,
        language_of_source_material: source?.language,
        source_title: source?.title,
        reliability_of_information: first.grade,
        remarks: own.map((c) => c.key).join(" "),
      });
    }
  }
}

const event = (person: string): string => `event-${person}`;
const said = (claims: readonly ExportClaim[]): string =>
  [...new Set(claims.map(({ text }) => text))].join(" | ");

function exact(claims: readonly ExportClaim[], list: number): string {
  return matches(claims, list, "exact");
}

function matches(claims: readonly ExportClaim[], list: number, match: "exact" | "broad"): string {
  const codes = claims.flatMap(({ code }) => {
    const found = code === undefined ? undefined : termOf(code.vocabulary, code.code)?.huridocs;
    return found?.list === list && found.match === match ? [found.code] : [];
  });
  return [...new Set(codes)].join(" | ");
}

function coded(name: string, claims: readonly ExportClaim[], list: number): Row {
  return {
    [name]: exact(claims, list),
    [`${name}_broader`]: matches(claims, list, "broad"),
    [`${name}_words`]: said(claims),
  };
}

/** ESF wants a whole day and says in another column what of it is not known. */
function day(name: string, edtf: string | null): Row {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/.exec(edtf ?? "");
  if (found === null) return edtf === null ? {} : { [`${name}_type`]: `as stated: ${edtf}` };
  const [, year, month, date] = found;
  const type =
    month === undefined ? "unknown month and day" : date === undefined ? "unknown day" : "";
  const estimate = /[~?%]$/.test(edtf ?? "") ? "estimate" : "";
  return {
    [name]: `${year}-${month ?? "01"}-${date ?? "01"}`,
    [`${name}_type`]: [type, estimate].filter((x) => x !== "").join(", "),
  };
}
