// An appeal that was taken in, and the list of them.
import { type Body, receiptCode } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { AppealError } from "./errors.ts";
import type { AppealView } from "./views.ts";

/** Throws AppealError `appeal/unknown`. */
export async function showAppeal(db: Db, source: string): Promise<AppealView> {
  const [view] = await viewsOf(db, source);
  if (view === undefined) throw new AppealError("appeal/unknown");
  return view;
}

/** Every appeal, the latest first, at most 500. */
export async function listAppeals(db: Db): Promise<AppealView[]> {
  return viewsOf(db);
}

async function viewsOf(db: Db, source?: string): Promise<AppealView[]> {
  const all = db
    .selectFrom("appeals")
    .innerJoin("sources", "sources.id", "appeals.source")
    .innerJoin("entries", "entries.seq", "appeals.seq")
    .select(["appeals.body", "appeals.appeal", "sources.title", "entries.at"])
    .orderBy("appeals.seq", "desc")
    .limit(500);
  const rows = await (
    source === undefined ? all : all.where("appeals.source", "=", source)
  ).execute();
  const read = rows.map((row) => ({
    ...row,
    body: JSON.parse(row.body) as Body<"appeal.received">,
  }));
  const labels = await labelsOf(
    db,
    read.flatMap(({ body }) => body.people.map((p) => p.record)),
  );
  const saved = await savedAs(
    db,
    read.map((row) => row.appeal),
  );
  return read.map(({ body, appeal, title, at }) => ({
    source: body.source,
    title: title ?? "",
    code: receiptCode(body.file),
    at,
    people: body.people.map(({ record, giver }) => ({
      record,
      label: labels.get(record) ?? "",
      giver,
    })),
    sender: body.sender,
    files: body.files as AppealView["files"],
    consent: body.consent as AppealView["consent"],
    alsoSaved: (saved.get(appeal) ?? []).filter((other) => other !== body.source),
  }));
}

async function labelsOf(db: Db, records: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "label"])
      .where("id", "in", records.slice(i, i + 400))
      .execute();
    for (const { id, label } of rows) found.set(id, label);
  }
  return found;
}

async function savedAs(db: Db, appeals: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (appeals.length === 0) return found;
  const rows = await db
    .selectFrom("appeals")
    .select(["appeal", "source"])
    .where("appeal", "in", [...new Set(appeals)])
    .orderBy("seq")
    .execute();
  for (const { appeal, source } of rows) found.set(appeal, [...(found.get(appeal) ?? []), source]);
  return found;
}
