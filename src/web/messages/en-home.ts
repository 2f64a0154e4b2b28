// Texts of the screen `home`.
export const enHome = {
  "home.title": "What waits",
  "home.nothing": "Nothing waits for you",
  "home.nothingText": "Add a source, or look through the people.",
  "home.empty": "The vault is empty",
  "home.emptyText":
    "Begin with what you have: an article, a testimony, a list. Guwah reads it and proposes what is said in it; you decide.",
  "home.add": "Add a source",
  "home.review": "To read and decide",
  "home.reviewText": {
    one: "{count} suggestion in your sources is not decided.",
    other: "{count} suggestions in your sources are not decided.",
  },
  "home.suggestions": { one: "{count} open", other: "{count} open" },
  "home.proposed": {
    one: "{count} claim waits for review.",
    other: "{count} claims wait for review.",
  },
  "home.disputed": "Disputed",
  "home.disputedText": "Sources contradict each other here. Both sides stand in the file.",
  "home.batches": "Table imports",
  "home.batchLine": "{rows} rows: {added} added, {updated} updated, {failed} not understood",
  "home.recent": "What happened last",
  "home.inVault": "In the vault",
  "home.count.people": "people",
  "home.count.sources": "sources",
  "home.count.claims": "claims",
  "home.count.statements": "statements",
  "home.count.judgements": "judgements",
  "home.count.records": "records",
  "home.notChecked": "Nobody has checked the vault since it was opened.",
  "home.check": "Check it now",
} as const;
