// Puts the names of records in place of their ids where a value points at one.
import type { Db } from "../store/index.ts";
import type { BareFile } from "./assemble-file.ts";
import { labelsOf } from "./statement-views.ts";
import type { PropertyView } from "./views.ts";

/** A file whose references are shown with the labels of what they point to: one question for all of it. */
export async function withReferenceLabels(db: Db, file: BareFile): Promise<BareFile> {
  const views = [...file.properties, ...file.related.flatMap(({ properties }) => properties)];
  const ids = views.flatMap(({ claims }) =>
    claims.flatMap(({ value }) => (value.kind === "ref" ? [value.record] : [])),
  );
  if (ids.length === 0) return file;
  const labels = await labelsOf(db, ids);
  return {
    ...file,
    properties: labelled(file.properties, labels),
    related: file.related.map((view) => ({
      ...view,
      properties: labelled(view.properties, labels),
    })),
  };
}

function labelled(
  properties: readonly PropertyView[],
  labels: ReadonlyMap<string, string>,
): readonly PropertyView[] {
  const pointers = new Map(
    properties.flatMap(({ claims }) =>
      claims.flatMap(({ id, value }) => (value.kind === "ref" ? [[id, value.record]] : [])),
    ),
  );
  if (pointers.size === 0) return properties;
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
