// A sentence with its words, its language and the paragraph it stands in.
import type { Span } from "../reading.ts";
import type { Token } from "./tokens.ts";

export interface Sentence extends Span {
  /** Number of its paragraph among those read. */
  readonly paragraph: number;
  readonly language: string;
  /** Its tokens were rewritten into the pack's alphabet; their offsets are those of the received text. */
  readonly rewritten: boolean;
  readonly tokens: readonly Token[];
}
