// Puts the names of records in place of their ids where a value points at one.
import type { Db } from "../store/index.ts";
import { labelsOf } from "./statement-views.ts";
import type { PropertyView } from "./views.ts";

/** The same properties, with the text of every reference replaced by the label of what it points to. */
export async function withReferenceLabels(
  db: Db,
  properties: readonly PropertyView[],
): Promise<PropertyView[]> {
  const ids = properties.flatMap((p) =>
    p.claims.flatMap((c) => (c.value.kind === "ref" ? [c.value.record] : [])),
  );
  if (ids.length === 0) return [...properties];
  const labels = await labelsOf(db, ids);
  const pointers = new Map(
    properties.flatMap((p) =>
      p.claims.flatMap((c) => (c.value.kind === "ref" ? [[c.id, c.value.record] as const] : [])),
    ),
  );
  return properties.map((p) => ({
    ...p,
    others: p.others.map((o) => ({
      ...o,
      text: labels.get(pointers.get(o.claims[0] ?? "") ?? "") ?? o.text,
    })),
    headlines: p.headlines.map((h) =>
      h.value.kind === "ref" ? { ...h, text: labels.get(h.value.record) ?? h.text } : h,
    ),
    claims: p.claims.map((c) =>
      c.value.kind === "ref" ? { ...c, text: labels.get(c.value.record) ?? c.text } : c,
    ),
  }));
}
