// What a step is given: the draft it writes into, the texts, and a way to be drawn again.
import type { FormDraft } from "../draft.ts";
import type { Say } from "../messages/index.ts";

export interface StepDeps {
  readonly draft: FormDraft;
  readonly say: Say;
  /** Draws the step again after something came or went, with the focus on the element of this id. */
  readonly again: (focus?: string) => void;
  /** Something was written. */
  readonly touched: () => void;
}

/** The body of a step. */
export type Step = (deps: StepDeps) => readonly HTMLElement[];
