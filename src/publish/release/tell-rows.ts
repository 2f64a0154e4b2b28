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
import { coarsen, type Row, type Shown, type ToldApart } from "./told-apart.ts";

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
}

interface ToldRows {
  readonly people: readonly {
    readonly id: string;
    readonly told: ReleasedPerson;
    readonly alike: number;
  }[];
  readonly held: ToldApart["held"];
}

/** `asOf`: ISO day, told as the month of the change. `root`: the vault's key, from which the numbers follow. */
export function tellRows(
  people: readonly RowPerson[],
  all: readonly PersonRead[],
  { k, root }: { readonly k: number; readonly root: Uint8Array },
): ToldRows {
  const byRecord = new Map(all.flatMap((one) => one.records.map((id) => [id, one])));
  const rows = people.map((one): Row => ({ id: one.person.id, columns: ladders(one, byRecord) }));
  const { shown, held } = coarsen(rows, rowColumns, k);
  const ladderOf = new Map(rows.map((row) => [row.id, row.columns]));
  const personOf = new Map(people.map((one) => [one.person.id, one]));
  const key = Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), "guwah 1 release numbers", 32));
  const told = shown.map((one) => ({
    id: one.id,
    told: tellRow(personOf.get(one.id) as RowPerson, one, ladderOf.get(one.id) ?? {}, key),
    alike: one.alike,
  }));
  return { people: told.toSorted((a, b) => (a.told.number < b.told.number ? -1 : 1)), held };
}

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

function ladders(
  { person, claims }: RowPerson,
  byRecord: ReadonlyMap<string, PersonRead>,
): Row["columns"] {
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
    occupation: occupation?.kind === "text" ? [fold(occupation.text)] : [],
    happened,
    date,
    abroad: hasRelativeAbroad(person, claims, byRecord) ? ["yes"] : [],
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

/** Somebody a relationship that may be told leads to lives in another country, as far as anybody has said. */
function hasRelativeAbroad(
  person: PersonRead,
  claims: readonly LiveClaim[],
  byRecord: ReadonlyMap<string, PersonRead>,
): boolean {
  const refs = claims.flatMap(({ record, ref }) =>
    person.schemas.get(record) === "Relationship" && ref !== null ? [ref] : [],
  );
  return refs.some((ref) =>
    byRecord.get(ref)?.claims.some((claim) => {
      if (claim.property !== "residence" || claim.state !== "accepted") return false;
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
    number: `A-${createHmac("sha256", key).update(person.id).digest("hex").slice(0, 10).toUpperCase()}`,
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
