// By what people are counted: each dimension gives the row, or the rows, a person belongs to.
// Invariant: whoever has no row is counted as not known, never left out.
import { placeLabel, termLabel } from "../../model/index.ts";
import type { PersonFacts } from "./person-facts.ts";
import { voices } from "./voices.ts";

export interface Dimension {
  readonly code: DimensionCode;
  readonly title: string;
  /** One sentence: how a person comes into a row. */
  readonly rule: string;
  /** A person may be in several rows, which then add up to more than the people. */
  readonly several: boolean;
  readonly rowsOf: (facts: PersonFacts) => readonly string[];
  readonly labelOf: (row: string) => string;
}

export const dimensionCodes = [
  "place",
  "year",
  "sex",
  "age",
  "ethnicity",
  "tier",
  "source",
  "voice",
] as const;
export type DimensionCode = (typeof dimensionCodes)[number];

const one = (row: string | null): readonly string[] => (row === null ? [] : [row]);
const same = (row: string): string => row;

const bands = [
  [0, "0–17"],
  [18, "18–29"],
  [30, "30–44"],
  [45, "45–59"],
  [60, "60 and over"],
] as const;

/** The band of an age in whole years, as tables and releases use it. */
export function ageBand(age: number): string {
  return bands.findLast(([from]) => age >= from)?.[1] ?? bands[0][1];
}

const tiers: Readonly<Record<string, string>> = {
  documented: "Documented by one origin",
  corroborated: "Corroborated by independent origins",
  disputed: "Disputed",
};

export const dimensions: readonly Dimension[] = [
  {
    code: "place",
    title: "Place",
    rule: "The prefecture where it first happened; where no source says, the prefecture of home; else the country.",
    several: false,
    rowsOf: ({ prefecture }) => one(prefecture),
    labelOf: (row) => placeLabel(row),
  },
  {
    code: "year",
    title: "Year first taken",
    rule: "The year of the first time the person was taken, where the date leaves no doubt of it.",
    several: false,
    rowsOf: ({ taken }) =>
      taken !== null && taken.first.slice(0, 4) === taken.last.slice(0, 4)
        ? [taken.first.slice(0, 4)]
        : [],
    labelOf: same,
  },
  {
    code: "sex",
    title: "Sex",
    rule: "As sources state it.",
    several: false,
    rowsOf: ({ sex }) => one(sex),
    labelOf: (row) => termLabel("sex", row),
  },
  {
    code: "age",
    title: "Age when first taken",
    rule: "Whole years, from the date of birth where both dates leave at most a year of doubt, else as stated.",
    several: false,
    rowsOf: ({ age }) => (age === null ? [] : [ageBand(age)]),
    labelOf: same,
  },
  {
    code: "ethnicity",
    title: "Ethnicity",
    rule: "As the person or a source states it; never inferred from a name.",
    several: false,
    rowsOf: ({ ethnicity }) => one(ethnicity),
    labelOf: (row) => termLabel("ethnicity", row),
  },
  {
    code: "tier",
    title: "How well it is known",
    rule: "By independent origins of what is said to have happened; disputed where a denial names the person or sources are tied.",
    several: false,
    rowsOf: ({ tier }) => [tier],
    labelOf: (row) => tiers[row] ?? row,
  },
  {
    code: "source",
    title: "Kind of source",
    rule: "Every kind of source that says something of the person.",
    several: true,
    rowsOf: ({ sourceKinds }) => sourceKinds,
    labelOf: (row) => termLabel("source-kind", row),
  },
  {
    code: "voice",
    title: "Who speaks",
    rule: "Whose word stands behind what is said of the person: by how the speaker knows, else by the kind of source.",
    several: true,
    rowsOf: ({ voices: heard }) => heard,
    labelOf: (row) => voices.find(([code]) => code === row)?.[1] ?? row,
  },
];
