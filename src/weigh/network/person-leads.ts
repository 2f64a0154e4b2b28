// Reads who else may have been where a person was held. What comes out are leads to ask about, never facts.
import { clusterOf, describePeople, personIds } from "../../link/index.ts";
import {
  isMomentKind,
  parseDate,
  spanOf,
  termLabel,
  type Value,
  valueText,
} from "../../model/index.ts";
import { claimsPointingAt, type Db, type LiveClaim, liveClaims } from "../../store/index.ts";
import { placeKey } from "./episode-places.ts";
import { type Meeting, meetingsOf, type Stay } from "./leads.ts";
import { recordsOfPeople, tiesOf } from "./read-ties.ts";
import { sourceTitles } from "./source-titles.ts";
import type { Lead, LeadEpisode, LeadsView } from "./views.ts";

const mostListed = 100;
/** A county may hold thousands; beyond this many episodes nobody can follow a lead. */
const mostEpisodes = 5_000;

/** The leads of the person a record belongs to, the likeliest first. */
export async function personLeads({ db }: { readonly db: Db }, id: string): Promise<LeadsView> {
  const cluster = await clusterOf(db, id);
  const middle = cluster[0] ?? id;
  const pointing = await claimsPointingAt(db, cluster);
  const ownIds = pointing.filter(({ property }) => property === "person").map((c) => c.record);
  const own = await staysOf(db, ownIds);
  const keys = [...new Set([...own.stays.values()].flatMap(({ keys: all }) => [...all]))];
  const others = await staysOf(db, await episodesAt(db, keys, new Set(ownIds)));
  const mine = [...own.stays.values()].filter(({ person }) => person === middle);
  const found = meetingsOf(mine, [...others.stays.values()]);
  const people = new Map(
    (
      await describePeople(
        db,
        found.slice(0, mostListed).map(({ theirs }) => theirs.person),
      )
    ).map((person) => [person.id, person]),
  );
  const tied = new Set((await tiesOf(db, [middle])).flatMap(({ from, to }) => [from, to]));
  const claims = new Map([...own.claims, ...others.claims]);
  const titles = await sourceTitles(
    db,
    [...claims.values()].flatMap((all) => all[0]?.source ?? []),
  );
  const leads = found.flatMap((meeting): Lead[] => {
    const person = people.get(meeting.theirs.person);
    if (person === undefined) return [];
    return [
      {
        person: person.id,
        number: person.number,
        label: person.label,
        reason: meeting.reason,
        where: whereOf(meeting, claims),
        overlap: meeting.overlap,
        own: episodeView(meeting.own, claims, titles),
        theirs: episodeView(meeting.theirs, claims, titles),
        tied: tied.has(person.id),
      },
    ];
  });
  return { leads, total: found.length };
}

type Claims = ReadonlyMap<string, readonly LiveClaim[]>;

async function staysOf(
  db: Db,
  ids: readonly string[],
): Promise<{ stays: Map<string, Stay>; claims: Map<string, LiveClaim[]> }> {
  const claims = Map.groupBy(await liveClaims(db, [...new Set(ids)]), ({ record }) => record);
  const refs = [...claims.values()].flat().flatMap(({ ref }) => ref ?? []);
  const persons = await personIds(db, refs);
  const stays = new Map<string, Stay>();
  for (const [record, own] of claims) {
    const who = own.findLast(({ property }) => property === "person")?.ref;
    if (who === null || who === undefined) continue;
    const keys = own.flatMap((claim) => {
      const value = JSON.parse(claim.value) as Value;
      // Records of one facility that were judged the same are one place.
      const of =
        value.kind === "ref" ? { ...value, record: persons.get(value.record) ?? "" } : value;
      return placeKey(claim.property, of as Value) ?? [];
    });
    stays.set(record, {
      record,
      person: persons.get(who) ?? who,
      kind: kindOf(own),
      keys: new Set(keys),
      span: spanOf(boundsOf(own, "from"), boundsOf(own, "to"), isMomentKind(kindOf(own))),
    });
  }
  return { stays, claims };
}

/** Episodes that name one of these places, the person's own left out. */
async function episodesAt(
  db: Db,
  keys: readonly string[],
  own: ReadonlySet<string>,
): Promise<string[]> {
  const facilities = keys.filter((key) => key.startsWith("record|"));
  const grouped = await recordsOfPeople(
    db,
    facilities.map((key) => key.slice("record|".length)),
  );
  const wanted = [
    ...keys.filter((key) => !key.startsWith("record|")),
    ...[...grouped.values()].flat().map((record) => `record|${record}`),
  ];
  const found = new Set<string>();
  for (let i = 0; i < wanted.length && found.size < mostEpisodes; i += 200) {
    const rows = await db
      .selectFrom("episode_places")
      .select("record")
      .distinct()
      .where("key", "in", wanted.slice(i, i + 200))
      .orderBy("record")
      .limit(mostEpisodes)
      .execute();
    for (const { record } of rows) if (!own.has(record)) found.add(record);
  }
  return [...found].slice(0, mostEpisodes);
}

function valueOf(claims: readonly LiveClaim[], property: string): Value | null {
  const claim = claims.findLast((one) => one.property === property);
  return claim === undefined ? null : (JSON.parse(claim.value) as Value);
}

function kindOf(claims: readonly LiveClaim[]): string | null {
  const value = valueOf(claims, "kind");
  return value?.kind === "code" ? value.code : null;
}

function boundsOf(claims: readonly LiveClaim[], property: string) {
  const value = valueOf(claims, property);
  return value?.kind === "date" ? parseDate(value.edtf) : null;
}

function whereOf({ own, key }: Meeting, claims: Claims): string {
  const property = key.startsWith("code|") || key.startsWith("place|") ? "place" : "facility";
  const all = claims.get(own.record) ?? [];
  const value = valueOf(all, property) ?? valueOf(all, "facility") ?? valueOf(all, "place");
  return value === null ? "" : valueText(value);
}

function episodeView(stay: Stay, claims: Claims, titles: ReadonlyMap<string, string>): LeadEpisode {
  const all = claims.get(stay.record) ?? [];
  const source = all[0]?.source ?? "";
  const text = (property: string): string | null => {
    const value = valueOf(all, property);
    return value === null ? null : valueText(value);
  };
  return {
    record: stay.record,
    kind: stay.kind === null ? "" : termLabel("episode-kind", stay.kind),
    from: text("from"),
    to: text("to"),
    source,
    sourceTitle: titles.get(source) ?? "",
  };
}
