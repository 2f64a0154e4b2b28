// The sources behind a letter, and how its notes call them.
// Invariant: a private source is called by its kind alone: its title may hold the name of who spoke.
import { type Body, sourceId, termLabel, termOf } from "../../model/index.ts";
import type { Db, LiveClaim } from "../../store/index.ts";
import { isPublicSource } from "../consents/who-must-consent.ts";
import { plain } from "./say-value.ts";

export interface SourceLine {
  readonly id: string;
  readonly kind: string;
  readonly isPublic: boolean;
  readonly text: string;
}

/** How a note calls each source: a public one by its title, a private one by its kind alone. */
export async function sourcesOf(
  db: Db,
  claims: readonly LiveClaim[],
  language: string,
): Promise<ReadonlyMap<string, SourceLine>> {
  const rows = await sourceRows(db, claims);
  return new Map(
    rows.map(({ id, kind, title, told }) => {
      const isPublic = isPublicSource(kind);
      const label = termLabel(
        "source-kind",
        kind,
        termOf("source-kind", kind)?.names?.[language] === undefined ? "en" : language,
      );
      const published = told?.published?.value;
      const parts = isPublic
        ? [told?.headline?.value ?? title, told?.publisher?.value, published, told?.url?.value]
        : [label, published];
      const text = parts
        .flatMap((part) => part ?? [])
        .map(plain)
        .join(", ");
      return [id, { id, kind, isPublic, text }];
    }),
  );
}

export async function sourceRows(db: Db, claims: readonly LiveClaim[]) {
  const ids = [...new Set(claims.map(({ source }) => source))];
  const found: {
    id: ReturnType<typeof sourceId.parse>;
    kind: string;
    title: string | null;
    told: Body<"source.described"> | null;
  }[] = [];
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("sources as s")
      .leftJoin("source_descriptions as d", "d.id", "s.id")
      .select(["s.id", "s.kind", "s.title", "d.body"])
      .where("s.id", "in", ids.slice(i, i + 400))
      .execute();
    for (const { id, kind, title, body } of rows) {
      const told = body === null ? null : (JSON.parse(body) as Body<"source.described">);
      found.push({ id: sourceId.parse(id), kind: told?.kind ?? kind, title, told });
    }
  }
  return found;
}
