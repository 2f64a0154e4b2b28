// A sentence with the paragraph it stands in.
import type { Span } from "../reading.ts";

export interface Sentence extends Span {
  /** Number of its paragraph among those read. */
  readonly paragraph: number;
}
