// What the story of a person shows.
import type { Span } from "../../model/index.ts";
import type { News, RecordFile, RelatedView } from "../views.ts";

/** Episodes that tell of the same stretch: the same kind, at the same time. They stand side by side and are never merged. */
export interface StoryStretch {
  /** The first of its episodes. */
  readonly id: string;
  /** Code of `episode-kind`; null where it is not stated. */
  readonly kind: string | null;
  readonly episodes: readonly string[];
  /** Properties in which they contradict each other; empty where they agree. */
  readonly differs: readonly string[];
}

/** What cannot all be true, to be settled by a person. */
export interface StoryFinding {
  readonly kind: "ends-before-it-begins" | "after-death" | "before-birth";
  readonly event: string;
}

export interface StoryEvent extends RelatedView {
  readonly span: Span | null;
  /** Of an act: the episode in which it was done, as far as it is said. */
  readonly during: string | null;
}

export interface StoryView {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly status: RecordFile["status"];
  readonly news: News | null;
  /** Episodes and acts in the order of time, undated ones last. */
  readonly events: readonly StoryEvent[];
  readonly stretches: readonly StoryStretch[];
  /** Who had which part in an act. */
  readonly involvements: readonly RelatedView[];
  readonly findings: readonly StoryFinding[];
  readonly seq: number;
}
