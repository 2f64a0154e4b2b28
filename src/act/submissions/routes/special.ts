// A letter to special procedures of the Human Rights Council: an urgent appeal or a letter of allegation.
import type { RouteSpec } from "../route.ts";
import * as part from "./parts.ts";

export const special: RouteSpec = {
  code: "special",
  audiences: ["un-named", "un-quiet"],
  kind: "un-special",
  to: { body: "special", email: "urgent-action@ohchr.org" },
  sections: [
    { code: "procedure", fields: [{ code: "procedure", fill: [{ from: "procedure" }] }] },
    part.submitter,
    {
      code: "consent",
      fields: [
        { code: "consent-letter", fill: [{ from: "consents", ask: "letter" }] },
        { code: "consent-report", fill: [{ from: "consents", ask: "report" }] },
      ],
    },
    {
      code: "person",
      fields: [
        part.name,
        part.latinName,
        part.sex,
        part.born,
        part.citizenship,
        part.occupation,
        {
          code: "groups",
          fill: [{ from: "person", properties: ["ethnicity", "religion", "statusAbroad"] }],
        },
      ],
    },
    {
      code: "perpetrators",
      fields: [
        {
          code: "forces",
          mandatory: true,
          fill: [{ from: "episode", properties: ["holder", "holderKind"] }],
        },
      ],
    },
    {
      code: "events",
      fields: [
        { code: "taken-date", mandatory: true, fill: [{ from: "episode", properties: ["from"] }] },
        {
          code: "taken-place",
          mandatory: true,
          fill: [{ from: "episode", properties: ["place", "facility"] }],
        },
        { ...part.circumstances, mandatory: true },
        part.story,
        part.acts,
        part.denials,
      ],
    },
    { code: "steps", fields: [part.otherProcedures, { code: "asked", fill: [], written: "may" }] },
  ],
};
