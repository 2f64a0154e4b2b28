// The short number people say aloud for a file.
// Invariant: made from the oldest record's id alone, so it never changes unless a merge brings in an older record;
// the older numbers go on being found.
const letter: Readonly<Record<string, string>> = {
  Person: "P",
  Episode: "E",
  Statement: "S",
  Question: "Q",
  Figure: "F",
  Proceeding: "L",
  Intervention: "V",
  Place: "O",
  Organization: "G",
  Group: "G",
  Act: "A",
  Involvement: "I",
  Relationship: "R",
};

/** `P-7K3F9Q2M` for a record id: a letter for the schema and eight signs of the id. */
export function personNumber(record: string, schema = "Person"): string {
  // The end of an id counts within a millisecond; eight signs from its middle mix chance and count.
  return `${letter[schema] ?? "X"}-${record.slice(-8)}`;
}
