// The door of the link room: judgements between records, the people they make, and search by name.
export { clusterOf, clusters, personIds } from "./clusters.ts";
export { LinkError, type LinkCode } from "./errors.ts";
export { judgeRecords, type JudgeRecords } from "./judge-records.ts";
export { describePeople, nameForms } from "./describe-people.ts";
export { countPeople, listPeople, type ListPeople } from "./list-people.ts";
export { nameTokenTable } from "./name-tokens.ts";
export { personNumber } from "./person-number.ts";
export { judgementsAbout, showCluster } from "./show-cluster.ts";
export type * from "./views.ts";
