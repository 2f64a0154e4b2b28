// Tables for tests of importing, and what stands in the vault after them. Everyone in them is invented.
import type { Mapping, Value } from "../../model/index.ts";
import { liveClaims } from "../../store/index.ts";
import { addFile } from "../add-file.ts";
import type { CollectDeps } from "../deps.ts";
import type { BatchItem } from "../views.ts";
import { importTable } from "./import-table.ts";

export const mapping: Mapping = {
  schema: "Person",
  keyColumn: "No",
  columns: [
    { column: "No", property: "listNumber" },
    { column: "Name", property: "name" },
    { column: "Born", property: "birthDate" },
    { column: "Job", property: "occupation" },
    { column: "Taken", schema: "Episode", property: "from" },
    { column: "Where", schema: "Episode", property: "place" },
    { column: "ID", property: "idNumber" },
    { column: "Remark" },
  ],
};
export const header = "No,Name,Born,Job,Taken,Where,ID,Remark\n";
export const firstList = `${header}1,Invented Aybek,1970-05-01,farmer,2017-03,Invented camp,650101197005010011,x\n2,Invented Gulnur,1980,teacher; nurse,2018,,,y\n`;

let made = 0;
/** A name no other test uses. */
export const series = (name: string): string => `${name} ${(made += 1)}`;

/** Takes a table in; blank lines at its end make it another file each time. */
export async function addCsv(deps: CollectDeps, text: string): Promise<string> {
  made += 1;
  const bytes = Buffer.from(text.padEnd(text.length + made, "\n"));
  const item = await addFile(deps, { name: `t${made}.csv`, bytes });
  if (item.source === undefined) throw new Error(`not taken in: ${item.error?.code}`);
  return item.source;
}

export async function importCsv(
  deps: CollectDeps,
  text: string,
  named: string,
  plan: Mapping = mapping,
): Promise<BatchItem> {
  return importTable(deps, { source: await addCsv(deps, text), mapping: plan, series: named });
}

/** The standing values of one row's records in these batches, by property, in words. */
export async function standing(
  deps: CollectDeps,
  batches: readonly string[],
  key: string,
): Promise<Record<string, string[]>> {
  const { db } = deps.ledger.deps.engine;
  const records = await db
    .selectFrom("records")
    .select("id")
    .where("key", "in", [`Person|${key}`, `Episode|${key}`])
    .where("batch", "in", [...batches])
    .execute();
  const found: Record<string, string[]> = {};
  const ids = records.map((r) => r.id);
  for (const { property, value } of await liveClaims(db, ids)) {
    const said = JSON.parse(value) as Value;
    const words = "text" in said ? said.text : "edtf" in said ? said.edtf : said.kind;
    (found[property] ??= []).push(words);
  }
  return found;
}
