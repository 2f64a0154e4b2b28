// What was done for people and what came of it, as a list and one by one.
// Invariant: made of standing claims; an intervention all of whose claims were taken back is not in the list.
import { clusterOf, describePeople, personIds, personNumber } from "../../link/index.ts";
import { parseDate, type Value, valueText } from "../../model/index.ts";
import { type Db, type LiveClaim, liveClaims } from "../../store/index.ts";
import { statementViews } from "../../weigh/index.ts";
import { dayOf, type ReadDeps } from "../consents/list-consents.ts";
import { ActError } from "../errors.ts";
import type { InterventionItem, InterventionView, ReplyState } from "./views.ts";

export interface ListInterventions {
  /** Any record of a person. */
  readonly person?: string;
  /** A part of the addressee's name. */
  readonly addressee?: string;
  readonly state?: ReplyState;
  /** No reply for so many days, or more. */
  readonly silentDays?: number;
}

const most = 5_000;

/** The latest first, the undated last. */
export async function listInterventions(
  deps: ReadDeps,
  { person, addressee, state, silentDays }: ListInterventions,
): Promise<InterventionItem[]> {
  const { db } = deps;
  const rows = await db
    .selectFrom("records")
    .select(["id", "source"])
    .where("schema", "=", "Intervention")
    .orderBy("seq", "desc")
    .limit(most)
    .execute();
  const items = await itemsOf(deps, rows);
  const own = person === undefined ? null : new Set(await personHeads(db, [person]));
  const words = addressee?.trim().toLowerCase() ?? "";
  return items.filter(
    (item) =>
      (own === null || item.people.some(({ id }) => own.has(id))) &&
      (words === "" || item.addressees.some((one) => one.toLowerCase().includes(words))) &&
      (state === undefined || item.state === state) &&
      (silentDays === undefined ||
        (item.state !== "answered" && item.waitedDays !== null && item.waitedDays >= silentDays)),
  );
}

/** One, with its replies. Throws ActError `act/nothing-there`. */
export async function showIntervention(deps: ReadDeps, id: string): Promise<InterventionView> {
  const { db } = deps;
  const group = await clusterOf(db, id);
  const rows = await db
    .selectFrom("records as r")
    .leftJoin("sources as s", "s.id", "r.source")
    .select(["r.id", "r.source", "r.schema", "s.title"])
    .where("r.id", "in", group)
    .orderBy("r.id")
    .execute();
  const [first] = rows;
  const [item] = first?.schema === "Intervention" ? await itemsOf(deps, rows) : [];
  if (first === undefined || item === undefined)
    throw new ActError("act/nothing-there", "There is no such intervention in the vault.");
  const claims = await liveClaims(db, group);
  const said = await statementViews(
    db,
    claims.flatMap(({ property, ref }) => (property === "replyStatement" ? (ref ?? []) : [])),
  );
  const went = await db
    .selectFrom("entries")
    .select(["at", "body"])
    .where("kind", "=", "outreach.sent")
    .where("subject", "in", group)
    .execute();
  const reference = texts(claims, "reference")[0];
  return {
    ...item,
    asked: texts(claims, "asked"),
    ...(reference === undefined ? {} : { reference }),
    notes: texts(claims, "note"),
    sourceTitle: first.title ?? "",
    replies: said
      .filter(({ withdrawn }) => !withdrawn)
      .map((one) => ({
        statement: one.id,
        speaker: one.speaker,
        words: one.content,
        stance: one.stance,
        ...(one.said === undefined ? {} : { said: one.said }),
        source: one.source,
        sourceTitle: one.sourceTitle,
      })),
    went: went.flatMap(({ at, body }) =>
      body === null ? [] : [{ at, audience: (JSON.parse(body) as { audience: string }).audience }],
    ),
  };
}

async function itemsOf(
  { db, clock }: ReadDeps,
  rows: readonly { readonly id: string; readonly source: string }[],
): Promise<InterventionItem[]> {
  const today = dayOf(clock);
  const ids = rows.map(({ id }) => id);
  const heads = await personIds(db, ids);
  const claims = Map.groupBy(
    await liveClaims(db, ids),
    ({ record }) => heads.get(record) ?? record,
  );
  const refs = [...claims.values()]
    .flat()
    .flatMap(({ property, ref }) => (property === "people" ? (ref ?? []) : []));
  const people = await personIds(db, refs);
  const lines = new Map(
    (await describePeople(db, [...new Set(people.values())])).map((one) => [one.id, one]),
  );
  const sources = new Map(rows.map(({ id, source }) => [id, source]));
  const items = [...claims].map(([id, own]) => {
    const named = [
      ...new Set(
        own.flatMap(({ property, ref }) =>
          property === "people" && ref !== null ? [people.get(ref) ?? ref] : [],
        ),
      ),
    ];
    return itemOf(id, own, today, {
      source: sources.get(id) ?? (own[0]?.source as string),
      people: named.flatMap((one) => {
        const line = lines.get(one);
        return line === undefined ? [] : [{ id: one, label: line.label, number: line.number }];
      }),
    });
  });
  return items.sort((a, b) => compare(b.date ?? "", a.date ?? "") || compare(b.id, a.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function itemOf(
  id: string,
  claims: readonly LiveClaim[],
  today: string,
  rest: Pick<InterventionItem, "source" | "people">,
): InterventionItem {
  const optional = <K extends string>(key: K, value: string | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;
  const reply = codeOf(claims, "reply");
  const [date, due] = [dateOf(claims, "date"), dateOf(claims, "due")];
  const state = stateOf(reply, due, today);
  return {
    id,
    number: personNumber(id, "Intervention"),
    ...optional("kind", codeOf(claims, "kind")),
    addressees: texts(claims, "addressee"),
    by: texts(claims, "by"),
    attended: texts(claims, "attended"),
    ...optional("date", date),
    ...optional("due", due),
    ...optional("reply", reply),
    ...optional("replyDate", dateOf(claims, "replyDate")),
    state,
    waitedDays: state === "answered" ? null : daysSince(date, today),
    ...rest,
  };
}

/** `none` is what people write where nothing came: it waits on, or is over. */
export function stateOf(
  reply: string | undefined,
  due: string | undefined,
  today: string,
): ReplyState {
  if (reply !== undefined && reply !== "none") return "answered";
  const last = due === undefined ? null : (parseDate(due)?.max ?? null);
  return reply === "none" || (last !== null && today > last) ? "no-reply" : "waiting";
}

function daysSince(date: string | undefined, today: string): number | null {
  const sent = date === undefined ? null : (parseDate(date)?.max ?? null);
  if (sent === null) return null;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(sent)) / 86_400_000));
}

async function personHeads(db: Db, records: readonly string[]): Promise<string[]> {
  return [...(await personIds(db, records)).values()];
}

/** Accepted claims before proposed ones, later before earlier. */
function values(claims: readonly LiveClaim[], property: string): Value[] {
  return claims
    .filter((claim) => claim.property === property)
    .toSorted((a, b) => rank(b) - rank(a) || b.seq - a.seq)
    .map(({ value }) => JSON.parse(value) as Value);
}
const rank = ({ state }: LiveClaim): number => Number(state === "accepted");

function texts(claims: readonly LiveClaim[], property: string): string[] {
  return [
    ...new Set(
      values(claims, property)
        .reverse()
        .map((value) => valueText(value)),
    ),
  ];
}

function codeOf(claims: readonly LiveClaim[], property: string): string | undefined {
  return values(claims, property).flatMap((value) =>
    value.kind === "code" ? [value.code] : [],
  )[0];
}

function dateOf(claims: readonly LiveClaim[], property: string): string | undefined {
  return values(claims, property).flatMap((value) =>
    value.kind === "date" ? [value.edtf] : [],
  )[0];
}
