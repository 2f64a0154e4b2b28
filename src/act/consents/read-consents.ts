// Reads the consents about some things, with their withdrawals.
// Invariant: oldest first; whatever was written is there, standing or not.
import type { Body } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { lastNo, type SaidConsent } from "./consent-for.ts";
import type { ConsentView } from "./views.ts";

export interface ConsentRow {
  readonly seq: number;
  readonly at: number;
  readonly author: string;
  readonly body: Body<"consent.given">;
  readonly noes: readonly {
    readonly seq: number;
    readonly at: number;
    readonly author: string;
    readonly audiences: readonly string[] | null;
    readonly reason: string | null;
  }[];
}

const chunk = 400;

export async function consentsAbout(db: Db, about: readonly string[]): Promise<ConsentRow[]> {
  const found: ConsentRow[] = [];
  for (let i = 0; i < about.length; i += chunk) {
    const some = about.slice(i, i + chunk);
    const noes = Map.groupBy(await noesAbout(db, some), (no) => no.consent);
    const rows = await db
      .selectFrom("consents")
      .innerJoin("entries", "entries.seq", "consents.seq")
      .select(["consents.seq", "consents.id", "entries.at", "entries.author", "consents.body"])
      .where("consents.about", "in", some)
      .execute();
    for (const { seq, id, at, author, body } of rows)
      found.push({
        seq,
        at,
        author,
        body: JSON.parse(body) as Body<"consent.given">,
        noes: (noes.get(id) ?? []).map(({ consent: _consent, audiences, ...no }) => ({
          ...no,
          audiences: audiences === null ? null : (JSON.parse(audiences) as string[]),
        })),
      });
  }
  return found.sort((a, b) => a.seq - b.seq);
}

function noesAbout(db: Db, about: readonly string[]) {
  return db
    .selectFrom("consent_withdrawals as no")
    .innerJoin("entries", "entries.seq", "no.seq")
    .select(["no.seq", "no.consent", "no.audiences", "no.reason", "entries.at", "entries.author"])
    .where("no.about", "in", [...about])
    .orderBy("no.seq")
    .execute();
}

export const saidConsent = ({ seq, body, noes }: ConsentRow): SaidConsent => ({
  audiences: body.audiences,
  until: body.until,
  seq,
  about: body.about,
  covers: [...(body.covers ?? []), body.about],
  noes,
});

/** `named`: a member's name. `today`: an ISO day. */
export function consentView(
  row: ConsentRow,
  named: (member: string) => string,
  today: string,
): ConsentView {
  const { giverSealed, covers: _covers, ...body } = row.body;
  const gone = body.audiences.every((audience) => lastNo(row, audience) >= 0);
  const ended = body.until !== undefined && today > body.until;
  return {
    ...body,
    giverKept: giverSealed !== undefined,
    at: row.at,
    by: named(row.author),
    seq: row.seq,
    state: gone ? "withdrawn" : ended ? "ended" : "stands",
    withdrawals: row.noes.map(({ at, author, audiences, reason }) => ({
      at,
      by: named(author),
      audiences,
      ...(reason === null ? {} : { reason }),
    })),
  } as ConsentView;
}
