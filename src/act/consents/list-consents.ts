// The consents about some things, and what they allow.
// Invariant: what was withdrawn stays in the list, and says so.
import type { Body } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { consentFor, type SaidConsent } from "./consent-for.ts";
import type { Consented, ConsentView } from "./views.ts";

/** Consents about any of these records or sources, oldest first. */
export async function listConsents(
  deps: { readonly db: Db; readonly clock: Clock },
  about: readonly string[],
): Promise<ConsentView[]> {
  const today = dayOf(deps.clock);
  return (await rowsAbout(deps.db, about)).map(({ at, body, withdrawnSeq }) => {
    const { until } = body;
    const ended = until !== undefined && today > until;
    const state = withdrawnSeq !== null ? "withdrawn" : ended ? "ended" : "stands";
    return { ...body, at, state } as ConsentView;
  });
}

/** For each group of things that are one (a person's records, or one source) whether they may go to `audience`. */
export async function consented(
  deps: { readonly db: Db; readonly clock: Clock },
  audience: string,
  groups: readonly (readonly string[])[],
): Promise<Consented[]> {
  const today = dayOf(deps.clock);
  const rows = Map.groupBy(
    await rowsAbout(deps.db, groups.flat()),
    ({ body }) => body.about as string,
  );
  return groups.map((group) => {
    const said = group.flatMap((about) => rows.get(about) ?? []);
    return consentFor(audience, said.map(saidConsent), today);
  });
}

const dayOf = (clock: Clock): string => new Date(clock()).toISOString().slice(0, 10);

interface ConsentRow {
  readonly seq: number;
  readonly at: number;
  readonly body: Body<"consent.given">;
  readonly withdrawnSeq: number | null;
}

const saidConsent = ({ seq, body, withdrawnSeq }: ConsentRow): SaidConsent => ({
  audiences: body.audiences,
  until: body.until,
  seq,
  withdrawnSeq,
});

async function rowsAbout(db: Db, about: readonly string[]): Promise<ConsentRow[]> {
  const found: ConsentRow[] = [];
  for (let i = 0; i < about.length; i += 400) {
    const rows = await db
      .selectFrom("consents")
      .innerJoin("entries", "entries.seq", "consents.seq")
      .leftJoin("consent_withdrawals as no", "no.consent", "consents.id")
      .select(["consents.seq", "entries.at", "consents.body", "no.seq as withdrawn"])
      .where("consents.about", "in", about.slice(i, i + 400))
      .execute();
    for (const { seq, at, body, withdrawn } of rows)
      found.push({
        seq,
        at,
        body: JSON.parse(body) as Body<"consent.given">,
        withdrawnSeq: withdrawn,
      });
  }
  return found.sort((a, b) => a.seq - b.seq);
}
