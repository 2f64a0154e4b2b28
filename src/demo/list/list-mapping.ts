// What the columns of the volunteer's list hold, as the colleague settled it in the mapping screen.
import type { Mapping } from "../../model/index.ts";
import { headings } from "./list-rows.ts";

type Plan = readonly [schema: string, property: string];

/** In the order of `headings`. */
const plans: readonly (Plan | null)[] = [
  ["Person", "listNumber"],
  ["Person", "name"],
  ["Person", "name"],
  ["Person", "sex"],
  ["Person", "birthDate"],
  ["Person", "origin"],
  ["Episode", "from"],
  ["Episode", "kind"],
  ["Episode", "statedReason"],
  ["Person", "idNumber"],
  ["Person", "occupation"],
  // Who told it is not the person told of; it stays in the table.
  null,
  ["Person", "note"],
];

/** The guess of the program with these decisions put over it. */
export function listMapping(guessed: Mapping): Mapping {
  const columns = headings.map((column, i) => {
    const plan = plans[i] ?? null;
    const guess = guessed.columns.find((c) => c.column === column);
    const agrees = guess?.schema === plan?.[0] && guess?.property === plan?.[1];
    return {
      column,
      ...(plan === null ? {} : { schema: plan[0], property: plan[1] }),
      ...(agrees && guess?.options !== undefined ? { options: guess.options } : {}),
    };
  });
  return { ...guessed, schema: "Person", columns, keyColumn: headings[0] };
}
