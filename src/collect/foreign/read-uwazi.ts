// A CSV export or import file of Uwazi: one row an entity. Source of the format: docs.uwazi.io/docs/reference/csv-import/ and the
// CSV conventions of github.com/huridocs/python_uwazi_API.
import { findTerm, guessColumn, propertyOf } from "../../model/index.ts";
import {
  type ForeignFile,
  type ForeignRecord,
  type ForeignTable,
  LeftOut,
  RecordMaker,
} from "./foreign-record.ts";

const reserved = new Set([
  "id",
  "sharedid",
  "title",
  "file",
  "files",
  "attachments",
  "template",
  "language",
  "published",
  "creation date",
  "date added",
]);
const marks = ["id", "sharedid", "file", "files", "attachments", "template"];
const suffix = /__([a-z]{2})$/;

const plain = (column: string): string => column.replace(suffix, "").toLowerCase().trim();

/** Whether these headings are Uwazi's: a title, and something only Uwazi has beside it. */
export function isUwazi(columns: readonly string[]): boolean {
  const names = columns.map(plain);
  return (
    names.includes("title") &&
    (columns.some((c) => suffix.test(c)) || names.some((name) => marks.includes(name)))
  );
}

interface UwaziColumn {
  readonly index: number;
  readonly column: string;
  readonly use:
    | { readonly kind: "title"; readonly lang?: string }
    | { readonly kind: "relation"; readonly words: string }
    | {
        readonly kind: "property";
        readonly schema: string;
        readonly property: string;
        readonly options: Record<string, string>;
      };
}

export function readUwazi(table: ForeignTable): ForeignFile {
  const left = new LeftOut();
  const titleAt = table.columns.findIndex((column) => plain(column) === "title");
  const idAt = table.columns.findIndex((column) => ["id", "sharedid"].includes(plain(column)));
  const keys = new Map<string, string>();
  const titles = table.rows.map((cells) => (cells[titleAt] ?? "").trim());
  const keyOf = (i: number): string => {
    const id = (table.rows[i]?.[idAt] ?? "").trim();
    return `entity:${id || titles[i]}`.slice(0, 500);
  };
  // Two entities of one title cannot be told apart by a link; then it goes to neither.
  for (const [i, title] of titles.entries())
    keys.set(title, keys.has(title) && keys.get(title) !== keyOf(i) ? "" : keyOf(i));
  const uses = columnsOf(table, keys, left);
  const records = table.rows.flatMap((cells, i) => {
    if (titles[i] === "") {
      left.add("row without a title");
      return [];
    }
    return rowRecords(cells, uses, { key: keyOf(i), row: i + 1, title: titles[i] ?? "", keys });
  });
  return { format: "uwazi", records, leftOut: left.all() };
}

function columnsOf(
  { columns, rows }: ForeignTable,
  titles: ReadonlyMap<string, string>,
  left: LeftOut,
): UwaziColumn[] {
  return columns.flatMap((column, index): UwaziColumn[] => {
    const name = plain(column);
    const lang = suffix.exec(column)?.[1];
    if (name === "title")
      return [{ index, column, use: { kind: "title", ...(lang === undefined ? {} : { lang }) } }];
    if (reserved.has(name)) return [];
    const words = name.replaceAll("_", " ");
    const cells = rows.slice(0, 500).flatMap((row) => several(row[index] ?? ""));
    const linked = cells.filter((cell) => titles.has(cell)).length;
    const isKin = findTerm("relationship-kind", words) !== undefined && linked > 0;
    if (cells.length > 0 && (isKin || linked * 2 > cells.length))
      return [{ index, column, use: { kind: "relation", words } }];
    const guess = guessColumn(words, cells.slice(0, 50));
    if (
      guess === null ||
      guess.confidence < 0.3 ||
      (guess.schema !== "Person" && guess.schema !== "Episode")
    ) {
      left.add(`column ${words}`);
      return [];
    }
    const { schema, property, options = {} } = guess;
    const told = { ...options, ...(lang === undefined ? {} : { lang }) };
    return [{ index, column, use: { kind: "property", schema, property, options: told } }];
  });
}

function rowRecords(
  cells: readonly string[],
  uses: readonly UwaziColumn[],
  own: { key: string; row: number; title: string; keys: ReadonlyMap<string, string> },
): ForeignRecord[] {
  const person = new RecordMaker();
  const episodes = new Map<string, RecordMaker>();
  const relations: ForeignRecord[] = [];
  for (const { index, column, use } of uses) {
    const cell = (cells[index] ?? "").trim();
    if (cell === "") continue;
    if (use.kind === "title")
      person.cell("name", column, cell, use.lang === undefined ? undefined : { lang: use.lang });
    else if (use.kind === "relation")
      for (const title of several(cell)) {
        const other = own.keys.get(title) ?? "";
        if (other === "" || other === own.key) continue;
        relations.push(
          new RecordMaker()
            .ref("from", column, other)
            .ref("to", column, own.key)
            .cell("kind", column, use.words)
            .make(
              "Relationship",
              `${own.key}|${use.words}|${other}`.slice(0, 1_500),
              own.row,
              use.words,
            ),
        );
      }
    else {
      const { part = "", kind = "", ...options } = use.options;
      const isDate = propertyOf(use.schema, use.property)?.type === "date";
      let target = person;
      if (use.schema === "Episode") {
        const known = episodes.get(part);
        target = known ?? new RecordMaker().ref("person", column, own.key);
        if (known === undefined) {
          episodes.set(part, target);
          if (kind !== "") target.code("kind", column, "episode-kind", kind, column);
        }
      }
      for (const one of several(cell))
        target.cell(use.property, column, isDate ? uwaziDate(one) : one, options);
    }
  }
  return [
    person.make("Person", own.key, own.row, own.title),
    ...[...episodes].map(([part, made]) =>
      made.make("Episode", `${own.key}|episode ${part}`, own.row, "Episode"),
    ),
    ...relations,
  ];
}

/** Values of a cell: a pipe between them; of a nested term the narrower one. */
function several(cell: string): string[] {
  return cell
    .split("|")
    .map((one) => (one.split("::").at(-1) ?? one).trim())
    .filter((one) => one !== "");
}

/** `2000/01/01:2000/12/01` is a range there; ours is `2000-01-01/2000-12-01` (EDTF), open where a side is missing. */
function uwaziDate(cell: string): string {
  const days = /^(\d{4}[/-]\d{1,2}[/-]\d{1,2})?:(\d{4}[/-]\d{1,2}[/-]\d{1,2})?$/.exec(cell);
  const day = (text: string | undefined): string =>
    (text ?? "").replaceAll("/", "-").replace(/-(\d)(?!\d)/g, "-0$1");
  return days === null ? cell : `${day(days[1]) || ".."}/${day(days[2]) || ".."}`;
}
