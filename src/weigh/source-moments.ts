// What people made of the moments of a recording: its standing claims, each with the time of its words.
// Invariant: only what stands is shown, and of a sealed value nothing but that it is sealed.
import { type Passage, propertyOf, type Value, valueText } from "../model/index.ts";
import { type Engine, liveClaims } from "../store/index.ts";
import { recordsFrom } from "./claims-of-source.ts";

/** A claim by the moment it was said. */
export interface SourceMoment {
  readonly claim: string;
  readonly record: string;
  readonly schema: string;
  /** The label of the record. */
  readonly label: string;
  readonly property: string;
  /** The value in words; empty for a sealed one. */
  readonly text: string;
  readonly state: string;
  readonly fromMs: number;
  readonly toMs: number;
}

const chunk = 300;

/** The moments of a source in the order of its recording. */
export async function sourceMoments(engine: Engine, source: string): Promise<SourceMoment[]> {
  const found: SourceMoment[] = [];
  const records = await recordsFrom(engine, source);
  for (let i = 0; i < records.length; i += chunk) {
    const some = records.slice(i, i + chunk);
    const rows = await engine.db
      .selectFrom("records")
      .select(["id", "schema", "label"])
      .where("id", "in", some)
      .execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const claim of await liveClaims(engine.db, some)) {
      const record = known.get(claim.record);
      const passage = JSON.parse(claim.passage ?? "{}") as Passage;
      if (claim.source !== source || record === undefined || passage.fromMs === undefined) continue;
      const value = JSON.parse(claim.value) as Value;
      found.push({
        claim: claim.id,
        record: claim.record,
        schema: record.schema,
        label: record.label,
        property: propertyOf(record.schema, claim.property)?.label ?? claim.property,
        text: value.kind === "sealed" ? "" : valueText(value),
        state: claim.state,
        fromMs: passage.fromMs,
        toMs: passage.toMs ?? passage.fromMs,
      });
    }
  }
  return found.toSorted((a, b) => a.fromMs - b.fromMs || (a.claim < b.claim ? -1 : 1));
}
