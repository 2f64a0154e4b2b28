// What is shown of letters. Plain data: it crosses HTTP as it stands.
import type { ConsentNeed } from "../consents/views.ts";

export interface TemplateView {
  readonly name: string;
  /** A language tag. */
  readonly language: string;
  readonly title: string;
  /** A code of `intervention-kind`. */
  readonly kind: string;
  /** The audience it is usually for: a code of `audience`. */
  readonly audience: string;
  /** Somebody who writes letters in this language has read it. */
  readonly reviewed: boolean;
}

export type LetterPart =
  | { readonly kind: "text"; readonly text: string }
  /** A value from claims or from whoever writes; `note` leads to its sources. */
  | {
      readonly kind: "value";
      readonly field: string;
      readonly text: string;
      readonly note?: number;
    }
  /** Nothing that may go says this. */
  | { readonly kind: "gap"; readonly field: string };

export interface LetterPlan extends TemplateView {
  /** Whom it is about: the person's number. */
  readonly number: string;
  readonly lines: readonly (readonly LetterPart[])[];
  readonly notes: readonly { readonly n: number; readonly text: string }[];
  /** The whole as plain text. */
  readonly text: string;
  /** Fields nothing says. */
  readonly gaps: readonly string[];
  /** Fields whose term has no word in this language and stands in English. */
  readonly untranslated: readonly string[];
  /** Fields whose value is disputed: the headline stands in the letter. */
  readonly disputed: readonly string[];
  /** How many claims stay, because their source's giver did not consent or nobody accepted them. */
  readonly heldBack: number;
  /** Whose consent is in the way; while there is one, no letter is made. */
  readonly blocks: readonly ConsentNeed[];
}
