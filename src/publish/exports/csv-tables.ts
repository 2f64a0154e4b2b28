// People, episodes, acts, claims, statements and sources as tables, and the same as one JSON file.
// Invariant: every value stands with where it comes from: claim, source, speaker, day, origins, review.
import { schemaOf } from "../../model/index.ts";
import {
  type ExportClaim,
  type ExportFile,
  type ExportPart,
  type ExportSet,
} from "./export-set.ts";
import { type Column, csv } from "./safe-csv.ts";

/** `people.csv`, a table for each kind of part, `claims.csv`, `statements.csv`, `sources.csv`, `places.csv`; of a release `figures.csv`, `questions.csv`. */
export function csvTables(set: ExportSet): ExportFile[] {
  const about = Map.groupBy(set.claims, (claim) => claim.about);
  const table = <T>(path: string, columns: readonly Column<T>[], rows: readonly T[]) => ({
    path,
    text: csv(columns, rows),
  });
  const parts = Map.groupBy(set.parts, ({ schema }) => schema);
  return [
    table(
      "people.csv",
      [
        { name: "person", of: (p) => p.key },
        { name: "formerly", of: (p) => p.formerly.join(" ") },
        { name: "name", of: (p) => p.name },
        { name: "names", of: (p) => p.names.map(({ text }) => text).join(" | ") },
        { name: "status", of: (p) => p.status },
        { name: "state", of: (p) => p.state },
        ...valueColumns<{ key: string }>("Person", about),
      ],
      set.people,
    ),
    ...["Episode", "Act", ...[...parts.keys()].filter((s) => s !== "Episode" && s !== "Act")].map(
      (schema) =>
        table<ExportPart>(
          `${ownTable.has(schema) ? "people-" : ""}${(schemaOf(schema)?.plural ?? schema).toLowerCase()}.csv`,
          [
            { name: "id", of: (part) => part.key },
            { name: "person", of: (part) => part.person },
            { name: "label", of: (part) => part.label },
            { name: "from_earliest", of: (part) => part.from?.min },
            { name: "from_latest", of: (part) => part.from?.max },
            { name: "to_earliest", of: (part) => part.to?.min },
            { name: "to_latest", of: (part) => part.to?.max },
            ...valueColumns<ExportPart>(schema, about),
          ],
          parts.get(schema) ?? [],
        ),
    ),
    table("claims.csv", claimColumns, set.claims),
    table("statements.csv", statementColumns, set.statements),
    table("sources.csv", sourceColumns, set.sources),
    table("places.csv", placeColumns, set.places),
    ...(set.figures.length === 0 ? [] : [table("figures.csv", figureColumns, set.figures)]),
    ...(set.questions.length === 0 ? [] : [table("questions.csv", answerColumns, set.questions)]),
  ];
}

/** What has a table of its own beside what points at a person. */
const ownTable = new Set(["Figure", "Question", "Place"]);

const statementColumns: readonly Column<ExportSet["statements"][number]>[] = [
  { name: "statement", of: (s) => s.key },
  { name: "about", of: (s) => s.about.join(" ") },
  { name: "speaker", of: (s) => s.speaker },
  { name: "stance", of: (s) => s.stance },
  { name: "words", of: (s) => s.words },
  { name: "said", of: (s) => s.said },
  { name: "source", of: (s) => s.source },
  { name: "answers", of: (s) => s.answers.join(" ") },
];

const sourceColumns: readonly Column<ExportSet["sources"][number]>[] = [
  { name: "source", of: (s) => s.key },
  { name: "kind", of: (s) => s.kind },
  { name: "title", of: (s) => s.title },
  { name: "publisher", of: (s) => s.publisher },
  { name: "author", of: (s) => s.author },
  { name: "published", of: (s) => s.published },
  { name: "language", of: (s) => s.language },
  { name: "url", of: (s) => s.url },
  { name: "sha256", of: (s) => s.sha256 },
];

const placeColumns: readonly Column<ExportSet["places"][number]>[] = [
  { name: "place", of: (p) => p.key },
  { name: "name", of: (p) => p.name },
  { name: "kind", of: (p) => p.kind },
  { name: "latitude", of: (p) => p.latitude },
  { name: "longitude", of: (p) => p.longitude },
  { name: "precision", of: (p) => p.precision },
  { name: "people", of: (p) => p.people.join(" ") },
];

const figureColumns: readonly Column<ExportSet["figures"][number]>[] = [
  { name: "figure", of: (f) => f.key },
  { name: "quantity", of: (f) => f.quantity },
  { name: "unit", of: (f) => f.unit },
  { name: "words", of: (f) => f.words },
  { name: "low", of: (f) => f.low ?? undefined },
  { name: "high", of: (f) => f.high ?? undefined },
  { name: "hedge", of: (f) => f.hedge },
  { name: "speaker", of: (f) => f.speaker },
  { name: "as_of_earliest", of: (f) => f.asOf?.min },
  { name: "as_of_latest", of: (f) => f.asOf?.max },
  { name: "said", of: (f) => f.said },
  { name: "method", of: (f) => f.method },
  { name: "source", of: (f) => f.source },
];

const answerColumns: readonly Column<ExportSet["questions"][number]>[] = [
  { name: "question", of: (a) => a.question },
  { name: "wording", of: (a) => a.wording },
  { name: "side", of: (a) => a.side },
  { name: "origins_of_side", of: (a) => a.origins },
  { name: "speaker", of: (a) => a.speaker },
  { name: "stance", of: (a) => a.stance },
  { name: "words", of: (a) => a.words },
  { name: "said", of: (a) => a.said },
  { name: "source", of: (a) => a.source },
];

const claimColumns: readonly Column<ExportClaim>[] = [
  { name: "claim", of: (c) => c.key },
  { name: "person", of: (c) => c.person },
  { name: "about", of: (c) => c.about },
  { name: "schema", of: (c) => c.schema },
  { name: "property", of: (c) => c.property },
  { name: "value", of: (c) => c.text },
  { name: "date", of: (c) => c.date },
  { name: "code", of: (c) => c.code?.code },
  { name: "place", of: (c) => c.place },
  { name: "points_at", of: (c) => c.ref },
  { name: "stands", of: (c) => c.stands },
  { name: "state", of: (c) => c.state },
  { name: "origins", of: (c) => c.origins },
  { name: "review", of: (c) => c.review },
  { name: "source", of: (c) => c.source },
  { name: "speaker", of: (c) => c.speaker },
  { name: "said", of: (c) => c.said },
  { name: "knows", of: (c) => c.knows },
  { name: "grade", of: (c) => c.grade },
  { name: "statement", of: (c) => c.statement },
  { name: "quote", of: (c) => c.passage?.quote },
];

/** Of each property the value shown and the claims it rests on, which claims.csv explains. */
function valueColumns<T extends { readonly key: string }>(
  schema: string,
  about: ReadonlyMap<string, readonly ExportClaim[]>,
): Column<T>[] {
  const properties = schemaOf(schema)?.properties.filter((p) => p.sealed !== true) ?? [];
  return properties.flatMap(({ name }) => {
    const of = (row: T): readonly ExportClaim[] =>
      (about.get(row.key) ?? []).filter((c) => c.property === name && c.stands === "shown");
    return [
      { name, of: (row: T) => [...new Set(of(row).map((c) => c.ref ?? c.text))].join(" | ") },
      {
        name: `${name}_claims`,
        of: (row: T) =>
          of(row)
            .map((c) => c.key)
            .join(" "),
      },
    ];
  });
}

/** The same rows as one JSON document. */
export function jsonFile(set: ExportSet): ExportFile[] {
  return [{ path: "guwah.json", text: [...jsonPieces(set)].join("") }];
}

/** The document row by row: the whole as text takes more memory than everything else of a large release. */
export function* jsonPieces(set: ExportSet): Generator<string> {
  const written = (value: unknown, depth: number): string =>
    JSON.stringify(value, null, 1).replaceAll("\n", `\n${" ".repeat(depth)}`);
  yield `{\n "format": "guwah-export/1"`;
  for (const [key, value] of Object.entries(set) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `,\n ${JSON.stringify(key)}: `;
    if (!Array.isArray(value) || value.length === 0) yield written(value, 1);
    else {
      for (const [i, row] of value.entries()) yield `${i === 0 ? "[" : ","}\n  ${written(row, 2)}`;
      yield "\n ]";
    }
  }
  yield "\n}\n";
}
