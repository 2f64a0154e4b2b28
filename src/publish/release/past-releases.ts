// What was released before, where the copies went, and what a new release changes.
// Invariant: what changed is told by digests alone; of somebody no longer shown only their public number remains.
import { type Body, pageSections, type RecordId } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { ReleaseAudience } from "./levels.ts";
import type { Release, ReleasedChange, ReleasedPerson } from "./released.ts";
import { digestOf, type ThingChanges, type Things, thingsSince } from "./thing-changes.ts";
import { rowDigest } from "./row-histories.ts";

export type Made = Body<"release.made">;

export interface PastRelease {
  readonly number: number;
  readonly audience: ReleaseAudience;
  readonly contents: string;
  readonly tree: string;
  readonly files: number;
  readonly to: string;
  readonly approvedBy: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  readonly people: number;
  readonly withdrawn: { readonly at: number; readonly by: string; readonly reason: string } | null;
}

export async function lastRelease(db: Db, audience: ReleaseAudience): Promise<Made | null> {
  const row = await db
    .selectFrom("releases")
    .select("body")
    .where("audience", "=", audience)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.body) as Made);
}

/** Every release and what became of it, newest first. */
export async function listReleases(db: Db): Promise<PastRelease[]> {
  const members = new Map(
    (await db.selectFrom("members").select(["id", "name"]).execute()).map((m) => [m.id, m.name]),
  );
  const named = (id: string): string => members.get(id) ?? id;
  const gone = await db.selectFrom("release_withdrawals").selectAll().orderBy("seq").execute();
  const rows = await db.selectFrom("releases").selectAll().orderBy("seq", "desc").execute();
  return rows.map((row) => {
    const body = JSON.parse(row.body) as Made;
    const no = gone.find((one) => one.number === row.number && one.audience === row.audience);
    return {
      number: row.number,
      audience: body.audience,
      contents: row.contents,
      tree: row.tree,
      files: body.files,
      to: row.receiver,
      approvedBy: body.approvedBy,
      at: row.at,
      by: named(row.author),
      people: body.people.length,
      withdrawn: no === undefined ? null : { at: no.at, by: named(no.author), reason: no.reason },
    };
  });
}

export type PageSection = (typeof pageSections)[number];

export interface Changes extends ThingChanges {
  readonly changes: readonly ReleasedChange[];
  readonly digests: Made["people"];
  /** For those who decide, by public number: which sections differ. None where the last release did not keep them. */
  readonly changedIn: ReadonlyMap<string, readonly PageSection[]>;
  /** For those who decide, by public number: a record of each who is no longer shown. */
  readonly gone: ReadonlyMap<string, string>;
}

const words = { new: "New page", changed: "Changed", withdrawn: "No longer shown" } as const;

/** `recordOf`: a record of each person, by public number. `day`: ISO. */
export function changesSince(
  last: Made | null,
  { people, ...told }: Things & Pick<Release, "people">,
  recordOf: ReadonlyMap<string, string>,
  day: string,
): Changes {
  const digests = people.map((person) => {
    const row = rowDigest(person);
    return {
      record: recordOf.get(person.number) as RecordId,
      number: person.number,
      level: person.level,
      digest: digestOf(person, 16),
      sections: sectionsOf(person).join(""),
      ...(row === undefined ? {} : { row }),
    };
  });
  const before = new Map((last?.people ?? []).map((one) => [one.number, one]));
  const changedIn = new Map<string, readonly PageSection[]>();
  const now = new Set(digests.map(({ number }) => number));
  const changes: ReleasedChange[] = [];
  const note = (kind: ReleasedChange["kind"], number: string): void => {
    changes.push({ kind, number, day, what: words[kind] });
  };
  for (const { number, digest, sections } of digests) {
    const known = before.get(number);
    if (known === undefined) note("new", number);
    else if (known.digest !== digest) {
      note("changed", number);
      changedIn.set(number, differing(known.sections, sections));
    }
  }
  const gone = new Map<string, string>();
  for (const { number, record } of before.values())
    if (!now.has(number)) {
      note("withdrawn", number);
      gone.set(number, record);
    }
  return { changes, digests, changedIn, gone, ...thingsSince(last, told, day) };
}

/** Five digests of six hex digits; the same page gives the same ones. */
function sectionsOf({
  heading,
  names,
  level,
  formerly,
  status,
  state,
  origins,
  sources,
  values,
  parts,
  statements,
  pictures,
}: ReleasedPerson): string[] {
  const sections: Readonly<Record<PageSection, unknown>> = {
    names: [heading, names, level, formerly],
    values: [status, state, origins, sources, values],
    story: parts,
    statements,
    pictures,
  };
  return pageSections.map((section) => digestOf(sections[section], 6));
}

function differing(before: string | undefined, now: string): PageSection[] {
  if (before === undefined) return [];
  return pageSections.filter(
    (_, i) => before.slice(i * 6, i * 6 + 6) !== now.slice(i * 6, i * 6 + 6),
  );
}
