// How much one capture may take. Each limit is enforced while it runs; what was reached is written beside the capture.

/** From the first request to the last byte kept. */
export const CAPTURE_TIME_MS = 60_000;
/** Until the page itself must have come. */
export const PAGE_TIME_MS = 30_000;
/** Bytes that may come in, as they are on the wire. */
export const CAPTURE_BYTES = 100 * 1024 * 1024;
/** Bytes of bodies as they unpack; a small body may unpack into a very large one. */
export const CAPTURE_BODY_BYTES = 200 * 1024 * 1024;
export const CAPTURE_REQUESTS = 500;
/** Height of the picture in CSS pixels; an endless page ends here. */
export const PICTURE_HEIGHT = 16_000;
export const PICTURE_WIDTH = 1280;
/** UTF-16 units of an address a person may enter. */
export const ADDRESS_UNITS = 4_000;

/** A package made elsewhere: bytes its WARC files may unpack to, and how long they are looked through. */
export const PACKAGE_UNPACKED_BYTES = 256 * 1024 * 1024;
export const PACKAGE_TIME_MS = 20_000;
/** Bytes of its parts that are held against their hashes. */
export const PACKAGE_HASHED_BYTES = 1024 * 1024 * 1024;
/** Bytes of its lists and descriptions. */
export const PACKAGE_TEXT_BYTES = 4 * 1024 * 1024;

/** A capture nobody decided on is held in memory this long, and this many are. */
export const HELD_MS = 30 * 60_000;
export const HELD_AT_ONCE = 2;
