// People shown with initials or without a name: only columns that at least k people share, and no words of any source.
// Invariant: what is told of one of them is told, value for value, of k; no source, no quote, no number of theirs in the vault.
import { createHmac, hkdfSync } from "node:crypto";
import {
  fold,
  parseDate,
  placeChain,
  placeLabel,
  termLabel,
  type Value,
} from "../../model/index.ts";
import { scriptOf } from "../../names/index.ts";
import type { LiveClaim } from "../../store/index.ts";
import { type PersonRead, valueOf } from "./read-people.ts";
import type { NameLevel, ReleasedPart, ReleasedPerson, ReleasedValue } from "./released.ts";
import type { Histories } from "./row-histories.ts";
import { type AcrossReleases, type AcrossRow, coarsenAcross } from "./told-across.ts";
import type { Row, Shown } from "./told-apart.ts";

/** In the order in which ties are settled: what tells most apart is made coarser first. */
const rowColumns = [
  "occupation",
  "date",
  "county",
  "age",
  "abroad",
  "happened",
  "ethnicity",
  "sex",
] as const;

export interface RowPerson {
  readonly person: PersonRead;
  readonly level: NameLevel;
  /** What may be told of them at their level. */
  readonly claims: readonly LiveClaim[];
  /** Somebody a relationship that may be told leads to lives in another country, by what is told on their own page. */
  readonly abroad: boolean;
}

interface ToldRows {
  readonly people: readonly {
    readonly id: string;
    readonly told: ReleasedPerson;
    readonly alike: number;
  }[];
  readonly held: AcrossReleases["held"];
  /** Among them those held because of what earlier releases showed. */
  readonly byDifference: AcrossReleases["byDifference"];
}

interface RowsAsk {
  readonly k: number;
  /** The vault's key, from which the numbers follow. */
  readonly root: Uint8Array;
  readonly histories: Histories;
  /** Those shown by name now. */
  readonly named: ReadonlySet<string>;
  /** Whether a text holds the name of somebody who is not named. */
  readonly names: (text: string) => boolean;
}

export function tellRows(
  people: readonly RowPerson[],
  { k, root, histories, named, names }: RowsAsk,
): ToldRows {
  const key = Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), "guwah 1 release numbers", 32));
  const rows = people.map((one): AcrossRow => ({
    id: one.person.id,
    columns: ladders(one, names),
    set: one.level,
    history: histories.get(one.person.id) ?? "",
    // Not their number, which everybody reads: whoever knew the lots would know who was drawn.
    lot: createHmac("sha256", key).update(`lot ${one.person.id}`).digest("hex"),
  }));
  const asked = new Set(rows.map(({ id }) => id));
  const gone = new Map<string, number>();
  for (const [id, history] of histories)
    if (!asked.has(id) && !named.has(id)) gone.set(history, (gone.get(history) ?? 0) + 1);
  const { shown, held, byDifference } = coarsenAcross(rows, rowColumns, k, gone);
  const ladderOf = new Map(rows.map((row) => [row.id, row.columns]));
  const personOf = new Map(people.map((one) => [one.person.id, one]));
  const told = shown.map((one) => ({
    id: one.id,
    told: tellRow(personOf.get(one.id) as RowPerson, one, ladderOf.get(one.id) ?? {}, key),
    alike: one.alike,
  }));
  const sorted = told.toSorted((a, b) => (a.told.number < b.told.number ? -1 : 1));
  return { people: sorted, held, byDifference };
}

/** Stays the same from release to release; without the vault's key nobody finds a record by it. */
const numberOf = (id: string, key: Uint8Array): string =>
  `A-${createHmac("sha256", key).update(id).digest("hex").slice(0, 10).toUpperCase()}`;

const labels: Readonly<Record<string, string>> = {
  occupation: "Occupation",
  date: "When",
  county: "From",
  age: "Born",
  abroad: "Relative abroad",
  happened: "What happened",
  ethnicity: "Ethnicity",
  sex: "Sex",
};

function ladders({ person, claims, abroad }: RowPerson, names: RowsAsk["names"]): Row["columns"] {
  const own = claims.filter(({ record }) => !person.schemas.has(record));
  const first = (...names: string[]): Value | undefined => {
    for (const name of names) {
      const values = own.filter(({ property }) => property === name).map(valueOf);
      // One of several values is picked by what it says, not by when it came.
      const picked = values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0];
      if (picked !== undefined) return picked;
    }
    return undefined;
  };
  const code = (value: Value | undefined): string[] =>
    value?.kind === "code" ? [termLabel(value.vocabulary, value.code)] : [];
  const occupation = first("occupation");
  const { happened, date } = latest(person, claims);
  return {
    sex: code(first("sex")),
    ethnicity: code(first("ethnicity")),
    age: bornLadder(first("birthDate", "age")),
    county: placeLadder(first("origin", "residence", "registration", "birthPlace")),
    occupation:
      occupation?.kind === "text" && !names(occupation.text) ? [fold(occupation.text)] : [],
    happened,
    date,
    abroad: abroad ? ["yes"] : [],
  };
}

/** Born in a span of ten years, of twenty, not told. */
function bornLadder(value: Value | undefined): string[] {
  const year = bornYear(value);
  if (year === null) return [];
  const [ten, twenty] = [Math.floor(year / 10) * 10, Math.floor(year / 20) * 20];
  return [`${ten}–${ten + 9}`, `${twenty}–${twenty + 19}`];
}

function bornYear(value: Value | undefined): number | null {
  if (value?.kind === "date") {
    const min = parseDate(value.edtf)?.min ?? null;
    return min === null ? null : Number(min.slice(0, 4));
  }
  if (value?.kind !== "age" || value.asOf === undefined) return null;
  const then = parseDate(value.asOf)?.min ?? null;
  return then === null ? null : Number(then.slice(0, 4)) - value.years;
}

/** County, prefecture, region; a country by itself. */
function placeLadder(value: Value | undefined): string[] {
  if (value?.kind !== "place" || value.code === undefined) return [];
  const chain = placeChain(value.code);
  const within = chain.filter(({ level }) => level !== "country");
  return (within.length > 0 ? within : chain).map(({ code }) => placeLabel(code));
}

/** What happened last, and its month, quarter, year. */
function latest(
  person: PersonRead,
  claims: readonly LiveClaim[],
): { readonly happened: string[]; readonly date: string[] } {
  const episodes = person.related
    .filter(({ schema }) => schema === "Episode")
    .map(({ records }) => {
      const own = claims.filter(({ record }) => records.includes(record));
      const value = (name: string): Value | undefined =>
        own
          .filter(({ property }) => property === name)
          .map(valueOf)
          .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0];
      const [kind, from] = [value("kind"), value("from")];
      const day = from?.kind === "date" ? (parseDate(from.edtf)?.min ?? null) : null;
      const edtf = from?.kind === "date" ? from.edtf : "";
      const happened = kind?.kind === "code" ? termLabel(kind.vocabulary, kind.code) : null;
      return { happened, day, edtf };
    })
    .filter(({ happened, day }) => happened !== null || day !== null)
    .toSorted((a, b) => {
      const [x, y] = [`${b.day ?? ""}${b.happened ?? ""}`, `${a.day ?? ""}${a.happened ?? ""}`];
      return x < y ? -1 : x > y ? 1 : 0;
    });
  const one = episodes[0];
  if (one === undefined) return { happened: [], date: [] };
  return {
    happened: one.happened === null ? [] : [one.happened],
    date: dateLadder(one.day, one.edtf),
  };
}

function dateLadder(day: string | null, edtf: string): string[] {
  if (day === null) return [];
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  // A year alone is no January.
  if (!/^\d{4}-\d{2}/.test(edtf)) return [year];
  const quarter = `${year}, quarter ${Math.ceil(month / 3)}`;
  return [day.slice(0, 7), quarter, year];
}

const home = "CN";

/** `residences`: what is told of where each relative lives, by record. */
export function hasRelativeAbroad(
  person: PersonRead,
  claims: readonly LiveClaim[],
  residences: ReadonlyMap<string, readonly LiveClaim[]>,
): boolean {
  const refs = claims.flatMap(({ record, ref }) =>
    person.schemas.get(record) === "Relationship" && ref !== null ? [ref] : [],
  );
  return refs.some((ref) =>
    residences.get(ref)?.some((claim) => {
      const value = valueOf(claim);
      const code = value.kind === "place" ? value.code : undefined;
      return code !== undefined && placeChain(code).at(-1)?.code !== home;
    }),
  );
}

function tellRow(
  { person, level, claims }: RowPerson,
  { steps }: Shown,
  ladder: Row["columns"],
  key: Uint8Array,
): ReleasedPerson {
  const shown = (name: string): { text: string; coarser: boolean } | null => {
    const at = steps[name] ?? null;
    const text = at === null ? undefined : ladder[name]?.[at];
    return text === undefined ? null : { text, coarser: (at ?? 0) > 0 };
  };
  const value = (name: string): ReleasedValue[] => {
    const told = shown(name);
    if (told === null) return [];
    return [
      {
        property: name,
        label: labels[name] ?? name,
        text: told.text,
        state: "single",
        origins: 1,
        claims: [],
        others: [],
        denials: [],
        ...(told.coarser || name === "age" ? { coarser: name } : {}),
      },
    ];
  };
  const happened = shown("happened");
  const date = shown("date");
  const inside = [...value("happened"), ...value("date")];
  const part: ReleasedPart[] =
    inside.length === 0
      ? []
      : [
          {
            schema: "Episode",
            label: happened?.text ?? "What happened",
            from: date === null ? null : boundsOf(date.text),
            to: null,
            values: inside,
          },
        ];
  const sex = shown("sex")?.text;
  return {
    number: numberOf(person.id, key),
    formerly: [],
    level,
    heading: (level === "initials" ? initialsOf(claims, person) : null) ?? nobody(sex),
    names: [],
    status: [happened?.text, date?.text].filter((one) => one !== undefined).join(", "),
    state: "single",
    values: ["sex", "age", "ethnicity", "county", "occupation", "abroad"].flatMap(value),
    parts: part,
    statements: [],
    pictures: [],
    origins: 1,
    sources: 0,
    // When a row was last touched would tell two alike apart.
    changed: "",
  };
}

const nobody = (sex: string | undefined): string =>
  sex === "Female" ? "A woman" : sex === "Male" ? "A man" : "A person";

function boundsOf(text: string): { text: string; min: string | null; max: string | null } {
  const quarter = /^(\d{4}), quarter (\d)$/.exec(text);
  if (quarter !== null) {
    const [, year = "", q = ""] = quarter;
    const month = (n: number): string => `${year}-${n.toString().padStart(2, "0")}`;
    const to = parseDate(month(Number(q) * 3));
    return { text, min: `${month(Number(q) * 3 - 2)}-01`, max: to?.max ?? null };
  }
  const parsed = parseDate(text);
  return { text, min: parsed?.min ?? null, max: parsed?.max ?? null };
}

/** First letters of a name that may be told; null for a Chinese one, whose first character is the family name itself. */
export function initialsOf(claims: readonly LiveClaim[], person: PersonRead): string | null {
  const names = claims
    .filter(({ record, property }) => property === "name" && !person.schemas.has(record))
    .map(valueOf)
    .flatMap((value) => (value.kind === "name" ? [value.text] : []))
    .filter((text) => ["Latn", "Cyrl", "Arab"].includes(scriptOf(text)))
    .toSorted();
  const parts = names[0]?.match(/\p{L}[\p{L}\p{M}'’ʼ-]*/gu) ?? [];
  const letters = parts.slice(0, 3).map((part) => `${[...part][0]?.toUpperCase() ?? ""}.`);
  return letters.length === 0 ? null : letters.join(" ");
}
