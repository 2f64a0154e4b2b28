// What becomes of each person in a release, for those who decide; never in a release.
// Invariant: of whoever the asker may not see nothing is here, and of the others nothing of a source that is closed to them.
import type { PersonRead, VaultRead } from "./read-people.ts";
import type { Counts, HeldCount, ReleaseReason } from "./reasons.ts";
import type { NameLevel, ReleasedPerson } from "./released.ts";

/** One person, for those who decide; never in a release. */
export interface PersonPreview {
  readonly id: string;
  readonly label: string;
  /** Null: nothing of this person goes. */
  readonly level: NameLevel | null;
  /** Their number in this release. */
  readonly number: string | null;
  readonly reason: ReleaseReason | null;
  readonly values: number;
  readonly statements: number;
  /** How many are shown exactly so; null for those shown by name. */
  readonly alike: number | null;
  readonly heldBack: readonly HeldCount[];
}

interface Worked {
  /** Records the asker may see; null: all of them. */
  readonly seen: ReadonlySet<string> | null;
  readonly shown: ReadonlyMap<string, ReleasedPerson>;
  readonly reasons: ReadonlyMap<string, ReleaseReason>;
  readonly alike: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, Counts>;
}

export function previewsOf(vault: VaultRead, worked: Worked): PersonPreview[] {
  const { seen, shown, reasons, alike, counts } = worked;
  const isClosed = (source: string): boolean =>
    seen !== null && vault.sources.get(source)?.closed !== false;
  return vault.people.flatMap((person): PersonPreview[] => {
    const id = seen === null ? person.id : person.records.find((record) => seen.has(record));
    if (id === undefined) return [];
    const told = shown.get(person.id);
    return [
      {
        id,
        label: labelOf(person, isClosed),
        level: told?.level ?? null,
        number: told?.number ?? null,
        reason: told === undefined ? (reasons.get(person.id) ?? "nothing-left") : null,
        values: told === undefined ? 0 : valuesIn(told),
        statements: told?.statements.length ?? 0,
        alike: alike.get(person.id) ?? null,
        heldBack: (counts.get(person.id)?.list() ?? []).filter(
          ({ reason }) => seen === null || reason !== "closed",
        ),
      },
    ];
  });
}

const valuesIn = ({ values, parts, names }: ReleasedPerson): number =>
  names.length + values.length + parts.reduce((sum, part) => sum + part.values.length, 0);

function labelOf(person: PersonRead, isClosed: (source: string) => boolean): string {
  for (const { property, value, record, source } of person.claims)
    if (property === "name" && !person.schemas.has(record) && !isClosed(source))
      return (JSON.parse(value) as { text?: string }).text ?? "";
  return "";
}
