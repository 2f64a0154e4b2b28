// A person in a list of the terminal: who, how much is known, and why a search found them.
// Invariant: whoever was found by a search is shown with the reason.
import type { PeoplePage, PersonItem } from "../link/index.ts";

const countOf = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

const mostNumbers = 5;

/** The numbers from before a merge, the first few of them. */
export function formerlyText(numbers: readonly string[]): string {
  const more = numbers.length - mostNumbers;
  return `formerly ${numbers.slice(0, mostNumbers).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

export function personLines(
  person: PersonItem,
  page: Pick<PeoplePage, "matched" | "alike">,
): readonly string[] {
  const others = person.names
    .slice(1, 4)
    .map((n) => n.text)
    .join(", ");
  const known = `${countOf(person.claims, "claim")}, ${countOf(person.sources, "source")}`;
  const why = whyFound(person, page);
  return [
    `${person.number}  ${person.label}${others === "" ? "" : ` (${others})`}  ${known}  ${person.id}`,
    ...(why === null ? [] : [`    ${why}`]),
    ...(person.formerly.length > 0 ? [`    ${formerlyText(person.formerly)}`] : []),
  ];
}

/** Null where nothing was searched. */
function whyFound(
  person: PersonItem,
  { matched, alike }: Pick<PeoplePage, "matched" | "alike">,
): string | null {
  const name = matched?.[person.id];
  if (name === undefined) return null;
  const sound = alike?.[person.id];
  if (sound !== undefined)
    return `sounds alike: ${name} (${sound.band}, ${Math.round(sound.score * 100)} of 100)`;
  return [person.number, ...person.formerly].includes(name)
    ? `has the number ${name}`
    : `has the words: ${name}`;
}
