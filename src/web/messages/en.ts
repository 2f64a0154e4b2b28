// The English catalogue, put together from one file per part of the app. Keys are `place.what`.
// Words: person (never "victim"), record, claim, statement, origin, judgement, check (bytes), weigh (facts).
import { enDossier } from "./en-dossier.ts";
import { enAppeals } from "./en-appeals.ts";
import { enCapture } from "./en-capture.ts";
import { enCases } from "./en-cases.ts";
import { enConsents } from "./en-consents.ts";
import { enCounts } from "./en-counts.ts";
import { enErrors } from "./en-errors.ts";
import { enEvidence } from "./en-evidence.ts";
import { enExports } from "./en-exports.ts";
import { enFigures } from "./en-figures.ts";
import { enForeign } from "./en-foreign.ts";
import { enGrading } from "./en-grading.ts";
import { enFirst } from "./en-first.ts";
import { enHome } from "./en-home.ts";
import { enInterview } from "./en-interview.ts";
import { enIntegrity } from "./en-integrity.ts";
import { enInterventions } from "./en-interventions.ts";
import { enModel } from "./en-model.ts";
import { enOrigins } from "./en-origins.ts";
import { enParts } from "./en-parts.ts";
import { enPeople } from "./en-people.ts";
import { enPerson } from "./en-person.ts";
import { enQuestions } from "./en-questions.ts";
import { enOcr } from "./en-ocr.ts";
import { enRebuttal } from "./en-rebuttal.ts";
import { enRelease } from "./en-release.ts";
import { enRedact } from "./en-redact.ts";
import { enRecords } from "./en-records.ts";
import { enSame } from "./en-same.ts";
import { enSecond } from "./en-second.ts";
import { enSettings } from "./en-settings.ts";
import { enShell } from "./en-shell.ts";
import { enSources } from "./en-sources.ts";
import { enStory } from "./en-story.ts";
import { enSubmissions } from "./en-submissions.ts";

export const en = {
  ...enDossier,
  ...enRelease,
  ...enAppeals,
  ...enCapture,
  ...enCases,
  ...enConsents,
  ...enCounts,
  ...enErrors,
  ...enEvidence,
  ...enExports,
  ...enFigures,
  ...enForeign,
  ...enFirst,
  ...enGrading,
  ...enHome,
  ...enIntegrity,
  ...enInterview,
  ...enInterventions,
  ...enModel,
  ...enOrigins,
  ...enParts,
  ...enPeople,
  ...enPerson,
  ...enQuestions,
  ...enRecords,
  ...enOcr,
  ...enRebuttal,
  ...enRedact,
  ...enSame,
  ...enSecond,
  ...enSettings,
  ...enShell,
  ...enSources,
  ...enStory,
  ...enSubmissions,
} as const;

export type MessageKey = keyof typeof en;
