// The Committee on Enforced Disappearances: a request for urgent action under article 30.
import type { RouteSpec } from "../route.ts";
import * as part from "./parts.ts";

export const ced: RouteSpec = {
  code: "ced",
  audiences: ["un-named"],
  kind: "un-ced",
  to: { body: "ced", email: "ohchr-petitions@un.org" },
  sections: [
    part.submitter,
    {
      code: "state",
      fields: [
        {
          code: "state",
          mandatory: true,
          fill: [
            { from: "states", by: "place" },
            { from: "states", by: "citizenship" },
          ],
        },
      ],
    },
    {
      code: "person",
      fields: [
        part.name,
        part.latinName,
        part.sex,
        part.born,
        { ...part.citizenship, mandatory: true },
        part.papers,
        part.occupation,
        part.address,
      ],
    },
    {
      code: "disappearance",
      fields: [
        {
          code: "taken-date",
          mandatory: true,
          fill: [{ from: "episode", properties: ["from"] }],
        },
        {
          code: "taken-place",
          mandatory: true,
          fill: [{ from: "episode", properties: ["place", "facility"] }],
        },
        { code: "forces", fill: [{ from: "episode", properties: ["holder", "holderKind"] }] },
        part.circumstances,
        part.story,
        part.denials,
      ],
    },
    {
      code: "steps",
      fields: [part.steps("competent-bodies"), part.otherProcedures],
    },
  ],
};
