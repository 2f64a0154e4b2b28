// A file: who this is (or what), how we know, what is disputed. The same for a person and for any other record.
// Invariant: every value leads to its claims, every claim to its passage; nothing is shown that no claim says.
import type { Clock } from "../runtime/index.ts";
import { clusterOf, judgementsAbout } from "../link/index.ts";
import type { Db } from "../store/index.ts";
import { assembleFile, recordsOf, type SeenOnly } from "./assemble-file.ts";
import { WeighError } from "./errors.ts";
import { gatherAll, spokenBy } from "./gather.ts";
import { withReferenceLabels } from "./reference-labels.ts";
import { relatedClusters } from "./related-records.ts";
import type { RecordFile } from "./views.ts";

/** The file a record belongs to, or what `only` lets through of it. Throws WeighError `weigh/no-such-record`. */
export async function recordFile(
  deps: { db: Db; clock: Clock },
  id: string,
  only?: SeenOnly,
): Promise<RecordFile> {
  const { db } = deps;
  const cluster = await clusterOf(db, id);
  const rows = await recordsOf(db, cluster);
  if (rows[0] === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "There is no record with this id in the vault. Search for it by name.",
    );
  const pointing = await relatedClusters(db, cluster);
  const all = await gatherAll(db, [...cluster, ...pointing.flatMap((c) => c.records)]);
  const file = assembleFile({ cluster, rows, pointing, all, now: deps.clock() }, only);
  // The label of a record comes from its source, which may be one that is not to be seen.
  const labelled = only === undefined ? await withReferenceLabels(db, file) : file;
  return {
    ...labelled,
    spoke: (await spokenBy(db, cluster)).filter((said) => only?.statement(said) ?? true),
    judgements: await judgementsAbout(db, cluster),
  };
}
