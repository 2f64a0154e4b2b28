// What should be settled about a person or a case, with what was settled before.
// Invariant: a settled finding stays in the list and says why it may stand; one whose facts changed is a new one.
import { memberRefs, type ReadDeps } from "../cases/case-items.ts";
import type { BareCase } from "../cases/show-case.ts";
import { dayOf } from "../cases/case-items.ts";
import { dateRules } from "./date-rules.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Found } from "./found.ts";
import { caseFacts, personFacts } from "./gather-facts.ts";
import { caseRules, personRules } from "./state-rules.ts";

/** `record`: any record of the person. Open ones first, the gravest first. */
export async function findingsOfPerson(deps: ReadDeps, record: string): Promise<Finding[]> {
  return settled(deps, await foundOfPerson(deps, record));
}

/** Those of the case and of everyone in it. */
export async function findingsOfCase(deps: ReadDeps, one: BareCase): Promise<Finding[]> {
  const all = caseRules(await caseFacts(deps.db, one));
  for (const { id } of one.people) all.push(...(await foundOfPerson(deps, id)));
  return settled(deps, all);
}

async function foundOfPerson(deps: ReadDeps, record: string): Promise<Found[]> {
  const facts = await personFacts(deps, record);
  return [...dateRules(facts), ...personRules(facts, dayOf(deps.clock()))];
}

const gravity: Readonly<Record<Severity, number>> = { stop: 0, warn: 1, note: 2 };

async function settled({ db }: ReadDeps, all: readonly Found[]): Promise<Finding[]> {
  const found = new Map(all.map((one) => [one.print, one]));
  if (found.size === 0) return [];
  const rows = await db
    .selectFrom("finding_settlements as f")
    .innerJoin("entries", "entries.seq", "f.seq")
    .select(["f.print", "f.settled", "f.reason", "entries.at", "entries.author"])
    .where("f.print", "in", [...found.keys()])
    .execute();
  const members = await memberRefs(db);
  const said = new Map(rows.map((row) => [row.print, row]));
  return [...found.values()]
    .map((one): Finding => {
      const row = said.get(one.print);
      if (row === undefined || row.settled === 0) return { ...one, settled: null };
      const by = members.get(row.author)?.name ?? row.author;
      return { ...one, settled: { reason: row.reason, by, at: row.at } };
    })
    .toSorted(
      (a, b) =>
        Number(a.settled !== null) - Number(b.settled !== null) ||
        gravity[a.severity] - gravity[b.severity] ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : a.print < b.print ? -1 : 1),
    );
}
