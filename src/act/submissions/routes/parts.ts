// Fields that several forms ask for in the same way.
import type { FieldSpec, SectionSpec } from "../route.ts";

export const name: FieldSpec = {
  code: "name",
  mandatory: true,
  fill: [{ from: "names", script: "all" }],
};
export const latinName: FieldSpec = {
  code: "name-latin",
  mandatory: true,
  fill: [{ from: "names", script: "latin" }],
  written: "may",
};
const person = (code: string, ...properties: string[]): FieldSpec => ({
  code,
  fill: [{ from: "person", properties }],
});
export const sex = person("sex", "sex");
export const born = person("birth", "birthDate", "age", "birthPlace");
export const citizenship = person("citizenship", "citizenship");
/** Sealed: the numbers never leave; the form says that they can be asked for. */
export const papers: FieldSpec = {
  code: "papers",
  fill: [{ from: "sentence", key: "papers.sealed" }],
};
export const occupation = person("occupation", "occupation");
export const address = person("address", "residence", "registration", "address");
export const family = person("family", "familyStatus", "children");

export const submitter: SectionSpec = {
  code: "submitter",
  fields: [
    { code: "submitter-name", mandatory: true, fill: [{ from: "submitter", part: "name" }] },
    { code: "submitter-address", mandatory: true, fill: [{ from: "submitter", part: "address" }] },
    {
      code: "submitter-reach",
      fill: [
        { from: "submitter", part: "email" },
        { from: "submitter", part: "phone" },
      ],
    },
    { code: "authority", fill: [{ from: "consents", ask: "giver" }] },
    { code: "confidential", fill: [{ from: "sentence", key: "confidential.text" }] },
  ],
};

const inquiries = [
  "search-by-family",
  "official-request",
  "appeal-letter",
  "petition",
  "court-action",
  "diplomatic-note",
  "parliament",
  "video-appeal",
  "other",
] as const;

/** What was done to find the person, or why nothing could be. */
export const steps = (code: string): FieldSpec => ({
  code,
  mandatory: true,
  fill: [
    {
      from: "records",
      schema: "Intervention",
      kinds: inquiries,
      properties: ["date", "kind", "addressee", "asked", "reply", "replyDate"],
    },
  ],
  written: "may",
});
export const otherProcedures: FieldSpec = {
  code: "other-procedures",
  mandatory: true,
  fill: [
    {
      from: "records",
      schema: "Intervention",
      kinds: ["un-wgeid", "un-wgad", "un-ced", "un-special", "treaty-body"],
      properties: ["date", "kind", "reply", "replyDate"],
    },
  ],
  written: "needed",
};
export const circumstances: FieldSpec = {
  code: "circumstances",
  fill: [{ from: "episode", properties: ["statedReason", "suspectedReason", "treatment", "note"] }],
  written: "may",
};
export const story: FieldSpec = {
  code: "story",
  fill: [
    {
      from: "records",
      schema: "Episode",
      properties: ["from", "to", "kind", "place", "facility", "destination", "sentence"],
    },
  ],
};
export const acts: FieldSpec = {
  code: "acts",
  fill: [
    {
      from: "records",
      schema: "Act",
      properties: ["date", "type", "place", "method", "perpetrator", "perpetratorKind"],
    },
  ],
};
export const denials: FieldSpec = { code: "denials", fill: [{ from: "denials" }] };
