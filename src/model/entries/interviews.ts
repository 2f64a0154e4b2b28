// Interviews: how one was held, its transcripts and translations version by version, and whether a source is closed.
// Invariant: whoever spoke is named here by a pseudonym only; the name behind it is sealed. Earlier versions stay for ever.
import { z } from "zod";
import { sealedValue } from "../value.ts";
import { consentId, fileHash, line, reason, sourceId, words } from "./parts.ts";

/** A language as BCP 47 tells it: `kk`, `ug-Arab`, `zh-Hans`. */
const language = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/);
const interviewMode = z.enum(["in-person", "phone", "video", "written"]);
const interviewForm = z.enum(["verbatim", "summary"]);
const transcriptTrack = z.enum(["original", "translation"]);

export const interviewBodies = {
  /** How an interview was held; the latest word stands. Interviewer, interpreter, date and language are in `source.described`. */
  "interview.described": z.strictObject({
    source: sourceId,
    /** A pseudonym or a description: "A teacher from the north". */
    testifier: line.optional(),
    /** The name behind the pseudonym and how to reach them. */
    identity: sealedValue.optional(),
    place: line.optional(),
    mode: interviewMode.optional(),
    form: interviewForm.optional(),
    /** Who else was in the room, by role or pseudonym. */
    present: line.optional(),
    /** The questions as they were asked. */
    questions: words.optional(),
    consent: consentId.optional(),
    /** Where the paper or recording of the consent is, for one that is not in the vault. */
    consentNote: line.optional(),
    /** The interview this one follows up. */
    earlier: sourceId.optional(),
    /** What was told is of sexual violence: closed unless a member opens it. */
    sexualViolence: z.boolean().optional(),
  }),
  /** One version of a transcript or of a translation of it. The file is WebVTT, and `file.kept` says what it was derived from. */
  "transcript.saved": z.strictObject({
    source: sourceId,
    track: transcriptTrack,
    language,
    file: fileHash,
    segments: z.int().min(0),
    /** Who wrote it down or translated it: a name, or a program with its version. */
    by: line,
    how: z.enum(["typed", "imported"]),
  }),
  /** Whether a source may be read only by those who may open sealed values. Said by a person, it wins over what would close it by itself. */
  "source.closed": z.strictObject({
    source: sourceId,
    closed: z.boolean(),
    reason: reason.optional(),
  }),
} as const;
