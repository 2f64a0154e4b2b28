// What people made of the passages of a source: its standing statements and claims, each with the place of its words.
// Invariant: only what stands is marked, and a sealed value's place is shown to none but those who may open it.
import type { Actor } from "../access/index.ts";
import type { Body, Passage, Value } from "../model/index.ts";
import { type Engine, liveClaims } from "../store/index.ts";
import { recordsFrom } from "./claims-of-source.ts";
import { statementViews } from "./statement-views.ts";
import type { SourceMark } from "./views.ts";

const chunk = 300;

/** The marks of a source in the order of its text; offsets are UTF-16 units into the received text. */
export async function sourceMarks(
  engine: Engine,
  actor: Pick<Actor, "rights">,
  source: string,
): Promise<SourceMark[]> {
  const marks = [
    ...(await statementMarks(engine, source)),
    ...(await claimMarks(engine, actor, source)),
  ];
  return marks.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
}

async function statementMarks({ db }: Engine, source: string): Promise<SourceMark[]> {
  const rows = await db
    .selectFrom("statements")
    .select(["id", "body"])
    .where("source", "=", source)
    .execute();
  const suggested = new Map(
    rows.map(({ id, body }) => [id, (JSON.parse(body) as Body<"statement.added">).suggestion]),
  );
  const views = await statementViews(db, [...suggested.keys()]);
  return views
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id, passage }) => {
      const place = { id, record: id, schema: "Statement" };
      return markOf(place, passage, suggested.get(id));
    });
}

async function claimMarks(
  engine: Engine,
  actor: Pick<Actor, "rights">,
  source: string,
): Promise<SourceMark[]> {
  const { db } = engine;
  const marks: SourceMark[] = [];
  const records = await recordsFrom(engine, source);
  for (let i = 0; i < records.length; i += chunk) {
    const some = records.slice(i, i + chunk);
    const claims = (await liveClaims(db, some)).filter(
      (claim) => claim.source === source && claim.passage !== null,
    );
    const schemas = new Map(
      (
        await db.selectFrom("records").select(["id", "schema"]).where("id", "in", some).execute()
      ).map((row) => [row.id, row.schema]),
    );
    const suggested = await suggestionsOf(
      engine,
      claims.map(({ seq }) => seq),
    );
    for (const { id, record, property, passage, value, seq } of claims) {
      const sealed = (JSON.parse(value) as Value).kind === "sealed";
      if (sealed && !actor.rights.has("open-sealed")) continue;
      const place = { id, record, schema: schemas.get(record) ?? "", property };
      marks.push(...markOf(place, JSON.parse(passage ?? "{}") as Passage, suggested.get(seq)));
    }
  }
  return marks;
}

/** The suggestion each of these entries carries. */
async function suggestionsOf(
  { db }: Engine,
  seqs: readonly number[],
): Promise<Map<number, string | undefined>> {
  const found = new Map<number, string | undefined>();
  for (let i = 0; i < seqs.length; i += chunk) {
    const rows = await db
      .selectFrom("entries")
      .select(["seq", "body"])
      .where("seq", "in", seqs.slice(i, i + chunk))
      .execute();
    for (const { seq, body } of rows)
      if (body !== null) found.set(seq, (JSON.parse(body) as Body<"claim.added">).suggestion);
  }
  return found;
}

function markOf(
  place: Omit<SourceMark, "start" | "end">,
  { start, end }: Passage,
  suggestion: string | undefined,
): SourceMark[] {
  if (start === undefined || end === undefined || end <= start) return [];
  return [{ ...place, start, end, ...(suggestion === undefined ? {} : { suggestion }) }];
}
