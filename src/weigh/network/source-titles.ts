// The titles of some sources, in a few queries.
import type { Db } from "../../store/index.ts";

/** Title of each source that is in the vault, by id. */
export async function sourceTitles(
  db: Db,
  sources: Iterable<string>,
): Promise<Map<string, string>> {
  const ids = [...new Set(sources)];
  const titles = new Map<string, string>();
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("sources")
      .select(["id", "title"])
      .where("id", "in", ids.slice(i, i + 400))
      .execute();
    for (const { id, title } of rows) titles.set(id, title ?? "");
  }
  return titles;
}
