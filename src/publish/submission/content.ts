// A submission as its reader meets it: headings, fields in the form's order, footnotes, annexes. One content for DOCX and PDF.
// Invariant: every value from the file carries a footnote; of a source that was not public no title, no person and no words are told;
// no name of a file carries the name of a person.
import {
  type FilledField,
  frame,
  type Line,
  type Part,
  spelled,
  stateIn,
  termIn,
  valueIn,
} from "../../act/index.ts";
import type { ClaimView, StatementView } from "../../weigh/index.ts";
import type { Annex } from "./annexes.ts";
import { Notes } from "./notes.ts";
import type { SubmissionPlan } from "./plan-submission.ts";

/** A stretch of text; `notes`: numbers of the footnotes after it. */
export interface Run {
  readonly text: string;
  readonly quiet?: true;
  readonly notes?: readonly number[];
}

export interface ContentField {
  readonly code: string;
  readonly label: string;
  /** One paragraph a line. */
  readonly lines: readonly (readonly Run[])[];
}

export interface Content {
  readonly language: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly fields: readonly ContentField[];
  }[];
  readonly annexesTitle: string;
  readonly annexes: readonly string[];
  /** Texts of the footnotes, the first is number 1. */
  readonly notes: readonly string[];
  readonly foot: string;
}

export function contentOf(plan: SubmissionPlan, annexes: readonly Annex[]): Content {
  const { route, language, audience } = plan.ask;
  const notes = new Notes(plan, annexes);
  const fields = new Map(plan.fields.map((field) => [field.code, field]));
  const day = spelled(`day:${plan.day}`, language);
  return {
    language,
    title: frame(`title.${route.code}`, language),
    head: [
      frame(`to.${route.code}`, language),
      `${frame("head.made", language, { day, version: plan.version })} · ${frame("head.number", language, { number: plan.number })}`,
      frame(audience === "un-quiet" ? "head.quiet" : "head.confidential", language),
    ],
    sections: route.sections.map((section) => ({
      title: frame(`section.${section.code}`, language),
      fields: section.fields.flatMap(({ code }) => {
        const field = fields.get(code);
        return field === undefined ? [] : [contentField(field, plan, notes)];
      }),
    })),
    annexesTitle: frame("annexes.title", language),
    annexes:
      annexes.length === 0
        ? [frame("annexes.none", language)]
        : [frame("annexes.explain", language), ...annexes.map((one) => annexLine(one, plan))],
    notes: notes.texts(),
    foot: `${plan.number} · ${frame("foot.version", language, { version: plan.version })}`,
  };
}

function annexLine({ number, file, kind, hash }: Annex, { ask }: SubmissionPlan): string {
  const label = termIn("source-kind", kind, ask.language);
  return `${number}. ${frame("annexes.line", ask.language, { file, kind: label, hash })}`;
}

function contentField(field: FilledField, plan: SubmissionPlan, notes: Notes): ContentField {
  const { language } = plan.ask;
  const worksheet = field.code.startsWith("category-");
  const facts = field.lines.findIndex((line) => line.kind === "values");
  const lines = field.lines.flatMap((line, i): Run[][] => [
    ...(worksheet && i === facts
      ? [[{ text: frame("line.facts", language), quiet: true } as const]]
      : []),
    lineRuns(line, plan, notes, field.lines.length > 1 || !singular.has(field.code)),
  ]);
  return {
    code: field.code,
    label: frame(`field.${field.code}`, language),
    lines: lines.some((line) => line.length > 0)
      ? lines.filter((line) => line.length > 0)
      : [[{ text: frame("line.empty", language), quiet: true }]],
  };
}

/** Fields whose label already says which property they hold. */
const singular = new Set(["sex", "citizenship", "occupation", "warrant"]);

function lineRuns(line: Line, plan: SubmissionPlan, notes: Notes, labelled: boolean): Run[] {
  const { language } = plan.ask;
  switch (line.kind) {
    case "text":
      return [{ text: line.text }];
    case "sentence": {
      const values = Object.entries(line.values ?? {}).map(([k, v]) => [k, spelled(v, language)]);
      return [
        { text: frame(line.key, language, Object.fromEntries(values) as Record<string, string>) },
      ];
    }
    case "state":
      return [{ text: stateIn(line.code, language), notes: notesOf(line.claims, notes) }];
    case "said":
      return saidRuns(plan.statements.get(line.statement), plan, notes);
    case "values":
      return onceNoted(
        line.parts.flatMap((part, i) => [
          ...(i === 0 || part.against === true ? [] : [{ text: frame("line.join", language) }]),
          ...partRuns(part, plan, notes, labelled),
        ]),
      );
  }
}

/** Where all parts of a line rest on the same notes, they stand once, at its end. */
function onceNoted(runs: readonly Run[]): Run[] {
  const noted = runs.filter(({ notes }) => notes !== undefined && notes.length > 0);
  const [first, ...more] = noted.map(({ notes }) => String(notes));
  const last = noted.at(-1);
  if (more.length === 0 || more.some((one) => one !== first)) return [...runs];
  return runs.map((run) => {
    if (run === last || run.notes === undefined) return run;
    const { notes: _, ...bare } = run;
    return bare;
  });
}

function partRuns(part: Part, { ask }: SubmissionPlan, notes: Notes, labelled: boolean): Run[] {
  const { language } = ask;
  const label = frame(`property.${part.property}`, language);
  const named = labelled && part.against !== true && label !== `property.${part.property}`;
  const value: Run = { text: valueIn(part.value, language), notes: notesOf(part.claims, notes) };
  if (part.against === true) {
    const [before = "", after = ""] = frame("line.against", language).split("{value}");
    return [{ text: ` (${before}` }, value, { text: `${after})` }];
  }
  return named ? [{ text: frame("line.label", language, { label }), quiet: true }, value] : [value];
}

/** The state's own words; who said them only where they were said in public. */
function saidRuns(said: StatementView | undefined, plan: SubmissionPlan, notes: Notes): Run[] {
  // Words heard in confidence would tell who passed them on.
  if (said === undefined || !notes.isPublic(said.source)) return [];
  const { language } = plan.ask;
  const known = said.speaker !== "";
  const text = frame("line.said", language, {
    speaker: known ? said.speaker : frame("line.said-unnamed", language),
    stance: termIn("stance", said.stance, language).toLowerCase(),
    words: said.content,
  });
  return [{ text, notes: [notes.statement(said)] }];
}

const notesOf = (claims: readonly ClaimView[], notes: Notes): number[] => [
  ...new Set(claims.map((claim) => notes.claim(claim))),
];
