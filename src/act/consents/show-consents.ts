// One person's (or source's) consents as a page shows them: the flags, what was said, what to settle, what went out.
// Invariant: a flag is on only where the rule says yes; what is odd is a finding, and changes nothing by itself.
import { clusterOf } from "../../link/index.ts";
import { vocabularyOf } from "../../model/index.ts";
import { type Age, ageOf } from "./age.ts";
import { blockOf, flagOf, guardians } from "./block-of.ts";
import { dayOf, memberNames, type ReadDeps } from "./list-consents.ts";
import { consentsAbout, consentView, saidConsent } from "./read-consents.ts";
import type { AudienceFlag, ConsentFinding, ConsentView, PersonConsents } from "./views.ts";
import { whatWentOut } from "./went-out.ts";

/** `about`: any record of the person, or a source. */
export async function showConsents(deps: ReadDeps, about: string): Promise<PersonConsents> {
  const { db } = deps;
  const records = about.startsWith("rec_") ? await clusterOf(db, about) : [about];
  const today = dayOf(deps.clock);
  const named = await memberNames(db);
  const rows = await consentsAbout(db, records);
  const said = rows.map((row) => ({ ...saidConsent(row), id: row.body.id as string }));
  const consents = rows.map((row) => consentView(row, named, today));
  const age = about.startsWith("rec_") ? await ageOf(db, records, today) : null;
  const flags = (vocabularyOf("audience")?.terms ?? []).map(({ code }): AudienceFlag => {
    const naming = consents.filter(({ audiences }) => audiences.includes(code));
    const last = naming.findLast(({ state }) => state === "stands") ?? naming.at(-1);
    return {
      audience: code,
      consented: flagOf(blockOf(code, rows, today, age?.child === true)),
      ...(last === undefined ? {} : { consent: last.id }),
    };
  });
  return {
    about: records[0] as string,
    flags,
    consents,
    findings: consents.flatMap((one) => findingsOf(one, age, today)),
    wentOut: await whatWentOut(db, records, said, named),
  };
}

function findingsOf(consent: ConsentView, age: Age | null, today: string): ConsentFinding[] {
  const { id, giver, capacity, state, review } = consent;
  if (state === "withdrawn") return [];
  const found: ConsentFinding["kind"][] = [];
  if (state === "ended") found.push("ended");
  if (review !== undefined && today >= review) found.push("review-due");
  if (age !== null && age.child && !guardians.has(giver)) found.push("child-without-guardian");
  if (age !== null && age.least >= 18 && capacity === "child") found.push("grown-up");
  if (capacity === undefined && consent.about.startsWith("rec_") && giver !== "self")
    found.push("capacity-not-stated");
  return found.map((kind) => ({ kind, consent: id }));
}
