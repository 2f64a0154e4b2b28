// Texts of the screen `people`.
export const enPeople = {
  "people.title": "People",
  "people.search": "Find a person by name in any script, or by number",
  "people.count": { one: "{count} person", other: "{count} people" },
  "people.found": { one: "{count} person found", other: "{count} people found" },
  "people.new": "New person",
  "people.name": "Name",
  "people.born": "Born",
  "people.from": "From",
  "people.claims": "Claims",
  "people.sources": "Sources",
  "people.matched": "found as {name}",
  "people.alike": "sounds alike: {name}",
  "people.records": { one: "{count} record", other: "{count} records" },
  "people.none": "No people yet",
  "people.noneText":
    "People appear when you accept a name in a source, import a table, or write one down.",
  "people.noneFound": "Nobody found with that name",
  "people.noneFoundText": "Try fewer letters, another spelling, or another script.",
  "people.clear": "Show everyone",
  "people.next": "Next in the list",
  "people.previous": "Before in the list",
} as const;
