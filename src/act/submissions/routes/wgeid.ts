// The Working Group on Enforced or Involuntary Disappearances: six elements without which no case is looked at.
import type { RouteSpec } from "../route.ts";
import * as part from "./parts.ts";

export const wgeid: RouteSpec = {
  code: "wgeid",
  audiences: ["un-named"],
  kind: "un-wgeid",
  to: { body: "wgeid", email: "hrc-wg-eid@un.org" },
  sections: [
    { code: "procedure", fields: [{ code: "procedure", fill: [{ from: "procedure" }] }] },
    {
      code: "person",
      fields: [
        part.name,
        part.latinName,
        part.sex,
        part.born,
        part.papers,
        part.citizenship,
        part.occupation,
        part.address,
        part.family,
        { code: "marks", fill: [{ from: "person", properties: ["description", "health"] }] },
      ],
    },
    {
      code: "disappearance",
      fields: [
        {
          code: "taken-date",
          mandatory: true,
          fill: [{ from: "episode", properties: ["from"] }],
          toTheMonth: true,
        },
        {
          code: "taken-place",
          mandatory: true,
          fill: [{ from: "episode", properties: ["place", "facility"] }],
        },
        {
          code: "forces",
          mandatory: true,
          fill: [{ from: "episode", properties: ["holder", "holderKind"] }],
        },
        part.circumstances,
        part.story,
        { code: "last-alive", fill: [{ from: "person", properties: ["lastConfirmedAlive"] }] },
      ],
    },
    { code: "steps", fields: [part.steps("search"), part.denials] },
    part.submitter,
  ],
};
