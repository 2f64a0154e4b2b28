// Mappings kept for the next table of the same make.
import { draft, type Mapping, mapping as mappingShape, type MappingId } from "../model/index.ts";
import { cleanLine } from "./clean-line.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError } from "./errors.ts";
import { mayAdd } from "./may-add.ts";

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly mapping: Mapping;
}

/** Saves a mapping under a name; the same name again replaces it. Throws AccessError, CollectError `mapping-empty`. */
export async function saveMapping(
  deps: Pick<CollectDeps, "ledger" | "ids" | "actor">,
  input: { readonly name: string; readonly mapping: Mapping },
): Promise<{ readonly id: string }> {
  mayAdd(deps.actor);
  const name = cleanLine(input.name, 200);
  const checked = mappingShape.safeParse(input.mapping);
  if (name === "" || !checked.success) {
    throw new CollectError(
      "mapping-empty",
      "Expected a name and a mapping of columns to properties.",
    );
  }
  const older = (await listMappings(deps)).find((m) => m.name === name);
  const id = (older?.id as MappingId | undefined) ?? deps.ids.next<MappingId>("map");
  await deps.ledger.append(deps.actor.member, [
    draft("mapping.saved", id, { id, name, mapping: checked.data }),
  ]);
  return { id };
}

/** All saved mappings, by name. */
export async function listMappings({
  ledger,
}: Pick<CollectDeps, "ledger">): Promise<SavedMapping[]> {
  const rows = await ledger.deps.engine.db
    .selectFrom("mappings")
    .select(["id", "name", "mapping"])
    .orderBy("name")
    .execute();
  return rows.map(({ id, name, mapping }) => ({
    id,
    name,
    mapping: JSON.parse(mapping) as Mapping,
  }));
}
