// Which cells of a table only some members may see: those of columns mapped to sealed properties, and bare ID numbers.
// Invariant: what is sealed in the records is not laid open by showing the table they came from.
import { type Mapping, propertyOf } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { Acting } from "../deps.ts";

const HIDDEN = "•••";
const idNumber = /^\s*\d{17}[\dXx]\s*$/;

function sealedIn(mapping: Mapping): string[] {
  return mapping.columns
    .filter(
      (c) =>
        c.property !== undefined &&
        propertyOf(c.schema ?? mapping.schema, c.property)?.sealed === true,
    )
    .map((c) => c.column);
}

/** The columns that any import of this source sealed. */
export async function sealedColumns(db: Db, source: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom("batches")
    .select("mapping")
    .where("source", "=", source)
    .execute();
  return new Set(rows.flatMap(({ mapping }) => sealedIn(JSON.parse(mapping) as Mapping)));
}

/** A cell as this member may see it. */
export function shownCell(actor: Acting, cell: string, sealed: boolean): string {
  if (actor.rights.has("open-sealed") || cell === "") return cell;
  return sealed || idNumber.test(cell) ? HIDDEN : cell;
}
