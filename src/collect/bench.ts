// How fast and how lean an import is, on a table of invented people made as it is read.
// Invariant: the figures are of the same steps a person uses; nothing is skipped for speed.
import { addFile } from "./add-file.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError } from "./errors.ts";
import { importTable } from "./table/import-table.ts";
import { lookAtTable } from "./table/look-at-table.ts";

export interface ImportFigures {
  readonly rows: number;
  readonly claims: number;
  readonly seconds: number;
  readonly claimsPerSecond: number;
  /** The most memory the whole process held during the import, database and threads included. */
  readonly peakMemoryMb: number;
}

const given = ["Aybek", "Gulnur", "Serik", "Marzhan", "Erlan", "Zauresh", "Talgat", "Rizwan"];
const family = [
  "Inventov",
  "Testova",
  "Birinchi",
  "Ikkinchi",
  "Uchinchi",
  "Tortinchi",
  "Beshinchi",
];
const places = ["Birinchi village", "Ikkinchi town", "Uchinchi county", "Tortinchi district"];
const jobs = ["farmer", "teacher", "driver", "imam", "shepherd", "trader", "nurse"];
const reasons = ["praying", "travel abroad", "messages on a phone", "not stated"];

/** Lines of a CSV with 12 columns, `rows` of them under the header. */
function* inventedTable(rows: number): Generator<Buffer> {
  let text =
    "No,Name,Sex,Date of birth,Place of origin,Ethnicity,Occupation,Date of detention,Place of detention,Reason,Sentence,Note\n";
  const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? "";
  for (let i = 0; i < rows; i++) {
    const day = String(1 + (i % 28)).padStart(2, "0");
    const month = String(1 + (i % 12)).padStart(2, "0");
    text += `${i + 1},${pick(given, i)} ${pick(family, i * 7 + 3)} ${i.toString(36)},${i % 3 === 0 ? "F" : "M"},${1940 + (i % 60)}-${month}-${day},`;
    text += `"${pick(places, i)}, Invented prefecture",Kazakh,${pick(jobs, i)},${2017 + (i % 3)}-${month},${pick(places, i * 3 + 1)},`;
    text += `${pick(reasons, i)},${1 + (i % 20)} years,"Invented: told by relative ${i % 977}, by phone"\n`;
    if (text.length < 60_000) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

async function* arriving(rows: number): AsyncGenerator<Uint8Array> {
  yield* inventedTable(rows);
}

/** Imports `rows` × 12 cells of invented people into the vault. Run it on a fresh one: nothing takes it back. */
export async function benchImport(deps: CollectDeps, rows = 100_000): Promise<ImportFigures> {
  const item = await addFile(deps, { name: `invented-${rows}.csv`, bytes: arriving(rows) });
  const source = item.source ?? item.duplicateOf;
  if (source === undefined)
    throw new CollectError(
      "not-a-table",
      "Expected to take in the invented table. Run the benchmark on a fresh vault.",
    );
  const { mapping } = await lookAtTable(deps, { source });
  const { db } = deps.ledger.deps.engine;
  const size = async (): Promise<number> =>
    (await db.selectFrom("ledger_state").select("size").executeTakeFirst())?.size ?? 0;
  const before = await size();
  let peakBytes = 0;
  const watch = setInterval(
    () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())),
    100,
  );
  const started = performance.now();
  const batch = await importTable(deps, { source, mapping, series: "bench" });
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(watch);
  // Every entry but the two of the batch itself and those of the records is a claim.
  const { n } = await db
    .selectFrom("records")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("batch", "=", batch.id)
    .executeTakeFirstOrThrow();
  const claims = (await size()) - before - 2 - Number(n);
  return {
    rows,
    claims,
    seconds: round(seconds),
    claimsPerSecond: Math.round(claims / seconds),
    peakMemoryMb: Math.round(peakBytes / 2 ** 20),
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
