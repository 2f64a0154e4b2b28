// What can go wrong with interviews, as a closed union of codes.
// Invariant: a message is our own words; nothing anybody said is in it.
import { GuwahError } from "../../runtime/index.ts";

export type InterviewCode =
  | "interview/unknown"
  | "interview/no-recording"
  | "interview/no-segments"
  | "interview/segments"
  | "interview/itself"
  | "interview/invalid"
  | "interview/nothing-sealed"
  | "interview/conflict";

const status: Record<InterviewCode, number> = {
  "interview/unknown": 404,
  "interview/no-recording": 404,
  "interview/no-segments": 422,
  "interview/segments": 400,
  "interview/itself": 400,
  "interview/invalid": 400,
  "interview/nothing-sealed": 404,
  "interview/conflict": 409,
};

const messages: Record<InterviewCode, string> = {
  "interview/unknown": "Expected the id of a source of this vault; there is none with that id.",
  "interview/no-recording": "Expected a source with a sound or film file; this one has none.",
  "interview/no-segments":
    "Expected a WebVTT or SRT transcript with times; none was found. Save it as .vtt or .srt and try again.",
  "interview/segments":
    "Expected segments in order of their start, each ending after it begins, with at most 5,000 characters.",
  "interview/itself":
    "An interview does not follow itself up, nor one that follows it. Choose another one.",
  "interview/invalid": "Expected known fields, each short enough. Shorten or correct it.",
  "interview/nothing-sealed": "No name is sealed with this interview.",
  "interview/conflict":
    "Someone saved another version meanwhile. Look at both and decide which words stand.",
};

export class InterviewError extends GuwahError {
  declare readonly code: InterviewCode;
  /** For a conflict: the version that stands now. */
  readonly current: unknown;
  constructor(
    code: InterviewCode,
    options: { readonly cause?: unknown; readonly current?: unknown } = {},
  ) {
    super(code, status[code], messages[code], options);
    this.current = options.current;
  }
}
