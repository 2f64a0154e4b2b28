// Facts on file that bear on each of the five categories of arbitrary detention: a worksheet, not a finding.
// Invariant: it points at claims and draws no conclusion; whether a category applies is the group's own argument.
import type { RecordFile } from "../../weigh/index.ts";
import { type Line, valueLines } from "./lines.ts";

interface Bears {
  readonly schema: "Person" | "Episode" | "Act" | "Proceeding";
  readonly property: string;
  /** Codes that bear on it; none: whatever is said. */
  readonly codes?: readonly string[];
}

const beliefs = [
  "abroad-visit",
  "abroad-contact",
  "passport",
  "prayer",
  "religious-study",
  "religious-dress",
  "religious-gathering",
  "religious-items",
  "hajj",
  "religion-other",
  "phone-content",
  "speech",
  "petition",
];

const bears: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Bears[]>> = {
  1: [
    { schema: "Episode", property: "warrant", codes: ["no"] },
    { schema: "Episode", property: "legalBasis", codes: ["none", "administrative", "emergency"] },
    { schema: "Episode", property: "kind", codes: ["camp", "disappeared"] },
    { schema: "Act", property: "type", codes: ["arbitrary-arrest", "reeducation", "no-notice"] },
  ],
  2: [
    { schema: "Episode", property: "statedReason", codes: beliefs },
    { schema: "Episode", property: "suspectedReason", codes: beliefs },
    { schema: "Episode", property: "legalBasis", codes: ["free-speech"] },
    {
      schema: "Act",
      property: "type",
      codes: ["religion-restricted", "censorship", "language-ban", "culture-restricted"],
    },
  ],
  3: [
    {
      schema: "Episode",
      property: "counsel",
      codes: ["none-permitted", "at-trial-silent", "watched-talk", "state-appointed"],
    },
    { schema: "Episode", property: "openTrial", codes: ["no"] },
    { schema: "Episode", property: "signed", codes: ["forced", "not-understood"] },
    {
      schema: "Act",
      property: "type",
      codes: ["no-lawyer", "closed-trial", "unfair-trial", "forced-confession", "torture"],
    },
  ],
  4: [
    { schema: "Episode", property: "legalBasis", codes: ["immigration"] },
    { schema: "Proceeding", property: "kind", codes: ["immigration-detention", "asylum"] },
    { schema: "Act", property: "type", codes: ["denied-review", "denied-asylum"] },
  ],
  5: [
    { schema: "Person", property: "ethnicity" },
    { schema: "Person", property: "religion" },
    {
      schema: "Episode",
      property: "suspectedReason",
      codes: ["group-born", "relative-of", "quota"],
    },
    { schema: "Episode", property: "statedReason", codes: ["group-born", "relative-of"] },
    { schema: "Act", property: "type", codes: ["collective-punishment"] },
  ],
};

/** One line for each fact. */
export function categoryFacts(file: RecordFile, number: 1 | 2 | 3 | 4 | 5): Line[] {
  return bears[number].flatMap(({ schema, property, codes }) => {
    const holders =
      schema === "Person"
        ? [file.properties]
        : file.related.filter((one) => one.schema === schema).map((one) => one.properties);
    return holders
      .flatMap((properties) => valueLines(properties, property))
      .filter(
        (line) =>
          codes === undefined ||
          (line.kind === "values" &&
            line.parts.some(
              ({ value, against }) =>
                against !== true && value.kind === "code" && codes.includes(value.code),
            )),
      );
  });
}
