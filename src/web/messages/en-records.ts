// Texts of the screens that list other records, and of making a new one.
export const enRecords = {
  "records.kinds": "Kinds of record",
  "records.search": "Find in this list",
  "records.count": { one: "{count} record", other: "{count} records" },
  "records.none": "Nothing here yet",
  "records.noneFound": "Nothing found",
  "records.noneFoundText": "Try fewer letters.",
  "records.new": "New: {schema}",
  "records.name": "Name",
  "records.source": "Source",
  "records.claims": "Claims",
  "newRecord.title": "New: {schema}",
  "newRecord.source": "Source",
  "newRecord.sourceHint":
    "Every record is one thing as one source describes it. Where does it stand?",
  "newRecord.more": "More fields",
  "newRecord.fewer": "Fewer fields",
  "newRecord.submit": "Open the record",
  "newRecord.missing": "Please fill this in: it names the record.",
  "newRecord.done": "The record is open.",
} as const;
