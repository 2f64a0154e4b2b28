// The files of many people, a handful of queries for each hundred of them: what a site, an export and a count are made of.
// Invariant: each is the same file as `recordFile` gives, without what others said elsewhere and without judgements.
import { clustersOf } from "../link/index.ts";
import type { Clock } from "../runtime/index.ts";
import type { Db } from "../store/index.ts";
import { assembleFile, type BareFile, recordsOf, type SeenOnly } from "./assemble-file.ts";
import { gatherAll } from "./gather.ts";
import { relatedToEach } from "./related-records.ts";

const atOnce = 100;

/** Files in the order of the ids (records of people, or of anything else); ids of nothing are left out. */
export async function* recordFiles(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  ids: readonly string[],
  only?: SeenOnly,
): AsyncGenerator<BareFile> {
  for (let i = 0; i < ids.length; i += atOnce) {
    const some = ids.slice(i, i + atOnce);
    const clusters = await clustersOf(db, some);
    const groups = some.map((id) => clusters.get(id) ?? [id]);
    const rows = new Map((await recordsOf(db, groups.flat())).map((row) => [row.id, row]));
    const related = await relatedToEach(db, groups);
    const all = await gatherAll(db, [
      ...new Set([...groups.flat(), ...related.flat().flatMap((one) => one.records)]),
    ]);
    for (const [at, cluster] of groups.entries()) {
      const own = cluster.flatMap((id) => rows.get(id) ?? []);
      if (own.length > 0)
        yield assembleFile(
          { cluster, rows: own, pointing: related[at] ?? [], all, now: clock() },
          only,
        );
    }
  }
}
