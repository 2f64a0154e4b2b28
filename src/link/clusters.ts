// Which records are one person, place or organisation: the connected groups of "same" judgements.
// Invariant: a pure function of the judgements that stand. A merge is undone by judging again; records never change.
import type { Cell, Db, Derivation, Table, Tx } from "../store/index.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    clusters: { seq: number; n: number; record: string; person: string };
  }
}

const table: Table = {
  name: "clusters",
  columns: { record: "text", person: "text" },
  key: ["record"],
  indexes: [{ columns: ["person"] }],
};

type Edge = { left: string; right: string };

/** Rows for groups of two or more; a record without a row stands alone and names itself. */
export const clusters: Derivation = {
  table,
  on: ["judgement.made"],
  async update(tx, entries) {
    const touched = new Set<string>();
    for (const entry of entries) {
      if (entry.kind !== "judgement.made") continue;
      touched.add(entry.body.left).add(entry.body.right);
    }
    for (const member of await oldMembers(tx, [...touched])) touched.add(member);
    const rows: Cell[][] = [];
    const placed = new Set<string>();
    for (const record of touched) {
      if (placed.has(record)) continue;
      const group = await groupOf(tx, record);
      for (const member of group) placed.add(member);
      if (group.length > 1) rows.push(...rowsOf(group));
    }
    const grouped = new Set(rows.map((row) => row[2]));
    return {
      rows,
      gone: [...touched].filter((record) => !grouped.has(record)).map((record) => [record]),
    };
  },
  async all(db) {
    const edges = await db
      .selectFrom("judgements")
      .select(["left", "right"])
      .where("verdict", "=", "same")
      .execute();
    return groups(edges).flatMap(rowsOf);
  },
};

/** The oldest record names the group: ids begin with the time they were made. */
function rowsOf(group: readonly string[]): Cell[][] {
  const sorted = group.toSorted();
  return sorted.map((record) => [0, 0, record, sorted[0] as string]);
}

async function oldMembers(tx: Tx, records: readonly string[]): Promise<string[]> {
  const people = await tx
    .selectFrom("clusters")
    .select("person")
    .where("record", "in", [...records])
    .execute();
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom("clusters")
    .select("record")
    .where(
      "person",
      "in",
      people.map((p) => p.person),
    )
    .execute();
  return rows.map((row) => row.record);
}

async function groupOf(db: Db | Tx, record: string): Promise<string[]> {
  const group = new Set([record]);
  let frontier = [record];
  while (frontier.length > 0) {
    const edges = await db
      .selectFrom("judgements")
      .select(["left", "right"])
      .where("verdict", "=", "same")
      .where((where) => where.or([where("left", "in", frontier), where("right", "in", frontier)]))
      .execute();
    frontier = edges.flatMap(({ left, right }) => [left, right]).filter((id) => !group.has(id));
    for (const id of frontier) group.add(id);
  }
  return [...group];
}

function groups(edges: readonly Edge[]): string[][] {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    // Shorten the path, so that a long chain of merges stays quick.
    for (let walk = id; walk !== at;) {
      const up = parent.get(walk) ?? at;
      parent.set(walk, at);
      walk = up;
    }
    return at;
  };
  for (const { left, right } of edges) {
    parent.set(left, parent.get(left) ?? left);
    parent.set(right, parent.get(right) ?? right);
    parent.set(root(left), root(right));
  }
  const byRoot = new Map<string, string[]>();
  for (const id of parent.keys()) byRoot.set(root(id), [...(byRoot.get(root(id)) ?? []), id]);
  return [...byRoot.values()].filter((group) => group.length > 1);
}

/** The records in one group with `record`, oldest first; just itself when it stands alone. */
export async function clusterOf(db: Db | Tx, record: string): Promise<string[]> {
  const own = await db
    .selectFrom("clusters")
    .select("person")
    .where("record", "=", record)
    .executeTakeFirst();
  if (own === undefined) return [record];
  const rows = await db
    .selectFrom("clusters")
    .select("record")
    .where("person", "=", own.person)
    .orderBy("record")
    .execute();
  return rows.map((row) => row.record);
}

/** For each record the id of the person it belongs to. */
export async function personIds(
  db: Db | Tx,
  records: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map(records.map((record) => [record, record]));
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("clusters")
      .select(["record", "person"])
      .where("record", "in", records.slice(i, i + 400))
      .execute();
    for (const row of rows) ids.set(row.record, row.person);
  }
  return ids;
}

/** For each record the records in one group with it, oldest first, and for their eldest too; itself alone when it stands alone. */
export async function clustersOf(
  db: Db | Tx,
  records: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const persons = await personIds(db, records);
  const eldest = [...new Set(persons.values())];
  const groups = new Map<string, string[]>();
  for (let i = 0; i < eldest.length; i += 400) {
    const rows = await db
      .selectFrom("clusters")
      .select(["record", "person"])
      .where("person", "in", eldest.slice(i, i + 400))
      .orderBy("record")
      .execute();
    for (const { record, person } of rows)
      groups.set(person, [...(groups.get(person) ?? []), record]);
  }
  const clusters = new Map<string, readonly string[]>();
  for (const [record, person] of persons) {
    const group = groups.get(person) ?? [record];
    clusters.set(record, group);
    clusters.set(group[0] as string, group);
  }
  return clusters;
}
