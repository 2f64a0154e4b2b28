// The vocabularies this program knows, read from data/vocabularies.
// Invariant: a code once shipped is never removed or given another meaning; ledgers hold it for ever.
import actType from "./data/vocabularies/act-type.json" with { type: "json" };
import audience from "./data/vocabularies/audience.json" with { type: "json" };
import caseKind from "./data/vocabularies/case-kind.json" with { type: "json" };
import casePriority from "./data/vocabularies/case-priority.json" with { type: "json" };
import caseStatus from "./data/vocabularies/case-status.json" with { type: "json" };
import consentCapacity from "./data/vocabularies/consent-capacity.json" with { type: "json" };
import consentGiver from "./data/vocabularies/consent-giver.json" with { type: "json" };
import consentMode from "./data/vocabularies/consent-mode.json" with { type: "json" };
import contact from "./data/vocabularies/contact.json" with { type: "json" };
import contentGrade from "./data/vocabularies/content-grade.json" with { type: "json" };
import deadlineKind from "./data/vocabularies/deadline-kind.json" with { type: "json" };
import durationUnit from "./data/vocabularies/duration-unit.json" with { type: "json" };
import episodeKind from "./data/vocabularies/episode-kind.json" with { type: "json" };
import ethnicity from "./data/vocabularies/ethnicity.json" with { type: "json" };
import figureMethod from "./data/vocabularies/figure-method.json" with { type: "json" };
import figureUnit from "./data/vocabularies/figure-unit.json" with { type: "json" };
import healthState from "./data/vocabularies/health-state.json" with { type: "json" };
import holderKind from "./data/vocabularies/holder-kind.json" with { type: "json" };
import interventionKind from "./data/vocabularies/intervention-kind.json" with { type: "json" };
import interventionReply from "./data/vocabularies/intervention-reply.json" with { type: "json" };
import involvement from "./data/vocabularies/involvement.json" with { type: "json" };
import knows from "./data/vocabularies/knows.json" with { type: "json" };
import legalBasis from "./data/vocabularies/legal-basis.json" with { type: "json" };
import legalCounsel from "./data/vocabularies/legal-counsel.json" with { type: "json" };
import method from "./data/vocabularies/method.json" with { type: "json" };
import nameRole from "./data/vocabularies/name-role.json" with { type: "json" };
import officialLine from "./data/vocabularies/official-line.json" with { type: "json" };
import organizationKind from "./data/vocabularies/organization-kind.json" with { type: "json" };
import originKind from "./data/vocabularies/origin-kind.json" with { type: "json" };
import placeKind from "./data/vocabularies/place-kind.json" with { type: "json" };
import proceedingKind from "./data/vocabularies/proceeding-kind.json" with { type: "json" };
import proceedingOutcome from "./data/vocabularies/proceeding-outcome.json" with { type: "json" };
import questionTopic from "./data/vocabularies/question-topic.json" with { type: "json" };
import quotationMode from "./data/vocabularies/quotation-mode.json" with { type: "json" };
import reason from "./data/vocabularies/reason.json" with { type: "json" };
import relationshipKind from "./data/vocabularies/relationship-kind.json" with { type: "json" };
import sentenceKind from "./data/vocabularies/sentence-kind.json" with { type: "json" };
import sex from "./data/vocabularies/sex.json" with { type: "json" };
import signing from "./data/vocabularies/signing.json" with { type: "json" };
import sourceGrade from "./data/vocabularies/source-grade.json" with { type: "json" };
import sourceKind from "./data/vocabularies/source-kind.json" with { type: "json" };
import stance from "./data/vocabularies/stance.json" with { type: "json" };
import yesNo from "./data/vocabularies/yes-no.json" with { type: "json" };
import type { Term, Vocabulary } from "./schema.ts";

/** All vocabularies, by name. */
export const vocabularies = [
  actType,
  audience,
  caseKind,
  casePriority,
  caseStatus,
  consentCapacity,
  consentGiver,
  consentMode,
  contact,
  contentGrade,
  deadlineKind,
  durationUnit,
  episodeKind,
  ethnicity,
  figureMethod,
  figureUnit,
  healthState,
  holderKind,
  interventionKind,
  interventionReply,
  involvement,
  knows,
  legalBasis,
  legalCounsel,
  method,
  nameRole,
  officialLine,
  organizationKind,
  originKind,
  placeKind,
  proceedingKind,
  proceedingOutcome,
  questionTopic,
  quotationMode,
  reason,
  relationshipKind,
  sentenceKind,
  sex,
  signing,
  sourceGrade,
  sourceKind,
  stance,
  yesNo,
] as readonly unknown[] as readonly Vocabulary[];

const byName = new Map(vocabularies.map((v) => [v.name, v]));
const byCode = new Map(vocabularies.map((v) => [v.name, new Map(v.terms.map((t) => [t.code, t]))]));

/** The vocabulary of this name, as `episode-kind`; undefined when there is none. */
export function vocabularyOf(name: string): Vocabulary | undefined {
  return byName.get(name);
}

/** One term of one vocabulary; undefined when there is none. */
export function termOf(vocabulary: string, code: string): Term | undefined {
  return byCode.get(vocabulary)?.get(code);
}

/** What people call a term in a language, else in English; the code itself where it is not known. */
export function termLabel(vocabulary: string, code: string, lang = "en"): string {
  const term = termOf(vocabulary, code);
  return (lang === "en" ? undefined : term?.names?.[lang]?.[0]) ?? term?.label ?? code;
}
