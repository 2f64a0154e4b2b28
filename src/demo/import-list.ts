// The volunteer's spreadsheet comes in: three hundred rows, read by the mapping the program itself guesses.
import {
  addFile,
  describeSource,
  importTable,
  lookAtTable,
  saveMapping,
  showSource,
} from "../collect/index.ts";
import type { RecordId, SourceId } from "../model/index.ts";
import { DemoError } from "./errors.ts";
import { knownRows } from "./list/known-rows.ts";
import { listMapping } from "./list/list-mapping.ts";
import { listCsv, rowCount } from "./list/list-rows.ts";
import type { Workbench } from "./workbench.ts";

const fileName = "spisok-shyraq-2020-02.csv";

/** Throws DemoError `demo/not-imported` when a row was refused, and what the steps throw. */
export async function importList(bench: Workbench): Promise<void> {
  const deps = bench.collect("colleague");
  const { source } = await addFile(deps, {
    name: fileName,
    bytes: Buffer.from(listCsv(), "utf8"),
    kind: "list",
  });
  if (source === undefined)
    throw new DemoError(
      "demo/intake-failed",
      "Expected the list to come in as a new source.",
      "list",
    );
  bench.book.sources.set("list", source as SourceId);
  const { seq } = await showSource(deps, { id: source });
  await describeSource(deps, {
    id: source,
    expect: seq,
    headline: { value: "List of the Shyraq Families' Committee, February 2020" },
    published: { value: "2020-02" },
    language: { value: "ru" },
    note: "Kept by volunteers, from calls and letters. Everyone on it is invented.",
  });
  const look = await lookAtTable(deps, { source });
  const mapping = listMapping(look.mapping);
  const { added } = await importTable(deps, { source, mapping, series: "Shyraq list" });
  if (added !== rowCount) {
    throw new DemoError("demo/not-imported", "Expected every row of the list to come in.", "list");
  }
  await saveMapping(deps, { name: "Shyraq list", mapping });
  await rememberKnownRows(bench, source);
}

/** The rows about people whom other sources know: by their name in Latin letters, as `list/Bolat Shaken`. */
async function rememberKnownRows(bench: Workbench, source: string): Promise<void> {
  const rows = await bench.weigh.db
    .selectFrom("records")
    .select(["id", "label"])
    .where("source", "=", source)
    .where("schema", "=", "Person")
    .execute();
  const names = new Set([...knownRows.values()].map(([, latin]) => latin));
  for (const { id, label } of rows) {
    if (names.has(label)) bench.book.records.set(`list/${label}`, id as RecordId);
  }
}
