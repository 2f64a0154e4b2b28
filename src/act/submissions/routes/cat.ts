// The Committee against Torture: an individual complaint under article 22, as it is used to stop a deportation.
import type { RouteSpec } from "../route.ts";
import * as part from "./parts.ts";

export const cat: RouteSpec = {
  code: "cat",
  audiences: ["un-named"],
  kind: "treaty-body",
  to: { body: "cat", email: "ohchr-petitions@un.org" },
  sections: [
    part.submitter,
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
        { code: "status-abroad", fill: [{ from: "person", properties: ["statusAbroad"] }] },
      ],
    },
    {
      code: "state",
      fields: [
        { code: "state", mandatory: true, fill: [{ from: "states", by: "proceeding" }] },
        { code: "provisions", mandatory: true, fill: [], written: "needed" },
      ],
    },
    {
      code: "facts",
      fields: [
        { code: "facts", mandatory: true, fill: [], written: "needed" },
        part.story,
        part.acts,
      ],
    },
    {
      code: "remedies",
      fields: [
        {
          code: "domestic-remedies",
          mandatory: true,
          fill: [
            {
              from: "records",
              schema: "Proceeding",
              properties: ["opened", "kind", "country", "court", "caseNumber", "outcome"],
            },
          ],
          written: "may",
        },
        part.otherProcedures,
      ],
    },
    { code: "risk", fields: [{ code: "risk", mandatory: true, fill: [], written: "needed" }] },
    {
      code: "interim",
      fields: [
        {
          code: "removal",
          fill: [
            {
              from: "records",
              schema: "Proceeding",
              kinds: ["deportation", "extradition", "asylum", "border-crossing"],
              properties: ["removalDate", "destination", "hearing", "deadline", "assurances"],
            },
          ],
        },
        {
          code: "interim-request",
          fill: [{ from: "sentence", key: "interim.request" }],
          written: "may",
        },
      ],
    },
  ],
};
