// The door of the link room: judgements between records, the people they make, and search by name.
export { benchLink, type LinkBenchOptions } from "./bench-link.ts";
export { benchSearch, type SearchBenchOptions } from "./bench-search.ts";
export { clusterOf, clusters, clustersOf, personIds } from "./clusters.ts";
export { comparePeople, compareRecords } from "./compare-records.ts";
export { cursorOf, placeOf } from "./cursor.ts";
export { LinkError, type LinkCode } from "./errors.ts";
export { judgeRecords, type JudgeRecords } from "./judge-records.ts";
export { describePeople, nameForms } from "./describe-people.ts";
export {
  countPeople,
  everyPerson,
  listPeople,
  type ListPeople,
  standingElder,
} from "./list-people.ts";
export { recordOf } from "./find-number.ts";
export { findByName, type NameHit } from "./find-by-name.ts";
export { linkVault, type LinkReport, type LinkVault } from "./link-vault.ts";
export { type PersonFeatures, unknownPerson } from "./matching/person-features.ts";
export { type PairScore, type Reason, scorePair } from "./matching/score-pair.ts";
export type { PairBand } from "./matching/rules.ts";
export { forgetLinkCaches, refreshNameIndex } from "./name-index.ts";
export { type Queue, showQueue } from "./queue.ts";
export { nameTokenTable } from "./name-tokens.ts";
export { personNumber } from "./person-number.ts";
export { judgementsAbout, showCluster } from "./show-cluster.ts";
export type * from "./views.ts";
