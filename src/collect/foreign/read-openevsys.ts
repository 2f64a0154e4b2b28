// Tables of OpenEvSys, known by their first columns. Source of the columns: github.com/huridocs/OpenEvSys, schema/mysql-dbcreate.sql;
// of the codes: HURIDOCS micro-thesauri as distributed with it.
import { vocabularyOf } from "../../model/index.ts";
import {
  type ForeignFile,
  type ForeignRecord,
  type ForeignTable,
  LeftOut,
  RecordMaker,
} from "./foreign-record.ts";

const tables = [
  "act",
  "involvement",
  "biographic_details",
  "intervention",
  "information",
  "event",
  "person",
] as const;
type Table = (typeof tables)[number];

/** Which table this is; null: none of OpenEvSys. */
export function openEvSysTable(columns: readonly string[]): Table | null {
  return tables.find((table) => columns.includes(`${table}_record_number`)) ?? null;
}

export function readOpenEvSys(table: ForeignTable): ForeignFile {
  const kind = openEvSysTable(table.columns) ?? "event";
  const left = new LeftOut();
  const records = table.rows.flatMap((cells, i): ForeignRecord[] => {
    const of = (column: string): string => (cells[table.columns.indexOf(column)] ?? "").trim();
    const id = of(`${kind}_record_number`).slice(0, 200);
    const made = id === "" ? null : makers[kind](new Row(of), id);
    if (made === null) {
      left.add(kind);
      return [];
    }
    return [{ ...made, row: i + 1 }];
  });
  return { format: "openevsys", records, leftOut: left.all() };
}

/** Cells of one row into values. */
class Row extends RecordMaker {
  readonly of: (column: string) => string;
  constructor(of: (column: string) => string) {
    super();
    this.of = of;
  }
  text(property: string, column: string, options?: Record<string, string>): this {
    for (const one of this.of(column).split("|")) this.cell(property, column, one, options);
    return this;
  }
  person(property: string, column: string): this {
    const id = this.of(column);
    return this.ref(property, column, id === "" ? null : `person:${id}`);
  }
  /** A code of a micro-thesaurus where a term means exactly it; else the words. */
  term(property: string, column: string, vocabulary: string, list: number): this {
    const words = this.of(`${column}_words`);
    for (const cell of this.of(column)
      .split("|")
      .map((one) => one.trim())) {
      const code = cell.padEnd(12, "0");
      const term = /^\d{2,14}$/.test(cell)
        ? vocabularyOf(vocabulary)?.terms.find(
            ({ huridocs }) =>
              huridocs?.list === list &&
              huridocs.match === "exact" &&
              huridocs.code === code.slice(0, 12),
          )
        : undefined;
      if (term !== undefined) this.code(property, column, vocabulary, term.code, cell);
      else if (cell !== "" && words === "") this.cell(property, column, cell);
    }
    if (words !== "" && this.of(column) === "") this.text(property, `${column}_words`);
    return this;
  }
}

type Maker = (row: Row, id: string) => ForeignRecord | null;
const makers: Readonly<Record<Table, Maker>> = {
  person: (row, id) => {
    // This program's own export marks those who are named only as perpetrator or source.
    if (row.of("role") !== "" && row.of("role") !== "person") return null;
    row
      .text("name", "person_name")
      .text("name", "other_names", { role: "alias" })
      .text("birthDate", "date_of_birth")
      .text("birthPlace", "place_of_birth")
      .text("sex", "sex")
      .text("ethnicity", "ethnic_background")
      .text("citizenship", "citizenship")
      .text("occupation", "occupation")
      .text("education", "formal_education")
      .text("religion", "religion")
      .text("familyStatus", "civil_status")
      .text("idNumber", "identification_documents")
      .cell("note", "remarks", row.of("remarks"));
    return row.make("Person", `person:${id}`, 0, row.of("person_name"));
  },
  act: (row, id) => {
    row
      .person("person", "victim")
      .term("type", "type_of_act", "act-type", 4)
      .text("date", "initial_date")
      .cell("place", "exact_location", row.of("exact_location"))
      .cell("statedReason", "stated_reason", row.of("stated_reason"))
      .term("method", "method_of_violence", "method", 5)
      .term("officialLine", "attribution", "official-line", 28)
      .cell("effects", "physical_consequences", row.of("physical_consequences"))
      .cell("effects", "psychological_consequences", row.of("psychological_consequences"))
      .cell("note", "remarks", row.of("remarks"));
    return row.make("Act", `act:${id}`, 0, row.of("type_of_act_words") || row.of("type_of_act"));
  },
  involvement: (row, id) => {
    const act = row.of("act");
    row
      .ref("act", "act", act === "" ? null : `act:${act}`)
      .cell("perpetrator", "perpetrator", row.of("perpetrator"))
      .term("degree", "degree_of_involvement", "involvement", 18)
      .term("perpetratorKind", "type_of_perpetrator", "holder-kind", 24)
      .cell("note", "remarks", row.of("remarks"));
    return row.make("Involvement", `involvement:${id}`, 0, row.of("perpetrator"));
  },
  biographic_details: (row, id) => {
    if (row.of("related_person") === "") return null;
    row
      .person("from", "related_person")
      .person("to", "person")
      .term("kind", "type_of_relationship", "relationship-kind", 21)
      .text("since", "initial_date")
      .text("until", "final_date")
      .cell("note", "remarks", row.of("remarks"));
    return row.make("Relationship", `relation:${id}`, 0, row.of("type_of_relationship"));
  },
  intervention: (row, id) => {
    row
      .person("people", "victim")
      .term("kind", "type_of_intervention", "intervention-kind", 20)
      .cell("by", "intervening_party", row.of("intervening_party"))
      .text("date", "date_of_intervention")
      .text("addressee", "parties_requested")
      .term("reply", "response", "intervention-reply", 27)
      .cell("note", "remarks", row.of("remarks"));
    return row.make("Intervention", `intervention:${id}`, 0, row.of("type_of_intervention"));
  },
  // An event only groups acts, and what a source knows of it is said in words no claim of a person holds.
  event: () => null,
  information: () => null,
};
