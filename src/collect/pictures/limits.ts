// How much opening a picture may cost. Each limit stops one attack: a bomb of pixels, a decoder that never ends, a file of gigabytes.

/** A process that opens one file is ended after this long … */
export const APART_TIME_MS = 10_000;
/** … or when its JavaScript heap … */
export const APART_HEAP_MB = 256;
/** … or the whole of it needs more memory than this. */
export const APART_MEMORY_MB = 1_200;
/** Files opened at the same time. */
export const APART_AT_ONCE = 2;
/** Width times height of a picture that is decoded. */
export const MAX_PIXELS = 100_000_000;
/** Bytes of a file that is opened whole; of a larger recording its beginning is looked at. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024;
export const HEAD_BYTES = 4 * 1024 * 1024;
/** The longer side of a thumbnail, in pixels. */
export const THUMBNAIL_PIXELS = 320;
/** UTF-16 units of one thing a file says of itself. */
export const MAX_TAG_UNITS = 500;
