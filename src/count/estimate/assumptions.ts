// What must hold for an estimate to mean anything, as statements somebody answers before they see one.
// Invariant: an estimate carries the answers; an assumption nobody answered is shown as not answered.

export const assumptions = {
  closed:
    "The people counted are one closed population: one place, one period, nobody came or went.",
  matched:
    "People who are on several lists were recognised: no person twice, no two persons as one.",
  reachable:
    "Everybody had some chance of being on a list; no group was out of reach of all of them.",
  alike: "All lists mean the same thing by it: one definition of whom to list, one period.",
  independent:
    "Being on one list did not make it likelier or unlikelier to be on another, or the model's terms say so.",
  underived: "No list was made from another one.",
  complete: "Dependence among all lists at once is no stronger than the model's terms allow.",
} as const;

export type AssumptionCode = keyof typeof assumptions;
export const assumptionCodes = Object.keys(assumptions) as readonly AssumptionCode[];

export type AssumptionAnswer = "holds" | "fails" | "not known";

export interface Assumption {
  readonly code: AssumptionCode;
  readonly statement: string;
  readonly answer: AssumptionAnswer | "not answered";
  readonly why?: string | undefined;
}

export type AssumptionAnswers = {
  readonly [P in AssumptionCode]?:
    | { readonly answer: AssumptionAnswer; readonly why?: string | undefined }
    | undefined;
};

/** Every assumption with the answer it was given. */
export function answered(answers: AssumptionAnswers): Assumption[] {
  return assumptionCodes.map((code) => ({
    code,
    statement: assumptions[code],
    answer: "not answered" as const,
    ...answers[code],
  }));
}
