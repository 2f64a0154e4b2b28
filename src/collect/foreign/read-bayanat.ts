// Actors of Bayanat, from its JSON and CSV exports. Source of the fields: github.com/sjacorg/bayanat, enferno/admin/models/Actor.py.
import {
  type ForeignFile,
  type ForeignRecord,
  type ForeignTable,
  LeftOut,
  RecordMaker,
} from "./foreign-record.ts";

type Fields = Readonly<Record<string, unknown>>;

const ours = [
  "name_ar",
  "nickname",
  "ethnographies",
  "nationalities",
  "origin_place",
  "actor_relations",
  "actor_profiles",
  "civilian",
  "family_status",
  "no_children",
  "profile_1_originid",
  "profile_1_description",
];

/** Whether these fields are an actor's. */
export function isBayanat(names: readonly string[]): boolean {
  const there = new Set(names);
  return there.has("id") && there.has("name") && ours.filter((one) => there.has(one)).length >= 2;
}

export function readBayanat(actors: readonly unknown[]): ForeignFile {
  const left = new LeftOut();
  const records = new Map<string, ForeignRecord>();
  for (const [i, actor] of actors.entries()) {
    const fields = objectOf(actor);
    const id = idOf(fields["id"]);
    if (id === null) {
      left.add("actor without id");
      continue;
    }
    for (const record of recordsOf(fields, id, i + 1, left)) {
      // Each relation stands with both of its actors.
      if (!records.has(record.key)) records.set(record.key, record);
    }
  }
  return { format: "bayanat", records: [...records.values()], leftOut: left.all() };
}

/** The rows of a CSV as actors: lists are JSON, or have commas between them. */
export function bayanatRows({ columns, rows }: ForeignTable): unknown[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, i) => [column, cellOf(cells[i] ?? "")])),
  );
}

function cellOf(cell: string): unknown {
  if (!/^\s*[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}

function recordsOf(fields: Fields, id: string, row: number, left: LeftOut): ForeignRecord[] {
  const made = new RecordMaker();
  const plain = [
    ["name", "name"],
    ["name", "name_ar"],
    ["sex", "sex"],
    ["age", "age"],
    ["occupation", "occupation"],
    ["occupation", "position"],
    ["familyStatus", "family_status"],
    ["children", "no_children"],
    ["note", "comments"],
    ["note", "profile_1_description"],
    ["residence", "profile_1_last_address"],
  ] as const;
  for (const [property, field] of plain) {
    // Bayanat says "adult" and "minor" in the same field as an age.
    const value = fields[field];
    const isAge =
      typeof value === "number" || (typeof value === "string" && /^\d{1,3}$/.test(value));
    if (property === "age" && !isAge) continue;
    made.cell(property, field, value);
  }
  for (const field of ["nickname", "nickname_ar"])
    made.cell("name", field, fields[field], { role: "nickname" });
  for (const title of titlesOf(fields["ethnographies"]))
    made.cell("ethnicity", "ethnographies", title);
  for (const title of titlesOf(fields["nationalities"]))
    made.cell("citizenship", "nationalities", title);
  for (const title of titlesOf(fields["origin_place"], false))
    made.cell("origin", "origin_place", title);
  for (const number of listOf(fields["id_number"]))
    made.cell("idNumber", "id_number", objectOf(number)["number"]);
  for (const profile of listOf(fields["actor_profiles"])) {
    const { description, last_address: address } = objectOf(profile);
    made.cell("note", "actor_profiles.description", description);
    made.cell("residence", "actor_profiles.last_address", address);
  }
  const events = listOf(fields["events"]).map((event, i) => episode(objectOf(event), id, i, row));
  const relations = listOf(fields["actor_relations"]).flatMap((relation) => {
    const told = objectOf(relation);
    const other = idOf(objectOf(told["actor"])["id"]);
    if (other === null) return [];
    return [relationship(told, id, other, row)];
  });
  for (const field of ["bulletin_relations", "incident_relations", "medias"])
    for (const _ of listOf(fields[field])) left.add(field);
  const name = fields["name"];
  return [
    made.make("Person", `actor:${id}`, row, typeof name === "string" ? name : ""),
    ...events,
    ...relations,
  ];
}

function episode(event: Fields, actor: string, i: number, row: number): ForeignRecord {
  const kind = titlesOf(event["eventtype"], false)[0] ?? event["title"];
  const key = idOf(event["id"]) ?? `${actor}.${i + 1}`;
  return new RecordMaker()
    .ref("person", "events", `actor:${actor}`)
    .cell("kind", "events.eventtype", kind)
    .cell("from", "events.from_date", dayOf(event["from_date"]))
    .cell("to", "events.to_date", dayOf(event["to_date"]))
    .cell("place", "events.location", titlesOf(event["location"], false)[0])
    .cell("note", "events.comments", event["comments"])
    .make("Episode", `event:${key}|${actor}`, row, typeof kind === "string" ? kind : "");
}

/** Bayanat numbers the kinds of relation and gives no direction: the number stays as words. */
function relationship(told: Fields, actor: string, other: string, row: number): ForeignRecord {
  const [from, to] = [actor, other].sort((a, b) => Number(a) - Number(b)) as [string, string];
  const kind = told["related_as"];
  const words =
    typeof kind === "string"
      ? kind
      : typeof kind === "number"
        ? `related (Bayanat ${kind})`
        : "related";
  return new RecordMaker()
    .ref("from", "actor_relations", `actor:${from}`)
    .ref("to", "actor_relations", `actor:${to}`)
    .cell("kind", "actor_relations.related_as", words)
    .cell("note", "actor_relations.comment", told["comment"])
    .make("Relationship", `relation:${from}|${to}`, row, words);
}

const dayOf = (date: unknown): string | undefined =>
  typeof date === "string" ? date.replace(/[T ]\d\d:\d\d.*$/, "") : undefined;

function idOf(value: unknown): string | null {
  const text = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
  return /^[\w-]{1,64}$/.test(text) ? text : null;
}

function objectOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1_000) : [];
}

/** Titles of a thing, of a list of things, or of a cell; `split`: commas stand between several. */
function titlesOf(value: unknown, split = true): string[] {
  if (typeof value === "string") return split ? value.split(",").map((one) => one.trim()) : [value];
  const all = Array.isArray(value) ? listOf(value) : [value];
  return all.flatMap((one) => {
    if (typeof one === "string") return [one];
    const { title, full_string: full } = objectOf(one);
    return typeof full === "string" ? [full] : typeof title === "string" ? [title] : [];
  });
}
