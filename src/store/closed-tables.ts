// What is left of each table for a member who may not read closed sources.
// Invariant: a table that tells of a source, of its records, its statements or its files stands in this list; `{name}` is the whole
// table behind the narrowed one of the same name.

/** Kinds that were public when they came; no telling of an act closes them. */
const publicKinds = "'article', 'official-statement', 'court-paper', 'report', 'satellite-image'";

const outside = (column: string, set: string): string => `${column} not in (select id from ${set})`;
/** Rows of which no column names anything in its set. */
const rowsOutside = (table: string, ...columns: readonly (readonly [string, string])[]): string =>
  `select * from {${table}} where ${columns.map(([column, set]) => outside(column, set)).join(" and ")}`;

/** Sets the narrowed tables are made with, each of the ones before it. */
export const closedSets: readonly (readonly [name: string, query: string])[] = [
  [
    "closed_now",
    `select source as id from {source_closings} where closed = 1
      union select m.source from {closing_marks} m join {sources} s on s.id = m.source
      where s.kind not in (${publicKinds}) and m.source not in (select source from {source_closings})`,
  ],
  ["closed_records", "select id from {records} where source in (select id from closed_now)"],
  ["closed_statements", "select id from {statements} where source in (select id from closed_now)"],
  [
    "closed_files",
    `select file as id from {sources} where file is not null and id in (select id from closed_now)
      union select text from {sources} where text is not null and id in (select id from closed_now)`,
  ],
  [
    "closed_subjects",
    "select id from closed_now union select id from closed_records union select id from closed_statements",
  ],
];

const bySource = [
  "records",
  "statements",
  "batches",
  "suggestion_rejections",
  "source_closings",
  "closing_marks",
  "picture_confirmations",
  "interviews",
  "transcripts",
  "transcript_versions",
  "appeals",
  "source_grades",
  "cache_readings",
  "cache_pictures",
  "cache_shingles",
  "cache_shingle_finders",
  "cache_model_readings",
];
const byRecord = [
  "claim_reviews",
  "claim_grades",
  "claim_origins",
  "pins",
  "name_tokens",
  "episode_places",
  "proceeding_dates",
];
const about = ["consents", "consent_withdrawals", "went_out"];

export const narrowedTables: ReadonlyMap<string, string> = new Map([
  ...bySource.map((table) => [table, rowsOutside(table, ["source", "closed_now"])] as const),
  ...byRecord.map((table) => [table, rowsOutside(table, ["record", "closed_records"])] as const),
  ...about.map((table) => [table, rowsOutside(table, ["about", "closed_subjects"])] as const),
  ["sources", rowsOutside("sources", ["id", "closed_now"])],
  ["source_descriptions", rowsOutside("source_descriptions", ["id", "closed_now"])],
  ["claims", rowsOutside("claims", ["source", "closed_now"], ["record", "closed_records"])],
  [
    "statement_targets",
    rowsOutside(
      "statement_targets",
      ["statement", "closed_statements"],
      ["record", "closed_records"],
    ),
  ],
  [
    "statement_answers",
    rowsOutside(
      "statement_answers",
      ["statement", "closed_statements"],
      ["answers", "closed_records"],
    ),
  ],
  ...["judgements", "cache_candidates"].map(
    (table) =>
      [
        table,
        rowsOutside(table, ['"left"', "closed_records"], ['"right"', "closed_records"]),
      ] as const,
  ),
  ["cache_copies", rowsOutside("cache_copies", ["source", "closed_now"], ["other", "closed_now"])],
  [
    "custody",
    `select * from {custody} where (source is null or ${outside("source", "closed_now")})
      and (record is null or ${outside("record", "closed_records")})`,
  ],
  ...[
    ["files", "hash"],
    ["file_arrivals", "hash"],
  ].map(
    ([table, hash]) =>
      [
        table as string,
        `select * from {${table}} where ${outside(hash as string, "closed_files")}
          and (derived_from is null or ${outside("derived_from", "closed_files")})`,
      ] as const,
  ),
  ["file_sayings", rowsOutside("file_sayings", ["file", "closed_files"])],
  // A person is named by the oldest record that is left of them.
  [
    "clusters",
    `select c.seq, c.n, c.record, (select min(k.record) from {clusters} k
        where k.person = c.person and ${outside("k.record", "closed_records")}) as person
      from {clusters} c where ${outside("c.record", "closed_records")}`,
  ],
  // Leaves and numbers stay, or no proof could be made; what was written is gone.
  [
    "entries",
    `select seq, at, author, device, kind, subject,
        case when subject in (select id from closed_subjects) then null else body end as body,
        salt, leaf, seal
      from {entries}`,
  ],
]);
