// What the act room shows of submissions. Plain data: it crosses HTTP as it stands.
import type { Consented } from "../consents/views.ts";
import type { Language, RouteCode, UnAudience } from "./route.ts";

export interface AnswerView {
  /** The statement on file. */
  readonly statement: string;
  readonly speaker: string;
  readonly content: string;
  /** Code of `intervention-reply`. */
  readonly reply?: string;
  readonly on?: string;
}

export interface SubmissionView {
  readonly id: string;
  readonly route: RouteCode;
  readonly people: readonly string[];
  /** SHA-256 of the document as it was sent. */
  readonly file: string;
  readonly version: number;
  /** ISO day. */
  readonly on: string;
  readonly audience: UnAudience;
  readonly language: Language;
  readonly to?: string;
  readonly reference?: string;
  readonly by: string;
  readonly answers: readonly AnswerView[];
  /** What the consent of the person, of those it names and of those who gave its sources says today: withdrawn means that the body should be written to. */
  readonly consentNow: Consented;
}
