// A sentence with its words, its language and the paragraph it stands in.
import type { Span } from "../reading.ts";
import type { Token } from "./tokens.ts";

export interface Sentence extends Span {
  /** Number of its paragraph among those read. */
  readonly paragraph: number;
  readonly language: string;
  readonly tokens: readonly Token[];
}
