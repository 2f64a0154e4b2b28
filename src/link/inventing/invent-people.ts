// Invents a population and the records that lists and articles would hold of it, with the truth about who is who.
// Invariant: the same seed gives the same people; spellings come from this folder's own rules, never from the names room.
// What it imitates: given names by Zipf–Mandelbrot frequency, their number growing with the root of the people (Heaps); a given and a father's name (or a surname made of it);
// 1 to 4 records a person, each in its own script; 8 in 100 with a slip of the pen; facts missing or slightly wrong.
import { nameStock } from "./name-stock.ts";
import { type Chance, chanceFrom, zipf } from "./random.ts";
import { renderHan } from "./render-han.ts";
import { capital, renderLetters, type Writing } from "./render-letters.ts";
import { slip } from "./spelling-slip.ts";

export interface InventedRecord {
  /** Number of the person it truly is about. */
  readonly person: number;
  readonly name: string;
  /** 0 not said, 1 man, 2 woman. */
  readonly sex: 0 | 1 | 2;
  /** 0 where not said. */
  readonly born: number;
  /** Number of a county, from 1; 0 where not said. */
  readonly county: number;
  readonly prefecture: number;
  readonly source: number;
  /** Stands for the keyed hash of an identity number; 0 where not said. */
  readonly identity: number;
}

export type Script = Writing | "han" | "pinyin";
/** Scripts of the records, as often as they stand here. */
export const SCRIPTS: readonly Script[] = [
  "press",
  "press",
  "press",
  "uly",
  "ug-arab",
  "ug-arab",
  "kk-arab",
  "kk-cyrl",
  "kk-cyrl",
  "ru",
  "ru",
  "han",
  "han",
  "han",
  "pinyin",
];
const COUNTIES = 105;
/** How often a letter that writers spell differently is spelt the less usual way. */
const LOOSE = 0.2;
/** Records with a slip of the pen: chosen, not measured. */
const SLIPS = 0.08;

/** A person as nature made them, their names as sounds (name-stock.ts). */
export interface InventedPerson {
  readonly given: string;
  readonly father: string;
  readonly sex: 1 | 2;
  readonly born: number;
  readonly county: number;
  readonly identity: number;
}

/** How many different given names so many people bear: 1,900 for 10,000, 19,000 for a million. */
export function stockFor(people: number): number {
  return Math.max(400, Math.round(19 * Math.sqrt(people)));
}

/** A generator of records; ask for as many as needed. */
export function inventRecords(
  seed: number,
  size: number,
): (take: (record: InventedRecord) => void) => void {
  return (take) => {
    const chance = chanceFrom(seed);
    const stock = nameStock(stockFor(size));
    const rank = zipf(stock.length, 12);
    const sources = Math.max(4, Math.ceil(size / 250));
    let made = 0;
    for (let person = 0; made < size; person++) {
      const who = inventPerson(chance, stock, rank);
      const records = Math.min(
        size - made,
        1 + [0.45, 0.27, 0.25].findIndex((p, i, all) => !chance.happens(p) || i === all.length - 1),
      );
      for (let r = 0; r < records; r++) take(inventRecord(person, who, chance, sources));
      made += records;
    }
  };
}

export function inventPerson(
  chance: Chance,
  stock: readonly string[],
  rank: (chance: Chance) => number,
): InventedPerson {
  return {
    given: stock[rank(chance)] as string,
    father: stock[rank(chance)] as string,
    sex: chance.happens(0.7) ? 1 : 2,
    born: 2005 - Math.floor(60 * Math.sqrt(chance.below(10_000) / 10_000)) - chance.below(15),
    // Some counties have ten times the people of others.
    county: 1 + Math.floor(COUNTIES * (chance.below(10_000) / 10_000) ** 1.7),
    identity: chance.happens(0.15) ? 1 + chance.below(2_000_000_000) : 0,
  };
}

function inventRecord(
  person: number,
  who: InventedPerson,
  chance: Chance,
  sources: number,
): InventedRecord {
  const elsewhere = chance.happens(0.07);
  const county = elsewhere ? 1 + chance.below(COUNTIES) : who.county;
  const says = chance.below(100);
  const born = chance.happens(0.75)
    ? who.born +
      (chance.happens(0.08)
        ? 1 - 2 * chance.below(2)
        : chance.happens(0.01)
          ? chance.below(9) - 4
          : 0)
    : 0;
  return {
    person,
    name: renderName(who, chance.pick(SCRIPTS), chance),
    sex: chance.happens(0.88) ? (chance.happens(0.004) ? ((3 - who.sex) as 1 | 2) : who.sex) : 0,
    born,
    county: says < 65 ? county : 0,
    prefecture: says < 82 ? 1 + Math.floor((county - 1) / 8) : 0,
    source: 1 + chance.below(sources),
    identity: chance.happens(0.5) ? who.identity : 0,
  };
}

/** The name of an invented person in one script, as one writer would write it. */
export function renderName(
  who: Pick<InventedPerson, "given" | "father" | "sex">,
  script: Script,
  chance: Chance,
): string {
  if (script === "han" || script === "pinyin") {
    const [given, father] = [who.given, who.father].map((sounds) =>
      renderHan(sounds, chance, LOOSE),
    );
    if (script === "pinyin") return `${given?.pinyin} ${father?.pinyin}`;
    return given?.han + (chance.happens(0.9) ? "·" : " ") + father?.han;
  }
  const slips = chance.happens(SLIPS);
  const onFather = chance.happens(0.5);
  let given = renderLetters(who.given, script, chance, LOOSE);
  let father = renderLetters(who.father, script, chance, LOOSE);
  if (slips && onFather) father = slip(father, chance);
  else if (slips) given = slip(given, chance);
  return withForm(given, father, who.sex, script, chance);
}

function withForm(
  given: string,
  father: string,
  sex: 1 | 2,
  script: Script,
  chance: Chance,
): string {
  const form = chance.below(100);
  if (form < 2) return given;
  if (script === "ru" || script === "kk-cyrl") {
    const hard = /[аоуыйяюеиіәө]$/u.test(father) ? "ев" : "ов";
    if (form < 30) return `${given} ${father}${hard}${sex === 2 ? "а" : ""}`;
    if (form < 42) return `${(father + hard + (sex === 2 ? "а" : "")).toUpperCase()} ${given}`;
    if (script === "kk-cyrl" && form < 65) return `${given} ${father}${sex === 2 ? "қызы" : "ұлы"}`;
  }
  if (script === "press") {
    if (form < 10) return `${father.toUpperCase()} ${given}`;
    if (form < 20) return `${given} ${father}${sex === 2 ? "ova" : "ov"}`;
  }
  return `${capital(given)} ${capital(father)}`;
}
