// What the programs that run apart are given to work with, so that other rooms' programs need not load this whole room.
import { PictureError, type PictureCode } from "./errors.ts";
import { loadSharp, openPicture } from "./open-picture.ts";
import { pictureForm } from "./picture-form.ts";
import { saysAnything } from "./picture-tags.ts";

/** The exit code that says: too much memory. */
export const MEMORY_EXIT = 71;

/** Only for use in a process of its own. */
export const tools = {
  loadSharp,
  openPicture,
  pictureForm,
  saysAnything,
  fail: (code: PictureCode, cause?: unknown): Error => new PictureError(code, { cause }),
} as const;
export type ApartTools = typeof tools;

declare global {
  /** There in a process started by `runApart`: answers its one ask with what the program makes of it. */
  var answerApart: <A>(answer: (ask: A, given: ApartTools) => Promise<unknown>) => void;
}
