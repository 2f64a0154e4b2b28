// Dates that cannot all be true.
// Invariant: pure; a date that may be read either way contradicts nothing; about and perhaps leave a year's room.
import { parseDate, type ParsedDate } from "../../model/index.ts";
import type { DateFact, PersonFacts } from "./facts.ts";
import { found, type Found } from "./found.ts";

const roomMs = 366 * 86_400_000;

export function dateRules(person: PersonFacts): Found[] {
  const { born, aliveOn, episodes, proceedings } = person;
  const deaths = episodes.filter(({ death }) => death).flatMap(({ from }) => from);
  const living = episodes.filter(({ death }) => !death);
  const about = person.person;
  return [
    ...contradicting(about, born),
    ...contradicting(about, deaths),
    ...living.flatMap(({ from, to }) => [
      ...contradicting(about, from),
      ...contradicting(about, to),
      ...pairs("ends-before-it-begins", about, to, from),
    ]),
    ...proceedings.flatMap(({ removals }) => contradicting(about, removals)),
    ...pairs("death-before-birth", about, deaths, born),
    ...living.flatMap(({ from, to }) => pairs("event-before-birth", about, [...from, ...to], born)),
    ...pairs("news-after-death", about, deaths, [
      ...aliveOn,
      ...living.flatMap(({ from }) => from),
    ]),
  ];
}

/** One finding where two of these dates cannot be the same. */
function contradicting(about: string, dates: readonly DateFact[]): Found[] {
  const clash = dates.some((a) => dates.some((b) => before(a, b)));
  return clash ? [found("dates-contradict", about, dates.map(factOf))] : [];
}

/** One finding where some of the `earlier` certainly lie before some of the `later`. */
function pairs(
  code: Found["code"],
  about: string,
  earlier: readonly DateFact[],
  later: readonly DateFact[],
): Found[] {
  const clashing = new Map<string, readonly [string, string]>();
  for (const a of earlier)
    for (const b of later)
      if (before(a, b)) for (const one of [a, b]) clashing.set(one.claim, factOf(one));
  return clashing.size === 0 ? [] : [found(code, about, [...clashing.values()])];
}

const factOf = ({ claim, edtf }: DateFact): readonly [string, string] => [claim, edtf];

/** Whether `a` certainly lies before `b`. */
function before(a: DateFact, b: DateFact): boolean {
  const [first, second] = [parseDate(a.edtf), parseDate(b.edtf)];
  if (first === null || first.max === null || second === null || second.min === null) return false;
  const room = vague(first) || vague(second) ? roomMs : 0;
  return Date.parse(second.min) - Date.parse(first.max) > room;
}

const vague = ({ certainty }: ParsedDate): boolean => certainty !== "stated";
