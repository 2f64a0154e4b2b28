// Texts of the import from other programs.
export const enForeign = {
  "foreign.title": "Import from another program",
  "foreign.open": "Import from another program",
  "foreign.lead":
    "Every value comes in as proposed and leads to its row. Importing again updates what changed; the whole import can be undone.",
  "foreign.note":
    "This is a file of {program}. Read as such, its ids, relations and events are understood.",
  "foreign.none":
    "This is not a file of a program that is known here. A table can be imported column by column.",
  "foreign.trial": "What would happen",
  "foreign.series": "Belongs to",
  "foreign.seriesHint":
    "Files of one database share a name, so that records are known again. Two databases never share one.",
  "foreign.leftOut": "Left out, because there is no place for it here",
  "foreign.import": { one: "Import {count} record", other: "Import {count} records" },
  "foreign.known": "What is known, and what is read of it",
  "foreign.uwazi": "Uwazi (CSV)",
  "foreign.reads.uwazi":
    "Titles as names, in each language; relations by titles; other columns by their headings, as in any table.",
  "foreign.bayanat": "Bayanat (JSON or CSV of actors)",
  "foreign.reads.bayanat":
    "Names, what is known of the person, events and relations. Bulletins, incidents and media are left out.",
  "foreign.openevsys": "OpenEvSys (CSV of a table)",
  "foreign.reads.openevsys":
    "Persons, acts, involvement, relations and interventions, each table by itself; give all the same name under “Belongs to”. Events and information are left out.",
  "foreign.followthemoney": "FollowTheMoney (JSON lines)",
  "foreign.reads.followthemoney":
    "Persons, organisations, addresses, events, family and other links. All else is left out.",
  "foreign.ownHint":
    "Files of Uwazi, Bayanat, OpenEvSys and FollowTheMoney can be added here too; a button beside the file then imports them.",
} as const;
