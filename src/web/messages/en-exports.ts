// Texts of the exports: formats with what each loses, everything home and back.
export const enExports = {
  "exports.title": "Exports",
  "exports.open": "Exports",
  "exports.lead":
    "The same as tables and in formats others read. What may not go to the audience is not in it.",
  "exports.toRelease": "Publishing",
  "exports.onlyPublishers": "Only those who may publish make exports.",
  "exports.format": "Format",
  "exports.about": "What is in it, and what is lost",
  "exports.format.csv": "Tables (CSV)",
  "exports.format.json": "JSON",
  "exports.format.ftm": "FollowTheMoney",
  "exports.format.esf": "Tables shaped like HURIDOCS ESF",
  "exports.format.geojson": "Map points (GeoJSON)",
  "exports.format.annotations": "Passages (Web Annotation)",
  "exports.format.claimreview": "Statements (ClaimReview, JSON-LD)",
  "exports.loses.csv":
    "Every claim with its speaker, source, day and origins. Loses denials of figures, and figures and questions that are not of a release.",
  "exports.loses.json": "The same rows, for programs. Loses the same.",
  "exports.loses.ftm":
    "Loses passages, origins, grades, values that stand against the one shown, and open dates.",
  "exports.loses.esf":
    "Loses passages, values that stand against the one shown, stances, and dates that are ranges.",
  "exports.loses.geojson": "Places with a known point, and who was there. Loses all else.",
  "exports.loses.annotations":
    "The words of sources and where they stand. Loses origins and grades.",
  "exports.loses.claimreview":
    "What was said and what was answered. Loses everything else; rates nobody's truth.",
  "exports.looking": "Looking at what may go",
  "exports.goes": "What would go",
  "exports.notApproved":
    "An export for the public is made of a release that two members approved. Look at the release and approve it first.",
  "exports.whereMissing": "Say who gets it: a withdrawal must be able to reach every copy.",
  "exports.make": "Make the export",
  "exports.making": "Making the export",
  "exports.done": "The export is made",
  "exports.contains": {
    one: "{count} file, with a list of what is lost.",
    other: "{count} files, with a list of what is lost.",
  },
  "exports.again": "Make another",
  "exports.home": "Everything home",
  "exports.homeText":
    "The whole ledger and every file in one archive that can be read without this program. It comes back with the same root.",
  "exports.homeKeepers": "Only keepers take everything home.",
  "exports.homeWarning":
    "Everything is in it, also what is closed or held back. Encrypt it to a key, or keep it where only you can reach it.",
  "exports.homeMake": "Take everything home",
  "exports.homeMaking": "Writing everything",
  "exports.homeDone": "Everything is written",
  "exports.homeContains": "{entries} entries and {files} files.",
  "exports.root": "Root",
  "exports.back": "Bringing it back",
  "exports.backText":
    "In a Guwah that has no vault yet, choose “Restore from a backup” on the first page and give it the archive; or in a terminal, with the archive unpacked to a folder:",
} as const;
