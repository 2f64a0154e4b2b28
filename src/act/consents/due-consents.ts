// Consents that end soon, have ended, or are to be asked again, over the whole vault.
// Invariant: a consent is left out once a later one of the same person stands for all it named; nobody is asked twice for nothing.
import { clusterOf, describePeople } from "../../link/index.ts";
import type { Db } from "../../store/index.ts";
import { consentFor } from "./consent-for.ts";
import { dayOf, memberNames, type ReadDeps } from "./list-consents.ts";
import { type ConsentRow, consentsAbout, consentView, saidConsent } from "./read-consents.ts";
import type { DueConsent } from "./views.ts";

const dayMs = 86_400_000;
const most = 2_000;

/** Those due within so many days from today, the earliest first; 2,000 at most. */
export async function dueConsents(
  deps: ReadDeps,
  { days }: { readonly days: number },
): Promise<DueConsent[]> {
  const { db } = deps;
  const today = dayOf(deps.clock);
  const horizon = new Date(deps.clock() + days * dayMs).toISOString().slice(0, 10);
  const rows = await db
    .selectFrom("consents")
    .select(["about", "id"])
    .where((is) => is.or([is("until", "<=", horizon), is("review", "<=", horizon)]))
    .orderBy("seq", "desc")
    .limit(most)
    .execute();
  const named = await memberNames(db);
  const found: DueConsent[] = [];
  const groups = new Map<string, readonly string[]>();
  for (const { about } of rows)
    if (!groups.has(about))
      groups.set(about, about.startsWith("rec_") ? await clusterOf(db, about) : [about]);
  const labels = await labelsOf(db, [...new Set([...groups.values()].map(([id]) => id as string))]);
  for (const { about, id } of rows) {
    const group = groups.get(about) ?? [about];
    const all = await consentsAbout(db, group);
    const row = all.find(({ body }) => body.id === id);
    if (row === undefined || answered(row, all, today)) continue;
    const consent = consentView(row, named, today);
    if (consent.state === "withdrawn") continue;
    const { until, review } = row.body;
    const ends =
      until !== undefined && until <= horizon && (review === undefined || until <= review);
    const due = ends ? until : (review ?? until);
    if (due === undefined) continue;
    const why = ends ? (consent.state === "ended" ? "ended" : "ends") : "review";
    const head = group[0] as string;
    found.push({ consent, about: head, ...(labels.get(head) ?? { label: head }), due, why });
  }
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Whether what was said later goes on allowing all of this without it. */
function answered(row: ConsentRow, all: readonly ConsentRow[], today: string): boolean {
  const later = all.filter(({ seq }) => seq > row.seq).map(saidConsent);
  return row.body.audiences.every((audience) => consentFor(audience, later, today) === "yes");
}

async function labelsOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { label: string; number?: string }>> {
  const people = await describePeople(
    db,
    ids.filter((id) => id.startsWith("rec_")),
  );
  const labels = new Map<string, { label: string; number?: string }>(
    people.map(({ id, label, number }) => [id, { label, number }]),
  );
  const sources = ids.filter((id) => id.startsWith("src_"));
  for (let i = 0; i < sources.length; i += 400) {
    const rows = await db
      .selectFrom("sources")
      .select(["id", "title"])
      .where("id", "in", sources.slice(i, i + 400))
      .execute();
    for (const { id, title } of rows) labels.set(id, { label: title ?? id });
  }
  return labels;
}
