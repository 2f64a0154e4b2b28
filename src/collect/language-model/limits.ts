// How much of a text leaves, how long an answer may take, how large it may be, how many suggestions are taken from it.

/** UTF-16 units of a source's text that may be sent in all; a longer one is refused whole, never cut. */
export const MAX_SENT_UNITS = 200_000;
/** UTF-16 units sent at once: small models lose the thread of more. */
export const MAX_PART_UNITS = 8_000;
/** One answer must be whole within this time, however slowly it drips. */
export const ANSWER_TIME_MS = 180_000;
/** Bytes of one answer. */
export const MAX_ANSWER_BYTES = 1024 * 1024;
/** Bytes of an answer's header lines. */
export const MAX_HEADER_BYTES = 16 * 1024;
/** Suggestions of one kind taken from one answer. */
export const MAX_SUGGESTIONS = 200;
/** UTF-16 units of one quotation in an answer. */
export const MAX_QUOTE_UNITS = 4_000;
/** Places of one quotation that are looked at. */
export const MAX_PLACES = 64;
