// The fields a letter may have: those whoever writes it gives, and those that come from claims.

/** Given by whoever writes. */
export const givenFields = [
  "addressee",
  "signer",
  "group",
  "due",
  "sentDate",
  "reference",
] as const;
export type GivenField = (typeof givenFields)[number];

/** From the file. */
export const filedFields = [
  "name",
  "otherNames",
  "born",
  "origin",
  "citizenship",
  "occupation",
  "event",
  "eventDate",
  "eventPlace",
  "holder",
  "statedReason",
  "sentence",
  "lastNews",
] as const;
export type FiledField = (typeof filedFields)[number];

export const fieldNames: ReadonlySet<string> = new Set([
  ...givenFields,
  ...filedFields,
  "today",
  "number",
]);
