// The formats of an export, each a function of the flat rows, and what each loses, for the README inside.
// Invariant: a format that cannot hold something says so; nothing is made up to fill a field.
import { PublishError } from "../errors.ts";
import { claimReviews } from "./claim-reviews.ts";
import { csvTables, jsonFile } from "./csv-tables.ts";
import { esfTables } from "./esf.ts";
import type { ExportFile, ExportSet } from "./export-set.ts";
import { ftmEntities, ftmFile } from "./follow-the-money.ts";
import { ftmProblems } from "./ftm-schema.ts";
import { geoJson } from "./geojson.ts";
import { type TextOf, webAnnotations } from "./web-annotations.ts";

interface Format {
  readonly make: (set: ExportSet, textOf: TextOf) => ExportFile[];
  /** What is in it and what is lost, in plain words. */
  readonly about: string;
  /** It counts in the texts of sources. */
  readonly texts?: true;
}

const formulas = `A cell that a spreadsheet would take for a formula (it begins with = + - or @, or a tab) has an apostrophe before it.
Files are UTF-8 with a byte order mark, commas between cells, CRLF between lines (RFC 4180).`;

const formats = {
  csv: {
    make: csvTables,
    about: `Tables. claims.csv has one row for every claim: the value, who said it, in which source, on which day, how many independent
origins stand behind the value, whether it was reviewed. The other tables show the value shown first and name its claims.
Of a release figures.csv has the numbers others gave, in their words, and questions.csv what each side said.
Lost: denials of a figure; figures and questions in an export that is not made of a release.
${formulas}`,
  },
  json: {
    make: jsonFile,
    about:
      "guwah.json holds the same rows as the CSV tables, with dates in EDTF and terms by their codes.\nLost: as in the tables.",
  },
  ftm: {
    make: validFtm,
    about: `followthemoney.json holds one FollowTheMoney entity a line: Person, Event (episodes, acts, proceedings, interventions), Family,
UnknownLink, LegalEntity and Organization (who held, judged or hurt somebody, as stated), Article and Document (sources), Documentation,
Mention, Address, Note (statements). It was checked against the published schema.
Lost: which claim a value rests on, its passage, origins, grade and review; values that stand against the one shown; how a speaker knows;
dates that are ranges, seasons or open; figures and questions; approximate dates look exact; the stance of a statement is only in the name of its note; SHA-256 of
files (the schema has SHA-1).`,
  },
  esf: {
    make: esfTables,
    about: `Tables shaped like HURIDOCS Events Standard Formats, with the column names of OpenEvSys. Each person has one event; episodes and acts
are acts. A HURIDOCS code stands in a column only where the term means exactly the same; a wider one is in the column that ends in
_broader, the word itself in _words. A date that is not whole has the first day it may mean, and its _type says what is not known.
Somebody who is named as perpetrator or source and is not on file is a person "as-stated-N".
Lost: values that stand against the one shown; passages; figures and questions; stance and answers of statements; dates that are ranges.
${formulas}`,
  },
  geojson: {
    make: geoJson,
    about: `places.geojson holds places with a known point (WGS 84, longitude first). "precision" says how exact it is.
Lost: places without a point, and everything but names, kinds and the people who were there.`,
  },
  annotations: {
    make: webAnnotations,
    texts: true,
    about: `annotations.jsonld holds the passages as a Web Annotation collection (W3C): the words, and their place in the received text, counted
in code points. The target names the text by its SHA-256. The texts themselves are not here.
Lost: origins, grades, reviews; figures and questions.`,
  },
  claimreview: {
    make: claimReviews,
    about: `statements.jsonld holds statements as schema.org Claims, and those that were answered as ClaimReviews.
There is no rating of truth in it: nobody made one. guwah:factStatus says whether the facts about a person are said by one origin,
corroborated, or disputed.
Lost: passages, origins, and everything that is not a statement.`,
  },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof formats;
export const exportFormats = Object.keys(formats) as readonly ExportFormat[];

/** The format of this name. Throws PublishError `publish/unknown-format`. */
export function formatOf(name: string): ExportFormat {
  const known = exportFormats.find((format) => format === name);
  if (known !== undefined) return known;
  throw new PublishError(
    "publish/unknown-format",
    `An export is one of: ${exportFormats.join(", ")}, or all.`,
  );
}

/** What a format holds and what it loses, as the README inside says it. */
export interface AboutFormat {
  readonly format: ExportFormat;
  readonly about: string;
}

export const aboutFormats: readonly AboutFormat[] = exportFormats.map((format) => ({
  format,
  about: formats[format].about,
}));

export function needsTexts(format: ExportFormat): boolean {
  return "texts" in formats[format];
}

/** The files of one export, README.txt among them. Throws PublishError `publish/export-invalid`. */
export function exportFiles(
  set: ExportSet,
  format: ExportFormat,
  textOf: TextOf = () => undefined,
): ExportFile[] {
  const readme = `Guwah export, ${format}, for ${set.audience}, as of ${set.asOf}
${set.people.length} people, ${set.claims.length} claims, ${set.statements.length} statements, ${set.sources.length} sources.

${formats[format].about}

What is here is what somebody said, not what was proved. What may not go to this audience is not here and is not counted here.
`;
  return [...formats[format].make(set, textOf), { path: "README.txt", text: readme }];
}

function validFtm(set: ExportSet): ExportFile[] {
  const entities = ftmEntities(set);
  const problems = ftmProblems(entities);
  if (problems.length > 0)
    throw new PublishError(
      "publish/export-invalid",
      "The entities do not follow the FollowTheMoney schema, so nothing was written. Please report this.",
      { details: { problems: problems.length, first: problems[0]?.problem ?? "" } },
    );
  return [ftmFile(entities)];
}
