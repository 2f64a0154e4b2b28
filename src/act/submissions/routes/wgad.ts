// The Working Group on Arbitrary Detention: its questionnaire, and the worksheet of five categories.
import type { FieldSpec, RouteSpec } from "../route.ts";
import * as part from "./parts.ts";

const category = (number: 1 | 2 | 3 | 4 | 5): FieldSpec => ({
  code: `category-${number}`,
  fill: [{ from: "category", number }],
  written: "may",
});
const episode = (code: string, ...properties: string[]): FieldSpec => ({
  code,
  fill: [{ from: "episode", properties }],
});

export const wgad: RouteSpec = {
  code: "wgad",
  audiences: ["un-named"],
  kind: "un-wgad",
  to: { body: "wgad", email: "hrc-wg-ad@un.org" },
  sections: [
    {
      code: "person",
      fields: [
        part.name,
        part.latinName,
        part.sex,
        part.born,
        part.citizenship,
        part.papers,
        part.occupation,
        part.address,
      ],
    },
    {
      code: "arrest",
      fields: [
        episode("arrest-date", "from"),
        episode("arrest-place", "place"),
        episode("arrest-forces", "holder", "holderKind"),
        episode("warrant", "warrant"),
        episode("warrant-authority", "court"),
        episode("arrest-reasons", "statedReason", "charge"),
        episode("arrest-law", "law"),
      ],
    },
    {
      code: "detention",
      fields: [
        episode("detention-date", "from", "to"),
        episode("detention-length", "sentence", "sentenceKind"),
        episode("detention-forces", "holder", "holderKind"),
        {
          code: "detention-places",
          fill: [
            {
              from: "records",
              schema: "Episode",
              properties: ["from", "to", "kind", "place", "facility", "destination"],
            },
          ],
        },
        episode("detention-authority", "court", "caseNumber"),
        episode("detention-reasons", "charge", "statedReason"),
        episode("detention-law", "legalBasis", "law"),
        episode("detention-contact", "whereabouts", "counsel"),
      ],
    },
    { code: "circumstances", fields: [part.circumstances, part.acts, part.denials] },
    { code: "categories", fields: ([1, 2, 3, 4, 5] as const).map(category) },
    {
      code: "remedies",
      fields: [
        {
          code: "remedies",
          mandatory: true,
          fill: [
            ...part.steps("remedies").fill,
            {
              from: "records",
              schema: "Proceeding",
              properties: ["opened", "kind", "court", "outcome"],
            },
          ],
          written: "may",
        },
      ],
    },
    part.submitter,
  ],
  oneOf: ["category-1", "category-2", "category-3", "category-4", "category-5"],
};
